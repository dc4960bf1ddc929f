"""Bibliography on the page: search, filters and downloads."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from geodata.sources.bibliography import BibliographyEntry, bibliography, bibliography_csv
from geodata.text.folding import fold
from geodata.text.search import SearchIndex
from timemap.app.sources.publisher_filter import render_publisher_filter
from timemap.state.fields import limit
from timemap.text import page_texts
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import format_number, pluralize
from timemap.text.source_lines import DOT, byline, event_on_map, title
from timemap.text.source_uses import uses_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geodata.atlas import Atlas

AT_ONCE, EVERY = 50, 1_000_000
"""How many sources are shown at first and with every wish for more, and how many when all are wished for."""

SHOWN = "source-shown"
"""Key in the session of how many are shown."""

ORDERS: dict[str, Callable[[BibliographyEntry], tuple[object, ...]]] = {
    "Most used first": lambda entry: (-entry.uses, fold(entry.publisher), fold(entry.title)),
    "By publisher": lambda entry: (not entry.publisher, fold(entry.publisher), fold(entry.title)),
    "Newest first": lambda entry: (not entry.date, [-ord(letter) for letter in entry.date], fold(entry.title)),
}


def render_bibliography(atlas: Atlas) -> None:
    """Draw the part."""
    st.header("Sources", anchor=False)
    entries = bibliography(atlas)
    if not entries:
        st.info("The table of sources is empty.")
        return
    publishers = len({entry.publisher for entry in entries} - {""})
    st.markdown(page_texts.sources(len(entries), publishers))
    shown = _chosen(atlas, entries)
    if not shown:
        st.info("No sources match. Try fewer or different words, or clear the filters.")
        return
    with st.container(key="evidence-list-sources"):
        listed = shown[: st.session_state.get(SHOWN, AT_ONCE)]
        st.markdown("\n".join(_item(atlas, entry) for entry in listed))
    with st.container(horizontal=True):
        _more(len(shown))
        st.download_button(
            "Download this list (CSV)", lambda: bibliography_csv(shown), "sources.csv", "text/csv", on_click="ignore"
        )


def _chosen(atlas: Atlas, entries: Sequence[BibliographyEntry]) -> list[BibliographyEntry]:
    """Draw the filters and return what they let through, in the order wanted."""
    search, order = st.container(key="evidence-filters-sources").columns([3, 1])
    words = search.text_input(
        "Search sources", key="source-words", max_chars=limit("words"), type="search", bind="query-params"
    )
    by = order.selectbox("Order", list(ORDERS), key="source-order", bind="query-params")
    asked = render_publisher_filter(atlas, entries)
    found = [entry for entry in _findable(atlas).search(words or "") if asked.passes(entry)]
    only = f": {', '.join(map(escape_markdown, asked.names))}" if asked.names else ""
    st.markdown(f"**{format_number(len(found))}** of {pluralize(len(entries), 'source', 'sources')}{only}")
    return sorted(found, key=ORDERS[by])


def _more(total: int) -> None:
    """Draw what brings more of the sources onto the page."""
    shown: int = st.session_state.get(SHOWN, AT_ONCE)

    def show(number: int) -> None:
        st.session_state[SHOWN] = number

    if total > shown:
        st.button(f"Show {min(AT_ONCE, total - shown)} more", on_click=show, args=(shown + AT_ONCE,))
        st.button("Show all (for printing)", on_click=show, args=(EVERY,))
    elif shown > AT_ONCE:
        st.button("Show fewer", on_click=show, args=(AT_ONCE,))


@lru_cache(maxsize=4)
def _findable(atlas: Atlas) -> SearchIndex[BibliographyEntry]:
    def text(entry: BibliographyEntry) -> str:
        return f"{entry.title} {entry.publisher} {entry.kind_name} {entry.based_in} {entry.note} {entry.url}"

    return SearchIndex.of(atlas, bibliography(atlas), text)


def _item(atlas: Atlas, entry: BibliographyEntry) -> str:
    lines = [f"- **{title(entry)}**", byline(entry)]
    if entry.events:
        titles = DOT.join(event_on_map(atlas.event(event)) for event in entry.events)
        lines.append(f"{pluralize(len(entry.events), 'event', 'events')} on the map: {titles}")
    if entry.other_uses:
        lines.append(f"{'Also used for' if entry.events else 'Used for'} {uses_of(entry)}")
    return "  \n  ".join(lines)
