"""Record of a setting: a choice about the subject that code needs."""

from __future__ import annotations

from geodata.records.base import Record
from geodata.records.fields import Slug


class Setting(Record):
    """A choice about the subject that code needs, such as the opening day."""

    id: Slug
    value: str
    note: str = ""
