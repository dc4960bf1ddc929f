"""Numbers are written as they are read: with thin spaces between thousands, and with what they count."""

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
