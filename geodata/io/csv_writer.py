"""Writer of CSV for spreadsheets: UTF-8, no cell run as a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FORMULA = (*"=+-@", *"\t\r\n", *"\uff1d\uff0b\uff0d\uff20")
"""How a text begins that some spreadsheet program runs; the last are the full-width forms of the first."""


def escape_formula(text: str) -> str:
    r"""Return ``text`` so that a spreadsheet takes it for text.

    >>> escape_formula('=HYPERLINK("http://a")'), escape_formula("Kobane")
    ('\'=HYPERLINK("http://a")', 'Kobane')
    """
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def to_csv(header: Iterable[str], rows: Iterable[Iterable[str | float]], separator: str = ",") -> bytes:
    """Return a table as CSV for spreadsheets.

    It is UTF-8 with the mark by which they know it; no text in it is run as a formula. Where semicolons separate cells,
    numbers have a decimal comma: programs that expect the one expect the other, and take a point for thousands.

    Args:
        header: names of the columns.
        rows: their cells.
        separator: what stands between two cells; with a semicolon, numbers have a decimal comma.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(header)
    point = "," if separator == ";" else "."
    writer.writerows([_cell(cell, point) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: str | float, point: str) -> str:
    return escape_formula(value) if isinstance(value, str) else str(value).replace(".", point)
