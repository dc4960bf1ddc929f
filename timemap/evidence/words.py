"""Contested words: each matter with all its wordings, who uses which, and where that can be read."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from geodata.defaults import LANGUAGE
from geodata.finding import Findable
from geodata.search import fold
from geodata.topics import Topic, topics
from timemap.evidence.citation import badge, citations, counted, spaced
from timemap.plain import plain
from timemap.state import MAX_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection

    from geodata.atlas import Atlas
    from geodata.records.words import Term

MOST, NAME = "Most wordings first", "A to Z"


def draw(atlas: Atlas) -> None:
    """Draw the part."""
    st.header("Contested words", anchor=False)
    if not atlas.terms:
        st.info("The table of terms is empty.")
        return
    st.markdown(
        "The same thing is named differently by those who took part. Each wording stands here with who uses it and "
        "where that can be read; none of them is ours."
    )
    search, order, whole = st.columns([3, 2, 2], vertical_alignment="bottom")
    words = search.text_input("Search words", key="term-words", max_chars=MAX_WORDS, type="search", bind="query-params")
    by = order.selectbox("Order", (MOST, NAME), key="term-order", bind="query-params")
    opened = whole.toggle(
        "Open all", key="term-open", bind="query-params", help="So that all of them are printed, too."
    )
    found = found_topics(atlas, words or "")
    if by == NAME:
        found = tuple(sorted(found, key=lambda topic: fold(topic.name)))
    hits = _hits(atlas, words) if words else frozenset()
    st.markdown(_counts(atlas, found, hits))
    with st.container(key="evidence-cards-terms", gap="small"):
        for place, topic in enumerate(found):
            label = f"**{plain(topic.name)}** ({counted(len(topic.terms), 'wording', 'wordings')})"
            with st.expander(label, expanded=opened or bool(words) or place == 0):
                st.markdown("\n".join(_item(atlas, term, found=term.id in hits) for term in topic.terms))


def found_topics(atlas: Atlas, words: str) -> tuple[Topic, ...]:
    """Return the whole topics in which a wording is found, those with the most wordings first; all for no words."""
    hits = {term.topic for term in _findable(atlas).found(words)}
    return tuple(topic for topic in topics(atlas.terms) if topic.name in hits)


def _counts(atlas: Atlas, found: Collection[Topic], hits: Collection[str]) -> str:
    if not found:
        return "No wording matches. You can search for fewer or other words."
    wordings = sum(len(topic.terms) for topic in found)
    marked = f"; {spaced(len(hits))} of them match and are marked" if hits else ""
    return (
        f"**{spaced(wordings)}** of {counted(len(atlas.terms), 'wording', 'wordings')} "
        f"in {counted(len(found), 'matter', 'matters')}{marked}"
    )


def _hits(atlas: Atlas, words: str) -> frozenset[str]:
    return frozenset(term.id for term in _findable(atlas).found(words))


@lru_cache(maxsize=4)
def _findable(atlas: Atlas) -> Findable[Term]:
    def text(term: Term) -> str:
        return " ".join((term.topic, term.wording, atlas.language_name(term.language), term.used_by, term.meaning))

    return Findable.of(atlas, atlas.terms, text)


def _item(atlas: Atlas, term: Term, *, found: bool) -> str:
    wording = f":blue-background[{plain(term.wording)}]" if found else plain(term.wording)
    language = "" if term.language == LANGUAGE.code else f" {badge(atlas.language_name(term.language))}"
    text = "\n\n  ".join((f"- **{wording}**{language}", f"Used by {plain(term.used_by)}", plain(term.meaning)))
    return f"{text}\n\n{citations(atlas, filter(None, [term.source]))}"
