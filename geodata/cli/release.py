"""Command `release`: record of the published ids of tables and lessons."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from geodata.atlas import atlas_of, read_atlas_tables, version_of
from geodata.checks import check_lessons, check_tables
from geodata.checks.released_ids import (
    changes_of_rows,
    check_released_ids,
    read_release,
    release_file,
    release_of,
    release_text,
)
from geodata.cli.arguments import write_file
from geodata.dataset import geography_of
from geodata.io.problems import in_brief
from geodata.lessons.reader import read_lessons

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def run(dropped: Collection[str] = (), folder: Path | None = None, path: Path | None = None) -> int:
    """Record the ids, unless something is wrong with a table or lesson.

    Return 0, or 1 where nothing is recorded.

    Args:
        dropped: ids that are left out on purpose.
        folder: where the tables lie; those of the atlas where none is named.
        path: where the last release is recorded, and this one will be; likewise.
    """
    path = path or release_file()
    tables, lessons, last = read_atlas_tables(folder), read_lessons(), read_release(path)
    atlas = atlas_of(tables)
    now = release_of(tables, lessons, version_of(tables))
    problems = [
        *check_tables(tables, geography_of(atlas)),
        *check_lessons(lessons, atlas),
        *check_released_ids(tables, now, last, dropped=dropped),
    ]
    for sentence in in_brief(problems):
        sys.stderr.write(sentence + "\n")
    if problems:
        sys.stderr.write("Nothing recorded. Please fix these problems first.\n")
        return 1
    if not write_file(path, release_text(now)):
        return 1
    ids = sum(map(len, now.ids.values()))
    before = last.version or "none"
    changes = changes_of_rows(now, last) or "no change in row counts"
    sys.stdout.write(f"Recorded {ids:,} ids of data version {now.version} (before: {before}): {changes}.\n")
    return 0
