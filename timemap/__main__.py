"""Command line: ``python -m timemap export OUT`` writes what is known as a file to keep; its name says the format."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from geodata.atlas import load
from geodata.commandline import write_file
from timemap.exports.command import add_options, write


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m timemap", description="Show what is known on a map that knows time."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    add_options(commands.add_parser("export", help="write a view as a file to keep, in the format that its name means"))
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 written, 1 nothing could be written, 2 wrong options."""
    options = build_parser().parse_args(arguments)
    try:
        content = write(load(), options, datetime.now(tz=UTC).date())
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if not write_file(options.out, content):
        return 1
    sys.stdout.write(f"{options.out}: {len(content) / 1e6:.2f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
