"""Names and introductions of pages, for the app and the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.dates.wording import day_in_words
from timemap.text.numbers import pluralize

if TYPE_CHECKING:
    from datetime import date

FACT_CHECK = "Fact check"
"""Name of the page of the founding article's claims."""

NUMBERS = "Territory in numbers"
"""Name of the page of charts."""

KEY_DAYS = "Key dates"
"""Name of the small maps of the days in the table of key dates."""

WHERE_FROM = "Sources of these events"
"""Name of the breakdown of the sources of the events that are shown."""

SOURCES_AND_TERMS = "Sources and terms"
"""Name of the page of sources, contested terms and method."""

CONTESTED_TERMS = "Contested terms"
"""Name of the list of terms."""

CLAIMS = (
    "We restate each of its claims in our own words and compare it with other sources. The article takes a side. Each "
    "source is listed with its publisher and the publisher's known affiliation."
)
"""What the page of claims shows, after the name of the article."""

NO_CLAIMS = "This atlas has no claims of an article to check."
"""What the page of claims says where there are none."""

NO_LESSONS = 'There are no lessons yet. Lessons are Markdown files in the folder "lessons" of the atlas.'
"""What the page of lessons says where there are none."""

NO_TERMS = "This atlas has no contested terms."
"""What the list of terms says where there are none."""

HELP_EXAMPLES = (
    "These pages are about the program. Their examples are from the atlas that it comes with, not from this one."
)
"""What the help says above its pages where another atlas is shown."""

LESSONS = (
    "A lesson is a series of dated scenes on the map, each with a question. Use Page Down and Page Up or a clicker to "
    "change scene. You can move the map at any time."
)
"""What lessons are."""

WORDS = (
    "The parties use different names for the same things. Each term is listed with who uses it and a source. We "
    "endorse none of them."
)
"""What contested terms are."""

SHEET_NAMES = {
    "short": "Short worksheet (2 pages)",
    "worksheet": "Worksheet",
    "notes": "Teacher\N{RIGHT SINGLE QUOTATION MARK}s notes",
}
"""Name of each handout of a lesson, by its id."""

PAPER_NAMES = {"a4": "A4", "letter": "US Letter"}
"""Name of each size of paper, by its id."""

ONE_SIDED = "These reports may be true, but we found no other account."
"""What it means that an event has sources of one side only."""

METHOD = "Method and licences"
"""Name of the page of the site on method, data coverage and licences."""

HOW_AREAS = "How areas are derived"
"""Name of the notes on method."""

PUBLISHED = "Published and derived areas"
"""Name of the comparison of our areas with published figures."""

COVERAGE = "Data coverage"
"""Name of the list of regions with their last known state."""

STATEMENTS = "Reports, disagreements and gaps"
"""Name of the list of statements on regions."""

PROGRAM = (
    "The code of this map is free software under the MIT licence. Maps are drawn with Leaflet (BSD 2-Clause licence)."
)
"""Under which licences the program is."""


def coverage(control: date, events: date) -> str:
    """Return until when control and events are documented.

    >>> from datetime import date
    >>> coverage(date(2026, 3, 5), date(2026, 5, 24))[:60]
    'Territorial control is documented until 5 March 2026, events'
    """
    return (
        f"Territorial control is documented until {day_in_words(control)}, events until {day_in_words(events)}. "
        "Later days show the last known state."
    )


def sources(number: int, publishers: int) -> str:
    """Return what the list of sources is.

    >>> sources(2, 1)[:51]
    'The map is based on 2 sources from 1 publisher. Eac'
    """
    whole = f"{pluralize(number, 'source', 'sources')} from {pluralize(publishers, 'publisher', 'publishers')}"
    return (
        f"The map is based on {whole}. Each is listed with the type of publisher and its known affiliation. They were "
        "found by searching; not every page could be opened."
    )
