"""Sheets of KML files: names, times, further data and positions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from lxml import etree

from geodata.table_import.files.finished_sheets import MOST_COLUMNS
from geodata.table_import.files.geometries import DEGREES, add_positions, positions_of
from geodata.table_import.files.opened import OpenedTable, refusal
from geodata.table_import.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHOLE = "a whole KML file"
_FEWEST = {"LineString": 2, "LinearRing": 4}
"""Points that a line needs, and a ring."""


def open_kml(content: bytes, name: str) -> OpenedTable:
    """Return the placemarks of a KML file, numbered from 1."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return refusal(
            name, "a file that declares entities (XML)", _WHOLE, "Save it again with the program it is from."
        )
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    except etree.XMLSyntaxError as error:
        return refusal(name, "a damaged KML file", _WHOLE, str(error)[:200])
    placemarks = list(root.iter("{*}Placemark"))
    if not placemarks:
        return refusal(name, "no placemarks", "a KML file with placemarks", "The file has no places of its own.")
    rows = [dict(_fields(placemark)) for placemark in placemarks]
    header = tuple(dict.fromkeys(key for row in rows for key in row))
    if len(header) > MOST_COLUMNS:
        return refusal(name, f"{len(header):,} columns", f"at most {MOST_COLUMNS:,} columns")
    columns = tuple([row.get(key) for row in rows] for key in header)
    sheet = Sheet("", header, columns, np.arange(1, len(rows) + 1))
    shapes = np.array([None, *map(_geometry, placemarks)], dtype=object)[1:]
    return add_positions(OpenedTable((sheet,), kind="kml"), positions_of(shapes, DEGREES), name)


def _fields(placemark: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - lxml has no types
    """Yield what a placemark says, with the names of KML or those that the file gives."""
    for key in ("name", "description", "address"):
        yield from _text(key, placemark.find(f"{{*}}{key}"))
    for key in ("when", "begin", "end"):
        yield from _text(key, placemark.find(f"{{*}}TimeStamp/{{*}}{key}"))
        yield from _text(key, placemark.find(f"{{*}}TimeSpan/{{*}}{key}"))
    folders = [one.findtext("{*}name") for one in placemark.iterancestors("{*}Folder")]
    if folder := next(filter(None, folders), ""):
        yield "folder", folder.strip()
    for data in placemark.iterfind("{*}ExtendedData/{*}Data"):
        yield from _text(str(data.get("name")), data.find("{*}value"))
    for data in placemark.iterfind("{*}ExtendedData/{*}SchemaData/{*}SimpleData"):
        yield from _text(str(data.get("name")), data)


def _text(key: str, element: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - lxml has no types
    if element is not None and (text := "".join(element.itertext()).strip()):
        yield key, text


def _geometry(placemark: Any) -> shapely.Geometry | None:  # noqa: ANN401 - lxml has no types
    """Return the geometry of a placemark; ``None`` where it has none that can be read."""
    found: list[shapely.Geometry] = []
    for element in placemark.iter("{*}Point", "{*}LineString", "{*}Polygon", "{*}Track"):
        kind = etree.QName(element).localname
        if kind == "Track":
            points = [_pair(coord.text, " ") for coord in element.iterfind("{*}coord")]
        else:
            coordinates = element.find(".//{*}coordinates")
            texts = (coordinates.text or "").split() if coordinates is not None else []
            points = [_pair(text, ",") for text in texts]
        known = [point for point in points if point]
        if kind == "Polygon" and len(known) >= _FEWEST["LinearRing"]:
            found.append(shapely.Polygon(known))
        elif kind != "Polygon" and len(known) >= _FEWEST["LineString"]:
            found.append(shapely.LineString(known))
        elif known:
            found.append(shapely.Point(known[0]))
    return found[0] if len(found) == 1 else shapely.GeometryCollection(found) if found else None


def _pair(text: str | None, delimiter: str) -> tuple[float, float] | None:
    """Return longitude and latitude of a point as KML writes it.

    >>> _pair("38.35,36.89,0", ","), _pair("x", ",")
    ((38.35, 36.89), None)
    """
    try:
        longitude, latitude = map(float, (text or "").strip().split(delimiter)[:2])
    except ValueError:
        return None
    return longitude, latitude
