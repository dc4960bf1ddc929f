"""Texts give the share of a range as the stored ranges have it; no text of the app has a figure of its own."""

from __future__ import annotations

import re

from geodata.areas.settings import read_resample_settings
from geodata.data import DATA
from tests.docs.documents import DOCUMENTS
from tests.paths import ROOT
from tests.project_data import atlas

FIGURE = re.compile(r"\b(\d+) ?% range")
SPOKEN = re.compile(r"\b(?:nine|nineteen|eight) (?:of|in|out of) (?:ten|twenty)\b", re.IGNORECASE)
CODE = [
    path
    for folder in ("geodata", "pages", "timemap")
    for ending in ("py", "js", "ts", "html", "json", "toml", "typ")
    for path in sorted((ROOT / folder).rglob(f"*.{ending}"))
    if "base" not in path.relative_to(ROOT).parts
]


def own_figures(text: str) -> list[str]:
    """Return the shares of ranges that a text of the code names itself."""
    return [match[0] for figure in (FIGURE, SPOKEN) for match in figure.finditer(text)]


def test_all_stored_ranges_are_of_one_run_with_our_settings() -> None:
    settings = read_resample_settings()
    found = {(row.low_percentile, row.high_percentile, row.tries, row.seed) for row in atlas().area_ranges}
    assert found == {(settings.low_percentile, settings.high_percentile, settings.tries, settings.seed)}


def test_the_pages_name_the_share_of_the_stored_ranges() -> None:
    share, tries = atlas().area_ranges[0].share, atlas().area_ranges[0].tries
    method = (DATA / "notes" / "method.md").read_text("utf-8")
    pages = DOCUMENTS | {"method": method}
    assert {number for text in pages.values() for number in FIGURE.findall(text)} == {str(share)}
    assert f"- **The {share}% range** runs from " in method
    uncertainty = " ".join(DOCUMENTS["docs/research/uncertainty.md"].split())
    assert f"a {share}% range: of {tries} recalculations" in uncertainty
    assert f", {share}% give a size within it" in uncertainty


def test_no_text_of_the_app_names_the_share_itself() -> None:
    assert len(CODE) > 300
    assert [(path, found) for path in CODE if (found := own_figures(path.read_text("utf-8")))] == []


def test_a_text_with_a_figure_of_its_own_is_noticed() -> None:
    assert own_figures("const likely = `90% range ${low}`") == ["90% range"]
    assert own_figures("in nine of ten tries") == ["nine of ten"]
    assert own_figures("`${share}% range`, f'{share}% range'") == []
