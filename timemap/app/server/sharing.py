"""Route for sharing a view: its public address and a QR code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno
from segno.encoder import DataOverflowError
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from timemap.app.server.addresses import asking_page, opens_here_only, server_path

if TYPE_CHECKING:
    from starlette.requests import Request

QUIET_ZONE = 4
"""Modules of white that a reader needs around a code (ISO/IEC 18004)."""


def routes() -> list[Route]:
    """Return what the server answers besides the app itself."""
    return [Route(server_path("share"), _answer)]


def _answer(request: Request) -> Response:
    page = asking_page(request)
    if not page:
        return PlainTextResponse("Only a page of this server is told how it is shared.", 403)
    query = request.url.query
    address = f"{page}?{query}" if query else page
    here = opens_here_only(address)
    shared = {"address": address, "here": here, "picture": "" if here else code_of(address)}
    return JSONResponse(shared, headers={"Cache-Control": "no-store"})


def code_of(address: str) -> str:
    """Return the QR code of an address as a data address of an SVG.

    Empty for one that is too long for a code.

    >>> code_of("https://maps.example.org/?moment=2014-10-06")[:26], code_of("x" * 5000)
    ('data:image/svg+xml;charset', '')
    """
    try:
        code = segno.make(address, error="m", micro=False)
    except DataOverflowError:
        return ""
    return str(code.svg_data_uri(border=QUIET_ZONE, dark="#000", light="#fff", omitsize=True))
