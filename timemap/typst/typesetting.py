"""Typesetting of plain values as PDF by the Typst templates.

The values are data to them, never markup.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import matplotlib as mpl
import typst

from timemap.style.palette import in_css

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEMPLATES = Path(__file__).parent / "templates"

Template = Literal["worksheet", "short", "teacher", "ordering", "sheet"]
"""What can be typeset."""


def typeset(template: Template, values: Mapping[str, Any]) -> bytes:
    """Return a PDF that screen readers can read (PDF/UA-1).

    The same values give the same bytes.

    Args:
        template: the kind of handout.
        values: what stands in it, as plain lists and dictionaries.
    """
    return typst.compile(
        _TEMPLATES / f"{template}.typ",
        root=_TEMPLATES,
        font_paths=_fonts(),
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"data": json.dumps(values, ensure_ascii=False), "accent": in_css("page-accent")},
    )


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts: those that the templates name come with packages, the system's stand in for other scripts."""
    return typst.Fonts(font_paths=[Path(mpl.get_data_path()) / "fonts" / "ttf"])
