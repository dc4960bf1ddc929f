"""Every shape and pattern that the tables may name can be drawn, stays in its box, and is like no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

import pytest
from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.svgLib.path import parse_path

from geodata.records.control import Pattern
from geodata.records.events import Shape
from timemap.style.symbols import PATTERNS, SHAPES

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.mark.parametrize(("names", "drawn"), [(Shape, SHAPES), (Pattern, PATTERNS)])
def test_every_name_can_be_drawn(names: object, drawn: Mapping[str, str]) -> None:
    assert set(drawn) == set(get_args(names))
    assert len(set(drawn.values())) == len(drawn)


@pytest.mark.parametrize(("name", "path"), SHAPES.items())
def test_a_shape_is_closed_and_stays_in_its_square(name: str, path: str) -> None:
    assert re.fullmatch(r"(M[^M]*Z)+", path), name
    pen = ControlBoundsPen(None)
    parse_path(path, pen)
    assert pen.bounds is not None
    assert max(abs(side) for side in pen.bounds) <= 1


def test_the_document_carries_the_paths_of_its_symbols_and_patterns(data: dict[str, Any]) -> None:
    assert {category["path"] for category in data["categories"]} <= set(SHAPES.values())
    assert {controller["lines"] for controller in data["controllers"]} == set(PATTERNS.values())
