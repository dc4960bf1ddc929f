"""A picture is uploaded to a scene, seen in the preview, kept in the file of the lesson, and loaded again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from geodata.lessons.image import prepare
from geodata.lessons.reader import read_lesson
from tests.browser.app_page import at_rest, press_beside_map
from tests.browser.test_write_a_lesson import add, loading, press, scene, write, writing
from tests.images import drawn, saved

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from geodata.lessons.reader import ReadLesson
    from tests.browser.conftest import OpenPage

DAY = "2014-10-06"
WORDS = {
    "Caption: what it shows, where and when": "A bridge, drawn for a test",
    "Credit: who made it": "The class",
    "Licence: how it may be shared": "CC0 1.0",
    "Alternative text: a description for people who cannot see the picture": "Red above, blue below",
}


def downloaded(page: Page, folder: Path) -> tuple[Path, ReadLesson]:
    """Download the lesson with its pictures and return it as geodata reads it."""
    with page.expect_download() as given:
        press_beside_map(page, page.get_by_role("button", name="Download the lesson (zip)"))
    path = folder / given.value.suggested_filename
    given.value.save_as(path)
    at_rest(page)
    return path, read_lesson(path)


def test_a_picture_is_uploaded_seen_in_the_preview_kept_in_the_file_and_loaded_again(
    open_page: OpenPage, app_url: str, tmp_path: Path
) -> None:
    page, frame = writing(open_page, app_url)
    add(page, frame, 1, DAY)
    write(page, "Text for pupils", "What is seen here?")
    page.get_by_text("Picture", exact=True).click()
    expect(page.get_by_text("No pictures of violence.")).to_be_visible()
    uploader = page.get_by_test_id("stFileUploader").filter(has_text="JPEG")
    uploader.locator('input[type="file"]').set_input_files(
        {"name": "bridge.jpg", "mimeType": "image/jpeg", "buffer": saved(drawn(900, 500))}
    )
    expect(page.get_by_role("button", name="Remove the picture")).to_be_visible()
    at_rest(page)
    for label, words in WORDS.items():
        write(page, label, words)
    write(page, "Title of the lesson", "Pictured")
    press_beside_map(page, page.get_by_text("Preview the lesson"))
    lesson = frame.get_by_role("region", name="Lesson")
    picture = lesson.get_by_role("img", name="Red above, blue below")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 900
    expect(lesson.get_by_text("The class · CC0 1.0")).to_be_visible()
    at_rest(page)
    path, read = downloaded(page, tmp_path)
    assert path.suffix == ".zip"
    assert read.problems == ()
    (made,) = (each.picture for each in read.lesson.scenes)
    assert made is not None
    assert made.image == prepare(saved(drawn(900, 500)))
    assert [made.caption, made.credit, made.licence, made.alt] == list(WORDS.values())
    press(page, "Start an empty lesson")
    expect(page.get_by_text("There are no scenes yet")).to_be_visible()
    loading(page).set_input_files(path)
    press(page, "Open this lesson")
    expect(scene(page, "1. 6 October 2014")).to_be_visible()
    at_rest(page)
    assert downloaded(page, tmp_path)[1].lesson == read.lesson
