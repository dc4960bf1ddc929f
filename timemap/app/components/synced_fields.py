"""Form fields that the page fills as well as its reader.

One that is filled by the page is a new field that begins with its value.

With every run a browser sends what all its fields hold, also those that were filled since and have not arrived there.
Under the old name that would be taken for what the reader chose, and bring the old value back; under a name of its own
a field holds what it begins with until the reader has seen it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELDS = "fields"


@dataclass(frozen=True, slots=True)
class _Field:
    edition: int
    """How many fields of this name there were before it."""

    start: object
    """What it begins with."""


def fill(name: str, value: object) -> None:
    """Let a field hold ``value``; nothing happens where it does already."""
    fields = _fields()
    if name in fields and value_of(name) == value:
        return
    edition = fields[name].edition + 1 if name in fields else 0
    st.session_state[_FIELDS] = {**fields, name: _Field(edition, value)}


def is_filled(name: str) -> bool:
    """Return whether a field was ever filled."""
    return name in _fields()


def key_of(name: str) -> str:
    """Return the key of the widget that is to be drawn for a field.

    Raises:
        KeyError: if it was never filled.
    """
    return f"{name}-{_fields()[name].edition}"


def start_of(name: str) -> object:
    """Return what the widget of a field is to begin with.

    It is given to the widget as its value, never set in the session: Streamlit sends what is set there once, and a run
    that is cut short does not send it at all.

    Raises:
        KeyError: if it was never filled.
    """
    return _fields()[name].start


def value_of(name: str) -> object:
    """Return what a field holds.

    Raises:
        KeyError: if it was never filled.
    """
    return st.session_state.get(key_of(name), start_of(name))


def _fields() -> Mapping[str, _Field]:
    fields: Mapping[str, _Field] = st.session_state.get(_FIELDS, {})
    return fields
