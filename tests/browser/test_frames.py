"""A step of the date is shown in one frame, and all that follows it in one more: each frame shows the whole map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.map_page import go_to, map_frame, painted
from tests.browser.waiting import await_truth

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage

COUNTER = Path(__file__).with_name("count_changes.js")
DAYS = {"2014-10-07": "7 October 2014", "2014-10-08": "8 October 2014", "2019-10-20": "20 October 2019"}
VOICE = "document.querySelector('.voice').textContent"
SPOKEN = f"(words) => {VOICE}.startsWith(words)"


def counted_page(open_page: OpenPage, document_path: Path) -> Page:
    """Return the document at rest with its frames counted."""
    page = open_page("about:blank")
    page.add_init_script(path=COUNTER)
    page.goto(document_path.as_uri())
    rest_on(page, "2014-10-02", "2 October 2014")
    return page


def rest_on(page: Page, day: str, words: str) -> list[str]:
    """Go to a day and return what changed in each frame until it has been announced, which comes last."""
    frame = map_frame(page)
    page.evaluate("window.forgetFrames()")
    go_to(frame, day)
    await_truth(frame, "the announcement of the day", SPOKEN, words, instead=VOICE)
    painted(frame)
    changed: list[str] = page.evaluate("window.changedFrames()")
    return changed


@pytest.mark.parametrize("mode", ["day", "until"])
def test_a_step_of_the_date_and_all_that_follows_it_are_two_frames(
    open_page: OpenPage, document_path: Path, mode: str
) -> None:
    page = counted_page(open_page, document_path)
    page.evaluate("(mode) => { window.timemap.set({ mode }); }", mode)
    rest_on(page, "2014-10-05", "5 October 2014")
    for day, words in DAYS.items():
        frames = rest_on(page, day, words)
        assert len(frames) <= 2, frames
        changed = ", ".join(frames)
        assert all(part in changed for part in ("canvas", "plate-day", "list-heading", "address"))
        assert f"moment={day}" in page.evaluate("location.hash")


def test_changes_that_are_shown_one_after_the_other_are_counted_one_by_one(
    open_page: OpenPage, document_path: Path
) -> None:
    page = counted_page(open_page, document_path)
    page.evaluate("window.forgetFrames()")
    for change in (
        "document.querySelector('.plate-day').textContent = 'Another day'",
        "history.replaceState(null, '', '#language=ku')",
        "document.querySelector('.map-canvas').getContext('2d').fillRect(0, 0, 1, 1)",
        "document.querySelector('.voice').textContent = 'Nothing is shown of this'",
    ):
        page.evaluate(change)
        painted(page.main_frame)
    assert page.evaluate("window.changedFrames()") == ["plate-day", "address", "canvas"]
