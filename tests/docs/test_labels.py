"""Labels in bold in the documents are on the screen, and those that are not are noticed."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.docs.documents import DOCUMENTS
from tests.paths import ROOT

LABEL = re.compile(r"\*\*([^*]+?)\.?\*\*")
EMPHASIS = {"No pictures of violence"}
"""Bold for its own sake."""

PAGES = [
    path for path in DOCUMENTS if path.startswith(("docs/using/", "docs/teaching/", "docs/research/", "docs/export/"))
]


@cache
def screen() -> str:
    """Return the text of all that can be on a screen."""
    code = [
        path.read_text("utf-8")
        for folder in ("pages", "timemap")
        for ending in ("py", "js", "json", "html")
        for path in (ROOT / folder).rglob(f"*.{ending}")
    ]
    return "\n".join([*code, (ROOT / "geodata" / "data" / "tables" / "settings.csv").read_text("utf-8")])


def unknown_labels(text: str) -> list[str]:
    """Return the labels that are nowhere between quotation marks, or between tags, in the code."""
    labels = (" ".join(label.split()) for label in LABEL.findall(text))
    return [label for label in labels if label not in EMPHASIS and not is_on_screen(label)]


def is_on_screen(label: str) -> bool:
    return re.search(rf'[">`]{re.escape(label)}["<`:, ({{$]', screen()) is not None


@pytest.mark.parametrize("page", PAGES)
def test_every_label_is_on_the_screen(page: str) -> None:
    assert unknown_labels(DOCUMENTS[page]) == []


def test_a_label_that_is_nowhere_is_noticed() -> None:
    assert unknown_labels("Press **Play**, then **Do nothing at all**.") == ["Do nothing at all"]
