"""Benchmark of the first map: app, empty page, st_folium, and from disk."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from benchmarks.content import content
from benchmarks.measure import Times, fresh_page, seen
from benchmarks.release import served
from tests.browser.app_server import running_app
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

ROUNDS = 6
OURS, AGAIN = "this map", "this map, second visit"
EMPTY, EMPTY_AGAIN = "empty Streamlit page, its title", "empty Streamlit page, second visit"
THEIRS = "st_folium, same first picture"
MAP = """window.told?.some(({ events }) => events > 0) && !document.getElementById("timemap-head-start")"""
"""What holds when a map is drawn with its events, and stands where it is seen."""
TITLE = "document.querySelector('h1') !== null"


def measure_first_map(browser: Browser, folder: Path) -> dict[str, Times]:
    """Return the times from the start of a visit to the first map.

    Ours come first; they are by app and visit.
    """
    times: dict[str, list[float]] = {name: [] for name in (OURS, AGAIN, EMPTY, EMPTY_AGAIN, THEIRS)}
    with ExitStack() as stack:
        ours = stack.enter_context(running_app(ROOT / "app.py", folder / "app.txt"))
        empty, theirs = (stack.enter_context(served(folder, name)) for name in ("empty", "opening"))
        visits = ((ours, MAP, (OURS, AGAIN)), (empty, TITLE, (EMPTY, EMPTY_AGAIN)), (theirs, MAP, (THEIRS,)))
        for turn in range(ROUNDS + 1):
            for url, condition, names in visits:
                with fresh_page(browser) as page:
                    for name in names:
                        time = opened(page if name == names[0] else page.context.new_page(), url, condition)
                        if turn > 0:  # the first visits fill the servers' caches
                            times[name].append(time)
    return {name: Times(tuple(values)) for name, values in times.items()}


def measure_from_disk(browser: Browser, folder: Path) -> Times:
    """Return the times from opening the exported file to its painted map."""
    path = folder / "export.html"
    path.write_text(content(0).document(), encoding="utf-8")
    times = []
    for _ in range(ROUNDS):
        with fresh_page(browser) as page:
            times.append(opened(page, path.as_uri(), MAP))
    return Times(tuple(times))


def opened(page: Page, address: str, condition: str) -> float:
    """Return the milliseconds until a condition holds and is painted.

    They count from the start of a visit.
    """
    page.goto(address, wait_until="commit")
    return seen(page, condition)
