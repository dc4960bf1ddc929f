"""Ids on the command line, with commas between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


def ids_named(option: str, text: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the ids that an option names, in their known order.

    >>> ids_named("--parties", "turkey, isis,", ["isis", "sdf", "turkey"])
    ('isis', 'turkey')

    Args:
        option: its name, for the message.
        text: what was given.
        known: all ids that there are.

    Raises:
        ValueError: if it names one that is not known, with those that are.
    """
    asked = [part.strip() for part in text.split(",") if part.strip()]
    unknown = sorted(set(asked) - set(known))
    if unknown:
        message = f'got "{", ".join(unknown)}" in {option}, expected one of: {", ".join(known)}'
        raise ValueError(message)
    return tuple(part for part in known if part in asked)
