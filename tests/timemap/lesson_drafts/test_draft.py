"""A draft is written as a lesson's file, read back as it was, and changed without touching what was there before."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodata.io.tables import columns_of
from geodata.lessons.model import Scene
from geodata.lessons.reader import LESSONS, read_lesson_text
from timemap.lesson_drafts.draft import (
    AS_IN_FILE,
    OF_THE_MAP,
    Draft,
    SceneDraft,
    moved,
    with_capture_of,
    with_changed,
    with_scene,
    without_scene,
)
from timemap.lesson_drafts.markdown import draft_markdown, read_draft

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(LESSONS.glob("*.md"))
THREE = Draft(scenes=tuple(SceneDraft(key=key, title=key) for key in "abc"))


def keys(draft: Draft) -> str:
    return "".join(scene.key for scene in draft.scenes)


def keyless(draft: Draft) -> Draft:
    """Return the draft without the keys, which are new whenever it is read."""
    return replace(draft, scenes=tuple(replace(scene, key="") for scene in draft.scenes))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_our_lessons_are_written_again_letter_by_letter(path: Path) -> None:
    content = path.read_bytes()
    draft, problems = read_draft(content, path.name)
    assert problems == ()
    assert draft_markdown(draft) == content.decode()


def test_a_draft_that_is_all_wrong_comes_back_as_it_was() -> None:
    scene = SceneDraft(
        title="# Nothing fits",
        moment=date(1914, 9, 13),
        compare=date(1914, 9, 13),
        first=date(2016, 1, 1),
        last=date(2015, 1, 1),
        mode="until",
        window=9000,
        place="nowhere",
        zoom=3.0,
        events=("no-such-event",),
        areas=("no-such-area",),
        text="Words.\n\n::: question\n\n```scene\n## A heading",
        question="# Why?",
        teacher="~~~\nnote",
    )
    draft = Draft(
        title="All: 'wrong' \"here\" #",
        age="old",
        minutes=9999,
        aims="- one\n- two",
        words="a: b: c",
        scenes=(scene, SceneDraft()),
    )
    written = draft_markdown(replace(draft, scenes=(scene, SceneDraft())))
    read, problems = read_draft(written.encode(), "wrong.md")
    assert problems
    assert [each.title for each in read.scenes] == [scene.title, ""]
    again = read.scenes[0]
    kept = ("moment", "compare", "first", "last", "mode", "window", "place", "zoom", "events", "areas")
    assert {name: getattr(again, name) for name in kept} == {name: getattr(scene, name) for name in kept}
    for name in ("text", "question", "teacher"):
        assert getattr(again, name).replace("\\", "") == getattr(scene, name)
    assert (read.title, read.age, read.minutes, read.aims) == (draft.title, draft.age, draft.minutes, draft.aims)
    assert draft_markdown(read) == written


def test_a_draft_has_every_field_of_a_scene() -> None:
    in_parts = {"range", "view", "picture"}
    assert set(AS_IN_FILE) == set(columns_of(Scene)) - in_parts
    own = {field.name for field in fields(SceneDraft)} - set(AS_IN_FILE)
    assert own == {"key", "picture", "first", "last", "lat", "lon", "place", "zoom"}
    assert set(OF_THE_MAP) < {field.name for field in fields(SceneDraft)}


def test_an_empty_draft_is_written_and_read() -> None:
    read, problems = read_draft(draft_markdown(Draft()).encode(), "empty.md")
    assert keyless(read) == Draft()
    assert not read.begun
    assert [problem.column for problem in problems] == ["title"]


def test_words_to_know_keep_the_order_of_their_file_and_new_ones_follow() -> None:
    draft = Draft(terms=("new", "b-term"), words="a: first\nz: last", order=("a", "b-term", "gone"))
    assert draft.words_to_know == [
        {"word": "a", "explanation": "first"},
        "b-term",
        "new",
        {"word": "z", "explanation": "last"},
    ]


def test_days_and_line_ends_of_other_systems_are_read() -> None:
    content = FILES[0].read_text(encoding="utf-8")
    plain, _ = read_draft(content.encode(), "a.md")
    other, problems = read_draft(b"\xef\xbb\xbf" + content.replace("\n", "\r\n").encode(), "a.md")
    assert problems == ()
    assert keyless(other) == keyless(plain)


def test_a_scene_that_cannot_be_read_is_told_with_its_line_and_the_others_are_kept() -> None:
    content = FILES[0].read_text(encoding="utf-8")
    line = content.splitlines().index("```scene") + 2
    draft, problems = read_draft(content.replace("```scene\n", "```scene\nmoment: [\n", 1).encode(), "a.md")
    assert len(draft.scenes) == len(read_lesson_text(content, "a.md").lesson.scenes)
    assert line <= (problems[0].row or 0) <= line + 2
    assert draft.scenes[0].text
    assert draft.scenes[0].moment == read_draft(content.encode(), "a.md")[0].scenes[0].moment  # the others still count


def test_scenes_are_added_moved_changed_and_taken_out_without_touching_the_draft_before() -> None:
    other = SceneDraft(key="x")
    assert keys(with_scene(THREE, other)) == "abcx"
    assert keys(with_scene(THREE, other, 1)) == "axbc"
    assert keys(without_scene(THREE, "b")) == "ac"
    assert keys(without_scene(THREE, "nobody")) == "abc"
    assert keys(with_changed(THREE, other, "b")) == "axc"
    assert with_changed(THREE, replace(THREE.scenes[1], title="new")).scenes[1].title == "new"
    assert [keys(moved(THREE, "b", by)) for by in (-5, -1, 0, 1, 5)] == ["bac", "bac", "abc", "acb", "acb"]
    assert moved(THREE, "nobody", 1) is THREE
    assert keys(THREE) == "abc"
    assert [THREE.place_of(key) for key in "cax"] == [2, 0, -1]


def test_a_new_sight_leaves_words_and_named_things_of_a_scene_alone() -> None:
    scene = SceneDraft(title="Mine", text="Words.", events=("one",), areas=("sdf",), moment=date(2014, 10, 6))
    seen = SceneDraft(title="Other", moment=date(2018, 1, 20), lat=36.5, lon=37.0, zoom=9.0, events=("one", "two"))
    seen = replace(seen, compare=date(2018, 3, 24))
    both = with_capture_of(scene, seen)
    assert (both.title, both.text, both.areas) == ("Mine", "Words.", ("sdf",))
    assert (both.key, both.moment, both.compare) == (seen.key, seen.moment, seen.compare)
    assert (both.lat, both.lon, both.zoom) == (36.5, 37.0, 9.0)
    assert both.events == ("one", "two")


def test_scenes_have_keys_of_their_own() -> None:
    assert SceneDraft().key != SceneDraft().key
