"""Citation of a view: in words, BibTeX and RIS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import rispy
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from pylatexenc.latexencode import unicode_to_latex

from geodata.dates.wording import day_in_words
from timemap.attribution import days_seen_in_words, span_in_words
from timemap.state.snapshot import url_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from timemap.state.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference, in three ways of writing it."""

    words: str
    """A sentence for a list of sources."""

    bibtex: str
    """For LaTeX and most reference managers; also read by biblatex."""

    ris: str
    """For the other reference managers."""


def cite(atlas: Atlas, snapshot: Snapshot) -> Citation:
    """Return the reference to a view.

    >>> from datetime import date
    >>> from geodata.atlas import load
    >>> from timemap.state.snapshot import snapshot_of
    >>> atlas = load()
    >>> snapshot = snapshot_of(atlas, today=date(2026, 11, 1), address="https://example.org/map")
    >>> cite(atlas, snapshot).words.split(". ")[-1]
    'Accessed 1 November 2026.'

    Args:
        atlas: what is known; its version is that of the data.
        snapshot: the view, with its address where that is known and the day of access.
    """
    title, shown = (
        atlas.setting("title"),
        f"{days_seen_in_words(snapshot.state)} (date range {span_in_words(snapshot.state.span)})",
    )
    address = url_of(atlas, snapshot) if snapshot.address else ""
    sentences = [f"{title}: {shown}.", f"Data version {atlas.version}.", f"{address}." if address else ""]
    words = " ".join([*filter(None, sentences), f"Accessed {day_in_words(snapshot.today)}."])
    return Citation(words, _bibtex(atlas, snapshot, shown, address), _ris(atlas, snapshot, shown, address))


def _bibtex(atlas: Atlas, snapshot: Snapshot, shown: str, address: str) -> str:
    fields = {
        "title": unicode_to_latex(f"{atlas.setting('title')}: {shown}"),
        "year": f"{snapshot.today.year}",
        "version": atlas.version,
        "note": f"Data version {atlas.version}",
        "url": address,
        "urldate": snapshot.today.isoformat(),
    }
    entry = Entry("misc", f"map-{atlas.version}", [Field(name, value) for name, value in fields.items() if value])
    return write_string(Library([entry]))


def _ris(atlas: Atlas, snapshot: Snapshot, shown: str, address: str) -> str:
    reference = {
        "type_of_reference": "ELEC",
        "title": f"{atlas.setting('title')}: {shown}",
        "year": f"{snapshot.today.year}",
        "edition": f"Data version {atlas.version}",
        "access_date": snapshot.today.isoformat(),
        **({"urls": [address]} if address else {}),
    }
    written: str = rispy.dumps([reference])
    return written
