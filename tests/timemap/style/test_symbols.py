"""Every shape and pattern that the tables may name can be drawn, stays in its box, and is like no other."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.svgLib.path import parse_path

from geodata.records.control import Pattern
from geodata.records.shapes import Shape
from timemap.style.symbols import PATTERNS


def test_every_shape_and_pattern_is_like_no_other() -> None:
    assert set(PATTERNS) == set(get_args(Pattern))
    assert len(set(PATTERNS.values())) == len(PATTERNS)
    assert len({shape.outline for shape in Shape}) == len(Shape)


@pytest.mark.parametrize("shape", Shape)
def test_a_shape_is_closed_and_stays_in_its_square(shape: Shape) -> None:
    assert re.fullmatch(r"(M[^M]*Z)+", shape.outline)
    pen = ControlBoundsPen(None)
    parse_path(shape.outline, pen)
    assert pen.bounds is not None
    assert max(abs(side) for side in pen.bounds) <= 1


def test_the_document_carries_the_paths_of_its_symbols_and_patterns(data: dict[str, Any]) -> None:
    assert {category["path"] for category in data["categories"]} <= {shape.outline for shape in Shape}
    assert {controller["lines"] for controller in data["controllers"]} == set(PATTERNS.values())
