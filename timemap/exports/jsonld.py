"""Events and their data set as linked data in the words of schema.org."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from geodata.dates.precision import DatePrecision
from geodata.defaults import LANGUAGE
from geodata.sources.bibliography import entry_of
from timemap.attribution import credit_of
from timemap.exports.rights import licences_in
from timemap.text.public_url import public_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.records.events import Event
    from geodata.text.selection import Selection
    from timemap.attribution import Credit
    from timemap.state.snapshot import Snapshot

CONTEXT = "https://schema.org"

_LENGTHS = {DatePrecision.DAY: 10, DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}
"""Characters of an ISO date that are known."""


def write_jsonld(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return the events of the selection with their data set as JSON-LD."""
    atlas = dataset.atlas
    credit = credit_of(atlas, selection.events, snapshot)
    nodes = [dataset_node(atlas, credit, snapshot), *(event_node(atlas, event) for event in selection.events)]
    return json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False, separators=(",", ":")).encode()


def script_text(nodes: Sequence[Mapping[str, Any]]) -> str:
    """Return nodes as JSON-LD that can stand in a script of a page.

    No text in it can end the script.
    """
    text = json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in (("<", r"\u003c"), (">", r"\u003e"), ("&", r"\u0026")):
        text = text.replace(sign, escaped)
    return text


def dataset_node(
    atlas: Atlas, credit: Credit, snapshot: Snapshot, *, url: str = "", files: Iterable[tuple[str, str]] = ()
) -> dict[str, Any]:
    """Return the data set as a `Dataset`.

    Args:
        atlas: what is known.
        credit: title, licence and version.
        snapshot: when it is made, and where the app stands.
        url: page of the data set; the address of the app where it is empty.
        files: addresses and media types of its files.
    """
    west, south, east, north = atlas.setting_numbers("area-bounds")
    days = [(event.span.start, _last_day(event)) for event in atlas.events]
    address = url or public_address(snapshot.address)
    return _filled(
        {
            "@type": "Dataset",
            "name": credit.title,
            "description": " ".join(filter(None, (atlas.setting("sentence"), credit.disclaimer))),
            "url": address,
            "version": credit.version,
            "dateModified": snapshot.today.isoformat(),
            "inLanguage": LANGUAGE.code,
            "license": [licence.address for licence in licences_in(credit.licence)],
            "usageInfo": credit.licence,
            "creditText": credit.attribution,
            "creator": {"@type": "Organization", "name": f"{credit.title} contributors"},
            "isAccessibleForFree": True,
            "temporalCoverage": f"{min(days)[0]}/{max(last for _, last in days)}" if days else "",
            "spatialCoverage": {
                "@type": "Place",
                "geo": {"@type": "GeoShape", "box": f"{south:g} {west:g} {north:g} {east:g}"},
            },
            "distribution": [
                {"@type": "DataDownload", "contentUrl": path, "encodingFormat": kind} for path, kind in files
            ],
        }
    )


def event_node(atlas: Atlas, event: Event, *, url: str = "", brief: bool = False) -> dict[str, Any]:
    """Return an event as an `Event`.

    A date of which only the month or year is known has no day.

    Args:
        atlas: what is known.
        event: the event.
        url: where it is told; empty where that is not known.
        brief: whether texts and sources are left out, as they stand beside it.
    """
    known = _LENGTHS[event.date_precision]
    return _filled(
        {
            "@type": "Event",
            "@id": url,
            "identifier": event.id,
            "name": event.title,
            "description": "" if brief else event.summary,
            "disambiguatingDescription": f"Contested: {event.contested}" if event.contested and not brief else "",
            "startDate": event.start.isoformat()[:known],
            "endDate": _last_day(event).isoformat()[:known],
            "keywords": list(atlas.category_names(event)),
            "location": _place(event),
            "citation": [] if brief else [_work(atlas, source) for source in event.sources],
        }
    )


def _last_day(event: Event) -> date:
    return event.span.last_day or event.start


def _place(event: Event) -> dict[str, Any]:
    return _filled(
        {
            "@type": "Place",
            "name": event.place,
            "geo": _filled(
                {
                    "@type": "GeoCoordinates",
                    "latitude": event.lat,
                    "longitude": event.lon,
                    "addressCountry": event.country,
                }
            ),
        }
    )


def _work(atlas: Atlas, source: str) -> dict[str, Any]:
    entry = entry_of(atlas, source)
    return _filled(
        {
            "@type": "CreativeWork",
            "name": entry.title,
            "url": entry.url,
            "datePublished": entry.date,
            "publisher": {"@type": "Organization", "name": entry.publisher} if entry.publisher else None,
        }
    )


def _filled(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node without what is empty."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}
