"""What is wrong with a draft is told beside its field as the check of its file tells it; the preview runs anyway."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geodata.checks.lessons import check_lessons
from geodata.io.problems import Problem
from geodata.lessons.reader import LESSONS, read_lesson, read_lesson_text
from tests.project_data import atlas
from timemap.app.lesson_editor import options
from timemap.lesson_drafts.draft import Draft, SceneDraft, with_changed
from timemap.lesson_drafts.markdown import draft_markdown, read_draft
from timemap.lesson_drafts.preview import DRAFT_ID, number_of, preview_lesson, running
from timemap.lesson_drafts.validation import check, file_name, in_words

PATH = LESSONS / "the-siege-of-kobane.md"
SIEGE = read_draft(PATH.read_bytes(), PATH.name)[0]
TAKEN = SceneDraft(title="6 October 2014", moment=date(2014, 10, 6), place="kobane")


def with_fault(at: int, /, **changes: object) -> Draft:
    """Return our lesson on the siege with one scene changed."""
    return with_changed(SIEGE, replace(SIEGE.scenes[at], **changes))  # type: ignore[arg-type] # any field


def test_a_lesson_of_ours_has_nothing_wrong_and_comes_to_what_its_file_says() -> None:
    checked = check(SIEGE, atlas())
    assert checked.problems == ()
    assert checked.lesson.scenes == read_lesson(PATH).lesson.scenes
    assert checked.good == tuple(range(len(SIEGE.scenes)))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"text": ""}, "text"),
        ({"text": "# A heading"}, "text"),
        ({"text": "word " * 91}, "text"),
        ({"question": "word " * 36}, "question"),
        ({"moment": date(1914, 9, 13), "first": None, "last": None, "events": ("siege-begins",)}, "moment"),
        ({"moment": None, "first": date(2015, 1, 1), "last": None}, "range"),
        ({"first": date(2015, 1, 2), "last": date(2015, 1, 1), "moment": None}, "range"),
        ({"window": 9000}, "window"),
        ({"place": "nowhere", "lat": None, "lon": None}, "view"),
        ({"events": ("no-such-event",)}, "events"),
        ({"areas": ("no-such-area",)}, "areas"),
        ({"terms": ("no-such-term",)}, "terms"),
        ({"claims": ("no-such-claim",)}, "claims"),
        ({"sources": ("no-such-source",)}, "sources"),
    ],
    ids=str,
)
def test_a_fault_stands_at_its_field_of_its_scene_only(changes: dict[str, object], field: str) -> None:
    checked = check(with_fault(2, **changes), atlas())
    assert checked.of_scene(2, field)
    assert not checked.of_lesson()
    assert not any(checked.of_scene(place) for place in range(len(SIEGE.scenes)) if place != 2)


def test_what_is_wrong_is_what_the_check_of_its_file_finds() -> None:
    draft = replace(with_fault(1, events=("no-such-event",)), age="", minutes=None)
    draft = with_changed(draft, replace(draft.scenes[4], text="word " * 91))
    name = file_name(draft)
    told, of_file = (
        sorted((problem.file, problem.column, problem.value, problem.expected) for problem in problems)
        for problems in (
            check(draft, atlas()).problems,
            check_lessons([read_lesson_text(draft_markdown(draft), name)], atlas()),
        )
    )
    assert told == of_file
    assert {column for _, column, _, _ in told} == {"age", "minutes", "events", "text"}


def test_problems_are_told_for_who_stands_before_the_field() -> None:
    assert in_words(Problem("a.md", 1, "age", "", "a value, so that teachers can choose")) == "Required."
    assert in_words(Problem("a.md", 2, "events", "", "an event")) == "Required: an event."
    unknown = Problem("a.md", 2, "events", "siege-beginz", "an id from events.csv", 'Did you mean "siege-begins"?')
    assert in_words(unknown) == '"siege-beginz" is not in the list. Did you mean "siege-begins"?'
    twice = Problem("a.md", 3, "title", "Twice", "a title that no other scene has", "See line 2.")
    assert in_words(twice) == 'Got "Twice", expected a title that no other scene has.'


def test_what_was_taken_from_the_map_runs_before_a_word_is_written() -> None:
    shown = preview_lesson(Draft(scenes=(TAKEN, replace(TAKEN, key="second", title=" "))), atlas())
    assert shown.good == (0, 1)
    assert [scene.title for scene in shown.lesson.scenes] == ["6 October 2014", "Scene 2"]
    assert {scene.text for scene in shown.lesson.scenes} == {"*No text yet.*"}
    assert check(Draft(scenes=(TAKEN,)), atlas()).good == ()


def test_a_faulty_scene_is_left_out_of_the_preview_and_the_next_one_stands_for_it() -> None:
    shown = preview_lesson(with_fault(1, text="# A heading"), atlas())
    assert 1 not in shown.good
    assert [number_of(place, shown) for place in (0, 1, 2)] == [1, 2, 2]
    last = preview_lesson(with_fault(len(SIEGE.scenes) - 1, text="# A heading"), atlas())
    assert number_of(len(SIEGE.scenes) - 1, last) == len(SIEGE.scenes) - 1
    assert number_of(0, preview_lesson(Draft(), atlas())) == 0


def test_the_map_is_told_the_lesson_under_a_name_of_its_own() -> None:
    page, once = running(atlas(), preview_lesson(SIEGE, atlas()), 3)
    assert (page["draft"]["id"], page["collecting"]) == (DRAFT_ID, False)
    assert once == {"lesson": DRAFT_ID, "scene": 3}
    assert [scene["title"] for scene in page["draft"]["scenes"]] == [scene.title for scene in SIEGE.scenes]


def test_what_can_be_named_is_what_the_tables_hold_and_every_name_is_said() -> None:
    offered = {"events": options.events, "terms": options.terms, "claims": options.claims, "sources": options.sources}
    for table, offer in offered.items():
        names = offer(atlas())
        assert set(names) == {row.id for row in getattr(atlas(), table)}
        assert all(names.values())
    assert set(options.areas(atlas())) == {row.id for row in atlas().controllers} | {row.id for row in atlas().zones}
    orders = [atlas().event(name).order for name in options.events(atlas())]
    assert orders == sorted(orders)
