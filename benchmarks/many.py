"""Benchmark of very many events: opening, steps, search and memory.

``python -m benchmarks many`` writes what they cost to ``MANY.md``.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from playwright.sync_api import sync_playwright

from benchmarks import steps
from benchmarks.content import content, load_dataset_once
from benchmarks.finding import type_word
from benchmarks.measure import Times, fresh_page, seen
from benchmarks.memory import play
from benchmarks.report import ReportRow, setting, table
from geodata.dates.iso import day_number
from tests.browser.chromium import launch
from timemap.document.folium_map import TimeMap
from timemap.document.payload import payload
from timemap.state.initial import InitialState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, ViewportSize

RESULTS = Path(__file__).parent / "MANY.md"
SIZES = (10_000, 100_000, 200_000)
MINUTES = 10
ROUNDS = 2
"""All take turns this often."""
WORDS = ("kobane", "civilians")
SETTLED = 6000
"""Milliseconds after which the texts of all events have been read for the search."""
DAYS = 4_300
"""Days over which the events are spread."""


def main(minutes: float = MINUTES) -> int:
    """Measure, print the page and write it; the map plays for some minutes."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        documents = written(Path(folder))
        unheld, held = launch(playwright, steps.UNHELD), launch(playwright)
        rows = [row for window in steps.WINDOWS for row in measured(unheld, documents, window)]
        memory = list(played(held, documents[SIZES[-1]], minutes))
        text = report(rows, memory, held.version)
        for browser in (unheld, held):
            browser.close()
    RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


def written(folder: Path) -> dict[int, str]:
    """Write the documents; return their addresses by the number of events."""
    addresses = {}
    for size in SIZES:
        path = folder / f"{size}.html"
        path.write_text(document(size), encoding="utf-8")
        addresses[size] = path.as_uri()
    return addresses


def document(size: int) -> str:
    """Return our document with ``size`` made-up events in the place of ours.

    All up to the day are shown.
    """
    shown = content(0)
    opening = InitialState(shown.span, shown.days[0], shown.span, mode="until")
    data = payload(replace(load_dataset_once(), atlas=shown.atlas), opening=opening)
    data["events"] = made_up(data["events"], size, data["bounds"])
    return str(TimeMap(data, "").get_root().render())


def made_up(columns: dict[str, list[Any]], size: int, bounds: list[list[float]]) -> dict[str, list[Any]]:
    """Return ``size`` events of one day each as columns.

    Their texts are ours, each with a number. They are always the same ones.
    """
    draw = np.random.default_rng(1)
    (south, west), (north, east) = bounds
    days = np.sort(draw.integers(0, DAYS, size)) + day_number(content(0).span.start)
    kinds = draw.integers(0, len(columns["id"]), size)
    numbers = range(size)
    return {name: [column[kind] for kind in kinds] for name, column in columns.items()} | {
        "id": [f"made-up-{number}" for number in numbers],
        "formerId": [""] * size,
        "title": [f"Made-up event {number}" for number in numbers],
        "summary": [f"{columns['summary'][kind]} {number}" for number, kind in enumerate(kinds)],
        "start": days.tolist(),
        "end": (days + 1).tolist(),
        "precision": ["day"] * size,
        "lon": draw.uniform(west, east, size).round(4).tolist(),
        "lat": draw.uniform(south, north, size).round(4).tolist(),
    }


def measured(browser: Browser, documents: dict[int, str], window: ViewportSize) -> Iterator[ReportRow]:
    """Give the rows of one window: opening, steps and search; print each."""
    shown = content(0)
    kinds = {"one day": shown.days_in_a_row, "months": shown.days}
    for size, address in documents.items():
        name = f"{size:,} events, {window['width']}x{window['height']}"
        with fresh_page(browser, window, watched=False) as page:
            page.goto(address)
            opened = seen(page, "window.timemap")
            page.wait_for_timeout(SETTLED)
            rows = [ReportRow(f"from the file to the map, {name}", steps.OURS, opened, None, None, "some seconds")]
            steps.take_steps(page, steps.GO_TO, shown.days[:10])
            for kind, days in kinds.items():
                taken = [time for _ in range(ROUNDS) for time in steps.take_steps(page, steps.GO_TO, days)]
                times = Times(tuple(taken))
                measured_ = f"step of {kind}, {name}"
                rows.append(ReportRow(measured_, steps.OURS, times.middle, times.late, None, steps.AIM))
            letters = Times(tuple(time for word in WORDS for time in type_word(page, word)))
            aim = "at most 100"
            rows.append(
                ReportRow(f"letter to the list of matches, {name}", steps.OURS, letters.middle, letters.late, None, aim)
            )
        for row in rows:
            sys.stdout.write(" | ".join(row.cells) + "\n")
            sys.stdout.flush()
        yield from rows


def played(browser: Browser, address: str, minutes: float) -> Iterator[tuple[str, float, float]]:
    """Give what was done, with what the page holds then.

    That is megabytes of scripts and of their arrays.
    """
    parts = 5
    with fresh_page(browser, watched=False) as page:
        page.goto(address)
        page.wait_for_function("window.timemap !== undefined")
        page.wait_for_timeout(SETTLED)
        play(page.main_frame, 5)
        yield "at the beginning", *held_by(page)
        for part in range(1, parts + 1):
            play(page.main_frame, 60 * minutes / parts)
            yield f"after {minutes * part / parts:g} minutes of play", *held_by(page)


def held_by(page: Page) -> tuple[float, float]:
    """Return the megabytes of the page's scripts and of their arrays."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.enable")
    session.send("HeapProfiler.collectGarbage")
    usage = session.send("Runtime.getHeapUsage")
    session.detach()
    return usage["usedSize"] / 1e6, usage.get("backingStorageSize", 0) / 1e6


def report(rows: list[ReportRow], memory: list[tuple[str, float, float]], chromium: str) -> str:
    """Return the whole page."""
    first = sum(memory[0][1:])
    lines = "\n".join(
        f"| {what} | {scripts:.0f} | {arrays:.0f} | {(scripts + arrays) / first - 1:+.0%} |"
        for what, scripts, arrays in memory
    )
    return f"""# Very many events

{setting(("folium", "XStatic-Leaflet", "playwright"))} Chromium {chromium}.

Made by `python -m benchmarks many`. Events are made up: one day and one place each, with texts as long as ours.
Times are in milliseconds. Steps are taken as in the second part of `RESULTS.md`, with "Up to this day".

{table(rows)}

What the page holds with {SIZES[-1]:,} events while it plays, after the garbage was collected. Aim: at most 300 MB,
within 10 %.

| when | scripts, MB | arrays, MB | grown by |
| --- | --: | --: | --: |
{lines}
"""
