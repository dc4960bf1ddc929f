"""Image of a section as PNG or SVG, with title, sources and licence."""

from __future__ import annotations

import io
from textwrap import wrap
from typing import TYPE_CHECKING, Literal

import altair as alt

from timemap.attribution import span_in_words
from timemap.charts.axes import LABEL_WIDTH
from timemap.charts.sentences import text
from timemap.charts.theme import PAPER, PEN, ChartStyle, config
from timemap.text.tool_errors import tool

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timemap.charts.section import ChartSection, Row
    from timemap.charts.theme import ChartPart

WIDE, COLUMNS, GAP = 1080, 3, 18
"""CSS pixels of a wide chart, how many others stand side by side, and between them."""
KEY_WIDTH = 340
"""CSS pixels of one colour and its meaning."""
LETTERS = 190
"""Letters of small print on a line as wide as the picture."""
SCALE = 2
"""Pixels of a PNG for a CSS pixel: 2 prints sharp on A4."""


def picture(section: ChartSection, credit: Iterable[str], form: Literal["png", "svg"]) -> bytes:
    """Return the picture of a section.

    Args:
        section: a section with rows.
        credit: sources, licence and whatever else must stand under it, a paragraph each.
        form: "png" or "svg".
    """
    look = ChartStyle(ink=PEN, width=WIDE, height=130, clickable=False)
    narrow = ChartStyle(
        ink=PEN, width=(WIDE - (COLUMNS - 1) * (GAP + LABEL_WIDTH)) // COLUMNS, height=110, clickable=False
    )
    charts: list[alt.ConcatChart | alt.LayerChart] = [_key(section.key)] if section.key else []
    charts += [_titled(row, look) for row in section.rows if row.wide]
    charts.append(
        alt.ConcatChart(
            concat=[_titled(row, narrow) for row in section.rows if not row.wide], columns=COLUMNS, spacing=GAP
        )
    )
    told = [line for part in (text(section.lead), section.how) for line in wrap(part, LETTERS)]
    whole = alt.VConcatChart(
        vconcat=[*charts, _small_print([line for part in credit for line in wrap(part, LETTERS)])],
        config=config(look),
        background=PAPER,
        padding=20,
        title=alt.TitleParams(
            f"{section.heading}, {span_in_words(section.span)}",
            subtitle=told,
            fontSize=20,
            subtitleFontSize=12,
            subtitleColor=PEN,
            subtitlePadding=6,
            offset=14,
        ),
    )
    with tool("vl-convert", "draw the charts"):
        if form == "svg":
            drawn = io.StringIO()
            whole.save(drawn, format="svg")
            return drawn.getvalue().encode()
        painted = io.BytesIO()
        whole.save(painted, format="png", scale_factor=SCALE)
        return painted.getvalue()


def _titled(row: Row, look: ChartStyle) -> alt.LayerChart:
    width = look.width if isinstance(look.width, int) else WIDE
    told = [row.former, *(text([note]) for note in row.notes)]
    notes = [line for part in told for line in wrap(part, width // 6)]
    return row.shown.chart(look).properties(
        title=alt.TitleParams(
            wrap(row.name, width // 7), subtitle=notes, fontSize=13, subtitleFontSize=11, subtitleColor=PEN, offset=6
        )
    )


def _key(parts: Iterable[ChartPart]) -> alt.LayerChart:
    """Return what the colours mean, side by side."""
    layers: list[alt.Chart] = []
    for number, part in enumerate(parts):
        left = number * KEY_WIDTH - LABEL_WIDTH
        base = alt.Chart({"values": [{"name": part.name}]}).encode(y=alt.value(8))
        layers += [
            base.mark_square(size=160, fill=part.colour, opacity=0.6).encode(x=alt.value(left + 7)),
            base.mark_text(align="left", fontSize=12, fill=PEN).encode(x=alt.value(left + 20), text="name:N"),
        ]
    return alt.LayerChart(layer=layers).properties(width=WIDE, height=16)


def _small_print(lines: list[str]) -> alt.LayerChart:
    texts: alt.Chart = (
        alt.Chart({"values": [{"line": line, "number": number} for number, line in enumerate(lines)]})
        .mark_text(align="left", baseline="top", fontSize=11, fill=PEN)
        .encode(
            x=alt.value(-LABEL_WIDTH), y=alt.Y("number:O", axis=None, scale=alt.Scale(paddingInner=0)), text="line:N"
        )
    )
    return alt.LayerChart(layer=[texts]).properties(width=WIDE, height=15 * len(lines))
