"""Help pages are those of the list, without what is for developers, and their links lead to where they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timemap.help.folder import docs_folder
from timemap.help.pages import INDEX, help_pages, help_text, linked_text, pictures

if TYPE_CHECKING:
    from timemap.help.pages import HelpPage


def shown(path: str) -> str:
    return linked_text(path, lambda page: f"page:{page}", lambda picture: f"picture:{picture}")


@pytest.mark.parametrize("page", help_pages(), ids=lambda page: page.path)
def test_a_page_begins_with_its_title_and_has_no_comment(page: HelpPage) -> None:
    text = help_text(page.path)
    assert text.startswith("# ")
    assert "<!--" not in text


def test_pages_for_developers_are_none_of_the_help() -> None:
    assert not [page.path for page in help_pages() if page.path.startswith("develop/")]
    assert "develop/" in (docs_folder() / f"{INDEX}.md").read_text("utf-8")
    assert "develop/" not in shown(INDEX)


def test_links_lead_to_pages_and_pictures() -> None:
    text = shown("using/compare")
    assert "](page:using/map)" in text
    assert "](page:research/method)" in text
    assert "](picture:compare.png)" in text
    assert ".md" not in text


def test_a_link_to_what_is_no_help_page_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "[a](map.md#time), [b](../develop/style.md), [c](https://example.org/x.md)"
    monkeypatch.setattr("timemap.help.pages.help_text", lambda path: text if path == "using/x" else help_text(path))
    assert shown("using/x") == "[a](page:using/map#time), b, [c](https://example.org/x.md)"


def test_every_picture_is_on_a_page() -> None:
    texts = "".join(shown(page.path) for page in help_pages())
    assert {picture.name for picture in pictures() if f"](picture:{picture.name})" not in texts} == set()
