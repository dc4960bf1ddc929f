"""Notes on the fields of records, as their classes have them."""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodata.records.base import Record


@cache
def field_notes(kind: type[Record]) -> Mapping[str, str]:
    """Return the sentence under each field of a record, by the field's name.

    >>> from geodata.records.settings import Setting
    >>> field_notes(Setting)
    {}
    """
    (cls,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    assert isinstance(cls, ast.ClassDef)  # noqa: S101 - the source of a class is a class
    return {
        field.target.id: plain(ast.literal_eval(note.value))
        for field, note in pairwise(cls.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(note, ast.Expr) and isinstance(note.value, ast.Constant)
    }


def plain(text: str) -> str:
    """Return a docstring in one line, with code marked as in Markdown."""
    return " ".join(text.split()).replace("``", "`")
