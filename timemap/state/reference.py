"""Reference of state fields and messages, as tables in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timemap.state.fields import FIELDS, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timemap.state.fields import Field

_TYPES = {
    "day": "a date such as 2014-10-06",
    "ids": "ids, separated by commas",
    "id": "an id",
    "choice": "a code from the data",
    "text": "text",
    "version": "a version",
}


def fields_table() -> str:
    """Return the fields of the state."""
    return _rows(
        ("name", "value", "what it is"),
        ((f"`{field.name}`", _type_words(field), field.about) for field in FIELDS.values()),
    )


def messages(to: str) -> str:
    """Return the messages as a table in Markdown.

    They go to the map, or to the page around it.

    >>> print(messages("map").splitlines()[4])
    | `timemap:goTo` with `date` | Moves to a day. |

    Args:
        to: "map" or "page".
    """
    head = "to the map" if to == "map" else "from the map"
    rows = ((_named(row["name"], row["with"]), row["about"]) for row in table()["messages"] if row["to"] == to)
    return _rows((head, "what it does" if to == "map" else "when"), rows)


def _named(name: str, parts: str) -> str:
    named = ", ".join(f"`{part}`" for part in parts.split(", ") if part)
    return f"`{name}` with {named}" if named else f"`{name}`"


def _type_words(field: Field) -> str:
    if isinstance(field.of, tuple):
        return ", ".join(f"`{value}`" for value in field.of)
    if field.least is not None:
        return f"{'a whole number' if field.type == 'number' else 'a number'} from {field.least:g} to {field.most:g}"
    return _TYPES[field.type] + (f", at most {field.most:g} characters" if field.most else "")


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
