"""Filter of sources by kind and affiliation of their publishers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from timemap.text.markdown import escape_markdown
from timemap.text.numbers import format_number
from timemap.text.source_lines import option_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geodata.atlas import Atlas
    from geodata.records.sources import Affiliation, PublisherKind
    from geodata.sources.bibliography import BibliographyEntry

NOT_KNOWN = "not-known"
"""Stands among the options for what is not known of a publisher."""


@dataclass(frozen=True, slots=True)
class PublisherFilter:
    """Choice of publishers by kind and affiliation."""

    kinds: frozenset[str]
    """Ids of kinds of publisher; empty for all, an empty id for those whose kind is not known."""
    sides: frozenset[str]
    """Ids of affiliations; empty for all, an empty id for publishers that have none known."""
    names: tuple[str, ...]
    """What is asked for, in words."""

    def passes(self, entry: BibliographyEntry) -> bool:
        """Return whether a source is one of those asked for."""
        return (not self.kinds or entry.kind in self.kinds) and (not self.sides or entry.affiliation in self.sides)


@dataclass(frozen=True, slots=True)
class _Option:
    id: str
    name: str
    meaning: str
    sources: int


def render_publisher_filter(atlas: Atlas, entries: Iterable[BibliographyEntry]) -> PublisherFilter:
    """Draw what can be asked for, with its meaning, and return what is."""
    listed = tuple(entries)
    kinds = _options(atlas.publisher_kinds, [entry.kind for entry in listed], "The publisher was not recorded.")
    sides = _options(
        atlas.affiliations, [entry.affiliation for entry in listed], "Independent, or affiliation unknown."
    )
    with st.container(key="evidence-filters-publishers").expander("Filter by type of publisher and affiliation"):
        chosen_kinds = _several("Type of publisher", "source-kinds", kinds)
        _explained("kinds", kinds)
        chosen_sides = _several("Known affiliation", "source-sides", sides)
        _explained("sides", sides)
    return PublisherFilter(
        frozenset(option.id for option in chosen_kinds),
        frozenset(option.id for option in chosen_sides),
        tuple(option.name for option in (*chosen_kinds, *chosen_sides)),
    )


def _options(rows: Iterable[PublisherKind | Affiliation], found: Sequence[str], otherwise: str) -> list[_Option]:
    """Return what occurs among ``found``, the most frequent first, then what is not known."""
    counts = Counter(found)
    names = {row.id: (row.name, row.description) for row in rows}
    known = [_Option(one, *names.get(one, (one, "")), count) for one, count in counts.most_common() if one]
    return [*known, _Option("", "None known", otherwise, counts[""])] if counts[""] else known


def _several(label: str, key: str, options: Sequence[_Option]) -> list[_Option]:
    by_id = {option.id or NOT_KNOWN: option for option in options}
    # The address of the page holds what an option is called, so its name must not change when a source is added.
    chosen = st.pills(
        label,
        list(by_id),
        selection_mode="multi",
        format_func=lambda one: option_name(by_id[one].name),
        key=key,
        bind="query-params",
    )
    return [by_id[one] for one in chosen]


def _explained(name: str, options: Iterable[_Option]) -> None:
    with st.container(key=f"evidence-plain-{name}"):
        st.markdown(
            "\n".join(
                f"- **{escape_markdown(option.name)}** ({format_number(option.sources)}): "
                f"{escape_markdown(option.meaning)}"
                for option in options
            )
        )
