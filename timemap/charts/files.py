"""Files of a chart section: its table as CSV, attribution, file names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.dates.wording import day_in_words
from geodata.io.csv_writer import to_csv
from timemap.attribution import publishers_in_words
from timemap.text.public_url import public_address

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any

    from geodata.atlas import Atlas
    from timemap.charts.section import ChartSection, Column


def credit(section: ChartSection, atlas: Atlas, today: date, address: str) -> tuple[str, ...]:
    """Return what stands under a picture, a paragraph each.

    Sources, rights, what is not said, version and address.

    Args:
        section: what is taken.
        atlas: what is known.
        today: the day on which it is taken.
        address: of the page; empty where it is not known.
    """
    publishers = publishers_in_words(atlas, section.sources)
    origin = (
        f"{atlas.setting('title')}, data version {atlas.version or 'not known'}, downloaded on {day_in_words(today)}."
    )
    return (
        f"Sources: {publishers}." if publishers else "No sources recorded.",
        f"{atlas.setting('attribution')}. {atlas.setting('licence')}",
        atlas.setting("disclaimer"),
        f"{origin} {public_address(address)}".strip(),
    )


def table_csv(section: ChartSection, paragraphs: Iterable[str]) -> bytes:
    """Return the table of a section as CSV.

    Its last column says in every row where it comes from.
    """
    rights = " ".join(paragraphs)
    header = [*(column.name for column in section.columns), "credit"]
    return to_csv(
        header, ([*(_cell(row[column.name], column) for column in section.columns), rights] for row in section.table)
    )


def file_name(section: ChartSection, ending: str) -> str:
    """Return the name of a file of a section."""
    return f"{section.id}-{section.span.start}-to-{section.span.last_day}.{ending}"


def _cell(value: Any, column: Column) -> str | float:  # noqa: ANN401 (a table holds days, numbers and texts)
    if value is None:
        return ""
    if column.kind == "number":
        return round(float(value), 1) if column.decimals else round(float(value))
    if column.kind == "yes or no":
        return "yes" if value else "no"
    return str(value)
