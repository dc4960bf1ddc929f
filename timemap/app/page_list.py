"""Pages of the app, in the order of the navigation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from timemap.text import page_texts


@dataclass(frozen=True, slots=True)
class AppPage:
    """A page of the app."""

    file: str
    """Name of its file in ``pages/``, and its path in the address."""

    title: str
    """Its name in the navigation."""

    visibility: Literal["visible", "hidden"] = "visible"
    """Whether the navigation has it."""

    start_id: str = ""
    """By what name the start card of the map leads to it; empty where it does not."""

    start_query: str = ""
    """With which parameters it does."""


PAGES = (
    AppPage("map", "Map"),
    AppPage("compare", "Compare", start_id="compare"),
    AppPage("lessons", "Lessons", start_id="lessons"),
    AppPage("write_a_lesson", "Write a lesson", visibility="hidden"),  # "Lessons" leads to it
    AppPage("territory", page_texts.NUMBERS),
    AppPage("claims", page_texts.FACT_CHECK),
    AppPage(
        "sources_and_words",
        page_texts.SOURCES_AND_TERMS,
        start_id="words",
        start_query=f"?{urlencode({'part': page_texts.CONTESTED_TERMS})}",
    ),
    AppPage("your_data", "Your data"),
    AppPage("help", "Help"),
)
"""Every page; the first is the one that opens."""


def start_pages() -> dict[str, str]:
    """Return the addresses of the pages that the start card opens, by name.

    >>> start_pages()["lessons"]
    'lessons'
    """
    return {page.start_id: page.file + page.start_query for page in PAGES if page.start_id}
