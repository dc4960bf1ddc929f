"""Report of a run as a table: times, ratios, and goals reached."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGES = ("streamlit", "folium", "streamlit-folium", "XStatic-Leaflet", "playwright")
HEAD = ("measured", "who", "median", "95th percentile", "times ours", "aim")
STEPS = "## Steps of the date"
"""Where the second part of the page begins, which can be measured and written by itself."""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One line of the table."""

    measured: str
    """What was measured, with its unit."""
    who: str
    """Whose number it is."""
    middle: float
    """The median, or the only number."""
    late: float | None = None
    """The 95th percentile; ``None`` where there is only one number."""
    ours: float | None = None
    """Our own median of the same thing, to compare with; ``None`` where there is nothing to compare."""
    aim: str = ""
    """What is to be reached; empty for others than ourselves."""
    frames: float | None = None
    """Frames painted for a step; ``None`` where they were not counted."""

    @property
    def cells(self) -> tuple[str, ...]:
        """The words of the line."""
        late = "" if self.late is None else number(self.late)
        times = "" if self.ours is None else f"{self.middle / self.ours:.1f}"
        return self.measured, self.who, number(self.middle), late, times, self.aim


def number(value: float) -> str:
    """Return a number with as many places as make sense.

    >>> number(7.26), number(1234.5)
    ('7.3', '1,234')
    """
    return f"{value:,.1f}" if value < 100 else f"{value:,.0f}"  # noqa: PLR2004 # three digits are enough


def table(rows: Sequence[ReportRow]) -> str:
    """Return the rows as a Markdown table."""
    return _markdown([HEAD, ("---", "---", "--:", "--:", "--:", "---"), *(row.cells for row in rows)])


def table_of_steps(rows: Sequence[ReportRow]) -> str:
    """Return rows of steps as a Markdown table with the frames of each."""
    head = (*HEAD[:-1], "frames a step", HEAD[-1])
    lines = [(*row.cells[:-1], "" if row.frames is None else number(row.frames), row.aim) for row in rows]
    return _markdown([head, ("---", "---", "--:", "--:", "--:", "--:", "---"), *lines])


def _markdown(lines: Sequence[tuple[str, ...]]) -> str:
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def setting(packages: Sequence[str] = PACKAGES) -> str:
    """Return when, on what and with which versions, naming no machine."""
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    machine = f"{os.cpu_count()} cores, no GPU, headless Chromium, Python {platform.python_version()}"
    return f"{datetime.now(tz=UTC):%d %B %Y}; {machine}; {versions}."


def with_part(page: str, heading: str, part: str) -> str:
    """Return a page with the part under a heading written anew, or added."""
    before, found, after = page.partition(f"\n{heading}\n")
    _, more, rest = after.partition("\n## ")
    written = f"{before.rstrip()}\n\n{part.rstrip()}\n"
    return f"{written}\n## {rest}" if found and more else written


def report(rows: Sequence[ReportRow], chromium: str) -> str:
    """Return the whole page."""
    return f"""# Measured side by side

{setting()} Chromium {chromium}.

Made by `python -m benchmarks`; all compared took turns in one run. Times are in milliseconds. For the
first map st_folium draws the land, areas, border and events that ours shows first, below the same title and sentence.
Times drift from machine to machine and from run to run; the column "times ours" is what counts. What many viewers at a
time meet stands in `VIEWERS.md`.

{table(rows)}
"""


def report_of_steps(rows: Sequence[ReportRow], idle: float, chromium: str) -> str:
    """Return the part of the page about steps."""
    return f"""{STEPS}

{setting(PACKAGES[1:2] + PACKAGES[3:])} Chromium {chromium}.

Made by `python -m benchmarks steps`; all compared took turns in one run. Times are in milliseconds, from right after
one frame to the task after the next painted one, each step right after the one before and frames not held back to 60
a second, so that a step takes what it costs; the frames are counted with 60 a second and a rest after each step, all
that follows it included. "Up to this day" is shown; a step of years jumps to and fro over about five. "Before" is the
map of the folder that `python -m benchmarks keep FOLDER` wrote then. The rivals' documents hold the events alone, ours
its areas, borders, labels, list and slider as well. An idle map painted {idle:.0f} frames in two seconds.

{table_of_steps(rows)}
"""
