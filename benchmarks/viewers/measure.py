"""Measurement of viewers and server while a crowd uses the app."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from benchmarks.measure import Times
from benchmarks.viewers.crowd import ARRIVING, STAYING
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

CROWDS = ((1, 0), (10, 0), (50, 0), (50, 10), (200, 0))
"""Viewers of each crowd, and how many more ask for a picture at once."""
PATIENCE = 120
"""Seconds beyond their stay after which a crowd is given up."""
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class CrowdResult:
    """Record of what one crowd met."""

    count: int
    pictures: int
    times: Mapping[str, Times]
    """By what was done."""

    received: Times
    """Kilobytes for each viewer."""

    failures: tuple[str, ...]
    memory: float
    """Megabytes by which the server grew, for each viewer, at its largest."""

    busy: float
    """Share of one core that the server took."""


class Weight:
    """Memory of a process, watched until it is asked for."""

    def __init__(self, process: int) -> None:
        self._file = Path(f"/proc/{process}/statm")
        self.start = self.most = self._now()
        self._over = Event()
        self._watching = Thread(target=self._watch, daemon=True)
        self._watching.start()

    def end(self) -> float:
        """Return by how many megabytes the process grew at most."""
        self._over.set()
        self._watching.join()
        return (self.most - self.start) / 1_000_000

    def _watch(self) -> None:
        while not self._over.wait(0.5):
            self.most = max(self.most, self._now())

    def _now(self) -> int:
        return int(self._file.read_text().split()[1]) * PAGE


def measure(url: str, server: int, count: int, pictures: int) -> CrowdResult:
    """Let ``count`` viewers use the app at ``url``, and more fetch pictures.

    The process ``server`` serves it.
    """
    weight, before = Weight(server), seconds(server)
    command = [sys.executable, "-m", "benchmarks.viewers.crowd", url, str(count), str(pictures)]
    patience = ARRIVING + STAYING + PATIENCE
    said = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=patience).stdout)  # noqa: S603
    return CrowdResult(
        count,
        pictures,
        {what: Times(tuple(values)) for what, values in said["times"].items()},
        Times(tuple(value / 1000 for value in said["received"])),
        tuple(said["failures"]),
        weight.end() / count,
        (seconds(server) - before) / (ARRIVING + STAYING),
    )


def seconds(process: int) -> float:
    """Return the processor time that a process has taken."""
    after_name = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / TICKS
