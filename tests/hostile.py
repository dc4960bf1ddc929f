"""Corpus of hostile texts, addresses and messages, for every way in."""

from __future__ import annotations

import json
from typing import Any

from tests.paths import CASES

_CORPUS: dict[str, Any] = json.loads((CASES / "hostile.json").read_text("utf-8"))

TEXTS: dict[str, str] = {row["what"]: row["text"] * row.get("times", 1) for row in _CORPUS["texts"]}
"""Texts by what they are; each goes through every way in."""

ADDRESSES: list[str] = _CORPUS["addresses"]
"""What follows "?" in an address."""

MESSAGES: list[Any] = _CORPUS["messages"]
"""What another page may send the map."""

RAN = "__ran"
"""Property of a window that is set where a text of ours was run."""
