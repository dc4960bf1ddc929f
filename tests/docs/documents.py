"""Texts of the README and of the documentation."""

from __future__ import annotations

from tests.paths import ROOT

DOCUMENTS = {
    str(path.relative_to(ROOT)): path.read_text("utf-8")
    for path in (*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*.md")))
}
"""Every document by its path in the repository."""
