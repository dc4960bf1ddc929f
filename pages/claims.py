"""Page "Claims checked": claims of the article beside other sources.

Who wants to may judge them first.
"""

from collections.abc import Sequence
from itertools import chain, groupby

import streamlit as st

from geodata.atlas import Atlas
from geodata.data import other_atlas
from geodata.records.terms import Claim
from timemap.app import resources
from timemap.app.claims import judge
from timemap.app.claims.evidence import evidence_lines
from timemap.app.claims.filters import render_claim_filters
from timemap.app.components import contested_terms
from timemap.text import page_texts
from timemap.text.markdown import escape_markdown
from timemap.text.source_lines import badge
from timemap.web import WEB


def introduction(atlas: Atlas) -> None:
    """Say whose claims these are and what the verdicts mean."""
    st.title(page_texts.FACT_CHECK, anchor=False)
    article, invitation = contested_terms.mark_terms(
        atlas,
        atlas.setting("founding-article"),
        page_texts.CLAIMS,
    )
    st.markdown(f"**The article:** {article}. {invitation}")
    with st.expander("What the verdicts mean"):
        st.markdown(
            "\n".join(
                f"- **{escape_markdown(row.name)}**: {escape_markdown(row.description)}" for row in atlas.verdicts
            )
        )


def record(atlas: Atlas, claim: Claim, finding: str) -> str:
    """Return our verdict on a claim and the finding behind it in Markdown.

    Args:
        atlas: what is known.
        claim: a claim.
        finding: its finding as Markdown.
    """
    names = {row.id: row.name for row in atlas.verdicts}
    verdict = names.get(claim.verdict, claim.verdict)
    return f"{badge(verdict)} {finding}".strip()


def marked(atlas: Atlas, section: str, claims: Sequence[Claim], *, judging: bool) -> list[str]:
    """Return statements and findings of a section and its name, in Markdown.

    Of each claim there are both; the name is last.

    A contested term is a link where it first stands in the section, so that nobody has to pass the same one again and
    again; a finding that is hidden has none.
    """
    compared = judge.compared()
    texts = [(claim.statement, claim.finding if not judging or claim.id in compared else "") for claim in claims]
    return list(contested_terms.mark_terms(atlas, *chain.from_iterable(texts), section))


def draw_claim(atlas: Atlas, claim: Claim, number: int, texts: Sequence[str], *, judging: bool) -> None:
    """Draw one claim; the record only to those who may see it.

    Args:
        atlas: what is known.
        claim: the claim.
        number: its place among all.
        texts: its statement and its finding, in Markdown.
        judging: whether who sees it judges first.
    """
    statement, finding = texts
    with st.container(key=f"claim-{claim.id}", gap="small"):
        said, rests = st.columns([3, 2], gap="medium")
        with said:
            st.markdown(f"### {number}. {statement}", anchors=False)
            if judging:
                judge.render_question(atlas, claim, number)
            if not judging or claim.id in judge.compared():
                st.markdown(f"{'Our verdict: ' if judging else ''}{record(atlas, claim, finding)}")
        rests.markdown(evidence_lines(atlas, claim) or "No sources or events are linked to this claim.")


def page() -> None:
    """Draw the page."""
    st.html(WEB / "app" / "claims.css")
    atlas = resources.load_atlas()
    if not atlas.claims and other_atlas() is not None:
        st.title(page_texts.FACT_CHECK, anchor=False)
        st.info(page_texts.NO_CLAIMS)
        return
    introduction(atlas)
    judging = st.toggle(
        "Judge first",
        key=judge.MODE,
        bind="query-params",
        help="Hides our verdicts and findings until you have judged each claim yourself. You can use the sources.",
    )
    shown = render_claim_filters(atlas, judging=judging)
    st.markdown(f"**{len(shown)}** of {len(atlas.claims)} claims")
    if not shown:
        st.info("No claims match. Try fewer or different words, or clear the topics and verdicts.")
    elif judging:
        judge.render_progress(shown)
    numbers = {claim.id: number for number, claim in enumerate(atlas.claims, 1)}
    for section, group in groupby(shown, key=lambda claim: claim.section):
        claims = tuple(group)
        *texts, name = marked(atlas, section, claims, judging=judging)
        st.header(name, anchor=False)
        for claim, pair in zip(claims, zip(texts[::2], texts[1::2], strict=True), strict=True):
            draw_claim(atlas, claim, numbers[claim.id], pair, judging=judging)
    if judging:
        judge.render_results(atlas)
    contested_terms.render_term_notes(atlas)


page()
