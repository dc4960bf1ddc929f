"""Reports of errors in events and terms, for pages of the site."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from timemap.text.error_report import WORDS, error_report, event_subject, term_subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from geodata.records.terms import Term
    from timemap.text.error_report import Subject


def event_reports(atlas: Atlas, address: str) -> Callable[[Event], dict[str, str]]:
    """Return what makes the report of an event.

    Args:
        atlas: what is known.
        address: URL of the site; empty where it is not known.
    """
    return lambda event: _report(atlas, event_subject(event), address and f"{address}events.html#{event.id}")


def term_reports(atlas: Atlas, address: str) -> Callable[[Term], dict[str, str]]:
    """Return what makes the report of a term; arguments as above."""
    return lambda term: _report(atlas, term_subject(term), address and f"{address}words.html#{term.id}")


def _report(atlas: Atlas, subject: Subject, address: str) -> dict[str, str]:
    return {"name": WORDS, **asdict(error_report(atlas, subject, address))}
