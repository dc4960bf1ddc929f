"""Command that compares events of a file with ours, by day and place."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geodata.cli.arguments import can_write, write_file
from geodata.ucdp.comparison import DAYS, FEW, KM, comparison_csv, comparison_lines
from geodata.ucdp.comparison import compare as compare_events

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geodata.atlas import Atlas

_MOST_DAYS = 366
_MOST_KM = 500

HELP = "compare events of a file with ours, by day and place"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    parser.add_argument("file", type=Path, metavar="FILE", help="what `update` wrote, or any table that `import` reads")
    parser.add_argument("--out", type=Path, metavar="FILE", help="also write the comparison as CSV")
    parser.add_argument(
        "--days", type=_days, default=DAYS, metavar="N", help=f"days that two may lie apart at most ({DAYS})"
    )
    parser.add_argument(
        "--km", type=_km, default=KM, metavar="N", help=f"kilometres that they may lie apart at most ({KM:g})"
    )
    parser.add_argument("--all", action="store_true", help=f"list all events, not only the first {FEW} of each kind")


def run(given: argparse.Namespace) -> int:
    """Compare events with ours.

    Return 0, or 1 where they cannot be read or written.
    """
    from geodata.atlas import load  # noqa: PLC0415 - only this command needs it

    if given.out is not None and not can_write(given.out):
        return 1
    atlas = load()
    rows = _rows(given.file, atlas)
    if rows is None:
        return 1
    compared = compare_events(rows, atlas.events, days=given.days, km=given.km)
    most = None if given.all else FEW
    for line in comparison_lines(compared, atlas, days=given.days, km=given.km, most=most):
        sys.stdout.write(line + "\n")
    if given.out is not None and not write_file(given.out, comparison_csv(compared)):
        return 1
    return 0


def _rows(path: Path, atlas: Atlas) -> Sequence[Mapping[str, Any]] | None:
    """Return the events of a file; ``None``, after saying why, where there are none."""
    from geodata.cli.table_import import as_problem, table_bytes  # noqa: PLC0415 - as above
    from geodata.dataset import geography_of  # noqa: PLC0415 - as above
    from geodata.io.problems import in_brief  # noqa: PLC0415 - as above
    from geodata.table_import.files.opening import open_table  # noqa: PLC0415 - as above
    from geodata.table_import.importer import Importer, rows_of  # noqa: PLC0415 - as above
    from geodata.ucdp.store import reported_of  # noqa: PLC0415 - as above

    content = table_bytes(path)
    if content is None:
        return None
    if (reported := reported_of(content)) is not None:
        return reported.rows
    importer = Importer(atlas, geography_of(atlas))
    found = importer.read(open_table(content, path.name, places=importer.places), path.name, placeless=True)
    for sentence in in_brief(map(as_problem, found.faults), FEW):
        sys.stderr.write(sentence + "\n")
    return tuple(rows_of(found.events)) if found.events.num_rows else None


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= _MOST_DAYS):
        message = f'got "{text}", expected a whole number from 0 to {_MOST_DAYS}'
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _km(text: str) -> float:
    if not (text.isascii() and text.replace(".", "", 1).isdigit() and 0 < float(text) <= _MOST_KM):
        message = f'got "{text}", expected a number above 0 and at most {_MOST_KM}'
        raise argparse.ArgumentTypeError(message)
    return float(text)
