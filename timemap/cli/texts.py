"""Texts on the command line: search words, URLs, names of files."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from timemap.state.fields import has_visible, limit, shown_text, trimmed

if TYPE_CHECKING:
    from pathlib import Path

_NEVER_IN_URL = re.compile(r"[\s<>\"\\^`{}|]")


def words_argument(text: str) -> str:
    """Return the search words of an argument, as an address may have them.

    Raises:
        argparse.ArgumentTypeError: if they are too long, are not in UTF-8, or hold nothing that can be seen.
    """
    if not text:
        return text
    if not _is_unicode(text):
        raise _refused(text, "text in UTF-8")
    if len(text) > limit("words"):
        raise _refused(text, f"at most {limit('words')} characters")
    if not has_visible(trimmed(text)):
        raise _refused(text, "at least one visible character")
    return trimmed(text)


def address_argument(text: str) -> str:
    """Return the URL of a page that an argument names.

    It may be empty.

    Raises:
        argparse.ArgumentTypeError: if it is no URL of the web, or one with a query or a fragment.
    """
    if text and not _is_url(text):
        raise _refused(text, "a URL such as https://example.org/map/")
    return text


def folder_address_argument(text: str) -> str:
    """Return the URL of a folder, with a slash at its end.

    Raises:
        argparse.ArgumentTypeError: if it is no URL of the web, or one with a query or a fragment.
    """
    if not text:
        raise _refused(text, "a URL such as https://example.org/map/")
    return f"{address_argument(text).removesuffix('index.html').rstrip('/')}/"


def require_stem(path: Path, ending: str) -> None:
    """Return if the name of a file has something before its ending.

    Raises:
        ValueError: if it is the ending alone, which is a hidden file without one.
    """
    if path.name.lower() == ending:
        message = f'got "{path.name}", expected a file name such as map{ending}'
        raise ValueError(message)


def _is_url(text: str) -> bool:
    """Return whether a text is the URL of a page that can stand in any file."""
    if not text.isprintable() or _NEVER_IN_URL.search(text):
        return False
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - a wrong one raises
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not (parts.query or parts.fragment)


def _is_unicode(text: str) -> bool:
    """Return whether a text has no bytes that Python could not decode."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _refused(text: str, expected: str) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(f'got "{shown_text(text)}", expected {expected}')
