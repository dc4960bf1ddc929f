"""Every part of the documentation that is made from the code is up to date, and a stale one is noticed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from docs.generate import DOCS, PARTS, filled, pages

if TYPE_CHECKING:
    from pathlib import Path

MARK = re.compile(r"<!-- ([\w-]+) -->\n")


def page_of(name: str) -> str:
    """Return the text of the only page with a part."""
    (text,) = (text for page in pages() if name in MARK.findall(text := page.read_text("utf-8")))
    return text


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(DOCS)))
def test_the_page_is_up_to_date(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text == filled(text), "write it anew: .venv/bin/python -m docs.generate"


@pytest.mark.parametrize("name", PARTS)
def test_a_row_that_is_missing_or_other_than_in_the_code_is_noticed(name: str) -> None:
    text = page_of(name)
    start, end = text.index(f"<!-- {name} -->"), text.index(f"<!-- /{name} -->")
    rows = text[start:end].splitlines(keepends=True)
    middle = len(rows) // 2
    for changed in (rows[:middle] + rows[middle + 1 :], [*rows[:middle], "changed\n", *rows[middle:]]):
        stale = text[:start] + "".join(changed) + text[end:]
        assert filled(stale) == text


def test_a_mark_without_a_part_is_refused() -> None:
    with pytest.raises(KeyError):
        filled("<!-- nothing -->\n<!-- /nothing -->\n")
