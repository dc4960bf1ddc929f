"""HTML export: the map as one file that opens on the current view."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.lessons.reader import read_lessons
from timemap.document.render import render
from timemap.state.map_state import initial_state_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.dataset import Dataset
    from geodata.lessons.model import Lesson
    from geodata.text.selection import Selection
    from timemap.own_data.own_table import OwnTable
    from timemap.state.snapshot import Snapshot


def write_html(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return the map as it is seen: its filters can be changed in the file."""
    del selection
    return one_file(dataset, snapshot, ())


def write_html_with_lessons(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return the map with all our lessons.

    Where one of them runs, it opens on its scene.
    """
    del selection
    lessons = [read.lesson for read in read_lessons() if read.lesson.scenes]
    return one_file(dataset, snapshot, lessons)


def one_file(dataset: Dataset, snapshot: Snapshot, lessons: Sequence[Lesson], own: Sequence[OwnTable] = ()) -> bytes:
    """Return the map, with lessons.

    Args:
        dataset: what is shown.
        snapshot: what is seen; the file opens on the lesson and scene of its view, if that is one of the lessons.
        lessons: those to carry; each has a scene.
        own: tables of somebody's own events, which travel in the file.
    """
    state = snapshot.state
    running = state.lesson in {lesson.id for lesson in lessons}
    opening = replace(
        initial_state_of(state, dataset.atlas, snapshot.today),
        lessons=tuple(lessons),
        lesson=state.lesson if running else "",
        scene=state.scene if running else 0,
    )
    return render(dataset, view=opening, own=own).encode()
