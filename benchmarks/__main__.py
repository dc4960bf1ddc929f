"""``python -m benchmarks`` measures all that is compared, prints it and writes it to ``RESULTS.md``.

``python -m benchmarks steps`` measures only the steps of the date and rewrites their part of the page; followed by a
folder also against our documents as they were when ``python -m benchmarks keep`` wrote them into it.
``python -m benchmarks areas`` measures what areas cost instead, see `benchmarks.areas`, and
``python -m benchmarks viewers`` what many viewers at a time meet, see `benchmarks.viewers`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks import areas, comparing, finding, opening, release, scrubbing, steps
from benchmarks.content import SIZES, content
from benchmarks.report import STEPS, Row, report, report_of_steps
from benchmarks.rivals import NPM, timeline_page, timestamped_page
from benchmarks.viewers import command
from tests.browser.chromium import launch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Playwright

    from benchmarks.measure import Times

RESULTS = Path(__file__).parent / "RESULTS.md"
FRAME = "at most 17, late 33"
FIRST = "1.3 times the empty page, second visit 1.15 times; 0.8 of st_folium"


def compared(measured: str, times: dict[str, Times], aim: str = "") -> Iterator[Row]:
    """Give the rows of one comparison, ours first."""
    ours = next(iter(times.values())).middle
    for place, (who, found) in enumerate(times.items()):
        yield Row(measured, who, found.middle, found.late, ours, aim if place == 0 else "")


def all_rows(browser: Browser, folder: Path) -> Iterator[Row]:
    """Measure everything and give the rows of the table."""
    own = len(content(0).atlas.events)
    for name, found in comparing.measure_comparing(browser, folder).items():
        yield Row(f"step of the {name}, comparing", steps.OURS, found.middle, found.late, None, FRAME)
    for size in SIZES:
        yield from compared(f"release to map, {size or own:,} events", release.measure_release(browser, folder, size))
    for size in SIZES:
        letters, filters = finding.measure_finding(browser, folder, size)
        events = f"{size or own:,} events"
        yield Row(
            f"letter to the list of matches, {events}", steps.OURS, letters.middle, letters.late, None, "at most 50"
        )
        yield Row(f"filter to the painted frame, {events}", steps.OURS, filters.middle, filters.late, None, FRAME)
    yield from compared("first map in the app", opening.measure_first_map(browser, folder), FIRST)
    disk = opening.measure_from_disk(browser, folder)
    yield Row("exported file on screen, from disk", steps.OURS, disk.middle, disk.late, None, "at most 500")
    sent, lists = scrubbing.measure_ours(browser, folder)
    switched, searched = scrubbing.measure_filters(browser, folder)
    yield Row("messages to the server in 40 moves of the thumb", steps.OURS, sent, None, None, "0")
    yield Row("the same, while its map stands still", "st_folium, whole map", scrubbing.measure_theirs(browser, folder))
    yield Row("release to the list of the day", steps.OURS, lists.middle, lists.late, None, "at most 250")
    yield Row("filter to map, list and counts", steps.OURS, switched.middle, switched.late, None, "at most 33")
    yield Row("search to map, list and counts", steps.OURS, searched.middle, searched.late, None, "at most 50")
    yield from documents(folder)


def documents(folder: Path) -> Iterator[Row]:
    """Give the sizes of the documents with all their scripts."""
    scripts = sum(path.stat().st_size for path in (folder / "scripts").iterdir()) / 1000
    ours = len(content(0).document().encode()) / 1000
    yield Row("document of our events, kB", steps.OURS, ours, None, ours, "at most 2,000")
    for name, (html, _) in {
        steps.TIMELINE: timeline_page(content(0)),
        steps.TIMESTAMPED: timestamped_page(content(0)),
    }.items():
        size = len(html.encode()) / 1000
        yield Row("events alone, without its scripts, kB", name, size, None, ours)
    yield Row("scripts of the rivals, kB", "Folium", scripts, None, ours)


def write_steps(playwright: Playwright, folder: Path, earlier: Path | None) -> str:
    """Measure the steps of the date and return their part of the page."""
    steps.prepare(folder)
    browser, held = launch(playwright, steps.UNHELD), launch(playwright)
    rows = list(shown(steps.measure_steps(browser, held, folder, earlier)))
    text = report_of_steps(rows, steps.frames_of_idle_map(held, folder), browser.version)
    for each in (browser, held):
        each.close()
    return text


def write_all(playwright: Playwright, folder: Path) -> str:
    """Measure all but the steps and return the part of the page before them."""
    steps.prepare(folder)
    browser = launch(playwright)
    text = report(list(shown(all_rows(browser, folder))), browser.version)
    browser.close()
    return text


def shown(rows: Iterator[Row]) -> Iterator[Row]:
    """Give the rows and print each as soon as it is known."""
    for row in rows:
        sys.stdout.write(" | ".join(row.cells) + "\n")
        sys.stdout.flush()
        yield row


def main() -> int:
    """Run everything, or what is named; the exit code is 1 where it is unknown or the rivals' scripts are missing."""
    match sys.argv[1:]:
        case ["areas"]:
            return areas.main()
        case ["viewers"]:
            return command.main()
        case ["keep", target]:
            steps.keep_documents(Path(target))
            return 0
        case [] | ["steps"] | ["steps", _]:
            pass
        case _:
            sys.stderr.write("expected nothing, areas, viewers, keep FOLDER, or steps and perhaps a FOLDER\n")
            return 1
    if not NPM.is_dir():
        sys.stderr.write("The rivals' scripts are missing: npm ci --prefix benchmarks\n")
        return 1
    before, _, after = RESULTS.read_text(encoding="utf-8").partition(STEPS)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        if sys.argv[1:]:
            after = write_steps(playwright, Path(folder), Path(sys.argv[2]) if len(sys.argv) > 2 else None)  # noqa: PLR2004 # the folder
        else:
            before = write_all(playwright, Path(folder))
            after = write_steps(playwright, Path(folder), None)
    text = f"{before.rstrip()}\n\n{after}"
    RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(f"\n{text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
