"""Data of search and filters: letters, spellings and parties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.text.folding import letters
from geodata.text.spellings import spellings_of

if TYPE_CHECKING:
    from geodata.atlas import Atlas


def search_data(atlas: Atlas) -> dict[str, Any]:
    """Return what search and filters read.

    Events refer to the groups of spellings and to the parties by number.
    """
    return {
        "letters": dict(letters()),
        "spellings": [list(group) for group in spellings_of(atlas).groups],
        "parties": _party_entries(atlas),
    }


def _party_entries(atlas: Atlas) -> list[dict[str, Any]]:
    """Return the parties with the usual names of their actors."""
    return [
        {
            "id": party.id,
            "name": party.name,
            "description": party.description,
            "actors": list(dict.fromkeys(row.canonical_name for row in atlas.actors if row.party == party.id)),
        }
        for party in atlas.parties
    ]
