"""Measurements of the map, side by side with what one would pick instead.

Without a command everything is measured but the areas, the crowds of viewers, very many events or rows and the memory,
and it is printed and written to RESULTS.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks import areas, comparing, finding, many, memory, opening, release, scale, scrubbing, steps
from benchmarks.content import SIZES, content
from benchmarks.report import STEPS, ReportRow, report, report_of_steps, with_part
from benchmarks.rivals import missing_scripts, timeline_page, timestamped_page
from benchmarks.viewers import command
from tests.browser.chromium import launch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, Playwright

    from benchmarks.measure import Times

RESULTS = Path(__file__).parent / "RESULTS.md"
FRAME = "at most 17, late 33"
FIRST = "1.3 times the empty page, second visit 1.15 times; 0.8 of st_folium"


def compared(measured: str, times: dict[str, Times], aim: str = "") -> Iterator[ReportRow]:
    """Give the rows of one comparison, ours first."""
    ours = next(iter(times.values())).middle
    for place, (who, found) in enumerate(times.items()):
        yield ReportRow(measured, who, found.middle, found.late, ours, aim if place == 0 else "")


def two_days(browser: Browser, folder: Path) -> Iterator[ReportRow]:
    """Measure steps of sliders and divider in the comparison of two days."""
    for name, found in comparing.measure_comparing(browser, folder).items():
        yield ReportRow(f"step of the {name}, comparing", steps.OURS, found.middle, found.late, None, FRAME)


def released(browser: Browser, folder: Path) -> Iterator[ReportRow]:
    """Measure the time from the release of a slider of the app to the map."""
    for size in SIZES:
        yield from compared(f"release to map, {events(size)}", release.measure_release(browser, folder, size))


def searched(browser: Browser, folder: Path) -> Iterator[ReportRow]:
    """Measure the time from a letter or a filter to its results."""
    for size in SIZES:
        letters, filters = finding.measure_finding(browser, folder, size)
        matches = f"letter to the list of matches, {events(size)}"
        yield ReportRow(matches, steps.OURS, letters.middle, letters.late, None, "at most 50")
        frame = f"filter to the painted frame, {events(size)}"
        yield ReportRow(frame, steps.OURS, filters.middle, filters.late, None, FRAME)


def first_map(browser: Browser, folder: Path) -> Iterator[ReportRow]:
    """Measure the time to the first map, in the app and from a file."""
    yield from compared("first map in the app", opening.measure_first_map(browser, folder), FIRST)
    disk = opening.measure_from_disk(browser, folder)
    yield ReportRow("exported file on screen, from disk", steps.OURS, disk.middle, disk.late, None, "at most 500")


def in_the_app(browser: Browser, folder: Path) -> Iterator[ReportRow]:
    """Measure what a moved thumb, a filter and a search cost in the app."""
    sent, lists = scrubbing.measure_ours(browser, folder)
    switched, found = scrubbing.measure_filters(browser, folder)
    yield ReportRow("messages to the server in 40 moves of the thumb", steps.OURS, sent, None, None, "0")
    yield ReportRow(
        "the same, while its map stands still", "st_folium, whole map", scrubbing.measure_theirs(browser, folder)
    )
    yield ReportRow("release to the list of the day", steps.OURS, lists.middle, lists.late, None, "at most 250")
    yield ReportRow("filter to map, list and counts", steps.OURS, switched.middle, switched.late, None, "at most 33")
    yield ReportRow("search to map, list and counts", steps.OURS, found.middle, found.late, None, "at most 50")


def events(size: int) -> str:
    """Return the words for a number of events, 0 being our own."""
    return f"{size or len(content(0).atlas.events):,} events"


def documents(_browser: Browser, folder: Path) -> Iterator[ReportRow]:
    """Give the sizes of the documents with all their scripts."""
    scripts = sum(path.stat().st_size for path in (folder / "scripts").iterdir()) / 1000
    ours = len(content(0).document().encode()) / 1000
    yield ReportRow("document of our events, kB", steps.OURS, ours, None, ours, "at most 2,000")
    for name, (html, _) in {
        steps.TIMELINE: timeline_page(content(0)),
        steps.TIMESTAMPED: timestamped_page(content(0)),
    }.items():
        size = len(html.encode()) / 1000
        yield ReportRow("events alone, without its scripts, kB", name, size, None, ours)
    yield ReportRow("scripts of the rivals, kB", "Folium", scripts, None, ours)


PARTS = {
    "two-days": two_days,
    "release": released,
    "search": searched,
    "opening": first_map,
    "app": in_the_app,
    "documents": documents,
}
"""What is measured, in the order of the page."""

BY_THEMSELVES: dict[str, Callable[[argparse.Namespace], int]] = {
    "areas": lambda _: areas.main(),
    "memory": lambda _: memory.main(),
    "viewers": lambda _: command.main(),
    "many": lambda given: many.main(given.minutes),
    "scale": lambda given: scale.run(RESULTS, given.sizes),
    "keep": lambda given: steps.keep_documents(given.folder),
}
"""Commands that need no browser from here."""


def write_steps(playwright: Playwright, folder: Path, earlier: Path | None) -> str:
    """Measure the steps of the date and return their part of the page."""
    steps.prepare(folder)
    browser, held = launch(playwright, steps.UNHELD), launch(playwright)
    rows = list(shown(steps.measure_steps(browser, held, folder, earlier)))
    text = report_of_steps(rows, steps.frames_of_idle_map(held, folder), browser.version)
    for each in (browser, held):
        each.close()
    return text


def measured(playwright: Playwright, folder: Path, parts: Sequence[str]) -> tuple[list[ReportRow], str]:
    """Measure some parts and print their rows.

    Return these and the version of the browser.
    """
    steps.prepare(folder)
    browser = launch(playwright)
    rows = list(shown(chain.from_iterable(PARTS[name](browser, folder) for name in parts)))
    version = browser.version
    browser.close()
    return rows, version


def shown(rows: Iterator[ReportRow]) -> Iterator[ReportRow]:
    """Give the rows and print each as soon as it is known."""
    for row in rows:
        sys.stdout.write(" | ".join(row.cells) + "\n")
        sys.stdout.flush()
        yield row


def missing() -> list[str]:
    """Return what is needed and not installed."""
    rival = "streamlit_folium"
    return [*([] if find_spec(rival) else [rival]), *missing_scripts()]


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    made = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = made.add_subparsers(dest="command", metavar="COMMAND")
    part = commands.add_parser("part", help="measure some parts, print them and write nothing")
    part.add_argument("parts", nargs="+", choices=PARTS, metavar="PART", help=", ".join(PARTS))
    step = commands.add_parser("steps", help="measure the steps of the date and rewrite their part of RESULTS.md")
    step.add_argument("earlier", nargs="?", type=Path, metavar="FOLDER", help="compare with the documents kept there")
    keep = commands.add_parser("keep", help="keep the documents of today to compare with later")
    keep.add_argument("folder", type=Path, metavar="FOLDER", help="where to")
    rows = commands.add_parser("scale", help="count and import many rows and rewrite their part of RESULTS.md")
    rows.add_argument(
        "--sizes", nargs="+", type=int, metavar="ROWS", help="print the rows of these sizes and write nothing"
    )
    commands.add_parser("areas", help="measure what areas cost and write AREAS.md")
    commands.add_parser("memory", help="play and change for some 15 minutes and write MEMORY.md")
    crowd = commands.add_parser("many", help="measure 10,000 to 200,000 events and write MANY.md")
    crowd.add_argument("--minutes", type=float, default=many.MINUTES, metavar="N", help="how long the map plays; 10")
    commands.add_parser("viewers", help="let 1 to 200 simulated viewers use the app and write VIEWERS.md")
    return made


def main(arguments: list[str] | None = None) -> int:
    """Measure everything, or what is named.

    Return 1 where something is not installed or fails.
    """
    given = parser().parse_args(arguments)
    if given.command in BY_THEMSELVES:
        return BY_THEMSELVES[given.command](given)
    if lacking := missing():
        sys.stderr.write(f"Not installed: {', '.join(lacking)}. Run: bash tests/setup.sh\n")
        return 1
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        if given.command == "part":
            measured(playwright, Path(folder), given.parts)
        else:
            rewrite(playwright, Path(folder), given)
    return 0


def rewrite(playwright: Playwright, folder: Path, given: argparse.Namespace) -> None:
    """Measure everything, or the steps alone, and write and print the page."""
    text = RESULTS.read_text(encoding="utf-8")
    if given.command is None:
        _, heading, parts = text.partition("\n## ")
        text = f"{report(*measured(playwright, folder, list(PARTS)))}{heading}{parts}"
    after = write_steps(playwright, folder, given.earlier if given.command == "steps" else None)
    text = with_part(text, STEPS, after)
    RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(f"\n{text}")


if __name__ == "__main__":
    sys.exit(main())
