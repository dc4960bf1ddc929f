"""Export formats of pages, command line and site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from geodata.sources.exported_events import events_csv
from timemap.attribution import credit_of
from timemap.exports import pdf, picture
from timemap.exports.animation.drawing import draw_animation
from timemap.exports.animation.files import ANIMATIONS
from timemap.exports.animation.plan import plan_for
from timemap.exports.data_package import write_data_package
from timemap.exports.geojson import write_geojson
from timemap.exports.geopackage import write_geopackage
from timemap.exports.geoparquet import write_geoparquet
from timemap.exports.html import write_html, write_html_with_lessons
from timemap.exports.jsonld import write_jsonld
from timemap.exports.kml import write_kml
from timemap.exports.workbook import write_workbook
from timemap.static_map.pages import key_dates

if TYPE_CHECKING:
    from geodata.dataset import Dataset
    from geodata.text.selection import Selection
    from timemap.state.snapshot import Snapshot


SEMICOLONS = "csv-semicolons"
"""Id of the table that some spreadsheet programs open in columns."""


class Writer(Protocol):
    """Writes a view in a format."""

    def __call__(self, dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
        """Return the file."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A way to take a view home."""

    id: str
    """Its name in code and addresses."""

    label: str
    """Its name on a button."""

    ending: str
    """Ending of the file's name, with the dot."""

    media_type: str
    """As servers and browsers call it."""

    help: str
    """What it is good for, in one sentence."""

    write: Writer
    """Makes the file."""

    whole: bool = False
    """Whether it shows the same whatever is chosen."""

    of_day: bool = True
    """Whether it shows the day that is looked at, not the range alone."""

    stem: str = "map"
    """What the file's name begins with."""

    shaped: bool = False
    """Whether it can have any of the shapes of a picture."""

    is_data: bool = False
    """Whether it holds the events as data rather than as a picture; the site offers all events in these."""

    all_tables: bool = False
    """Whether it holds all tables, whatever is chosen."""

    @property
    def is_moving(self) -> bool:
        """Whether it shows one day of the range after the other."""
        return self.id in ANIMATIONS


def _table(separator: str) -> Writer:
    """Return what writes the events as CSV."""

    def write(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
        credit = credit_of(dataset.atlas, (), snapshot)
        words = f"{credit.heading}. {credit.origin} {credit.rights}"
        return events_csv(dataset.atlas, selection.events, words, separator)

    return write


def _moving(kind: str) -> Writer:
    """Return what writes a moving picture with the usual step from one day to the next."""

    def write(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
        return draw_animation(dataset, selection, snapshot, plan_for(snapshot, kind))

    return write


FORMATS: tuple[Format, ...] = (
    Format(
        "html",
        "The map as one file (HTML)",
        ".html",
        "text/html",
        "The interactive map as you see it. Works offline in any browser.",
        write_html,
    ),
    Format(
        "html-lessons",
        "The map and all lessons as one file (HTML)",
        ".html",
        "text/html",
        "Also includes all lessons; a running lesson resumes at the same scene.",
        write_html_with_lessons,
        stem="map-with-lessons",
    ),
    Format(
        "pdf",
        "Page to print (PDF)",
        ".pdf",
        "application/pdf",
        "The map as you see it, with legend, scale and sources, in light colours and patterns for printing.",
        pdf.write_pdf,
        shaped=True,
    ),
    Format(
        "png",
        "Picture for slides and documents (PNG)",
        ".png",
        "image/png",
        "The map as you see it, with legend, scale and sources.",
        picture.write_png,
        shaped=True,
    ),
    Format(
        "svg",
        "Vector drawing (SVG)",
        ".svg",
        "image/svg+xml",
        "The same page, sharp at any size and editable in a drawing program.",
        picture.write_svg,
        shaped=True,
    ),
    Format(
        "gif",
        "Animation (GIF)",
        ".gif",
        "image/gif",
        "Plays the date range day by day; works in almost any program.",
        _moving("gif"),
        of_day=False,
    ),
    Format(
        "webp",
        "Animation (WebP)",
        ".webp",
        "image/webp",
        "The same with finer colours, for the web and newer programs.",
        _moving("webp"),
        of_day=False,
    ),
    Format(
        "mp4",
        "Video (MP4)",
        ".mp4",
        "video/mp4",
        "The same as a video that can be paused and rewound, for slides and phones.",
        _moving("mp4"),
        of_day=False,
    ),
    Format(
        "days-pdf",
        "Key dates on one page (PDF)",
        ".pdf",
        "application/pdf",
        "Small maps of eight key dates side by side, for printing.",
        pdf.write_key_dates,
        whole=True,
    ),
    Format(
        "days-png",
        "Key dates on one page (PNG)",
        ".png",
        "image/png",
        "The same for slides and documents.",
        key_dates.write_png,
        whole=True,
    ),
    Format(
        "days-svg",
        "Key dates on one page (SVG)",
        ".svg",
        "image/svg+xml",
        "The same as a vector drawing, sharp at any size.",
        key_dates.write_svg,
        whole=True,
    ),
    Format(
        "xlsx",
        "Table of events (Excel, XLSX)",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "The matching events with dates, plus sheets for their sources and the licence.",
        write_workbook,
        of_day=False,
        is_data=True,
    ),
    Format(
        "csv",
        "Table of events (CSV)",
        ".csv",
        "text/csv",
        "The matching events with all their sources as plain text, for any spreadsheet program.",
        _table(","),
        of_day=False,
        is_data=True,
    ),
    Format(
        SEMICOLONS,
        "Table of events (CSV with semicolons)",
        ".csv",
        "text/csv",
        "The same with semicolons and decimal commas, as Excel in German, Turkish or French expects.",
        _table(";"),
        of_day=False,
        stem="map-semicolons",
    ),
    Format(
        "parquet",
        "Table of events (GeoParquet)",
        ".parquet",
        "application/vnd.apache.parquet",
        "The matching events with dates, points and lists, for Python, R, DuckDB or QGIS.",
        write_geoparquet,
        of_day=False,
        is_data=True,
    ),
    Format(
        "geojson",
        "GeoJSON",
        ".geojson",
        "application/geo+json",
        "The matching events and the areas and border on the date shown, for web maps and GIS.",
        write_geojson,
        is_data=True,
    ),
    Format(
        "kml",
        "KML",
        ".kml",
        "application/vnd.google-earth.kml+xml",
        "The same for virtual globes such as Google Earth, with a time slider.",
        write_kml,
        is_data=True,
    ),
    Format(
        "gpkg",
        "GeoPackage",
        ".gpkg",
        "application/geopackage+sqlite3",
        "The same as layers with dates, for GIS programs such as QGIS.",
        write_geopackage,
        is_data=True,
    ),
    Format(
        "jsonld",
        "Linked data (JSON-LD)",
        ".jsonld",
        "application/ld+json",
        "The matching events and their sources in the words of schema.org, for search engines and other programs.",
        write_jsonld,
        of_day=False,
        is_data=True,
    ),
    Format(
        "data-package",
        "All tables (data package, ZIP)",
        ".zip",
        "application/zip",
        "Every table as CSV with a description of its columns (Frictionless), events and areas as GeoParquet.",
        write_data_package,
        of_day=False,
        stem="data-package",
        all_tables=True,
    ),
)
"""In the order in which they are offered; of two with one ending, the first is meant by it."""


def format_by_id(format_id: str) -> Format:
    """Return a format by its id; raises KeyError if there is none."""
    return {row.id: row for row in FORMATS}[format_id]


def format_by_ending(name: str, *, whole: bool = False) -> Format:
    """Return the format that the ending of a file's name means.

    >>> format_by_ending("siege.PNG").id
    'png'

    Args:
        name: of the file.
        whole: whether one is meant that shows the same whatever is chosen, such as the key dates.

    Raises:
        ValueError: if no format has this ending, with those that there are.
    """
    for row in FORMATS:
        if row.whole == whole and name.lower().endswith(row.ending):
            return row
    endings = ", ".join(dict.fromkeys(row.ending for row in FORMATS if row.whole == whole))
    message = f'got "{name}", expected a file name that ends in one of: {endings}'
    raise ValueError(message)
