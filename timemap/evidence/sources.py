"""The bibliography: every source with who published it and what rests on it, to be searched, filtered and kept."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from geodata.bibliography import Entry, bibliography, bibliography_csv
from geodata.finding import Findable
from geodata.search import fold
from timemap.evidence.citation import DOT, byline, counted, event_on_map, spaced, title
from timemap.plain import plain
from timemap.state import MAX_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from geodata.atlas import Atlas
    from geodata.records.sources import Affiliation, PublisherKind

NOT_KNOWN, NOT_KNOWN_NAME = "not-known", "None known"
"""Stands in the filters for what is not known of a publisher."""

PER_PAGE = 50
"""How many sources stand on one page."""

ORDERS: dict[str, Callable[[Entry], tuple[object, ...]]] = {
    "Most used first": lambda entry: (-entry.uses, fold(entry.publisher), fold(entry.title)),
    "By publisher": lambda entry: (not entry.publisher, fold(entry.publisher), fold(entry.title)),
    "Newest first": lambda entry: (not entry.date, [-ord(letter) for letter in entry.date], fold(entry.title)),
}

USES = {
    "holds": ("entry on who held a place", "entries on who held a place"),
    "periods": ("period", "periods"),
    "terms": ("contested wording", "contested wordings"),
    "claims": ("checked claim", "checked claims"),
    "front_snapshots": ("front line", "front lines"),
    "figures": ("published size", "published sizes"),
    "crossing_states": ("state of a crossing", "states of crossings"),
    "wall_sections": ("stretch of the wall", "stretches of the wall"),
    "coverage": ("last known state", "last known states"),
    "statements": ("report", "reports"),
}
"""What rests on a source besides events, by table: one, and several."""


def draw(atlas: Atlas) -> None:
    """Draw the part."""
    st.header("Sources", anchor=False)
    entries = bibliography(atlas)
    if not entries:
        st.info("The table of sources is empty.")
        return
    publishers = len({entry.publisher for entry in entries} - {""})
    st.markdown(
        f"{counted(len(entries), 'source', 'sources')} by {counted(publishers, 'publisher', 'publishers')} carry all "
        "that the map shows. Beside each stands what kind of publisher it is and whom it is known to be close to. "
        "They were found by searching; not every address could be opened."
    )
    _kinds(atlas, entries)
    shown = _chosen(atlas, entries)
    st.markdown(f"**{spaced(len(shown))}** of {counted(len(entries), 'source', 'sources')}")
    if not shown:
        st.info("No source matches. You can search for fewer or other words, or take filters off.")
        return
    listing = st.container(key="evidence-list-sources")
    with st.container(horizontal=True, vertical_alignment="center"):
        part = _page(shown)
        st.download_button(
            "Download this list (CSV)", lambda: bibliography_csv(shown), "sources.csv", "text/csv", on_click="ignore"
        )
    listing.markdown("\n".join(_item(atlas, entry) for entry in part))


def _kinds(atlas: Atlas, entries: Sequence[Entry]) -> None:
    with st.expander("What kinds of publisher there are, and whom they are close to"):
        kinds = Counter(entry.kind for entry in entries)
        _explained("Kind of publisher", atlas.publisher_kinds, kinds, "The publisher was not noted.")
        sides = Counter(entry.affiliation for entry in entries)
        _explained("Close to", atlas.affiliations, sides, "Independent, or nothing is known.")


def _explained(
    header: str, rows: Iterable[PublisherKind | Affiliation], counts: Mapping[str, int], otherwise: str
) -> None:
    table = [(row.name, row.description, counts[row.id]) for row in rows]
    named = [(plain(name), plain(meaning), count) for name, meaning, count in table if count]
    data = [*sorted(named, key=lambda row: -row[2]), (NOT_KNOWN_NAME, otherwise, counts[""])]
    st.table(pd.DataFrame(data, columns=[header, "What that means", "Sources"]), hide_index=True)


def _chosen(atlas: Atlas, entries: Sequence[Entry]) -> list[Entry]:
    """Draw the filters and return what they let through, in the order wanted."""
    search, kind, side, order = st.columns([3, 3, 3, 2])
    words = search.text_input(
        "Search sources", key="source-words", max_chars=MAX_WORDS, type="search", bind="query-params"
    )
    sides_named = {row.id: row.name for row in atlas.affiliations}
    kinds = _several(kind, "Kind of publisher", "source-kinds", [entry.kind for entry in entries], atlas.kind_name)
    sides = _several(
        side,
        "Publisher close to",
        "source-sides",
        [entry.affiliation for entry in entries],
        lambda value: sides_named.get(value, value),
    )
    by = order.selectbox("Order", list(ORDERS), key="source-order", bind="query-params")
    found = [
        entry
        for entry in _findable(atlas).found(words or "")
        if (not kinds or entry.kind in kinds) and (not sides or entry.affiliation in sides)
    ]
    return sorted(found, key=ORDERS[by])


def _page(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Draw what turns pages, where there are several, and return the entries of the page that is open."""
    if len(entries) <= PER_PAGE or st.toggle(
        "All on one page", key="source-all", help="For printing. It takes a moment."
    ):
        return entries
    pages = -(-len(entries) // PER_PAGE)
    page = st.pagination(pages, key=f"source-page-{pages}")
    return entries[(page - 1) * PER_PAGE : page * PER_PAGE]


def _several(
    place: st.delta_generator.DeltaGenerator, label: str, key: str, values: Sequence[str], name: Callable[[str], str]
) -> set[str]:
    # The address of the page holds what an option is called, so its name must not change when a source is added.
    def worded(value: str) -> str:
        return NOT_KNOWN_NAME if value == NOT_KNOWN else name(value)

    options = sorted({value or NOT_KNOWN for value in values}, key=lambda value: (value == NOT_KNOWN, worded(value)))
    chosen = place.multiselect(label, options, format_func=worded, placeholder="All", key=key, bind="query-params")
    return {"" if value == NOT_KNOWN else value for value in chosen}


@lru_cache(maxsize=4)
def _findable(atlas: Atlas) -> Findable[Entry]:
    def text(entry: Entry) -> str:
        return f"{entry.title} {entry.publisher} {entry.kind_name} {entry.based_in} {entry.note} {entry.url}"

    return Findable.of(atlas, bibliography(atlas), text)


def _item(atlas: Atlas, entry: Entry) -> str:
    lines = [f"- **{title(entry)}**", byline(entry)]
    if entry.events:
        titles = DOT.join(event_on_map(atlas.event(event)) for event in entry.events)
        lines.append(f"{counted(len(entry.events), 'event', 'events')} on the map: {titles}")
    if entry.other_uses:
        others = ", ".join(counted(count, *USES[table]) for table, count in entry.other_uses)
        lines.append(f"{'Also for' if entry.events else 'For'} {others}")
    return "  \n  ".join(lines)
