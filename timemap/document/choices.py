"""Choices of the opening, as the document has them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from geodata.dates.iso import day_number
from timemap.state.choices import choices_of

if TYPE_CHECKING:
    from timemap.state.choices import Choices


def choices_data(state: Choices) -> dict[str, Any]:
    """Return the choices of a state by their names; days are numbers."""
    return {name: _plain(value) for name, value in choices_of(state).items()}


def _plain(value: Any) -> Any:  # noqa: ANN401 (whatever a field of the state can be)
    if isinstance(value, tuple):
        return list(value)
    return day_number(value) if isinstance(value, date) else value
