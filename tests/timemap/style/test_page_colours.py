"""App, site, handouts and the page with the map have one accent, and each of their colours stands in one place."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest
from coloraide import Color

from tests.paths import ROOT
from timemap.app.page_style import page_style
from timemap.site.templating import style_sheet
from timemap.style.palette import THEMES, in_css

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from timemap.style.palette import Theme

WHERE_THEY_STAND = {"page.css", "map.css", "tokens.json", "config.toml"}
"""The style sheets that the others read, the table of the map's look, and what Streamlit alone reads."""


def accents_of(config: str) -> dict[str, str]:
    """Return the accent of each theme in Streamlit's settings."""
    themes = tomllib.loads(config)["theme"]
    return {theme: themes[theme]["primaryColor"] for theme in THEMES}


def copies(files: Iterable[Path]) -> dict[str, set[str]]:
    """Return the colours of the page that stand in a file again, by its name."""
    names = ("page-accent", "page-ink", "page-muted", "page-line", "land")
    colours = {in_css(name, theme) for name in names for theme in THEMES}
    found = {file.name: colours & set(re.findall(r"#[0-9a-f]{6}\b", file.read_text("utf-8"))) for file in files}
    return {name: values for name, values in found.items() if values}


def test_buttons_round_the_map_have_the_accent_of_those_in_it() -> None:
    config = (ROOT / ".streamlit" / "config.toml").read_text("utf-8")
    accents = {theme: in_css("page-accent", theme) for theme in THEMES}
    assert accents_of(config) == accents
    assert accents_of(config.replace(accents["dark"], "#7db7f0")) != accents, "another one would be found"


@pytest.mark.parametrize("theme", THEMES)
def test_the_accent_stands_out_from_the_page_and_the_panel(theme: Theme) -> None:
    grounds = [in_css(name, theme) for name in ("page-paper", "page-panel", "page-quiet-fill", "land")]
    accent = Color(in_css("page-accent", theme))
    assert [ground for ground in grounds if accent.contrast(ground, method="wcag21") < 4.5] == []
    assert accent.contrast(accent, method="wcag21") < 4.5, "one that does not would be found"


def test_site_and_app_take_the_colours_of_the_page_with_the_map() -> None:
    assert all(in_css("page-accent", theme) in style_sheet() for theme in THEMES)
    assert f"--accent: {in_css('page-accent')};" in page_style("Map")


def test_no_other_style_sheet_has_a_colour_of_the_page(tmp_path: Path) -> None:
    sheets = [file for kind in ("css", "typ") for file in (ROOT / "timemap").rglob(f"*.{kind}")]
    assert copies(file for file in sheets if file.name not in WHERE_THEY_STAND) == {}
    copy = tmp_path / "copy.css"
    copy.write_text(f"a {{ color: {in_css('page-accent')}; }}", "utf-8")
    assert copies([copy]) == {"copy.css": {in_css("page-accent")}}


def test_the_height_of_the_head_stands_once() -> None:
    sheets = (ROOT / "timemap" / "web" / "app").glob("*.css")
    assert [file.name for file in sheets if "2.75rem" in file.read_text("utf-8")] == []
    assert "--head: 2.75rem;" in page_style("Map")
