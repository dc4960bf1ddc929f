"""The check of known vulnerabilities: fails on a finding, and never for want of a network."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.audit import OUT_OF_REACH, report_of, verdict

if TYPE_CHECKING:
    from pathlib import Path

CLEAN = {"name": "one", "version": "1.0", "vulns": []}
LEFT_OUT = {"name": "other", "skip_reason": "not found"}
FAULTY = {"name": "bad", "version": "2.0", "vulns": [{"id": "CVE-1", "fix_versions": ["2.1"], "aliases": []}]}


def said(*rows: dict[str, Any]) -> tuple[int, str]:
    return verdict(json.dumps({"dependencies": rows, "fixes": []}))


def test_a_finding_fails_and_is_named() -> None:
    assert said(CLEAN, FAULTY) == (1, "bad 2.0: CVE-1, mended in 2.1")


def test_what_was_not_looked_up_is_said() -> None:
    assert said(CLEAN, LEFT_OUT) == (0, "Packages looked up: 1. Known vulnerabilities: none.\nother: not looked up")


@pytest.mark.parametrize("report", ["", "no JSON", "[]", json.dumps({"dependencies": [LEFT_OUT]})])
def test_where_the_database_cannot_be_reached_that_is_said(report: str) -> None:
    assert verdict(report) == (0, OUT_OF_REACH)


def test_a_database_that_does_not_answer_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "pins.txt").write_text("one==1.0\n")
    begin = time.monotonic()
    assert report_of(str(tmp_path / "pins.txt"), 0.01) == ""
    assert time.monotonic() - begin < 10
