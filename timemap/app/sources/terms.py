"""Contested terms: each matter with its wordings and who uses them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from geodata.defaults import LANGUAGE
from geodata.text.folding import fold
from geodata.text.search import SearchIndex
from geodata.text.term_usage import events_by_wording
from geodata.text.topics import Topic, topics
from timemap.app import renamed_options
from timemap.app.panels.error_report import report_terms
from timemap.state.fields import limit
from timemap.text import page_texts
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import format_number, pluralize
from timemap.text.source_lines import DOT, badge, citations, event_on_map

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from geodata.atlas import Atlas
    from geodata.records.terms import Term

ORDERS: dict[str, Callable[[Atlas, Topic], int | str]] = {
    "Most terms": lambda _, topic: -len(topic.terms),
    "Most used": lambda atlas, topic: -len(_events(atlas, topic)),
    "A to Z": lambda _, topic: fold(topic.name),
}

LISTED = 5
"""How many events are named of those in which a wording stands."""


def render_terms(atlas: Atlas) -> None:
    """Draw the part."""
    st.header(page_texts.CONTESTED_TERMS, anchor=False)
    if not atlas.terms:
        st.info("The terms table is empty.")
        return
    st.markdown(page_texts.WORDS)
    place = st.container(key="evidence-filters-terms")
    search, order, whole = place.columns([3, 2, 2], vertical_alignment="bottom")
    words = search.text_input(
        "Search terms", key="term-words", max_chars=limit("words"), type="search", bind="query-params"
    )
    renamed_options.follow("term-order", {"Most wordings": "Most terms"})
    by = order.selectbox("Order", list(ORDERS), key="term-order", bind="query-params")
    opened = whole.toggle("Open all", key="term-open", bind="query-params", help="For printing all of them")
    matching = frozenset(term.id for term in _findable(atlas).search(words or ""))
    found = [topic for topic in topics(atlas.terms) if any(term.id in matching for term in topic.terms)]
    st.markdown(_counts(atlas, found, matching if words else ()))
    with st.container(key="evidence-cards-terms", gap="small"):
        for position, topic in enumerate(sorted(found, key=lambda topic: ORDERS[by](atlas, topic))):
            with st.expander(_label(atlas, topic), expanded=opened or bool(words) or position == 0):
                marked = matching if words else ()
                st.markdown("\n".join(_item(atlas, term, found=term.id in marked) for term in topic.terms))
    report_terms(atlas, [term for topic in found for term in topic.terms])


def _counts(atlas: Atlas, found: Collection[Topic], marked: Collection[str]) -> str:
    if not found:
        return "No terms match. Try fewer or different words."
    within = pluralize(len(found), "topic", "topics")
    if marked:
        return f"**{pluralize(len(marked), 'match', 'matches')}** in {within}"
    return f"**{pluralize(len(atlas.terms), 'term', 'terms')}** in {within}"


def _events(atlas: Atlas, topic: Topic) -> set[str]:
    """Return the ids of the events in which a wording of ``topic`` stands."""
    found = events_by_wording(atlas)
    return {event for term in topic.terms for event in found.get(term.id, ())}


def _label(atlas: Atlas, topic: Topic) -> str:
    counts = [pluralize(len(topic.terms), "term", "terms")]
    if events := _events(atlas, topic):
        counts.append(f"in {pluralize(len(events), 'event', 'events')}")
    return f"**{escape_markdown(topic.name)}** ({', '.join(counts)})"


@lru_cache(maxsize=4)
def _findable(atlas: Atlas) -> SearchIndex[Term]:
    def text(term: Term) -> str:
        language = atlas.language_name(term.language)
        return " ".join((term.topic, term.wording, *term.forms, language, term.used_by, term.meaning))

    return SearchIndex.of(atlas, atlas.terms, text)


def _item(atlas: Atlas, term: Term, *, found: bool) -> str:
    name = f":blue-background[{escape_markdown(term.wording)}]" if found else escape_markdown(term.wording)
    language = "" if term.language == LANGUAGE.code else f" {badge(atlas.language_name(term.language))}"
    parts = (
        f"- **{name}**{language}",
        f"Used by {escape_markdown(term.used_by)}",
        escape_markdown(term.meaning),
        _uses(atlas, term),
    )
    text = "\n\n  ".join(part for part in parts if part)
    return f"{text}\n\n{citations(atlas, filter(None, [term.source]))}"


def _uses(atlas: Atlas, term: Term) -> str:
    events = events_by_wording(atlas).get(term.id, ())
    if not events:
        return ""
    named = [event_on_map(atlas.event(event)) for event in events[:LISTED]]
    more = len(events) - len(named)
    rest = [f"{format_number(more)} more"] if more else []
    return f"Used in {pluralize(len(events), 'event', 'events')} on the map: {DOT.join([*named, *rest])}"
