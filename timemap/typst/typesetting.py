"""Typesetting of plain values as PDF by the Typst templates.

The values are data to them, never markup.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import typst

from timemap.style.palette import in_css
from timemap.text.tool_errors import tool
from timemap.typst.fonts import FAMILIES, fonts
from timemap.typst.signs import require_signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TEMPLATES = Path(__file__).parent / "templates"

Template = Literal["worksheet", "short", "teacher", "ordering", "sheet"]
"""What can be typeset."""


def typeset(template: Template, values: Mapping[str, Any]) -> bytes:
    """Return a PDF that screen readers can read (PDF/UA-1).

    The same values give the same bytes.

    Args:
        template: the kind of handout.
        values: what stands in it, as plain lists and dictionaries.

    Raises:
        MissingSignsError: if no font has a sign of a text.
        ToolError: if it cannot be typeset for another reason.
    """
    require_signs(texts_of(values))
    inputs = {
        "data": json.dumps(values, ensure_ascii=False),
        "accent": in_css("page-accent"),
        "families": json.dumps(FAMILIES),
    }
    with tool("Typst", "typeset the PDF"):
        return typst.compile(
            _TEMPLATES / f"{template}.typ",
            root=_TEMPLATES,
            font_paths=fonts(),
            format="pdf",
            pdf_standards="ua-1",
            sys_inputs=inputs,
        )


def texts_of(values: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
    """Yield all texts in plain values.

    Drawings are left out, since their letters are outlines.

    >>> list(texts_of({"title": "a", "parts": [{"text": "b", "svg": "<svg/>"}], "number": 1}))
    ['a', 'b']
    """
    if isinstance(values, str):
        yield values
    elif isinstance(values, dict):
        for name, value in values.items():
            if name != "svg":
                yield from texts_of(value)
    elif isinstance(values, (list, tuple)):
        for value in values:
            yield from texts_of(value)
