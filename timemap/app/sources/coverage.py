"""Coverage by region: until when its state is supported, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geodata.data import other_atlas
from geodata.dates.wording import day_in_words, in_words
from timemap.app.components.contested_terms import mark_terms
from timemap.text import page_texts
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import pluralize
from timemap.text.source_lines import citations, day_on_map

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.records.control import Coverage

ENDS = ("control-known-until", "events-known-until")
"""Settings: the last day with support for control, and for events."""


def render_coverage(atlas: Atlas) -> None:
    """Draw the part."""
    st.header(page_texts.COVERAGE, anchor=False)
    control, events = (atlas.setting_day(name) for name in ENDS)
    st.markdown(f"{page_texts.coverage(control, events)} {day_on_map(control)}")
    for name in ENDS:
        if warning := misread(atlas, name):
            st.warning(warning)
    if atlas.coverage:
        with st.container(key="evidence-cards-regions"):
            st.markdown("\n".join(_item(atlas, region) for region in atlas.coverage), anchors=False)
    else:
        st.info("The coverage table is empty.")


def misread(atlas: Atlas, setting_id: str) -> str:
    """Return that a setting does not name a day, and which day is used.

    In Markdown; nothing where it does.
    """
    written, used = atlas.setting(setting_id), atlas.setting_day(setting_id)
    if written == used.isoformat() or not (written or other_atlas() is None):
        return ""
    fault = f'is "{written}", expected a date such as {used.isoformat()}' if written else "is missing"
    return escape_markdown(
        f'In the settings table, "{setting_id}" {fault}. {day_in_words(used)} is used instead, taken from other tables.'
    )


def _item(atlas: Atlas, region: Coverage) -> str:
    administration, troops, note = mark_terms(atlas, region.administration, region.troops, region.note)
    parts = [
        f"- ### {escape_markdown(region.region)}",
        f"Last known: **{escape_markdown(in_words(region.last_known, region.date_precision))}**",
        f"Administration: {administration}",
        f"{atlas.setting('troops-name')}: {troops}",
        note.strip(),
    ]
    text = "\n\n  ".join(part for part in parts if part)
    if not region.sources:
        return f"{text}\n\n  No source found."
    return f"{text}\n\n  {pluralize(len(region.sources), 'source', 'sources')}:\n\n{citations(atlas, region.sources)}"
