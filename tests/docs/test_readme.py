"""The README stays short, and its commands are those that install, start and test."""

from __future__ import annotations

import re

from tests.docs.documents import DOCUMENTS
from tests.paths import ROOT

README = DOCUMENTS["README.md"]
LONGEST = 120


def command_lines() -> list[str]:
    """Return the lines of code blocks."""
    return re.findall(r"^ {4,}(\S.*)$", README, re.MULTILINE)


def test_it_can_be_read_in_one_go() -> None:
    assert len(README.splitlines()) <= LONGEST


def test_one_line_installs_and_starts_the_app() -> None:
    (start,) = (line for line in command_lines() if "pip install" in line)
    for part in ("-m venv .venv", "-r requirements.txt", "streamlit run app.py"):
        assert part in start


def test_the_line_that_tests_is_the_one_that_the_server_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    (line,) = (line for line in command_lines() if line.startswith("bash "))
    assert line in script


def test_its_picture_carries_a_credit() -> None:
    (name,) = re.findall(r"!\[[^\]]+\]\(([\w/.]+)\)", README)
    assert (ROOT / name).stat().st_size < 250_000
    assert "© OpenStreetMap contributors (ODbL)" in README
