"""Names and introductions of pages, for the app and the site."""

from __future__ import annotations

from timemap.text.numbers import pluralize

FACT_CHECK = "Fact check"
"""Name of the page of the founding article's claims."""

NUMBERS = "Territory in numbers"
"""Name of the page of charts."""

KEY_DAYS = "Key days"
"""Name of the map on the days of the table of key dates."""

WHERE_FROM = "Where this comes from"
"""Name of how the sources of the chosen events divide."""

CLAIMS = (
    "We restate each of its claims in our own words and set it beside other sources. The article takes a side; every "
    "source says who published it and whom the publisher is known to be close to."
)
"""What the page of claims shows, after the name of the article."""

LESSONS = (
    "A lesson is a series of dated scenes on the map, each with a question. Use Page Down and Page Up or a clicker to "
    "change scene. You can move the map at any time."
)
"""What lessons are."""

WORDS = (
    "The parties use different names for the same things. Each wording is listed with who uses it and a source. We "
    "endorse none of them."
)
"""What the contested words are."""

PROGRAM = (
    "The code of this map is free software under the MIT licence. Maps are drawn with Leaflet, which is under the BSD "
    "2-Clause licence."
)
"""Under which licences the program is."""


def sources(number: int, publishers: int) -> str:
    """Return what the list of sources is.

    >>> sources(2, 1)[:51]
    'The map rests on 2 sources from 1 publisher. Each i'
    """
    whole = f"{pluralize(number, 'source', 'sources')} from {pluralize(publishers, 'publisher', 'publishers')}"
    return (
        f"The map rests on {whole}. Each is listed with the type of its publisher and its known ties. They were found "
        "by searching; not every address could be opened."
    )
