"""Table of the fields of the map's state, for Python and JavaScript.

Addresses, messages, their checks on both sides and their reference in the documentation follow from it. Limits that
lessons and settings keep too are in `geodata.records.view_limits`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from geodata.records.view_limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Mapping

Type = Literal["day", "choice", "ids", "id", "number", "decimal", "text", "version"]
Owner = Literal["map", "page", "address"]
Step = Literal["own", "run", "drift", "none"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the state."""

    name: str
    """Its name in addresses and messages."""

    type: Type
    """How it is written: a day as YYYY-MM-DD, ids in an address with commas between them."""

    owner: Owner
    """Who sets it: the reader in the map, the page around the map, or whoever made the address."""

    step: Step
    """What Back makes of a change: a step of its own; one step with changes of the same just before it; one with all
    changes of this kind before it; or none."""

    about: str
    """What it is, in one sentence."""

    rules: bool = False
    """Whether code of its own reads and writes it, as it hangs together with other fields."""

    of: str | tuple[str, ...] = ""
    """For a choice its values; for ids the table that has them."""

    full: bool = False
    """For ids: whether all of them is something else than none."""

    default: int | None = None
    """What a number is where it is left out."""

    least: float | None = None
    """Smallest number."""

    most: float | None = None
    """Largest number, or longest text in characters."""

    digits: int = 0
    """Digits of a number behind the point."""

    unit: str = ""
    """Unit of a whole number."""


_TABLE: dict[str, Any] = json.loads((Path(__file__).parent / "fields.json").read_text(encoding="utf-8"))

_TABLE["fields"] = [row | LIMITS.get(row["name"], {}) for row in _TABLE["fields"]]

FIELDS: Mapping[str, Field] = {
    row["name"]: Field(**{**row, "of": tuple(row["of"]) if isinstance(row.get("of"), list) else row.get("of", "")})
    for row in _TABLE["fields"]
}
"""All fields by their names, in the order in which an address has them."""

PLAIN: tuple[str, ...] = tuple(name for name, field in FIELDS.items() if field.owner == "map" and not field.rules)
"""Names of the fields of the map that are read and written by their type alone."""

IN_ADDRESS: tuple[str, ...] = tuple(name for name, field in FIELDS.items() if field.owner != "page")
"""Names of the fields that stand in addresses."""

PARTS: tuple[str, ...] = tuple(_TABLE["layers"])
"""Parts of the map that can be hidden; those who hold areas can be, too."""

_OTHERS: tuple[str, ...] = tuple(_TABLE["others"])

_LONGEST_SHOWN = 60
"""Characters of a value that a message repeats."""

_WHITE_SPACE = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace() and not "\x1c" <= sign <= "\x1f")
"""White space by Unicode's own table, as in the browser: Python alone counts four control characters as well."""


def table() -> dict[str, Any]:
    """Return the table as the document reads it, with the limits."""
    return _TABLE


def limit(name: str) -> int:
    """Return the largest value or greatest length of a field.

    >>> limit("window"), limit("words")
    (366, 200)
    """
    return int(FIELDS[name].most or 0)


def clean_name(name: str) -> str:
    """Return a name in an address without remains of an escaped "&".

    Mail programs and web pages put them before it.

    >>> clean_name("amp;from"), clean_name("from")
    ('from', 'from')
    """
    while name.startswith("amp;"):
        name = name.removeprefix("amp;")
    return name


def trimmed(text: str) -> str:
    r"""Return a text without the white space around it.

    >>> trimmed("\u3000kobane \n"), trimmed("\x1c"), trimmed("\ufeff")
    ('kobane', '\x1c', '\ufeff')
    """
    return text.strip(_WHITE_SPACE)


def shown_text(text: str) -> str:
    r"""Return a text as a message repeats it, here as in the browser.

    What cannot be seen is replaced by its number in Unicode.

    >>> shown_text("battle\u202e"), len(shown_text("x" * 1000))
    ('battle[U+202E]', 61)
    """
    shown = re.sub(r"[\t\r\n]", " ", text[:_LONGEST_SHOWN])
    seen = "".join(sign if _is_seen(sign) else f"[U+{ord(sign):04X}]" for sign in shown)
    return seen + ("\N{HORIZONTAL ELLIPSIS}" if len(text) > _LONGEST_SHOWN else "")


def _is_seen(sign: str) -> bool:
    # The joiners belong to how Kurdish and Persian words in Arabic letters are spelled.
    return sign in "\u200c\u200d" or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def has_visible(text: str) -> bool:
    r"""Return whether a text has any character that can be seen.

    Space, control and format characters can not.

    >>> has_visible("عفرين"), has_visible("\u200b\x00 ")
    (True, False)
    """
    return any(unicodedata.category(sign) not in ("Cc", "Cf") and not sign.isspace() for sign in text)


def is_foreign(name: str) -> bool:
    """Return whether a name in an address is for somebody else.

    That is the app's server, or those who count visits.

    >>> is_foreign("embed"), is_foreign("utm_source"), is_foreign("momnet")
    (True, True, False)
    """
    return any(fnmatchcase(name, pattern) for pattern in _OTHERS)
