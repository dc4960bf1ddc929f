"""Command `viewers`: crowds of viewers that use the app.

``python -m benchmarks viewers`` writes what they met to ``VIEWERS.md``.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.report import number
from benchmarks.viewers.crowd import ARRIVING, SEED, STAYING, THINKING, TURNS
from benchmarks.viewers.measure import CROWDS, CrowdResult, measure
from tests.browser.app_server import running_server
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RESULTS = Path(__file__).parents[1] / "VIEWERS.md"
DONE = {
    "first run": "first run, ms",
    "the rest of the page": "document fetched and the rest of the page drawn, ms",
    "rerun": "rerun after a filter, ms",
    "lessons": "to the lessons, ms",
    "compare": "to the comparison, with its map, ms",
    "territory": "to the charts, ms",
    "chart": "another chart, ms",
    "claims": "to the fact check, ms",
    "sources_and_words": "to the sources, ms",
    "back to the map": "back to the map, ms",
    "picture": "picture asked for by ten at once, ms",
}
AIM = "50 viewers: at most 250 / 500"


def rows(found: Sequence[CrowdResult]) -> Iterator[tuple[str, ...]]:
    """Give the lines of the table, a column for each crowd."""
    yield ("", *(counted(one) for one in found), "aim")
    yield ("---", *("--:" for _ in found), "---")
    for what, words in DONE.items():
        cells = [
            f"{number(one.times[what].middle)} / {number(one.times[what].late)}" if what in one.times else ""
            for one in found
        ]
        yield (words, *cells, AIM if what == "rerun" else "")
    yield ("runs in all", *(f"{sum(len(times.values) for times in one.times.values()):,}" for one in found), "")
    yield ("failures", *(str(len(one.failures)) for one in found), "none")
    yield ("sent by the server to each viewer, kB", *(number(one.received.middle) for one in found), "")
    yield ("memory of the server for each viewer, MB", *(number(one.memory) for one in found), "at most 5")
    yield ("one core taken by the server, %", *(number(100 * one.busy) for one in found), "")


def counted(crowd: CrowdResult) -> str:
    """Return the words for a crowd."""
    viewers = "1 viewer" if crowd.count == 1 else f"{crowd.count} viewers"
    return f"{viewers} and {crowd.pictures} pictures" if crowd.pictures else viewers


def report(found: Sequence[CrowdResult]) -> str:
    """Return the whole page."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("streamlit", "starlette", "uvicorn", "websockets"))
    table = "\n".join("| " + " | ".join(line) + " |" for line in rows(found))
    return f"""# What viewers meet

{datetime.now(tz=UTC):%d %B %Y}; {os.cpu_count()} cores, Python {platform.python_version()}; {versions}.

Made by `python -m benchmarks viewers`: simulated viewers speak Streamlit's own protocol, from a process of their own on
the same machine. Each opens the map, fetches its document, and then does something about every {THINKING:.0f} seconds
(half of that to one and a half, seed {SEED}): {TURNS - 2} times in {TURNS} it changes a filter, then it goes to
another page and back to the map. They come within {ARRIVING:.0f} seconds and stay for {STAYING:.0f}, one crowd after
another, all at one server. Beside one crowd ten more ask for a picture (PNG) of a day of their own in the same moment.
What a browser keeps of Streamlit itself is not fetched. Times are medians and 95th percentiles, from the message of a
viewer to the message that its run is over. Memory is what the server grew by, at its
largest, while a crowd was there.

{table}
"""


def main() -> int:
    """Measure all crowds, print the page and write it.

    The exit code is 1 where a viewer met a failure.
    """
    found = []
    with (
        tempfile.TemporaryDirectory() as folder,
        running_server(ROOT / "app.py", Path(folder) / "log.txt") as (url, server),
    ):
        for count, pictures in CROWDS:
            found.append(measure(url, server, count, pictures))
            sys.stderr.write(f"{counted(found[-1])} measured\n")
    text = report(found)
    RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    failures = [failure for one in found for failure in one.failures]
    sys.stderr.writelines(f"{failure}\n" for failure in failures)
    return 1 if failures else 0
