"""Bounded download of a file by HTTPS."""

from __future__ import annotations

import http.client
import socket
import time
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

if TYPE_CHECKING:
    import ssl

LARGEST = 60_000_000
"""Bytes; a release of a whole year has about ten million."""

SECONDS = 20.0
"""For which a server may say nothing."""

ALL_SECONDS = 180.0
"""In which the whole file must be here."""

_BLOCK = 1 << 16
_NOT_FOUND = frozenset((404, 410))


class DownloadError(Exception):
    """Failed download, with the reason as half a sentence."""


class NotPublishedError(DownloadError):
    """Address at which nothing is published."""


def download(
    address: str,
    *,
    largest: int = LARGEST,
    seconds: float = SECONDS,
    all_seconds: float = ALL_SECONDS,
    context: ssl.SSLContext | None = None,
) -> bytes:
    """Return the file at an address.

    No way to it may leave HTTPS.

    Args:
        address: where it is.
        largest: bytes that it may have.
        seconds: for which the server may say nothing.
        all_seconds: in which all of it must be here.
        context: certificates to trust; those of the system where there is none.

    Raises:
        NotPublishedError: if the server has no such file.
        DownloadError: if it cannot be had, with the reason.
    """
    if not address.lower().startswith("https://"):
        message = "the address must begin with https://"
        raise DownloadError(message)
    until = time.monotonic() + all_seconds
    try:
        request = Request(address, headers={"User-Agent": "timemap", "Accept-Encoding": "identity"})  # noqa: S310 - HTTPS
        with _opener(context).open(request, timeout=seconds) as answer:
            return _read(answer, largest, until)
    except HTTPError as error:
        error.close()
        if error.code in _NOT_FOUND:
            message = "nothing is published at this address"
            raise NotPublishedError(message) from error
        message = f"the server answered {error.code} {error.reason}"
        raise DownloadError(message) from error
    except URLError as error:
        raise DownloadError(_reason(error)) from error
    except TimeoutError as error:
        message = "the server took too long to answer"
        raise DownloadError(message) from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        message = "the connection broke off"
        raise DownloadError(message) from error


def _opener(context: ssl.SSLContext | None) -> OpenerDirector:
    """Return what opens addresses of HTTPS and no others, also where one leads to another."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPSHandler(context=context),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
        HTTPRedirectHandler(),
        UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _read(answer: http.client.HTTPResponse, largest: int, until: float) -> bytes:
    """Return the body of an answer."""
    blocks: list[bytes] = []
    size = 0
    while block := answer.read1(_BLOCK):
        size += len(block)
        if size > largest:
            message = f"the file has more than {largest / 1_000_000:,.0f} MB"
            raise DownloadError(message)
        if time.monotonic() > until:
            raise TimeoutError
        blocks.append(block)
    content = b"".join(blocks)
    if (said := answer.headers.get("Content-Length", "")).isdecimal() and size < int(said):
        raise http.client.IncompleteRead(content, int(said) - size)
    return content


def _reason(error: URLError) -> str:
    """Return why there is no connection."""
    reason = error.reason
    if isinstance(reason, TimeoutError):
        return "the server took too long to answer"
    if isinstance(reason, socket.gaierror):
        return "there is no connection to the internet, or the server's name is wrong"
    if isinstance(reason, OSError):
        return f"there is no connection to the server ({reason.strerror or reason})"
    return "the server leads to an address that does not begin with https://"
