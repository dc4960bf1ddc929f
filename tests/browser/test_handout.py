"""Handouts are downloaded from the page of lessons, on the paper that is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from pypdf import PdfReader

from tests import project_data
from tests.browser.app_page import at_rest, settled_map, unfold
from tests.browser.chromium import DEADLINE

if TYPE_CHECKING:
    from tests.browser.conftest import OpenPage

LESSONS = [read.lesson for read in project_data.lessons()]


def test_the_notes_of_a_lesson_are_downloaded_on_the_paper_asked_for(app_url: str, open_page: OpenPage) -> None:
    page = open_page(app_url)
    settled_map(page)
    page.get_by_role("link", name="Lessons").click()
    lesson = LESSONS[0]
    card = page.locator(f".st-key-lesson-{lesson.id}")
    expect(card).to_be_visible()
    at_rest(page)
    for label, width in (("A4", 595), ("US Letter", 612)):
        page.get_by_role("radio", name=label, exact=True).click()
        if label == "A4":
            unfold(page, card.get_by_text("Scenes and downloads"))
        notes = card.get_by_role("button", name=f"Teacher\N{RIGHT SINGLE QUOTATION MARK}s notes (PDF, {label})")
        expect(notes).to_be_visible()
        at_rest(page)  # the run that writes the paper on the button is over
        with page.expect_download() as found:
            notes.click()
        assert found.value.suggested_filename == f"{lesson.id}-teachers-notes.pdf"
        reader = PdfReader(found.value.path())
        assert round(reader.pages[0].mediabox.width) == width
        assert reader.metadata is not None
        assert reader.metadata.title == lesson.title
        said = re.sub("[\\s\N{ZERO WIDTH SPACE}]", "", reader.pages[-1].extract_text())
        assert f'"?lesson={lesson.id}' in said  # an address of this computer is of no use on paper
        assert app_url not in said


def test_a_short_worksheet_says_how_far_it_has_come_and_can_be_stopped(app_url: str, open_page: OpenPage) -> None:
    page = open_page(app_url)
    settled_map(page)
    page.get_by_role("link", name="Lessons").click()
    card = page.locator(f".st-key-lesson-{LESSONS[0].id}")
    expect(card).to_be_visible()
    at_rest(page)
    unfold(page, card.get_by_text("Scenes and downloads"))
    short, said = card.get_by_role("button", name="Short worksheet (2 pages)"), card.get_by_role("status")
    stop = card.get_by_role("button", name="Stop", exact=True)
    expect(stop).to_be_hidden()
    short.click()
    expect(said).to_have_text(re.compile(r"Drawing scene \d of 4"))
    stop.click()
    expect(said).to_have_text("Stopped")
    with page.expect_download(timeout=3 * DEADLINE) as found:  # maps are drawn one at a time, those of the page too
        short.click()
    assert found.value.suggested_filename == f"{LESSONS[0].id}-short-worksheet.pdf"
    reader = PdfReader(found.value.path())
    assert len(reader.pages) == 2
    expect(said).to_have_text("")
    expect(stop).to_be_hidden()
