"""The README names files and folders that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATH = re.compile(r"`((?:app|pages|geodata|timemap|tests|benchmarks)[\w/.-]*(?:/|\.[a-z]+))`")


def missing(text: str) -> list[str]:
    """Return the paths in backticks that are not there."""
    return [path for path in PATH.findall(text) if not (ROOT / path).exists()]


def test_every_path_that_is_named_is_there() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert len(PATH.findall(text)) > 20
    assert missing(text) == []


def test_a_path_that_is_gone_is_noticed() -> None:
    assert missing("see `geodata/atlas.py` and `geodata/gone.py`, then `timemap/nowhere/`") == [
        "geodata/gone.py",
        "timemap/nowhere/",
    ]
