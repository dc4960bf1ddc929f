"""The help page lists all help pages and shows the one that the address names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages.app import entered
from timemap.help.pages import INDEX, help_pages

if TYPE_CHECKING:
    from timemap.help.pages import HelpPage

LISTED = [page for page in help_pages() if page.path != INDEX]


def texts(**params: str) -> list[str]:
    """Return the texts of the page."""
    return [block.value for block in entered("help", **params).markdown]


@pytest.mark.parametrize("params", [{}, {"topic": "no-such-page"}, {"topic": "../README"}], ids=str)
def test_the_list_leads_to_every_page(params: dict[str, str]) -> None:
    (text,) = texts(**params)
    assert [page.path for page in LISTED if f"](./help?topic={page.path})" not in text] == []


@pytest.mark.parametrize("page", LISTED, ids=lambda page: page.path)
def test_a_page_is_shown_beside_the_list(page: HelpPage) -> None:
    contents, back, text = texts(topic=page.path)
    assert back == f"[All help pages](./help?topic={INDEX})"
    assert text.startswith("# ")
    assert f"- {page.title}\n" in f"{contents}\n"
    assert contents.count("](./help?topic=") == len(LISTED) - 1
