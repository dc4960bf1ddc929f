"""Folders that tests read from."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
"""Folder of the project."""

CASES = ROOT / "tests" / "cases"
"""Tables of cases that Python and JavaScript are both held to."""

BAD = ROOT / "tests" / "geodata" / "bad"
"""Tables, files and lessons with faults."""
