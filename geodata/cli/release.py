"""Command `release`: record of the published ids of tables and lessons."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from geodata.atlas import atlas_of, files_of, read_tables, version_of
from geodata.checks import check_lessons, check_tables
from geodata.checks.released_ids import (
    RELEASE,
    changes_of_rows,
    check_released_ids,
    read_release,
    release_of,
    release_text,
)
from geodata.cli.arguments import write_file
from geodata.geography import load_geography
from geodata.io.problems import in_brief
from geodata.io.tables import TABLES
from geodata.lessons.reader import read_lessons

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def run(dropped: Collection[str] = (), folder: Path = TABLES, path: Path = RELEASE) -> int:
    """Record the ids, unless something is wrong with a table or lesson.

    Return 0, or 1 where nothing is recorded.

    Args:
        dropped: ids that are left out on purpose.
        folder: where the tables lie.
        path: where the last release is recorded, and this one will be.
    """
    tables, lessons, last = read_tables(files_of(folder)), read_lessons(), read_release(path)
    now = release_of(tables, lessons, version_of(tables))
    problems = [
        *check_tables(tables, load_geography()),
        *check_lessons(lessons, atlas_of(tables)),
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
    changes = changes_of_rows(now, last) or "no change in row counts"
    sys.stdout.write(f"Recorded {ids:,} ids of data version {now.version} (before: {last.version}): {changes}.\n")
    return 0
