"""Base class of records: checked by type, frozen after reading.

A row that cannot be true is refused.
"""

from __future__ import annotations

from typing import NoReturn, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError


def refuse(column: str, expected: str) -> NoReturn:
    """Refuse a row for what stands in one column beside the others.

    Raises:
        PydanticCustomError: always; its type is "row", its context says the column and what was expected.
    """
    kind, message = "row", "expected {expected}"
    raise PydanticCustomError(kind, message, {"column": column, "expected": expected})


class Record(BaseModel):
    """Base of all records.

    Unknown columns are refused, what ends has begun, and nothing changes after reading.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        start, end, last_day = (getattr(self, name, None) for name in ("start", "end", "last_day"))
        if start and end and end <= start:
            refuse("to", f"a day after {start}")
        if start and last_day and last_day < start:
            refuse("last_day", f"a day not before {start}")
        return self
