"""A picture writes a name in the capitals that the map has: both are held to one table of cases."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.paths import CASES
from timemap.text.capitals import in_capitals

TABLE: dict[str, Any] = json.loads((CASES / "capitals.json").read_text("utf-8"))


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["what"])
def test_a_name_has_the_capitals_of_its_language(case: dict[str, str]) -> None:
    assert in_capitals(case["text"], case["language"]) == case["capitals"]
