"""Numbers with thin spaces between thousands and with what they count, and names as they stand in a sentence."""

from __future__ import annotations


def spaced(number: int) -> str:
    """Return a number with thin spaces between its thousands.

    >>> spaced(1028) == "1\N{NARROW NO-BREAK SPACE}028"
    True
    """
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def counted(number: int, one: str, many: str) -> str:
    """Return a number with what it counts.

    >>> counted(1, "source", "sources"), counted(2, "source", "sources")
    ('1 source', '2 sources')
    """
    return f"{spaced(number)} {one if number == 1 else many}"


def lowered(name: str) -> str:
    """Return a name as it stands within a sentence.

    >>> lowered("Taken by fighting"), lowered("SDF")
    ('taken by fighting', 'SDF')
    """
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
