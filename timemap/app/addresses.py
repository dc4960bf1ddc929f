"""Addresses of the app's server: where a path lies on it, and where a page stands."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

import streamlit as st


def server_path(path: str) -> str:
    """Return a path as the server knows it, below the folder under which the app may be served.

    >>> server_path("map/{name}.html")
    '/map/{name}.html'
    """
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{base}/{path}" if base else f"/{path}"


def bare_address(url: str) -> str:
    """Return the address of a page without parameters; empty for one without a host.

    >>> bare_address("https://maps.example.org/app/?moment=2015-01-26"), bare_address("")
    ('https://maps.example.org/app/', '')
    """
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", "", "")) if parts.netloc else ""
