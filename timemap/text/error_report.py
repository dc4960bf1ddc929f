"""Report of an error in an event, area or term, as text and as link.

Its twin for the browser is ``timemap/web/page/reporttext.js``; one table of cases holds both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from geodata.io.settings import is_mail, is_tracker

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.records.events import Event
    from geodata.records.terms import Term

WORDS = "Report an error"
"""Name of the button, link or box."""

TO_SEND = "Say what is wrong and name a source. Then send the report, or copy it."
TO_COPY = "Say what is wrong and name a source. Then copy the report and send it to whoever gave you this map."
"""What to do with a report, where an address for it is known, and where none is."""

QUESTION = "What is wrong, and which source shows it?"

_UNRESERVED = "-_.!~*'()"
"""What browsers leave as it is, too."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Event, area or term that a report is about."""

    kind: str
    """"Event", "Area" or "Term"."""
    name: str
    id: str
    """Ids of several are apart by commas."""
    when: str = ""
    """Date in words; empty where it has none."""


def event_subject(event: Event) -> Subject:
    """Return an event as the subject of a report."""
    return Subject("Event", event.title, event.id, event.when)


def term_subject(term: Term) -> Subject:
    """Return a contested term as the subject of a report."""
    return Subject("Term", term.wording, term.id)


def report_title(subject: Subject) -> str:
    """Return the title of a report, in one line.

    >>> report_title(Subject("Event", "The siege begins", "siege-begins"))
    'Error: The siege begins (siege-begins)'
    """
    return f"Error: {subject.name} ({subject.id})"


def report_text(subject: Subject, *, title: str, version: str, address: str) -> str:
    """Return the text of a report, ending with the question to be answered.

    Args:
        subject: what it is about.
        title: name of the map.
        version: version of the data.
        address: where the view can be opened; empty where that is not known.
    """
    lines = {
        "Map": title,
        subject.kind: subject.name,
        "Id": subject.id,
        "Date": subject.when,
        "Data version": version,
        "View": address,
    }
    said = "\n".join(f"{name}: {value}" for name, value in lines.items() if value)
    return f"{said}\n\n{QUESTION}\n"


@dataclass(frozen=True, slots=True)
class ErrorReport:
    """Report that is ready to be copied or sent."""

    text: str
    link: str
    """What sends it; empty where nothing says where to."""
    how: str
    """What to do with it, in words."""


def error_report(atlas: Atlas, subject: Subject, address: str) -> ErrorReport:
    """Return the report of an error.

    Args:
        atlas: what is known.
        subject: what it is about.
        address: where the view can be opened; empty where that is not known.
    """
    text = report_text(subject, title=atlas.setting("title"), version=atlas.version, address=address)
    link = report_link(atlas.setting("report-address"), report_title(subject), text)
    return ErrorReport(text, link, TO_SEND if link else TO_COPY)


def report_link(target: str, title: str, text: str) -> str:
    """Return the link that sends a report; empty where nothing says where to.

    Args:
        target: a mail address, or an address of HTTPS with {title} and {body} in it.
        title: of the report.
        text: of the report.
    """
    if is_mail(target):
        body = quote(text.replace("\n", "\r\n"), safe=_UNRESERVED)
        return f"mailto:{target}?subject={quote(title, safe=_UNRESERVED)}&body={body}"
    if is_tracker(target):
        filled = target.replace("{title}", quote(title, safe=_UNRESERVED))
        return filled.replace("{body}", quote(text, safe=_UNRESERVED))
    return ""
