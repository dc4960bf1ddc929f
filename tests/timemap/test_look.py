"""The shapes and patterns that the tables may name are those that the browser can draw."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from geodata.records.control import Pattern
from geodata.records.events import Shape
from timemap.assets import WEB


@pytest.mark.parametrize(("module", "names"), [("events/symbols.js", Shape), ("areas/patterns.js", Pattern)])
def test_every_name_can_be_drawn(module: str, names: object) -> None:
    constant = {"events/symbols.js": "SHAPES", "areas/patterns.js": "PATTERNS"}[module]
    found = re.search(
        rf"{constant} = Object\.freeze\(\{{(.*?)\}}\)", (WEB / module).read_text(encoding="utf-8"), re.DOTALL
    )
    assert found
    drawn = set(re.findall(r"""^\s*"?([a-z-]+)"?:""", found[1], re.MULTILINE))
    assert drawn == set(get_args(names))
