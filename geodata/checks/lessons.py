"""Check of lessons: references, days and numbers, length of texts."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from geodata.checks.markdown import faults_of_markdown
from geodata.io.problems import Problem
from geodata.lessons.fields import line_of
from geodata.lessons.outline import MARKED
from geodata.lessons.prose import strip_markdown
from geodata.lessons.references import texts_behind
from geodata.text.numerals import numbers_in, numbers_in_words, value_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from geodata.atlas import Atlas
    from geodata.lessons.model import Lesson, Scene
    from geodata.lessons.reader import ReadLesson

    Fault = tuple[str, str, str, str]  # field, value, what was expected, hint

FEWEST_SCENES, MOST_SCENES = 6, 12
"""So many scenes fill a lesson, and no more than one."""

LONGEST = {"text": 90, "question": 35}
"""Words that a panel beside the map can show at once, readable from the last row."""

TEXTS = ("text", *MARKED)
"""Fields with prose."""

FEW = 5
"""So many numbers of the records are told where a text has another."""

REFERENCES = (
    ("events", ("events",)),
    ("areas", ("controllers", "zones")),
    ("terms", ("terms",)),
    ("claims", ("claims",)),
    ("sources", ("sources",)),
)
"""Field of a scene, and the tables whose ids it may hold."""


def check_lessons(lessons: Iterable[ReadLesson], atlas: Atlas) -> Iterator[Problem]:
    """Yield every problem of the lessons.

    Those of reading come first, then what does not agree with the tables.

    What could not be read is not told again as missing, neither the whole of a file nor a field.
    """
    for read in lessons:
        yield from read.problems
        if any(problem.row is None for problem in read.problems):
            continue
        columns = {problem.column for problem in read.problems}
        yield from (Problem(read.file, 1, *fault) for fault in _faults_of_lesson(read.lesson, atlas, columns))
        yield from _faults_of_texts(read)
        lines: dict[str, int] = {}
        for line, scene in zip(read.lines, read.lesson.scenes, strict=True):
            yield from (Problem(read.file, line, *fault) for fault in _faults_of_scene(scene, atlas))
            yield from (Problem(read.file, line, *fault) for fault in _faults_of_numbers(scene, atlas))
            if scene.title in lines:
                hint = f"See line {lines[scene.title]}."
                yield Problem(read.file, line, "title", scene.title, "a title that no other scene has", hint)
            lines.setdefault(scene.title, line)


def _faults_of_lesson(lesson: Lesson, atlas: Atlas, reported: Collection[str]) -> Iterator[Fault]:
    for field in ("age", "minutes", "aims"):
        if not getattr(lesson, field) and field not in reported:
            yield field, "", "a value, so that teachers can choose", ""
    count = len(lesson.scenes)
    if not FEWEST_SCENES <= count <= MOST_SCENES:
        yield "scene", f"{count}", f"{FEWEST_SCENES} to {MOST_SCENES} scenes", ""
    for word in lesson.words:
        if word.term:
            yield from _missing(atlas, "words", word.term, ("terms",))
    for source in lesson.sources:
        yield from _missing(atlas, "sources", source, ("sources",))


def _faults_of_texts(read: ReadLesson) -> Iterator[Problem]:
    """Yield what of the Markdown is shown otherwise than meant, with its line where that is known."""
    nowhere: tuple[Mapping[str, Sequence[int]], ...] = ({},) * (len(read.lesson.scenes) + 1)
    own = zip((read.lesson, *read.lesson.scenes), (1, *read.lines), read.numbers or nowhere, strict=True)
    for record, line, numbers in own:
        for field in TEXTS:
            for fault in faults_of_markdown(getattr(record, field, "")):
                row = line_of(numbers.get(field, ()), fault.index, line)
                yield Problem(read.file, row, field, fault.shown, fault.expected, fault.hint)


def _faults_of_scene(scene: Scene, atlas: Atlas) -> Iterator[Fault]:
    for field, tables in REFERENCES:
        for value in getattr(scene, field):
            yield from _missing(atlas, field, value, tables)
    if not (scene.events or scene.claims):
        yield "events", "", "an event or a claim behind the text", ""
    first = min((hold.start for hold in atlas.holds), default=scene.day)
    last = atlas.setting_day("events-known-until")
    for field, day in zip(("moment", "compare"), scene.seen_days, strict=False):
        if not first <= day <= last:
            yield field, f"{day}", f"a date from {first} to {last}, the period of the data", ""
    for name in scene.events:
        if atlas.has_event(name) and not scene.shows(atlas.event(name).span):
            yield "events", name, "an event on the days that the scene shows", ""
    yield from _faults_of_view(scene, atlas)
    for field, most in LONGEST.items():
        words = len(strip_markdown(getattr(scene, field)).split())
        if words > most:
            yield field, f"{words} words", f"at most {most} words, readable from the back row", ""


def _faults_of_numbers(scene: Scene, atlas: Atlas) -> Iterator[Fault]:
    """Yield a fault for every number in digits that no record of the scene gives, in digits or in words.

    A toll, a count or a size stands in one place only, so a lesson that was not updated with its records is reported.
    Numbers in words are not looked at: a question counts what pupils do ("name two sources").
    """
    texts = [record.text for record in texts_behind(scene, atlas)]
    typed = {value_of(number): number for text in texts for number in numbers_in(text)}
    values = typed.keys() | {number for text in texts for number in numbers_in_words(text)}
    for field in LONGEST:
        for number in dict.fromkeys(numbers_in(strip_markdown(getattr(scene, field)))):
            if value_of(number) not in values:
                yield (
                    field,
                    number,
                    "a number given by an event, claim, term, source or zone of the scene",
                    _near(number, typed),
                )


def _near(number: str, typed: dict[str, str]) -> str:
    """Return a hint with those of the numbers given, by their values, that come nearest to another."""
    nearest = sorted(typed, key=lambda value: abs(_size(value) - _size(value_of(number))))[:FEW]
    shown = ", ".join(typed[value] for value in sorted(nearest, key=_size))
    return f"They give {shown}." if shown else "They give none."


def _size(value: str) -> float:
    """Return what a number amounts to.

    0 where it is more than one, such as 1.5.6.
    """
    try:
        return float(value)
    except ValueError:
        return 0.0


def _faults_of_view(scene: Scene, atlas: Atlas) -> Iterator[Fault]:
    view = scene.view
    if view.place:
        yield from _missing(atlas, "view", view.place, ("places",))
    elif view.lat is not None and view.lon is not None:
        west, south, east, north = atlas.setting_numbers("area-bounds")
        if not (south <= view.lat <= north and west <= view.lon <= east):
            expected = f"a point on the map, {south:g} to {north:g} north and {west:g} to {east:g} east"
            yield "view", f"{view.lat:g}, {view.lon:g}", expected, ""


def _missing(atlas: Atlas, field: str, value: str, tables: tuple[str, ...]) -> Iterator[Fault]:
    """Yield a fault where a value is no id of the tables."""
    ids = {row.id for table in tables for row in getattr(atlas, table)}
    if value not in ids:
        close = get_close_matches(value, ids, n=1)
        hint = f'Did you mean "{close[0]}"?' if close else ""
        yield field, value, f"an id from {' or '.join(f'{table}.csv' for table in tables)}", hint
