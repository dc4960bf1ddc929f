"""Method of the areas, and derived sizes beside published ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geodata.areas.timeline.published_figures import compare
from geodata.dates.wording import day_in_words
from geodata.text.method_notes import method_notes
from timemap.app import resources
from timemap.charts.sentences import TIE
from timemap.text import page_texts
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import format_number
from timemap.text.source_lines import citation, day_on_map

if TYPE_CHECKING:
    from geodata.areas.timeline.published_figures import FigureComparison
    from geodata.atlas import Atlas
    from geodata.records.control import Figure


def render_method(atlas: Atlas) -> None:
    """Draw the part."""
    st.header(page_texts.HOW_AREAS, anchor=False)
    st.markdown(method_notes())
    known = resources.load_areas(atlas)
    items = [
        _item(atlas, one)
        for figure in atlas.figures
        for one in compare([figure], known.zones_on(figure.day), figure.day)
    ]
    if items:
        st.header(page_texts.PUBLISHED, anchor=False)
        with st.container(key="evidence-cards-figures"):
            st.markdown("\n".join(items))


def in_words(share: float) -> str:
    """Return in words how far a derived size lies outside the published ones.

    >>> in_words(0.0), in_words(-0.0443), in_words(0.001)
    ('within the published range', '4.4% below the published figure', '0.1% above the published figure')
    """
    if not share:
        return "within the published range"
    return f"{100 * abs(share):.1f}% {'above' if share > 0 else 'below'} the published figure"


def _item(atlas: Atlas, one: FigureComparison) -> str:
    figure = one.figure
    names = {zone.id: zone.name for zone in atlas.zones}
    zones = " + ".join(names.get(zone, zone) for zone in figure.zones)
    parts = [
        f"- **{escape_markdown(zones)}** on {escape_markdown(day_in_words(figure.day))}",
        f"Derived: **{format_number(round(one.km2))}{TIE}km²**, {in_words(one.miss)}",
        f"Published: **{_range(figure)}{TIE}km²**{_by(atlas, figure)}",
        escape_markdown(figure.note),
        day_on_map(figure.day),
    ]
    return "\n\n  ".join(part for part in parts if part)


def _range(figure: Figure) -> str:
    ends = (format_number(round(size)) for size in (figure.low_km2, figure.high_km2))
    return "\N{EN DASH}".join(dict.fromkeys(ends))


def _by(atlas: Atlas, figure: Figure) -> str:
    if figure.source:
        return f" by {citation(atlas, figure.source)}"
    return f" by {escape_markdown(figure.publisher)}" if figure.publisher else ""
