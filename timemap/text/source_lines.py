"""Source lines: title, publisher, its kind and affiliation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from geodata.dates.iso import iso_day
from geodata.dates.wording import day_in_words
from geodata.sources.bibliography import entry_of
from timemap.text.markdown import escape_markdown, link

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from geodata.sources.bibliography import BibliographyEntry

DOT = " \N{MIDDLE DOT} "


def badge(text: str) -> str:
    r"""Return ``text`` as a small label in Markdown.

    >>> print(badge("NGO"))
    :gray-badge[NGO]
    """
    return f":gray-badge[{escape_markdown(text)}]"


def option_name(text: str) -> str:
    r"""Return the name of an option, escaped as little as may be.

    It is Markdown and stands in the address, too.

    >>> print(option_name("KDP (Kurdistan Region), pro-Kurdish"), option_name("*a* [b](c) $d$ www.e.org"))
    KDP (Kurdistan Region), pro-Kurdish \*a\* \[b\](c) \$d\$ www⁠.e.org
    """
    return re.sub(r"\\([-,.()'/])", r"\1", escape_markdown(text))


def title(entry: BibliographyEntry) -> str:
    """Return the title of a source in Markdown, as a link if it has one."""
    return link(entry.title, entry.url) or escape_markdown(entry.title)


def byline(entry: BibliographyEntry) -> str:
    """Return who published a source, in Markdown: kind, base, side, date."""
    return DOT.join((_publisher(entry), *_particulars(entry)))


def citation(atlas: Atlas, source_id: str) -> str:
    """Return a source on one line of Markdown: publisher, title, the rest."""
    entry = entry_of(atlas, source_id)
    return DOT.join((_publisher(entry), title(entry), *_particulars(entry)))


def citations(atlas: Atlas, source_ids: Iterable[str]) -> str:
    """Return sources as a Markdown list, to stand inside another list.

    Empty where there are none.
    """
    return "\n".join(f"    - {citation(atlas, source)}" for source in source_ids)


def _publisher(entry: BibliographyEntry) -> str:
    if not entry.publisher:
        return "Publisher not recorded"
    name = f"**{escape_markdown(entry.publisher)}**"
    return f"{name} {badge(entry.kind_name)}" if entry.kind_name else name


def _particulars(entry: BibliographyEntry) -> list[str]:
    day = iso_day(entry.date)
    parts = (entry.based_in, entry.note, day_in_words(day) if day else entry.date)
    return [escape_markdown(part) for part in parts if part]


def day_on_map(day: date) -> str:
    """Return a Markdown link to the map on ``day``."""
    return _on_map(f"Map on {day_in_words(day)}", moment=day.isoformat())


def event_on_map(event: Event) -> str:
    """Return a Markdown link to an event on the map, under its title."""
    return _on_map(event.title, event=event.id)


def _on_map(text: str, **params: str) -> str:
    return f"[{escape_markdown(text)}](./?{urlencode(params)})"
