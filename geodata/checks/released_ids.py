"""Check that no id of the last release got lost.

Addresses, exported files and lessons of other people name rows by their ids. An id that is once published stays, as
the id of a row or as the former id of an event.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from geodata.data import DATA, atlas_folder
from geodata.io.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from geodata.io.tables import Rows
    from geodata.lessons.reader import ReadLesson
    from geodata.records.base import Record

RELEASE = DATA / "release.json"
"""File of our own last release."""

_ID_COLUMNS = ("id", "code", "actor", "former_id")


@dataclass(frozen=True, slots=True)
class Release:
    """Ids of the tables and lessons at their last release."""

    version: str
    """Version of the data (`geodata.atlas.version_of`)."""
    rows: dict[str, int]
    """How many rows every table had, and how many lessons there were, by the name of the table."""
    ids: dict[str, list[str]]
    """The ids and former ids of every table that has any, and of the lessons, sorted."""


def release_of(tables: Mapping[str, Rows[Any]], lessons: Sequence[ReadLesson], version: str = "") -> Release:
    """Return what is recorded if these tables and lessons are released.

    To compare, no version is needed.
    """
    ids = {name: sorted(set(_ids(rows.records))) for name, rows in tables.items()}
    ids["lessons"] = sorted(read.lesson.id for read in lessons)
    counts = {name: len(rows.records) for name, rows in tables.items()} | {"lessons": len(lessons)}
    return Release(version, counts, {name: known for name, known in ids.items() if known})


def release_file() -> Path:
    """Return the file of the last release of the atlas; it may be missing."""
    return atlas_folder() / "release.json"


def read_release(path: Path | None = None) -> Release:
    """Return the last release, by default that of the atlas.

    Its version is empty where none was recorded.
    """
    file = path or release_file()
    return Release(**json.loads(file.read_text("utf-8"))) if file.is_file() else Release("", {}, {})


def release_text(release: Release) -> str:
    """Return a release as it is stored: one id a line.

    So a comparison of versions shows each.
    """
    return json.dumps(asdict(release), ensure_ascii=False, indent=1) + "\n"


def check_released_ids(
    tables: Mapping[str, Rows[Any]], now: Release, last: Release, *, dropped: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield a problem for every id of the last release that got lost.

    It is lost where neither a row nor a former id has it now.

    Args:
        tables: what every table gave; those with rows that could not be read are left out, their ids are not known.
        now: what the tables and lessons hold.
        last: what they held at the last release.
        dropped: ids that are left out on purpose.
    """
    files = {name: rows.file for name, rows in tables.items() if not rows.problems} | {"lessons": "lessons"}
    for name, ids in last.ids.items():
        known = {*now.ids.get(name, ()), *dropped}
        for lost in (value for value in ids if value not in known and name in files):
            hint = "If an event was renamed, keep this id as its former_id. " if name == "events" else ""
            hint += "To drop it on purpose: python -m geodata release --drop " + lost
            yield Problem(files[name], None, "id", "", f'"{lost}", which the last release has', hint)


def changes_of_rows(now: Release, last: Release) -> str:
    """Return which tables have more or fewer rows than at the last release.

    Empty where none has.

    >>> changes_of_rows(Release("b", {"events": 12, "holds": 8}, {}), Release("a", {"events": 10, "holds": 9}, {}))
    'events +2, holds -1'
    """
    names = dict.fromkeys((*now.rows, *last.rows))
    more = {name: now.rows.get(name, 0) - last.rows.get(name, 0) for name in names}
    return ", ".join(f"{name.replace('_', ' ')} {number:+,}" for name, number in more.items() if number)


def _ids(records: Sequence[Record]) -> Iterator[str]:
    for record in records:
        yield from filter(None, (getattr(record, column, "") for column in _ID_COLUMNS))
