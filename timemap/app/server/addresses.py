"""Links and addresses: of paths and pages, and who can open them."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

if TYPE_CHECKING:
    from starlette.requests import Request


def server_path(path: str) -> str:
    """Return a path below the folder under which the app is served.

    >>> server_path("map/{name}.html")
    '/map/{name}.html'
    """
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{base}/{path}" if base else f"/{path}"


def bare_address(url: str) -> str:
    """Return the address of a page without parameters.

    Empty for one without a host.

    >>> bare_address("https://maps.example.org/app/?moment=2015-01-26"), bare_address("")
    ('https://maps.example.org/app/', '')
    """
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", "", "")) if parts.netloc else ""


def opens_here_only(address: str) -> bool:
    """Return whether an address leads to the reader's own computer.

    That is so wherever it is followed.

    >>> [opens_here_only(f"http://{host}:8501/?words=x") for host in ("localhost", "127.0.0.1", "[::1]", "0.0.0.0")]
    [True, True, True, True]
    >>> opens_here_only("https://maps.example.org/"), opens_here_only("http://192.168.0.7:8501/")
    (False, False)
    """
    host = urlsplit(address).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        known = ip_address(host)
    except ValueError:
        return False  # a name, or no host at all
    return known.is_loopback or known.is_unspecified


def asking_page(request: Request) -> str:
    """Return where the page stands from which something was asked for.

    Empty for one of another host.

    Browsers name the site only where the connection is secure; in a school's network it is often not.
    """
    page = request.headers.get("Referer", "")
    site = request.headers.get("Sec-Fetch-Site")
    own = urlsplit(page).netloc == request.headers.get("Host") if site is None else site == "same-origin"
    return bare_address(page) if own else ""
