"""Prose has the kinds of Markdown that the document keeps, and no others."""

from __future__ import annotations

import json
from typing import Any

import pytest

from geodata.lessons.prose import BLOCKS, SPANS, fault_of, prose_parser
from tests.paths import CASES
from timemap.document.lessons import html_of

TABLE: dict[str, Any] = json.loads((CASES / "prose.json").read_text("utf-8"))
"""Cases on which Python and the document agree; tests/web/prose.test.js reads them, too."""


@pytest.mark.parametrize("case", TABLE["allowed"], ids=lambda case: case["what"])
def test_what_is_allowed_has_this_html(case: dict[str, Any]) -> None:
    assert (fault_of(case["prose"]), html_of(case["prose"])) == ("", case["html"])


@pytest.mark.parametrize("case", TABLE["refused"], ids=lambda case: case["what"])
def test_what_is_refused_would_have_this_html(case: dict[str, Any]) -> None:
    assert fault_of(case["prose"])
    assert html_of(case["prose"]) == case["html"]


def test_every_kind_that_is_allowed_has_a_case() -> None:
    tokens = [token for case in TABLE["allowed"] for token in prose_parser().parse(case["prose"])]
    parts = [*tokens, *(part for token in tokens for part in token.children or [])]
    assert {part.type.removesuffix("_open").removesuffix("_close") for part in parts} == BLOCKS | SPANS
