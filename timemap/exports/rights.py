"""Licences that a text on rights names, with their addresses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence that is known by its name."""

    id: str
    """As SPDX has it."""
    name: str
    """As texts write it."""
    address: str
    """Where it can be read."""


LICENCES = (
    Licence("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    Licence("CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    Licence("ODbL-1.0", "ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    Licence("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
)


def licences_in(text: str) -> tuple[Licence, ...]:
    """Return the licences that a text names.

    >>> [licence.id for licence in licences_in("Events: CC BY 4.0. Areas: ODbL 1.0.")]
    ['CC-BY-4.0', 'ODbL-1.0']
    """
    return tuple(licence for licence in LICENCES if licence.name in text)
