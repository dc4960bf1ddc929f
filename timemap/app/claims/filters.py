"""Filters of claims: part of the article, verdict, and words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import streamlit as st

from geodata.text.search import SearchIndex
from timemap.state.fields import limit

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.records.terms import Claim


def render_claim_filters(atlas: Atlas, *, judging: bool) -> tuple[Claim, ...]:
    """Draw the filters and return the claims that they let through.

    Args:
        atlas: what is known.
        judging: whether the reader judges first; then nothing may be asked that would give the record away.
    """
    search, part, verdict = st.container(key="claim-filters").columns([3, 4, 3])
    words = search.text_input(
        "Search claims", key="claim-words", max_chars=limit("words"), type="search", bind="query-params"
    )
    sections = list(dict.fromkeys(claim.section for claim in atlas.claims))
    parts = part.multiselect("Topic", sections, placeholder="All", key="claim-topics", bind="query-params")
    names = {row.id: row.name for row in atlas.verdicts}
    verdicts: list[str] = []
    if not judging:
        verdicts = verdict.multiselect(
            "Verdict",
            list(names),
            format_func=names.__getitem__,
            placeholder="All",
            key="claim-verdicts",
            bind="query-params",
        )
    return tuple(
        claim
        for claim in _findable(atlas, findings=not judging).search(words or "")
        if (not parts or claim.section in parts) and (not verdicts or claim.verdict in verdicts)
    )


@lru_cache(maxsize=4)
def _findable(atlas: Atlas, *, findings: bool) -> SearchIndex[Claim]:
    def text(claim: Claim) -> str:
        return f"{claim.statement} {claim.finding}" if findings else claim.statement

    return SearchIndex.of(atlas, atlas.claims, text)
