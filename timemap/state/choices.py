"""Fields of the state that depend on no other field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geodata.defaults import LANGUAGE
from timemap.state.fields import PLAIN

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Fields that are read and written by their type in ``fields.json`` alone.

    ids are a tuple, a number is an int or float, a day a date or None, anything else a text.
    """

    categories: tuple[str, ...] = ()
    """Ids of the categories that are shown; empty for all."""

    parties: tuple[str, ...] = ()
    """Ids of the parties that must take part; empty for all."""

    words: str = ""
    """What is searched for; empty for no search."""

    own: str = ""
    """Which events of a visitor's own data are shown: ``alone``, ``none``, or all events where it is empty."""

    language: str = LANGUAGE.code
    """Code of the language of the place names."""

    window: int = 0
    """Days before and after the moment whose events are seen with its own."""

    hidden: tuple[str, ...] = ()
    """Layers that are not drawn (see ``layer_ids``)."""


def choices_of(state: Choices) -> Mapping[str, Any]:
    """Return the choices of a state by their names."""
    return {name: getattr(state, name) for name in PLAIN}
