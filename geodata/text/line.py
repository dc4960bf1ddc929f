"""Plain text on one line."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field

from geodata.records.base import refuse


def _one_line(value: str) -> str:
    line = " ".join(value.split())
    if any(unicodedata.category(letter) == "Cc" for letter in line):
        refuse("text", "text without control characters")
    return line


Line = Annotated[str, AfterValidator(_one_line), Field(min_length=1)]
"""Text without line breaks or control characters."""

SHORT = 300
"""Characters."""

ShortLine = Annotated[str, Field(max_length=SHORT), AfterValidator(_one_line), Field(min_length=1)]
"""A line that is read at a glance."""
