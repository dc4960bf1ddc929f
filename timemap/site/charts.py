"""Charts page of the site: drawings, sentences and tables."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from geodata.text.selection import filter_events
from timemap.charts.chart_list import CHARTS, ChartData
from timemap.charts.files import credit, table_csv
from timemap.charts.statistics import compute_statistics
from timemap.charts.theme import PAPER, PEN, ChartStyle, config
from timemap.state.initial import whole_span
from timemap.text.tool_errors import tool

if TYPE_CHECKING:
    from datetime import date

    from geodata.dataset import Dataset
    from timemap.charts.section import ChartSection
    from timemap.charts.theme import Drawing

FOLDER = "numbers"
"""Folder of the drawings and tables."""

_LOOK = ChartStyle(ink=PEN, width=310, height=130, clickable=False)
_WIDE = ChartStyle(ink=PEN, width=1080, height=150, clickable=False)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The page of numbers."""

    values: dict[str, Any]
    """What stands on it: sections, and the address of each drawing by section and row."""

    files: dict[str, bytes]
    """Drawings and tables that it shows or offers, by their paths."""


def numbers(dataset: Dataset, today: date, address: str) -> Numbers:
    """Return the page for the whole record.

    Args:
        dataset: what is told.
        today: the day on which it is made.
        address: where the app stands, to be named in files; empty where it is not known.
    """
    sections = [section for section in _sections(dataset, today) if section.rows]
    files: dict[str, bytes] = {}
    for section in sections:
        files[path_of(section.id, "csv")] = table_csv(section, credit(section, dataset.atlas, today, address))
        for row in section.rows:
            files[path_of(f"{section.id}-{row.id}", "svg")] = _drawn(row.shown, _WIDE if row.wide else _LOOK)
    return Numbers({"sections": sections, "path_of": path_of}, files)


def path_of(name: str, ending: str) -> str:
    """Return where a file of the page lies.

    >>> path_of("areas", "csv")
    'numbers/areas.csv'
    """
    return f"{FOLDER}/{name}.{ending}"


def _sections(dataset: Dataset, today: date) -> list[ChartSection]:
    atlas, whole = dataset.atlas, whole_span(dataset.atlas, today)
    statistics = compute_statistics(dataset)
    data = ChartData(atlas, statistics, whole, filter_events(atlas, span=whole).events)
    return [chart.section(data) for chart in CHARTS]


@lru_cache(maxsize=256)
def _drawn(shown: Drawing, look: ChartStyle) -> bytes:
    """Return a chart as SVG; drawing one takes about 0.1 seconds."""
    out = io.StringIO()
    with tool("vl-convert", "draw a chart"):
        shown.chart(look).properties(config=config(look), background=PAPER, padding=6).save(out, format="svg")
    return out.getvalue().encode()
