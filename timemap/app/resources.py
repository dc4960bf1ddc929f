"""Resources that all visitors share: atlas, areas, base map, document.

They are made once per state of the tables.
"""

from __future__ import annotations

import gc
import os
from dataclasses import replace
from datetime import UTC, datetime
from threading import RLock
from typing import TYPE_CHECKING, Generic, TypeVar

from geodata import areas, atlas
from geodata.dataset import Dataset, geography_of
from geodata.io.tables import tables_folder
from geodata.lessons.reader import lessons_folder, read_lessons
from timemap.app.server.map_documents import publish
from timemap.document.render import render
from timemap.state.initial import initial_state

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.lessons.model import Lesson

    Stamp = tuple[tuple[str, int], ...]

Made = TypeVar("Made")
Key = TypeVar("Key")


class Latest(Generic[Key, Made]):
    """Cache of the last result, valid while its input stays the same.

    Streamlit's own cache would work out a hash of that on every run; it is only compared here.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._now: tuple[Key, Made] | None = None

    def get(self, key: Key, make: Callable[[], Made]) -> Made:
        """Return what ``make`` makes of what ``key`` stands for.

        Who comes meanwhile waits for it.
        """
        with self._lock:
            if self._now is None or self._now[0] != key:
                self._now = (key, make())
            return self._now[1]


_ATLAS: Latest[Stamp, Atlas] = Latest()
_AREAS: Latest[str, AreasInTime] = Latest()
_LESSONS: Latest[Stamp, tuple[Lesson, ...]] = Latest()
_DOCUMENT: Latest[tuple[str, tuple[Lesson, ...], date], str] = Latest()


def load_atlas() -> Atlas:
    """Return what the tables say now.

    They are read again only after one of them was changed.
    """
    return _ATLAS.get(_stamp(tables_folder(), ".csv"), atlas.load)


def load_geography(known: Atlas | None = None) -> Geography:
    """Return land, water and borders; they are read once."""
    return geography_of(known or load_atlas())


def load_areas(known: Atlas) -> AreasInTime:
    """Return the areas that follow from ``known``."""
    return _AREAS.get(known.version, lambda: areas.load_areas(known, load_geography(known)))


def load_dataset(known: Atlas | None = None) -> Dataset:
    """Return atlas, areas and base geography.

    Args:
        known: the atlas; what the tables say now where left out.
    """
    known = known or load_atlas()
    return Dataset(known, load_areas(known), load_geography(known))


def load_lessons() -> tuple[Lesson, ...]:
    """Return the lessons as their files are now.

    What is wrong in one is left out of it.
    """
    return _LESSONS.get(_stamp(lessons_folder()), lambda: tuple(read.lesson for read in read_lessons()))


def load_document(known: Atlas) -> str:
    """Return the address of the document with all events and lessons.

    It is the one that the app shows.
    """
    lessons, today = load_lessons(), datetime.now(tz=UTC).date()
    return _DOCUMENT.get((known.version, lessons, today), lambda: _document(known, lessons, today))


def _document(known: Atlas, lessons: tuple[Lesson, ...], today: date) -> str:
    opening = replace(initial_state(known, today=today), lessons=lessons)
    address = publish(render(load_dataset(known), view=opening))
    _settle()
    return address


def _settle() -> None:
    """Let Python look for what is no longer needed only among what is made from now on.

    All that visitors share stays; going through it takes longer than a run of the script.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _stamp(folder: Path, ending: str = "") -> Stamp:
    """Return the names of the files of a folder, those with an ending or all, and when each was changed."""
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as files:
        return tuple(sorted((file.name, file.stat().st_mtime_ns) for file in files if file.name.endswith(ending)))
