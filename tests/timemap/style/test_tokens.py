"""The table of the map's numbers is whole, and both the map on the screen and the one in pictures read all of it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, get_args

import pytest
from pydantic import ValidationError
from pydantic.alias_generators import to_snake

from tests.paths import ROOT
from timemap.document.assets import read_module
from timemap.document.bundle import bundle_modules
from timemap.style.palette import THEMES, palette
from timemap.style.tokens import TOKENS, Kind, parse_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TIMEMAP = ROOT / "timemap"
TEXT = (TIMEMAP / "style" / "tokens.json").read_text("utf-8")
ONE_SIDED = {"size", "pictureSize"}
"""Sizes of letters differ on purpose, the table says why."""
BROWSER_ONLY = {"ownColour", "ownPlate", "ownShare"}
"""Looks of own events, which pictures do not draw."""


def changed(group: str, **values: object) -> str:
    """Return the table with other values in a group; None takes one out."""
    table = json.loads(TEXT)
    table[group] |= values
    table[group] = {name: value for name, value in table[group].items() if value is not None}
    return json.dumps(table)


def names_in(table: dict[str, Any]) -> set[str]:
    """Return the names of the values in the groups of the table, and of their parts."""
    parts = [group if name != "lettering" else group["river"] for name, group in table.items()]
    return {name for part in parts for name in part}


def unread(names: Iterable[str], files: Iterable[Path]) -> set[str]:
    """Return the names that no file has as a word."""
    text = "\n".join(file.read_text("utf-8") for file in files)
    return {name for name in names if not re.search(rf"\b{name}\b", text)}


def test_what_the_table_says_can_be_read() -> None:
    assert parse_tokens(TEXT) == TOKENS
    assert parse_tokens(changed("areas", patternTile=24)).areas.pattern_tile == 24


@pytest.mark.parametrize("values", [{"patternTile": None}, {"patternTiles": 12}, {"patternTile": "12"}])
def test_a_value_that_is_missing_unknown_or_of_another_type_is_found(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="patternTile"):
        parse_tokens(changed("areas", **values))


def test_the_browser_gets_the_same_table() -> None:
    bundle = bundle_modules("main.js", read_module)
    (sent,) = re.findall(r'^\$modules\["style/tokens\.json"\] = (.*);$', bundle, re.MULTILINE)
    assert json.loads(sent) == json.loads(TEXT)


def test_both_sides_read_every_value() -> None:
    names = names_in(json.loads(TEXT)) - ONE_SIDED
    assert unread(names, (TIMEMAP / "web").rglob("*.js")) == set()
    drawing = [file for file in TIMEMAP.rglob("*.py") if file.name != "tokens.py"]
    assert unread({to_snake(name) for name in names - BROWSER_ONLY} - {"from"}, drawing) == set()


def test_a_value_that_is_not_read_would_be_found() -> None:
    assert unread({"patternTile", "notRead"}, (TIMEMAP / "web").rglob("*.js")) == {"notRead"}


def test_words_have_a_colour_of_the_style_sheet_in_both_themes() -> None:
    assert set(TOKENS.lettering) == set(get_args(Kind))
    named = {look.colour for look in TOKENS.lettering.values()}
    assert [theme for theme in THEMES if not named <= set(palette(theme))] == []


def test_marks_have_colours_of_the_style_sheet_in_both_themes() -> None:
    look = TOKENS.border_marks
    named = {look.fill, look.post_rim, look.post_halo, *look.bars}
    assert [theme for theme in THEMES if not named <= set(palette(theme))] == []
