"""Lessons are read without loss: what is written reads back the same, and a bad file gives problems, never an error."""

from __future__ import annotations

import string
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from geodata.lessons.model import GlossaryTerm, Heading, Lesson, Scene, SceneViewport
from geodata.lessons.prose import Prose
from geodata.lessons.reader import LESSONS, ReadLesson, read_lesson_text
from geodata.lessons.writer import lesson_markdown
from geodata.text.line import Line
from tests import project_data

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

SIGNS = string.ascii_lowercase[:3] + " \n#:-`~>*_[]()\\!<&|=.1\t'\"{}@%,\N{CJK UNIFIED IDEOGRAPH-4E00}"
PIECES = [
    "word", "*one*", "- item", "  - under it", "1. first", "> said", "> - so", "[it](https://example.org/a_(b))",
    "[it]: http://example.org", "[it]", "<https://example.org>", "`a`", "\\# no", "&amp;", "a  ", "<b>", "-", "no",
]  # fmt: skip


"""How fast a machine is says nothing about the lessons."""

RULES: dict[Any, TypeAdapter[str]] = {kind: TypeAdapter(kind) for kind in (Prose, Line, Heading)}


def fits(kind: Any, text: str) -> bool:  # noqa: ANN401 - an annotated type
    try:
        RULES[kind].validate_python(text)
    except ValidationError:
        return False
    return True


def texts(kind: Any, joints: list[str]) -> SearchStrategy[str]:  # noqa: ANN401 - an annotated type
    """Yield texts that are allowed, of every sort that Markdown and YAML have a meaning for."""
    pieces = st.lists(st.sampled_from(PIECES), max_size=5)
    joined = st.tuples(pieces, st.sampled_from(joints)).map(lambda made: made[1].join(made[0]))
    any_text = st.one_of(joined, st.text(max_size=30), st.text(st.sampled_from(SIGNS), max_size=30))
    return any_text.filter(lambda text: fits(kind, text))


DAYS = st.dates(date(2012, 1, 1), date(2026, 12, 31))
SLUGS = st.sampled_from(["a", "2014", "no", "null", "1e3", "kobane-2014-10-06", "0x10"])
LISTS = st.lists(SLUGS, max_size=3).map(tuple)
TEXTS = texts(Prose, ["\n", "\n\n", " ", "\r\n"])
LINES = texts(Line, [" ", "  ", "\n"]).filter(bool)
ROUND = st.builds(SceneViewport, place=SLUGS, zoom=st.floats(4, 17))
AT = st.builds(SceneViewport, lat=st.floats(-90, 90), lon=st.floats(-180, 180), zoom=st.integers(4, 17))


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    first, moment, last = sorted(draw(st.tuples(DAYS, DAYS, DAYS)))
    when: dict[str, Any] = draw(
        st.sampled_from([{"moment": moment}, {"days": (first, last)}, {"moment": moment, "days": (first, last)}])
    )
    compare = draw(st.none() | st.sampled_from([first, last]))
    if compare != when.get("moment", last):
        when["compare"] = compare
    what = {name: draw(LISTS) for name in ("events", "areas", "terms", "claims", "sources")}
    return Scene(
        title=draw(LINES.filter(lambda text: fits(Heading, text))),
        mode=draw(st.sampled_from(["day", "until", "range"])),
        window=draw(st.integers(0, 366)),
        view=draw(ROUND | AT),
        text=draw(TEXTS.filter(lambda text: bool(text.strip()))),
        question=draw(TEXTS),
        teacher=draw(TEXTS),
        **when,
        **what,
    )


WORDS = st.one_of(st.builds(GlossaryTerm, term=SLUGS), st.builds(GlossaryTerm, word=LINES, explanation=LINES))
MADE = st.builds(
    Lesson,
    id=st.just("a"),
    title=LINES,
    language=st.sampled_from(["en", "no", "zh-Hant"]),
    age=st.none() | st.sampled_from(["8-9", "13-18"]),
    minutes=st.none() | st.integers(1, 600),
    aims=st.lists(LINES, max_size=3).map(tuple),
    words=st.lists(WORDS, max_size=3).map(tuple),
    sources=LISTS,
    text=TEXTS,
    teacher=TEXTS,
    scenes=st.lists(scenes(), max_size=3).map(tuple),
)


@given(MADE)
def test_what_is_written_reads_back_the_same(lesson: Lesson) -> None:
    read = read_lesson_text(lesson_markdown(lesson), "a.md")
    assert read.problems == ()
    assert read.lesson == lesson


def test_the_round_trip_can_fail() -> None:
    scene = Scene(title="One", moment=date(2014, 10, 6), view=SceneViewport(place="kobane"), text="x")
    forged = Lesson(id="a", title="A", scenes=(scene.model_copy(update={"text": "x\n\n## Two"}),))
    assert read_lesson_text(lesson_markdown(forged), "a.md").lesson != forged


@given(
    st.one_of(
        st.text(),
        st.text(st.sampled_from(SIGNS)).map(lambda text: f"---\n{text}\n---\n{text}"),
        st.text(st.sampled_from(SIGNS)).map(lambda text: f"## a\n```scene\n{text}\n```\n{text}"),
    )
)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    read = read_lesson_text(text, "a.md")
    assert len(read.lines) == len(read.lesson.scenes)
    assert all("\n" not in problem.sentence() for problem in read.problems)


@pytest.mark.parametrize("read", project_data.lessons(), ids=lambda read: read.file)
def test_our_lessons_stand_as_the_writer_writes_them(read: ReadLesson) -> None:
    assert lesson_markdown(read.lesson) == (LESSONS / read.file).read_text("utf-8")
