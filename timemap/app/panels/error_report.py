"""Box that reports an error in one of several events or terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap.app.server.addresses import bare_address
from timemap.text.error_report import WORDS, error_report, event_subject, term_subject

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from geodata.records.terms import Term
    from timemap.text.error_report import Subject


def report_events(atlas: Atlas, events: Sequence[Event]) -> None:
    """Let the visitor report an error in one of some events."""
    subjects = {event.id: event_subject(event) for event in events}
    _render(atlas, "Event", subjects, lambda name: f"?event={name}")


def report_terms(atlas: Atlas, terms: Sequence[Term]) -> None:
    """Let the visitor report an error in one of some terms."""
    subjects = {term.id: term_subject(term) for term in terms}
    _render(atlas, "Term", subjects, lambda name: f"?part=Contested+terms&wording={name}")


def _render(atlas: Atlas, kind: str, subjects: dict[str, Subject], query: Callable[[str], str]) -> None:
    """Draw a button whose box has the report.

    Args:
        atlas: what is known.
        kind: what the subjects are, in one word.
        subjects: what errors can be reported in, by id.
        query: returns what leads to one of them, to be added to the address of the page.
    """
    if not subjects:
        return
    with st.popover(WORDS, key=f"error-report-{kind.lower()}"):
        chosen = st.selectbox(
            kind,
            list(subjects),
            index=None,
            format_func=lambda name: subjects[name].name,
            placeholder="Choose one",
            key=f"reported-{kind.lower()}",
        )
        if chosen not in subjects:
            return
        page = bare_address(st.context.url or "")
        address = page + query(chosen) if page else ""
        report = error_report(atlas, subjects[chosen], address)
        st.caption(report.how)
        st.code(report.text, language=None, wrap_lines=True)
        if report.link:
            st.link_button("Send", report.link)
