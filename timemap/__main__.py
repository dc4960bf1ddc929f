"""Command line: ``python -m timemap export OUT.html`` writes the document as a file to keep."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from geodata.areas import load_areas
from geodata.atlas import Atlas, load
from geodata.choose import choose
from geodata.commandline import day_argument, write_file
from geodata.geography import load_geography
from geodata.span import DAY, LATEST, Span
from timemap.document import render
from timemap.opening import opening_for, whole_span


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m timemap", description="Show what is known on a map that knows time."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser("export", help="write the map as one HTML file that needs nothing else")
    export.add_argument("out", type=Path, metavar="OUT.html")
    export.add_argument("--from", dest="start", type=day_argument, metavar="DATE", help="first day of the range")
    export.add_argument("--to", dest="last", type=day_argument, metavar="DATE", help="last day of the range")
    export.add_argument("--moment", type=day_argument, metavar="DATE", help="day that the slider starts on")
    export.add_argument("--compare", type=day_argument, metavar="DATE", help="day that the moment is compared with")
    export.add_argument(
        "--categories", default="", metavar="A,B", help="ids of the categories to carry; all if left out"
    )
    return parser


def export_document(atlas: Atlas, options: argparse.Namespace, today: date) -> str:
    """Return the document for the options of ``export``.

    Raises:
        ValueError: if the range ends before it starts or a category does not exist, with what was read and expected.
    """
    wanted = {part.strip() for part in options.categories.split(",") if part.strip()}
    known = {category.id for category in atlas.categories}
    if wanted - known:
        message = (
            f'read "{", ".join(sorted(wanted - known))}" in --categories, expected some of: {", ".join(sorted(known))}'
        )
        raise ValueError(message)
    whole = whole_span(atlas, today)
    start, end = options.start or whole.start, (min(options.last, LATEST) + DAY) if options.last else whole.end
    if end is not None and end <= start:
        message = f"--to {end - DAY} lies before --from {start}"
        raise ValueError(message)
    span = Span(start, end)
    selection = choose(atlas, span=span, categories=wanted or None)
    opening = opening_for(atlas, span=span, moment=options.moment, compare=options.compare, today=today)
    geography = load_geography()
    return render(atlas, load_areas(atlas, geography), geography, selection=selection, view=opening)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 written, 1 nothing could be written, 2 wrong options."""
    options = build_parser().parse_args(arguments)
    try:
        html = export_document(load(), options, datetime.now(tz=UTC).date())
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if not write_file(options.out, html):
        return 1
    sys.stdout.write(f"{options.out}: {len(html.encode()) / 1e6:.2f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
