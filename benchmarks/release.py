"""Benchmark of a release of Streamlit's slider, to the painted map.

Our component is compared with st_folium.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.content import content
from benchmarks.measure import Times, forget, fresh_page, told
from benchmarks.rivals import copy_scripts
from tests.browser.app_server import running_app
from tests.browser.map_page import box_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

APPS = Path(__file__).parent / "apps"
APPS_BY_NAME = {
    "this map": "this_map",
    "st_folium, whole map": "whole_map",
    "st_folium, feature_group_to_add": "feature_group",
    "st_folium, the same in a fragment": "fragment",
}
STEPS = (6, 31, 18, 37, 11, 25)
"""Where the slider is released, in this order."""

SERVER = """
import streamlit as st

from timemap.app import mapfiles

app = st.App("script.py", routes=mapfiles.routes())
"""
"""All are served alike; only ours asks for a document."""


@contextmanager
def served(folder: Path, name: str) -> Iterator[str]:
    """Run one of the compared apps and give its address.

    The rivals' scripts lie beside it.
    """
    home = folder / name
    copy_scripts(home / "static")
    shutil.copy(APPS / f"{name}.py", home / "script.py")
    (home / "app.py").write_text(SERVER, encoding="utf-8")
    with running_app(home / "app.py", home / "log.txt", enableStaticServing="true") as url:
        yield url


def measure_release(browser: Browser, folder: Path, size: int) -> dict[str, Times]:
    """Return the times from the release to the painted map, by app."""
    shown = content(size)
    times: dict[str, list[float]] = {name: [] for name in APPS_BY_NAME}
    with ExitStack() as stack:
        pages: dict[str, Page] = {}
        for name, app in APPS_BY_NAME.items():
            pages[name] = stack.enter_context(fresh_page(browser))
            pages[name].goto(f"{stack.enter_context(served(folder, app))}/?events={size}")
            told(pages[name], HAS_EVENTS, len(shown.until(shown.days[0])))
        for step in STEPS:
            for name, page in pages.items():
                page.bring_to_front()
                times[name].append(release(page, step, len(shown.until(shown.days[step]))))
    return {name: Times(tuple(values)) for name, values in times.items()}


HAS_EVENTS = "(said, count) => said.events === count"


def release(page: Page, step: int, count: int) -> float:
    """Return the milliseconds from the release of the slider to its events.

    It is released at ``step``, and ``count`` events are to be painted.
    """
    x, y = place_of(page, step)
    page.mouse.move(x, y)
    page.mouse.down()
    forget(page)
    page.mouse.up()
    painted = told(page, HAS_EVENTS, count)
    return painted - float(page.evaluate("window.released"))


def place_of(page: Page, step: int) -> tuple[float, float]:
    """Return where on the page the slider stands for ``step``."""
    track = box_of(page.locator('[data-testid="stSlider"] [role="group"] > div'))
    last = int(page.get_by_role("slider", name="Step").get_attribute("max") or 1)
    return track["x"] + track["width"] * step / last, track["y"] + track["height"] / 2
