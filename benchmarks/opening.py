"""How soon the first map is there: in the app against st_folium with the same picture, and from a file on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.content import content
from benchmarks.measure import Times, fresh_page, told
from benchmarks.release import served
from tests.browser.server import ROOT, running_app

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

ROUNDS = 6
ANY_EVENTS = "(said) => said.events > 0"


def measure_first_map(browser: Browser, folder: Path) -> dict[str, Times]:
    """Return the times from the start of the visit to the painted map with its events, by app."""
    with running_app(ROOT / "app.py", folder / "app.txt") as ours, served(folder, "opening") as theirs:
        apps = {"this map": ours, "st_folium, same first picture": theirs}
        times: dict[str, list[float]] = {name: [] for name in apps}
        for turn in range(ROUNDS + 1):
            for name, url in apps.items():
                time = first_map(browser, url)
                if turn > 0:  # the first visit fills the servers' caches
                    times[name].append(time)
    return {name: Times(tuple(values)) for name, values in times.items()}


def measure_from_disk(browser: Browser, folder: Path) -> Times:
    """Return the times from opening the exported file to its painted map."""
    path = folder / "export.html"
    path.write_text(content(0).document(), encoding="utf-8")
    return Times(tuple([first_map(browser, path.as_uri()) for _ in range(ROUNDS)]))


def first_map(browser: Browser, address: str) -> float:
    """Return the milliseconds from the start of a first visit to the painted map with its events."""
    with fresh_page(browser) as page:
        page.goto(address, wait_until="commit")
        return told(page, ANY_EVENTS) - float(page.evaluate("performance.timeOrigin"))
