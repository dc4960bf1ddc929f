"""Test of addresses: only those that others can open are printed."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

_LOCAL_ENDINGS = ("localhost", "local", "localdomain", "internal", "lan", "home", "home.arpa", "intranet", "test")
"""Ends of names that lead nowhere on the internet (RFC 6761, RFC 6762, RFC 8375, and what routers use)."""


def public_address(address: str) -> str:
    """Return an address as it is printed.

    It is as it is where others can open it, else only what follows the page.

    >>> public_address("https://maps.example.org/?moment=2014-10-06")
    'https://maps.example.org/?moment=2014-10-06'
    >>> public_address("http://localhost:8501/?moment=2014-10-06"), public_address("file:///home/map.html")
    ('?moment=2014-10-06', '')
    """
    parts = urlsplit(address)
    if parts.scheme in {"http", "https"} and _is_public(parts.hostname or ""):
        return address
    return f"?{parts.query}" if parts.query else ""


def _is_public(host: str) -> bool:
    try:
        return ip_address(host).is_global
    except ValueError:
        name = host.rstrip(".").casefold()
    return "." in name and not any(name == end or name.endswith(f".{end}") for end in _LOCAL_ENDINGS)
