"""Check of the app's pins against the database of known vulnerabilities.

``python -m tests.audit`` fails where one is known, and says so where the database cannot be reached.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from tests.paths import ROOT

PATIENCE = 20
"""Seconds after which the database counts as out of reach."""

COMMAND = ("-m", "pip_audit", "--disable-pip", "--no-deps", "--format=json", "--progress-spinner=off", "--requirement")
OUT_OF_REACH = "Skipped: the database of known vulnerabilities cannot be reached."


def verdict(report: str) -> tuple[int, str]:
    """Return the exit code for a report of pip-audit, and what to say.

    Without a report, or where nothing was looked up, the database could not be reached.
    """
    try:
        rows: list[dict[str, Any]] = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return 0, OUT_OF_REACH
    audited = [row for row in rows if "skip_reason" not in row]
    if not audited:
        return 0, OUT_OF_REACH
    found = [
        f"{row['name']} {row['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'none yet'}"
        for row in audited
        for fault in row["vulns"]
    ]
    left_out = [f"{row['name']}: not looked up" for row in rows if "skip_reason" in row]
    known = found or [f"Packages looked up: {len(audited)}. Known vulnerabilities: none."]
    return int(bool(found)), "\n".join((*known, *left_out))


def report_of(pins: str, patience: float = PATIENCE) -> str:
    """Return what pip-audit reports of a list of pins.

    Empty where it takes too long.
    """
    try:
        done = subprocess.run(
            [sys.executable, *COMMAND, pins], capture_output=True, text=True, timeout=patience, check=False
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout


if __name__ == "__main__":
    code, words = verdict(report_of(str(ROOT / "requirements.txt")))
    print(words)  # noqa: T201 - a program
    sys.exit(code)
