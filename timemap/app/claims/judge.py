"""Judging of claims before the record is shown.

The record of a claim is seen only after comparing; until then every judgement can be changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from geodata.sources.claim_review import compare, comparison_csv
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import pluralize

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from geodata.atlas import Atlas
    from geodata.records.terms import Claim
    from geodata.sources.claim_review import ClaimComparison

MODE = "judge"
"""Key of the switch, and its name in the address."""

_COMPARED = "compared-judgements"
"""Key of the judgements that were compared: the id of a verdict by the id of a claim."""


_EDITION = "judgements-edition"
"""Key of how often it was started over: each time with new fields, so that what the old ones hold cannot come back."""


def compared() -> dict[str, str]:
    """Return the judgements that were compared with the record, by claim.

    They can no longer be changed.
    """
    judgements: dict[str, str] = st.session_state.setdefault(_COMPARED, {})
    return judgements


def judged(claims: Collection[Claim]) -> dict[str, str]:
    """Return all judgements of ``claims``, by claim."""
    now = {claim.id: st.session_state.get(_key(claim)) for claim in claims}
    fixed = compared()
    return {claim: verdict for claim, choice in now.items() if (verdict := fixed.get(claim) or choice)}


def render_question(atlas: Atlas, claim: Claim, number: int) -> None:
    """Let the reader judge a claim, or show the judgement that was compared."""
    names = {row.id: row.name for row in atlas.verdicts}
    if claim.id in compared():
        st.markdown(f"My judgement: **{escape_markdown(names.get(compared()[claim.id], ''))}**")
        return
    st.radio(
        f"My judgement of claim {number}",
        list(names),
        index=None,
        format_func=names.__getitem__,
        horizontal=True,
        key=_key(claim),
        persist_state="session",
    )


def render_progress(claims: Sequence[Claim]) -> None:
    """Show how many claims of the page are judged, and what to do next."""
    done, fixed = judged(claims), compared()
    fresh = [claim for claim in claims if claim.id in done and claim.id not in fixed]
    with st.container(key="judge-bar", horizontal=True, vertical_alignment="center"):
        st.progress(len(done) / len(claims), f"**{len(done)} of {len(claims)} judged**")
        st.button(
            f"Compare {pluralize(len(fresh), 'judgement', 'judgements')} with our verdicts" if fresh else "Compare",
            type="primary" if len(done) == len(claims) and fresh else "secondary",
            disabled=not fresh,
            on_click=_compare,
            args=(fresh,),
            key="compare-judgements",
            help="Shows our verdicts on the claims that you have judged. You can no longer change these judgements.",
        )
        st.button("Start over", disabled=not (done or fixed), on_click=_start_over, key="start-over")
        if fixed:
            st.markdown("[My judgements and our verdicts](#my-judgements)")


def render_results(atlas: Atlas) -> None:
    """Show every compared judgement beside the record, with a download.

    Nothing is shown where there is none.
    """
    comparisons = compare(atlas, compared())
    if not comparisons:
        return
    st.header("My judgements and our verdicts", anchor="my-judgements")
    st.markdown(in_words(comparisons))
    rows = [
        {
            "No.": row.number,
            "Claim": escape_markdown(row.claim.statement),
            "My judgement": escape_markdown(row.judged.name),
            "Our verdict": escape_markdown(row.record.name),
            "Result": row.in_words,
        }
        for row in comparisons
    ]
    st.table(pd.DataFrame(rows), hide_index=True)
    st.download_button(
        "Download this table (CSV)",
        lambda: comparison_csv(atlas, comparisons),
        "my-judgements.csv",
        "text/csv",
        on_click="ignore",
        key="download-judgements",
    )


def in_words(comparisons: Collection[ClaimComparison]) -> str:
    """Return how the judgements compare, in words.

    Views for or against anybody are not counted.
    """
    facts = [row for row in comparisons if row.same is not None]
    same = sum(bool(row.same) for row in facts)
    sentences = []
    if facts:
        sentences.append(
            f"{same} of {pluralize(len(facts), 'judgement', 'judgements')} on matters of fact "
            f"{'agrees' if same == 1 else 'agree'} with our verdict. Where they differ, look at the sources: we can be "
            "wrong, too."
        )
    if views := len(comparisons) - len(facts):
        sentences.append(
            f"{pluralize(views, 'claim is an opinion', 'claims are opinions')}: "
            "there is no right or wrong, only better and worse reasons."
        )
    return " ".join(sentences)


def _key(claim: Claim) -> str:
    edition: int = st.session_state.get(_EDITION, 0)
    return f"judgement-{edition}-{claim.id}"


def _compare(claims: Sequence[Claim]) -> None:
    st.session_state[_COMPARED] = {**compared(), **judged(claims)}


def _start_over() -> None:
    st.session_state[_COMPARED] = {}
    st.session_state[_EDITION] = st.session_state.get(_EDITION, 0) + 1
