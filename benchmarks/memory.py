"""Benchmark of memory: ten minutes of play and 200 changes of filters.

``python -m benchmarks memory`` writes what page and server held to ``MEMORY.md``.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import sync_playwright

from benchmarks.measure import fresh_page
from tests.browser.app_page import at_rest, settled_map
from tests.browser.app_server import running_server
from tests.browser.chromium import launch
from tests.browser.map_page import set_state
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import CDPSession, Frame, Page

RESULTS = Path(__file__).parent / "MEMORY.md"
MINUTES = 10
CHANGES = 200
WARM = 20
"""Changes before the first look: what is kept once is not counted as growth."""
PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")
WORDS = ("kobane", "afrin", "ypg", "turkey", "wall", "")


def main() -> int:
    """Measure, print the page and write it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        running_server(ROOT / "app.py", Path(folder) / "log.txt") as (url, server),
        fresh_page(launch(playwright), watched=False) as page,
    ):
        page.goto(url)
        rows = list(measured(page, server))
    text = report(rows)
    RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


def measured(page: Page, server: int) -> Iterator[tuple[str, float, float, int]]:
    """Yield what was done, with megabytes of page and server, and nodes."""
    frame = settled_map(page)
    sessions = sessions_of(page, frame)
    change(page, frame, WARM)
    yield f"after {WARM} changes", *held(sessions, server)
    for done in range(CHANGES // 4, CHANGES + 1, CHANGES // 4):
        change(page, frame, CHANGES // 4)
        yield f"after {done} changes more", *held(sessions, server)
    set_state(frame, words="")
    for minute in range(2, MINUTES + 1, 2):
        play(frame, 120)
        at_rest(page)
        yield f"after {minute} minutes of play", *held(sessions, server)


def sessions_of(page: Page, frame: Frame) -> list[CDPSession]:
    """Return what asks the processes of the page and of its frame."""
    sessions = [page.context.new_cdp_session(page)]
    with suppress(PlaywrightError):  # the frame has no process of its own
        sessions.append(page.context.new_cdp_session(frame))
    return sessions


def change(page: Page, frame: Frame, times: int) -> None:
    """Change search and day, and wait for the server each time."""
    for turn in range(times):
        set_state(frame, words=WORDS[turn % len(WORDS)], moment=f"{2014 + turn % 10}-0{1 + turn % 9}-15")
        at_rest(page)


def play(frame: Frame, seconds: float) -> None:
    """Let the map play, from the start again where it has come to its end."""
    end = time.monotonic() + seconds
    button = frame.get_by_role("button", name="Play", exact=True)
    while time.monotonic() < end:
        if button.is_visible():
            button.click()
        frame.page.wait_for_timeout(1000)
    pause = frame.get_by_role("button", name="Pause", exact=True)
    if pause.is_visible():
        pause.click()


def held(sessions: Sequence[CDPSession], server: int) -> tuple[float, float, int]:
    """Return megabytes of the page's scripts and the server, and nodes."""
    used = nodes = 0
    for session in sessions:
        session.send("HeapProfiler.enable")
        session.send("HeapProfiler.collectGarbage")
        used += session.send("Runtime.getHeapUsage")["usedSize"]
        nodes += session.send("Memory.getDOMCounters")["nodes"]
    resident = int(Path(f"/proc/{server}/statm").read_text().split()[1]) * PAGE_SIZE
    return used / 1e6, resident / 1e6, int(nodes)


def report(rows: list[tuple[str, float, float, int]]) -> str:
    """Return the whole page."""
    _, first_page, first_server, _ = rows[0]
    table = "\n".join(
        f"| {what} | {page:.1f} | {page / first_page - 1:+.0%} | {server:.0f} | {server / first_server - 1:+.0%} "
        f"| {nodes:,} |"
        for what, page, server, nodes in rows
    )
    return f"""# What is held in memory

{datetime.now(tz=UTC):%d %B %Y}; {os.cpu_count()} cores, Python {platform.python_version()}; \
streamlit {version("streamlit")}, playwright {version("playwright")}.

Made by `python -m benchmarks memory`: one page of the app changes its search and its day, then plays. The page's
memory is what its scripts hold after the garbage was collected, its map included; the server's is its resident memory.
Aim: within 10 %.

| after | page, MB | grown by | server, MB | grown by | nodes |
| --- | --: | --: | --: | --: | --: |
{table}
"""
