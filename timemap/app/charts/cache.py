"""Cache of statistics and charts, shared by all visitors.

Numbers are worked out once per state of the tables, and every chart is drawn once.

Drawing costs about 0.1 seconds of processor time a chart, as Altair checks each against its schema.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import streamlit as st

from timemap.app import resources
from timemap.charts.statistics import compute_statistics
from timemap.charts.theme import PADDING, ChartStyle, config

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from timemap.charts.statistics import Statistics
    from timemap.charts.theme import Drawing


def load_statistics(atlas: Atlas) -> Statistics:
    """Return the numbers of ``known``."""
    return _numbers(atlas.version, atlas)


@st.cache_resource(max_entries=1, show_spinner="Measuring the areas on every day")
def _numbers(version: str, _known: Atlas) -> Statistics:  # noqa: ARG001 (the version is the key of the cache)
    return compute_statistics(resources.load_dataset(_known))


def spec(shown: Drawing) -> dict[str, Any]:
    """Return a chart as the page shows it, in the words of Vega-Lite."""
    chart: dict[str, Any] = json.loads(_drawn(shown))
    return chart


@lru_cache(maxsize=256)
def _drawn(shown: Drawing) -> str:
    look = ChartStyle()
    return json.dumps(shown.chart(look).properties(config=config(look), padding=PADDING).to_dict())
