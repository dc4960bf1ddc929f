"""Numbers in words and figures, plurals, and names in sentences."""

from __future__ import annotations


def format_number(number: float) -> str:
    """Return a number, rounded, with commas between its thousands.

    >>> format_number(1028), format_number(1028.4)
    ('1,028', '1,028')
    """
    return f"{round(number):,}"


def pluralize(number: int, one: str, many: str) -> str:
    """Return a number with what it counts.

    >>> pluralize(1, "source", "sources"), pluralize(2, "source", "sources")
    ('1 source', '2 sources')
    """
    return f"{format_number(number)} {one if number == 1 else many}"


def lowered(name: str) -> str:
    """Return a name as it stands within a sentence.

    >>> lowered("Taken by fighting"), lowered("SDF")
    ('taken by fighting', 'SDF')
    """
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
