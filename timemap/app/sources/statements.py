"""Dated statements: reports, disagreements and gaps, with links."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from geodata.sources.bibliography import entry_of
from geodata.text.search import SearchIndex
from timemap.app.components.contested_terms import mark_terms
from timemap.state.fields import limit
from timemap.text import page_texts
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import format_number, pluralize
from timemap.text.source_lines import badge, citations, day_on_map, option_name
from timemap.text.statement_kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geodata.atlas import Atlas
    from geodata.records.control import Statement

SEVERAL = "several"
"""Stands in the filter for statements that are about no single region of the table."""


def render_statements(atlas: Atlas) -> None:
    """Draw the part."""
    st.header(page_texts.STATEMENTS, anchor=False)
    if not atlas.statements:
        st.info("The statements table is empty.")
        return
    st.markdown("What was reported about each region and by whom, and what we could not find out.")
    shown = _chosen(atlas)
    st.markdown(f"**{format_number(len(shown))}** of {pluralize(len(atlas.statements), 'statement', 'statements')}")
    if not shown:
        st.info("No statements match. Try different words, or clear the kinds and regions.")
    with st.container(key="evidence-list-statements"):
        for kind, (name, meaning) in KINDS.items():
            items = _items(atlas, [row for row in in_time(shown) if row.kind == kind])
            if items:
                st.subheader(name, anchor=False)
                st.markdown(f"{pluralize(len(items), 'statement', 'statements')}. {meaning}")
                st.markdown("\n".join(items))


def in_time(statements: Iterable[Statement]) -> list[Statement]:
    """Return ``statements`` by the days they are about, those about none last."""
    return sorted(statements, key=lambda row: row.moment or date.max)


def _chosen(atlas: Atlas) -> list[Statement]:
    words = st.text_input(
        "Search statements", key="statement-words", max_chars=limit("words"), type="search", bind="query-params"
    )
    names = _regions(atlas)
    with st.container(key="evidence-filters-statements"):
        kinds = st.pills(
            "Kind of statement",
            list(KINDS),
            selection_mode="multi",
            format_func=lambda kind: KINDS[kind][0],
            key="statement-kinds",
            bind="query-params",
        )
        regions = st.pills(
            "Region",
            list(names),
            selection_mode="multi",
            format_func=lambda region: option_name(names[region]),
            key="statement-regions",
            bind="query-params",
        )
    return [
        row
        for row in _findable(atlas).search(words or "")
        if (not kinds or row.kind in kinds) and (not regions or (row.region or SEVERAL) in regions)
    ]


def _regions(atlas: Atlas) -> dict[str, str]:
    """Return the names of the regions that statements are about, by id, in the order of the table of coverage."""
    about = {row.region for row in atlas.statements}
    names = {row.id: row.region for row in atlas.coverage}
    unknown = {region: region for region in sorted(about - set(names) - {""})}
    known = {region: name for region, name in names.items() if region in about}
    return known | unknown | ({SEVERAL: "Several or other"} if "" in about else {})


@lru_cache(maxsize=4)
def _findable(atlas: Atlas) -> SearchIndex[Statement]:
    names = _regions(atlas)

    def text(row: Statement) -> str:
        publishers = (entry_of(atlas, source).publisher for source in row.sources)
        return " ".join((row.text, row.dated, names.get(row.region, ""), *publishers))

    return SearchIndex.of(atlas, atlas.statements, text)


def _items(atlas: Atlas, rows: Sequence[Statement]) -> list[str]:
    texts = mark_terms(atlas, *(row.text for row in rows))
    return [_item(atlas, row, text) for row, text in zip(rows, texts, strict=True)]


def _item(atlas: Atlas, row: Statement, told: str) -> str:
    head = [
        f"**{escape_markdown(row.dated)}**" if row.dated else "",
        badge(_regions(atlas)[row.region]) if row.region else "",
    ]
    text = " ".join(part for part in (*head, told) if part)
    on_map = f" {day_on_map(row.moment)}" if row.moment else ""
    said_by = citations(atlas, row.sources) or ("" if row.kind == "gap" else "    - No link recorded.")
    return "\n".join(filter(None, (f"- {text}{on_map}", said_by)))
