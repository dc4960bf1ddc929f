"""``python -m benchmarks`` measures all that is compared, prints it as one table and writes it to ``RESULTS.md``.

``python -m benchmarks areas`` measures what areas cost instead; see `benchmarks.areas`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks import areas, comparing, opening, release, scrubbing, steps
from benchmarks.content import SIZES, content
from benchmarks.report import Row, report
from benchmarks.rivals import NPM, timeline_page, timestamped_page
from tests.browser.chromium import launch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from benchmarks.measure import Times

RESULTS = Path(__file__).parent / "RESULTS.md"
FRAME = "at most 17, late 33"


def compared(measured: str, times: dict[str, Times], aim: str = "") -> Iterator[Row]:
    """Give the rows of one comparison, ours first."""
    ours = next(iter(times.values())).middle
    for place, (who, found) in enumerate(times.items()):
        yield Row(measured, who, found.middle, found.late, ours, aim if place == 0 else "")


def all_rows(browser: Browser, folder: Path) -> Iterator[Row]:
    """Measure everything and give the rows of the table."""
    steps.prepare(folder)
    own = len(content(0).atlas.events)
    for size in SIZES:
        shown = content(size)
        aim = "" if size else FRAME
        for days, words in ((shown.days_in_a_row, "step of one day"), (shown.days, "step of months")):
            yield from compared(
                f"{words}, {size or own:,} events", steps.measure_steps(browser, folder, size, days), aim
            )
    for name, found in comparing.measure_comparing(browser, folder).items():
        yield Row(f"step of the {name}, comparing", steps.OURS, found.middle, found.late, None, FRAME)
    for size in SIZES:
        yield from compared(f"release to map, {size or own:,} events", release.measure_release(browser, folder, size))
    yield from compared("first map in the app", opening.measure_first_map(browser, folder), "no later than st_folium")
    disk = opening.measure_from_disk(browser, folder)
    yield Row("exported file on screen, from disk", steps.OURS, disk.middle, disk.late, None, "at most 700")
    sent, lists, counts = scrubbing.measure_ours(browser, folder)
    yield Row("messages to the server in 40 moves of the thumb", steps.OURS, sent, None, None, "0")
    yield Row("the same, while its map stands still", "st_folium, whole map", scrubbing.measure_theirs(browser, folder))
    yield Row("release to the list of the day", steps.OURS, lists.middle, lists.late, None, "at most 250")
    yield Row("search to the counts on the page", steps.OURS, counts.middle, counts.late, None, "at most 250")
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


def main() -> int:
    """Run everything, or what is named; the exit code is 1 where it is unknown or the rivals' scripts are missing."""
    if sys.argv[1:] == ["areas"]:
        return areas.main()
    if sys.argv[1:]:
        sys.stderr.write("expected nothing, or areas\n")
        return 1
    if not NPM.is_dir():
        sys.stderr.write("The rivals' scripts are missing: npm ci --prefix benchmarks\n")
        return 1
    rows = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch(playwright)
        for row in all_rows(browser, Path(folder)):
            rows.append(row)
            sys.stdout.write(" | ".join(row.cells) + "\n")
            sys.stdout.flush()
        text = report(rows, browser.version)
        browser.close()
    RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(f"\n{text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
