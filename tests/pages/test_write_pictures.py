"""A picture is uploaded to a scene, described, kept with the draft and in its file, taken out and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodata.io.problems import Problem
from geodata.lessons.image import prepare
from geodata.lessons.lesson_file import unpack
from geodata.lessons.picture import PICTURE_FIELDS
from tests.images import BLOCK, drawn, saved
from tests.pages import test_write_a_lesson as writing
from timemap.app.page_files import page_file
from timemap.lesson_drafts.markdown import draft_file
from timemap.lesson_drafts.validation import check
from timemap.text.markdown import escape_markdown

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from geodata.atlas import Atlas
    from timemap.lesson_drafts.picture import PictureDraft

FIRST, ANOTHER = "Picture (JPEG, PNG or WebP, at most 4 MB)", "Use another picture"
WORDS = {
    "caption": ("Caption: what it shows, where and when", "A bridge, drawn for a test"),
    "credit": ("Credit: who made it", "The class"),
    "licence": ("Licence: how it may be shared", "CC0 1.0"),
    "alt": ("Alternative text: a description for people who cannot see the picture", "Red above, blue below"),
}


def put(app: AppTest, content: bytes, name: str = "Bridge 1.jpg", label: str = FIRST) -> AppTest:
    writing.field(app, "file_uploader", label).set_value((name, content, "image/jpeg")).run()
    return writing.sound(app)


def picture(app: AppTest, place: int = 0) -> PictureDraft | None:
    return writing.draft(app).scenes[place].picture


def described(app: AppTest) -> AppTest:
    """Return the page after all fields of the picture were filled."""
    for label, words in WORDS.values():
        writing.fill(app, "text_input", label, words)
    return app


def kept_words(app: AppTest) -> dict[str, str]:
    found = picture(app)
    assert found is not None
    return {name: getattr(found, name) for name in WORDS}


def test_the_rule_about_violence_stands_where_a_picture_is_added() -> None:
    app = writing.with_copy()
    assert any("No pictures of violence" in row.value for row in app.caption)


def test_each_field_that_is_missing_is_told_beside_it_until_it_is_there(atlas: Atlas) -> None:
    app = put(writing.with_copy(), saved(drawn()))
    assert writing.notes(app)[0].count("Required") == 1
    assert len(writing.notes(app)) == len(WORDS)
    assert "4 to do" in app.radio[0].options[0]
    for left, (label, words) in zip((3, 2, 1, 0), WORDS.values(), strict=True):
        assert check(writing.draft(app), atlas).lesson.scenes[0].picture is None
        writing.fill(app, "text_input", label, words)
        assert len(writing.notes(app)) == left
    made = check(writing.draft(app), atlas).lesson.scenes[0].picture
    assert made is not None
    assert made.image == prepare(saved(drawn()))
    assert {name: getattr(made, name) for name in WORDS} == {name: words for name, (_, words) in WORDS.items()}


def test_a_draft_with_a_picture_is_kept_as_a_zip_file_and_comes_back() -> None:
    app = described(put(writing.with_copy(), saved(drawn())))
    before = picture(app)
    assert before is not None
    name, content = draft_file(writing.draft(app))
    assert name.endswith(".zip")
    writing.press(app, "lesson-new")
    assert writing.draft(app).scenes == ()
    writing.upload(app, name, content)
    assert not app.warning
    writing.press(app, "lesson-open")
    after = picture(app)
    assert after is not None
    assert (after.file, after.image) == ("bridge-1.webp", before.image)
    assert kept_words(app) == {name: words for name, (_, words) in WORDS.items()}
    assert draft_file(writing.draft(app)) == (name, content)
    labels = [row.label for row in app.button]
    assert "Download the lesson (zip)" in labels
    assert "Download the lesson (Markdown)" not in labels


def test_a_picture_outlives_a_visit_to_another_page() -> None:
    app = described(put(writing.with_copy(), saved(drawn())))
    before = picture(app)
    app.switch_page(page_file("lessons")).run()
    assert not app.exception
    app.switch_page(writing.PAGE).run()
    writing.sound(app.run())  # the map comes alone, and asks for the rest when it is there
    assert picture(app) == before
    assert writing.field(app, "text_input", WORDS["alt"][0]).value == WORDS["alt"][1]


def test_another_picture_keeps_the_words_and_a_removed_one_comes_back_with_them() -> None:
    app = described(put(writing.with_copy(), saved(drawn())))
    put(app, saved(drawn(90, 60), "PNG"), "Other.png", ANOTHER)
    second = picture(app)
    assert second is not None
    assert (second.file, second.image) == ("Other.png", prepare(saved(drawn(90, 60), "PNG")))
    writing.press_twice(app, "picture-remove")
    assert picture(app) is None
    assert writing.notes(app) == []
    writing.press_twice(app, "picture-back")
    assert picture(app) == second
    assert kept_words(app) == {name: words for name, (_, words) in WORDS.items()}


def test_a_picture_stays_with_its_scene_where_that_is_moved_or_comes_back() -> None:
    app = described(put(writing.with_copy(), saved(drawn())))
    before = picture(app)
    writing.press(app, "scene-down")
    assert (picture(app, 0), picture(app, 1)) == (None, before)
    writing.press(app, "scene-delete")
    assert all(scene.picture is None for scene in writing.draft(app).scenes)
    writing.press(app, "scene-back")
    assert picture(app, 1) == before


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("drawing.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "SVG can contain"),
        ("cut off.jpg", saved(drawn())[:900], "damaged or incomplete"),
        ("large.jpg", b"\0" * 4_000_001, "at most 4 MB"),
        ("<b>no picture</b>.png", b"nothing", "a JPEG, PNG or WebP picture"),
    ],
)
def test_a_file_that_is_refused_is_told_and_the_picture_that_is_there_stays(
    name: str, content: bytes, said: str
) -> None:
    app = described(put(writing.with_copy(), saved(drawn())))
    before = picture(app)
    put(app, content, name, ANOTHER)
    (note,) = writing.notes(app)
    assert escape_markdown(said) in note
    assert escape_markdown(name) in note
    assert picture(app) == before
    put(app, saved(drawn(60, 60)), "good.jpg", ANOTHER)
    assert writing.notes(app) == []


def test_a_text_whose_picture_did_not_come_along_keeps_its_words_and_says_what_is_missing() -> None:
    text = writing.SIEGE.replace("\n::: question", f"\n{BLOCK}\n::: question", 1)
    app = writing.upload(writing.opened(), "alone.md", text.encode())
    assert escape_markdown("bridge.jpg") in app.warning[-1].value
    assert escape_markdown("zip file") in app.warning[-1].value
    writing.press(app, "lesson-open")
    place = next(place for place, scene in enumerate(writing.draft(app).scenes) if scene.picture)
    app.radio[0].set_value(writing.draft(app).scenes[place].key).run()
    found = picture(app, place)
    assert found is not None
    assert (found.file, found.caption, found.image) == ("bridge.jpg", "A bridge, made for a test.", b"")
    assert any(escape_markdown("bridge.jpg") in note for note in writing.notes(app))
    put(app, saved(drawn()), "bridge.jpg", ANOTHER)
    assert writing.notes(app) == []


def test_two_pictures_of_one_name_are_two_files() -> None:
    app = described(put(writing.with_copy(), saved(drawn())))
    app.radio[0].set_value(writing.draft(app).scenes[1].key).run()
    described(put(app, saved(drawn(200, 100))))
    first, second = picture(app, 0), picture(app, 1)
    assert first is not None
    assert second is not None
    assert first.image != second.image
    name, content = draft_file(writing.draft(app))
    came = unpack(content, name)
    assert not isinstance(came, Problem)
    assert [came.find(file) for file in ("bridge-1.webp", "bridge-1-2.webp")] == [first.image, second.image]
    assert set(PICTURE_FIELDS) == {"file", *WORDS}
