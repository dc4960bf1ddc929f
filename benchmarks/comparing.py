"""Benchmark of one step in the comparison, by slider or divider.

It is from the key to the painted frame.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchmarks.content import STEPS, content, load_dataset_once
from benchmarks.measure import Times, fresh_page
from geodata.areas.timeline.period_pairs import before_after_pairs
from timemap.document.render import render
from timemap.state.initial import initial_state

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

ROUNDS = 4
"""All take turns this often, so that a slow moment of the machine hits all of them."""

WARM_UP = 3


@dataclass(frozen=True, slots=True)
class Handle:
    """One of the things that are moved while two days are compared."""

    name: str
    """Its name for assistive technology."""
    on: str
    """The key that moves it on by one step."""
    back: str
    """The key that moves it back."""


HANDLES = {
    "left slider": Handle("Left date", "ArrowUp", "ArrowDown"),
    "right slider": Handle("Right date", "ArrowUp", "ArrowDown"),
    "divider": Handle("Divider between the left and the right day", "ArrowRight", "ArrowLeft"),
}
STEP = """([handle, key]) => window.timeStep(
  () => handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })))"""


def measure_comparing(browser: Browser, folder: Path) -> dict[str, Times]:
    """Return the times of the steps of each handle, back and forth.

    They go round the two days between which most changed.
    """
    path = folder / "comparing.html"
    path.write_text(document(), encoding="utf-8")
    times: dict[str, list[float]] = {name: [] for name in HANDLES}
    each = STEPS // ROUNDS
    with fresh_page(browser, watched=False) as page:
        page.goto(path.as_uri())
        for handle in HANDLES.values():
            step(page, handle, [handle.on] * WARM_UP)
        for _ in range(ROUNDS):
            for name, handle in HANDLES.items():
                times[name] += step(page, handle, [handle.on] * each + [handle.back] * each)
    return {name: Times(tuple(values)) for name, values in times.items()}


def step(page: Page, handle: Handle, keys: list[str]) -> list[float]:
    """Return the milliseconds of the steps that the keys make."""
    node = page.get_by_role("slider", name=handle.name, exact=True).element_handle()
    return [float(page.evaluate(STEP, [node, key])) for key in keys]


def document() -> str:
    """Return our document, comparing the two days with most change."""
    dataset = replace(load_dataset_once(), atlas=content(0).atlas)
    pair = max(before_after_pairs(dataset.areas, dataset.atlas.periods), key=lambda found: found.km2)
    opening = initial_state(dataset.atlas, moment=pair.before, compare=pair.after, today=pair.after)
    return render(dataset, view=opening)
