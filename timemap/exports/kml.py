"""KML export: folders of events, areas and border, with their days.

Symbols of our own would be files on some machine: events are the viewer's own pins in the main category's colour.
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

import pandas as pd
from fastkml import (
    KML,
    AtomAuthor,
    Data,
    Document,
    ExtendedData,
    Folder,
    IconStyle,
    KmlDateTime,
    LineStyle,
    Placemark,
    PolyStyle,
    Style,
    StyleUrl,
    TimeSpan,
)
from pygeoif import Point
from pygeoif import shape as as_shape

from geodata.sources.exported_events import event_cells, source_in_words
from timemap.attribution import credit_of
from timemap.exports.features import areas_frame, border_frame, border_name, zones_frame
from timemap.text.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import geopandas as gpd
    from pygeoif.types import GeoInterface

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.dates.span import Span
    from geodata.records.events import Event
    from geodata.text.selection import Selection
    from timemap.state.snapshot import Snapshot

_CLEAR = "73"
"""Opacity of areas, as two hexadecimal digits: about 45 %, as on the map."""

_INK = "ff20262b"
"""Colour of the border and of the outlines of zones."""


_NAMES = {"end": "last_day"}
"""Columns that have another name here: GIS programs call the end of a time span ``end``, which is one day later."""


class _Pin(IconStyle):
    """The viewer's own pin in a colour: the library would leave out a style of icons that names no icon."""

    def __bool__(self) -> bool:
        return bool(self.color)

    @classmethod
    def get_tag_name(cls) -> str:
        return "IconStyle"


def write_kml(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return events, areas, zones and border as KML 2.2.

    The events are those of the selection, the rest that of the day.
    """
    atlas, areas, geography = dataset.atlas, dataset.areas, dataset.geography
    credit = credit_of(atlas, selection.events, snapshot)
    day = snapshot.state.moment
    folders = [
        Folder(name=f"Events, {credit.span}", isopen=False, features=_by_category(atlas, selection.events)),
        Folder(name=f"Areas by holder, {credit.day}", features=_shapes(areas_frame(atlas, areas, day), "area")),
        Folder(name=f"Named zones, {credit.day}", features=_shapes(zones_frame(atlas, areas, day), "zone")),
        Folder(name=border_name(geography), features=_shapes(border_frame(geography), "border")),
    ]
    about = {"date": day.isoformat(), "attribution": credit.attribution, "licence": credit.licence}
    document = Document(
        name=credit.heading,
        description=_description(credit.text.split("\n")),
        atom_author=AtomAuthor(name=credit.title),
        extended_data=_data(about | {"version": credit.version}),
        styles=_styles(atlas),
        features=folders,
    )
    text = KML(features=[document]).to_string(prettyprint=False, precision=5)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()


def _data(cells: Mapping[str, Any]) -> ExtendedData:
    """Return cells as data of a placemark; what is not known is left out."""
    texts = {name: ("no", "yes")[cell] if isinstance(cell, bool) else str(cell) for name, cell in cells.items()}
    return ExtendedData(
        elements=[
            Data(name=_NAMES.get(name, name), value=text) for name, text in texts.items() if not pd.isna(cells[name])
        ]
    )


def _by_category(atlas: Atlas, events: Sequence[Event]) -> Iterator[Folder]:
    """Yield a folder for every main category that occurs, so that each can be switched off."""
    names = {row.id: row.name for row in atlas.categories}
    by_name = sorted(events, key=lambda event: names.get(event.main_category, ""))
    for category, members in groupby(by_name, key=lambda event: event.main_category):
        style = f"category-{category}" if category in names else "no-category"
        marks = [_event(atlas, event, style) for event in members]
        yield Folder(name=names.get(category, "Other"), isopen=False, features=marks)


def _event(atlas: Atlas, event: Event, style: str) -> Placemark:
    lines = (event.when, event.summary, event.contested and f"Contested: {event.contested}")
    sources = (f"Source: {source_in_words(atlas, source)}" for source in event.sources)
    return Placemark(
        id=f"event-{event.id}",
        name=event.title,
        style_url=StyleUrl(url=f"#{style}"),
        description=_description((*lines, *sources)),
        times=_time_span(event.span),
        extended_data=_data(event_cells(atlas, event)),
        geometry=Point(event.lon, event.lat),
    )


def _description(lines: Iterable[str]) -> str:
    """Return lines as HTML, which viewers take a description for; empty ones are left out."""
    return "<br>\n".join(escape(line, quote=False) for line in lines if line)


def _time_span(span: Span) -> TimeSpan:
    """Return the days of a span, without an end while it is still so.

    A date stands for its first instant: the span ends with the day after the last one, so that all of that is in it.
    """
    return TimeSpan(begin=KmlDateTime(span.start), end=None if span.end is None else KmlDateTime(span.end))


def _shapes(frame: gpd.GeoDataFrame, kind: str) -> Iterator[Placemark]:
    cells = cast("list[dict[str, Any]]", frame.drop(columns=frame.geometry.name).to_dict("records"))
    for row, shape in zip(cells, frame.geometry, strict=True):
        style = {"area": f"controller-{row.get('controller')}"}.get(kind, kind)
        description = f"{format_number(row['km2'])} km²" if "km2" in row else f"{row['attribution']} {row['licence']}"
        yield Placemark(
            name=str(row["name"]),
            description=_description([description + (", last known, not current" if row.get("last_known") else "")]),
            style_url=StyleUrl(url=f"#{style}"),
            extended_data=_data(row),
            geometry=as_shape(cast("GeoInterface", shape.__geo_interface__)),
        )


def _styles(atlas: Atlas) -> list[Style]:
    areas = [
        Style(
            id=f"controller-{row.id}",
            styles=[PolyStyle(color=_colour(row.colour, _CLEAR)), LineStyle(color=_colour(row.colour, "ff"), width=1)],
        )
        for row in atlas.controllers
    ]
    pins = [Style(id=f"category-{row.id}", styles=[_Pin(color=_colour(row.colour, "ff"))]) for row in atlas.categories]
    other = Style(id="no-category", styles=[_Pin(color=_INK)])
    zone = Style(id="zone", styles=[PolyStyle(fill=False), LineStyle(color=_INK, width=2.5)])
    border = Style(id="border", styles=[LineStyle(color=_INK, width=4)])
    return [*pins, other, *areas, zone, border]


def _colour(colour: str, opacity: str) -> str:
    """Return a colour as KML writes it.

    >>> _colour("#fed710", "73")
    '7310d7fe'
    """
    return f"{opacity}{colour[5:7]}{colour[3:5]}{colour[1:3]}"
