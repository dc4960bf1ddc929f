"""Fields are read as their writer meant them, or told in our words with line and way out; nothing is cut in silence."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geodata.checks.lessons import check_lessons
from geodata.lessons.fields import LONGEST_BLOCK
from geodata.lessons.reader import read_lesson_text
from tests.project_data import atlas

TITLE = "title: A day in October"
FRONT = (
    f"---\n{TITLE}\nage: 13-16\nminutes: 20\naims:\n- Say who reports what.\nwords:\n- word: front line\n"
    "  explanation: Where the areas of two sides meet.\n---\n\n"
)
SCENE = (
    "## At the edge\n\n```scene\nmoment: 2014-10-06\nview: {place: kobane, zoom: 13}\n"
    "events: [black-flags-raised]\n```\n\nText.\n"
)
FOREIGN = re.compile(
    r"mapping|block end|scalar|token|Extra inputs|sequence entr|alphabetic|anchor|alias|flow|permitted|"
    r"Input should|yaml|pydantic|Traceback|codec|stream",
    re.IGNORECASE,
)
"""Words of the libraries underneath that no writer of a lesson knows."""


def said(front: str, scene: str = SCENE) -> list[str]:
    """Return what the check says of a lesson, but for the number of its scenes."""
    problems = check_lessons([read_lesson_text(front + scene, "my.md")], atlas())
    return [sentence for problem in problems if "to 12 scenes" not in (sentence := problem.sentence())]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("title: Kobane: the siege", "Kobane: the siege"),
        ("title: Kobane:", "Kobane:"),
        ("title: Lesson #3 on Kobane", "Lesson #3 on Kobane"),
        ("title: Who won? # a question", "Who won? # a question"),
        ("title: #3", "#3"),
        ("title: [Draft] Kobane", "[Draft] Kobane"),
        ("title: {Draft} Kobane", "{Draft} Kobane"),
        ("title: *Kobane*", "*Kobane*"),
        ("title: &Kobane", "&Kobane"),
        ("title: !Kobane", "!Kobane"),
        ("title: @school", "@school"),
        ("title: %school", "%school"),
        ("title: `Kobane`", "`Kobane`"),
        ("title: - Kobane -", "- Kobane -"),
        ("title: ? Kobane", "? Kobane"),
        ("title: | Kobane", "| Kobane"),
        ("title: > Kobane", "> Kobane"),
        ("title:\tKobane", "Kobane"),
        ("title: Kobane\tand the siege", "Kobane and the siege"),
        ("title:Kobane", "Kobane"),
        ("title : Kobane", "Kobane"),
        ("title: yes", "yes"),
        ("title: no", "no"),
        ("title: null", "null"),
        ("title: ~", "~"),
        ("title: 2014", "2014"),
        ("title: 2014-10-06", "2014-10-06"),
        ("title: 6:30", "6:30"),
        ("title: 0x1F", "0x1F"),
        ("title: C:\\Users\\me", "C:\\Users\\me"),
        ("title: كوباني: الحصار", "كوباني: الحصار"),
        ('title: "Kobane: the siege"', "Kobane: the siege"),
        ('title: "Kobane" # a comment behind a quoted text', "Kobane"),
        ("title: 'Kobane''s siege'", "Kobane's siege"),
        ('title: "Two\n  lines"', "Two lines"),
        ("title: Two\n  lines", "Two lines"),
        ("title: >\n  Two: # 1\n  lines", "Two: # 1 lines"),
        ("title: Kobane\u2028and the siege", "Kobane and the siege"),
        ("title: Kobane \N{PILE OF POO}: told", "Kobane \N{PILE OF POO}: told"),
        ("# a comment\ntitle: A day", "A day"),
    ],
)
def test_a_title_is_read_as_its_writer_meant_it(typed: str, title: str) -> None:
    front = FRONT.replace(TITLE, typed)
    assert read_lesson_text(front + SCENE, "my.md").lesson.title == title
    assert said(front) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        (TITLE, "title: 'Kobane's siege'", 2, 'one pair of quotation marks. Write "Kobane\'s siege"'),
        (TITLE, 'title: "Kobane" and the siege', 2, "Write '\"Kobane\" and the siege'"),
        (TITLE, 'title: "Kobane', 2, "one pair of quotation marks"),
        (TITLE, "title: [Draft]", 2, "Put quotation marks around it"),
        (TITLE, "title:\u00a0A day", 2, "U+00A0 (NO-BREAK SPACE)"),
        (TITLE, f"{TITLE}\n{TITLE}", 3, "each field only once"),
        (TITLE, "title: A\x07day", 2, "U+0007"),
        (TITLE, f"{TITLE}\nmore\n", 3, "fields such as minutes: 45"),
        (TITLE, f"{TITLE}\n\u2060minutes: 20", 3, "U+2060 (WORD JOINER)"),
        (TITLE, f"title: {'A' * 301}", 2, "at most 300 characters"),
        ("- Say who", "- Two questions: who", 6, "quotation marks around text that contains a colon"),
        ("aims:\n- Say who reports what.", "aims: Say who reports what.", 5, "a list"),
        ("  explanation", "\texplanation", 9, "spaces at the start of the line"),
        ("  explanation", "\u00a0\u00a0explanation", 9, "U+00A0"),
        ("- word: front line", "- front line: a line", 7, "the fields term, word, explanation only"),
        ("- word: front line", "- word: front line\n  word: front", 9, "each field only once"),
        ("minutes: 20", "minutes: [20", 4, "a bracket that is closed"),
        ("minutes: 20", "minutes: &a 20\nage: *a", 5, "no references"),
        ("minutes: 20", "minutes: 20\u200b", 4, "U+200B (ZERO WIDTH SPACE)"),
        ("minutes: 20", "Minutes: 20", 4, 'Did you mean "minutes"?'),
        ("zoom: 13}", "zoom:13}", 16, "Put a space after the colon: zoom: 13."),
        ("zoom: 13}", "zom: 13}", 16, 'Did you mean "zoom"?'),
        ("moment: 2014-10-06", "moment: 2014-10-06\u200e", 15, "U+200E (LEFT-TO-RIGHT MARK)"),
        ("Text.", "A\x1bText.", 20, "U+001B"),
        ("[black-flags-raised]", "[" + "a," * 101 + "]", 17, "at most 100 ids"),
        ("Where the", "x" * LONGEST_BLOCK, 2, "at most 20,000 characters"),
    ],
)
def test_what_cannot_be_read_as_meant_is_told_with_its_line_and_the_way_out(
    old: str, new: str, line: int, words: str
) -> None:
    front, scene = FRONT.replace(old, new, 1), SCENE.replace(old, new, 1)
    assert front + scene != FRONT + SCENE
    sentences = said(front, scene)
    assert any(sentence.startswith(f"my.md, line {line}") and words in sentence for sentence in sentences), sentences
    assert not [sentence for sentence in sentences if FOREIGN.search(sentence)]


def test_a_field_that_cannot_be_read_costs_no_other() -> None:
    read = read_lesson_text(
        FRONT.replace("minutes: 20", "minutes: [20").replace("age: 13", "age: {13") + SCENE, "my.md"
    )
    assert (read.lesson.title, read.lesson.aims, [word.word for word in read.lesson.words]) == (
        "A day in October",
        ("Say who reports what.",),
        ["front line"],
    )
    assert [(problem.row, problem.column) for problem in read.problems] == [(3, "age"), (4, "minutes")]
    assert [scene.title for scene in read.lesson.scenes] == ["At the edge"]


@pytest.mark.parametrize(
    ("front", "title", "told"),
    [
        (f"\n\n{FRONT}", "A day in October", []),
        (f"\N{BYTE ORDER MARK}\N{BYTE ORDER MARK}{FRONT}", "A day in October", []),
        (FRONT.replace("\n", "\r\n"), "A day in October", []),
        (FRONT.replace("\n", "\r"), "A day in October", []),
        (FRONT.replace("---\n\n", "\n"), "A day in October", [(1, "a line with --- that ends the fields")]),
        (FRONT.replace("---", "\N{EM DASH}-"), "my", [(1, "fields between two lines of ---")]),
    ],
)
def test_front_matter_is_found_where_it_was_meant(front: str, title: str, told: list[tuple[int, str]]) -> None:
    read = read_lesson_text(front + SCENE, "my.md")
    assert read.lesson.title == title
    assert [scene.title for scene in read.lesson.scenes] == ["At the edge"]
    for row, expected in told:
        assert any((problem.row, problem.expected[: len(expected)]) == (row, expected) for problem in read.problems)
    assert told or not read.problems


TYPED = st.text(st.sampled_from("aZ9\N{ARABIC LETTER ALEF}:#'\"-[]{}*&!|>%@`,?~ \t\\.\u00a0\u200b\u2028"), max_size=14)


@settings(max_examples=150)
@given(TYPED, TYPED)
@example("'a", "b: #c")
@example('"a"', "'")
@example("|", "- a")
def test_whatever_is_typed_is_kept_or_told(title: str, aim: str) -> None:
    front = FRONT.replace("A day in October", f"Ab {title}").replace("Say who reports what.", aim)
    read = read_lesson_text(front + SCENE, "my.md")
    sentences = [problem.sentence() for problem in read.problems]
    assert not [sentence for sentence in sentences if FOREIGN.search(sentence)]
    told = {problem.column for problem in read.problems}
    assert read.lesson.title == " ".join(f"Ab {title}".split()) or "title" in told or "" in told
    wanted = " ".join(aim.split())
    # Quotation marks around the whole are what they are to everyone: not part of it.
    assert "aims" in told or read.lesson.aims in {(wanted,), (wanted[1:-1].strip(),)} or not wanted, read.lesson.aims
