"""One step of the date, from the call to the painted frame: our document against Folium's two time controls."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from benchmarks.content import content, milliseconds
from benchmarks.measure import Times, fresh_page
from benchmarks.rivals import copy_scripts, take_scripts_from, timeline_page, timestamped_page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from playwright.sync_api import Browser, Page

ROUNDS = 4
"""All take turns this often, so that a slow moment of the machine hits all of them."""

OURS, TIMELINE, TIMESTAMPED = "this map", "Folium Timeline", "Folium TimestampedGeoJson"
WARM_UP = 3


def measure_steps(browser: Browser, folder: Path, size: int, days: Sequence[date]) -> dict[str, Times]:
    """Return the times of the steps to each of ``days`` in the mode "up to this day", by who took them."""
    shown = content(size)
    documents = {
        OURS: (shown.document(), "(t) => window.timemap.goTo(new Date(t).toISOString().slice(0, 10))"),
        TIMELINE: timeline_page(shown),
        TIMESTAMPED: timestamped_page(shown),
    }
    times: dict[str, list[float]] = {name: [] for name in documents}
    each = len(days) // ROUNDS
    with ExitStack() as stack:
        pages: dict[str, Page] = {}
        for number, (name, (html, step)) in enumerate(documents.items()):
            path = folder / f"steps-{number}.html"
            path.write_text(html, encoding="utf-8")
            pages[name] = stack.enter_context(fresh_page(browser))
            pages[name].goto(path.as_uri())
            for day in days[:WARM_UP]:
                take_step(pages[name], step, milliseconds(day))
        for turn in range(ROUNDS):
            for name, (_, step) in documents.items():
                pages[name].bring_to_front()
                for day in days[turn * each : (turn + 1) * each]:
                    times[name].append(take_step(pages[name], step, milliseconds(day)))
    return {name: Times(tuple(values)) for name, values in times.items()}


def take_step(page: Page, step: str, time: int) -> float:
    """Return the milliseconds of one step."""
    return float(page.evaluate(f"(time) => window.timeStep({step}, time)", time))


def prepare(folder: Path) -> None:
    """Put the scripts of the rivals beside the documents in ``folder``."""
    copy_scripts(folder / "scripts")
    take_scripts_from("scripts/")
