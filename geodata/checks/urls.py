"""Check of the addresses of sources: well formed and harmless as links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from geodata.dates.date_hints import date_hint
from geodata.dates.iso import iso_day
from geodata.io.problems import Problem
from geodata.io.signs import name_of, western_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from geodata.io.tables import Rows

_HOST = re.compile(r"^(?=.{4,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$")
_NEVER = (
    (re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{}|]"), "It contains a space or an invalid character."),
    (re.compile(r"%(?![0-9A-Fa-f]{2})"), "It contains a percent sign without two digits after it."),
)


def check_addresses(tables: Mapping[str, Rows[Any]]) -> Iterator[Problem]:
    """Yield a problem for every source with a bad address or date."""
    sources = tables["sources"]
    if sources.is_filled:
        return
    for number, source in sources:
        fault = fault_of(source.url)
        if fault:
            yield Problem(sources.file, number, "url", source.url, "a URL such as https://example.org/page", fault)
        if source.date and iso_day(source.date) is None:
            expected = "a date such as 2018-02-28, or an empty value"
            hint = date_hint(western_digits(source.date))
            yield Problem(sources.file, number, "date", source.date, expected, hint)


def fault_of(address: str) -> str:
    """Return what is wrong with a web address, in words.

    Empty when nothing is.

    >>> fault_of("https://en.wikipedia.org/wiki/Koban%C3%AE")
    ''
    >>> fault_of("javascript:alert(1)")
    'It does not start with http:// or https://.'
    """
    if not address.startswith(("http://", "https://")):
        return "It does not start with http:// or https://."
    if unseen := next((sign for sign in address if not sign.isprintable() and sign != " "), ""):
        return f"It contains {name_of(unseen)}."
    return next((fault for pattern, fault in _NEVER if pattern.search(address)), "") or _fault_of_host(address)


def _fault_of_host(address: str) -> str:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        return f"{error}."
    if "@" in parts.netloc:
        return "It contains a user name or password."
    if not _HOST.match(parts.hostname or "") or port == 0:
        return "Its host name is invalid."
    return ""
