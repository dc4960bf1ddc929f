"""PDF export of a picture, with text as text and properties."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from matplotlib import rc_context
from matplotlib.text import Text

from timemap.exports import picture
from timemap.static_map.pages import key_dates
from timemap.static_map.pages.sheet import DRAWING
from timemap.typst.signs import require_signs
from timemap.typst.typesetting import typeset

if TYPE_CHECKING:
    from datetime import date

    from geodata.dataset import Dataset
    from geodata.text.selection import Selection
    from timemap.attribution import Credit
    from timemap.state.snapshot import Snapshot
    from timemap.static_map.pages.sheet import Sheet


_PT = 72 / 96
"""Points in a CSS pixel."""


def write_pdf(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return the map as seen, as a PDF for print.

    It is light, with patterns, which tell areas apart without colour.
    """
    printed = replace(snapshot, theme="light", patterns=True)
    with DRAWING:
        return _save(*picture.draw_snapshot(dataset, selection, printed), snapshot.today)


def write_key_dates(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return the key dates as a PDF for print.

    Selection and view play no part.
    """
    del selection
    with DRAWING:
        return _save(*key_dates.draw_key_dates(dataset, snapshot), snapshot.today)


def _save(sheet: Sheet, credit: Credit, made: date) -> bytes:
    """Return a drawn page as PDF/UA-1.

    Args:
        sheet: the page.
        credit: the words that go with it.
        made: the day on which it is made.

    Raises:
        MissingSignsError: if no font has a sign on the page.
    """
    require_signs(text.get_text() for text in sheet.figure.findobj(Text))
    drawing = io.StringIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": credit.version}):
        sheet.figure.savefig(drawing, format="svg", metadata={"Date": None})
    values = {
        "svg": drawing.getvalue(),
        "width": sheet.width * _PT,
        "height": sheet.height * _PT,
        "title": credit.heading,
        "author": credit.title,
        "description": credit.text,
        "keywords": [credit.rights, credit.origin],
        "date": {"year": made.year, "month": made.month, "day": made.day},
    }
    return typeset("sheet", values)
