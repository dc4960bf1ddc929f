"""Content of each page of the site."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markupsafe import Markup

from geodata.areas.timeline.published_figures import compare
from geodata.sources.bibliography import bibliography, entry_of
from geodata.text.folding import fold
from geodata.text.method_notes import method_notes
from geodata.text.term_usage import events_by_wording
from geodata.text.topics import topics
from timemap.site.templating import marked
from timemap.text.base_layers import layers_in_words
from timemap.text.statement_kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.records.terms import Claim, Term
    from geodata.sources.bibliography import BibliographyEntry


def start(atlas: Atlas) -> dict[str, Any]:
    """Return the content of the first page: days, and coverage.

    The days are those to begin with.
    """
    days = [
        {"day": row.day, "why": row.why, "event": atlas.event(row.event)}
        for row in atlas.key_dates
        if atlas.has_event(row.event)
    ]
    return {
        "days": days,
        "control_until": atlas.setting_day("control-known-until"),
        "events_until": atlas.setting_day("events-known-until"),
    }


def events(atlas: Atlas) -> dict[str, Any]:
    """Return all events by year, with the names of their categories."""
    in_time = sorted(atlas.events, key=lambda event: event.order)
    years = [(year, list(found)) for year, found in groupby(in_time, key=lambda event: event.span.start.year)]
    return {"years": years, "category_names": atlas.category_names, **_sources(atlas)}


def claims(atlas: Atlas) -> dict[str, Any]:
    """Return the claims of the founding article by part, numbered through.

    Contested words are marked in them.
    """
    names = {row.id: row.name for row in atlas.verdicts}
    numbers = {claim.id: number for number, claim in enumerate(atlas.claims, 1)}

    def told(claim: Claim) -> dict[str, Any]:
        verdict = names.get(claim.verdict, claim.verdict)
        statement, finding = marked(atlas, claim.statement, claim.finding)
        found = [atlas.event(event) for event in claim.events if atlas.has_event(event)]
        return {
            "number": numbers[claim.id],
            "id": claim.id,
            "statement": statement,
            "verdict": verdict,
            "finding": finding,
            "sources": claim.sources,
            "events": found,
        }

    sections = [
        (name, [told(claim) for claim in found]) for name, found in groupby(atlas.claims, key=lambda row: row.section)
    ]
    return {
        "sections": sections,
        "verdicts": atlas.verdicts,
        "article": atlas.setting("founding-article"),
        **_sources(atlas),
    }


def words(atlas: Atlas) -> dict[str, Any]:
    """Return the contested matters with their wordings and the languages.

    Each wording has the events in which it stands.
    """
    uses = events_by_wording(atlas)
    languages = {row.code: row for row in atlas.languages}

    def told(term: Term) -> dict[str, Any]:
        return {
            "term": term,
            "language": languages.get(term.language),
            "events": [atlas.event(event) for event in uses.get(term.id, ())],
        }

    found = [(topic.name, [told(term) for term in topic.terms]) for topic in topics(atlas.terms)]
    return {"topics": found, **_sources(atlas)}


def sources(atlas: Atlas) -> dict[str, Any]:
    """Return all sources by kind of publisher.

    The kind with most of them comes first.
    """
    kinds = {row.id: row for row in atlas.publisher_kinds}
    entries = sorted(bibliography(atlas), key=lambda entry: (fold(entry.publisher), fold(entry.title)))
    counts = Counter(entry.kind for entry in entries)
    groups = [
        {
            "id": kind or "not-recorded",
            "name": atlas.kind_name(kind) if kind else "Publisher not recorded",
            "meaning": kinds[kind].description if kind in kinds else "",
            "entries": [entry for entry in entries if entry.kind == kind],
        }
        for kind, _ in sorted(counts.items(), key=lambda item: (not item[0], -item[1]))
    ]
    return {
        "groups": groups,
        "number": len(entries),
        "publishers": len({entry.publisher for entry in entries} - {""}),
        "events_by_id": {event.id: event for event in atlas.events},
        "affiliations": atlas.affiliations,
    }


def about(dataset: Dataset) -> dict[str, Any]:
    """Return method, published sizes, coverage and licences of the areas.

    Published sizes are beside the derived ones.
    """
    atlas, areas, geography = dataset.atlas, dataset.areas, dataset.geography
    figures = [one for figure in atlas.figures for one in compare([figure], areas.zones_on(figure.day), figure.day)]
    regions = {row.id: row.region for row in atlas.coverage}
    statements = [(name, [row for row in atlas.statements if row.kind == kind]) for kind, (name, _) in KINDS.items()]
    notices = sorted(geography.notices.items(), key=lambda item: (item[1].attribution, item[1].licence))
    return {
        "method": Markup(MarkdownIt("commonmark", {"html": False}).render(method_notes())),  # noqa: S704 - HTML is off
        "figures": figures,
        "zones": {row.id: row.name for row in atlas.zones},
        "coverage": atlas.coverage,
        "regions": regions,
        "troops_name": atlas.setting("troops-name"),
        "statements": statements,
        "notices": [
            (notice, layers_in_words(layer for layer, _ in found))
            for notice, found in groupby(notices, key=lambda item: item[1])
        ],
        "origins": Counter(place.coord_source for place in atlas.places).most_common(),
        **_sources(atlas),
    }


def _sources(atlas: Atlas) -> dict[str, Any]:
    def entries(ids: Iterable[str]) -> list[BibliographyEntry]:
        return [entry_of(atlas, source) for source in dict.fromkeys(ids) if source]

    return {"entries_of": entries}
