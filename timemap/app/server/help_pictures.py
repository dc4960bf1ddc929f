"""Route for the pictures of the help pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from timemap.app.server.addresses import server_path
from timemap.help.pages import pictures

if TYPE_CHECKING:
    from starlette.requests import Request


def routes() -> list[Route]:
    """Return what the server answers besides the app itself."""
    return [Route(server_path("help-pictures/{name}"), _answer)]


def _answer(request: Request) -> Response:
    found = {picture.name: picture for picture in pictures()}
    name = request.path_params["name"]
    return FileResponse(found[name]) if name in found else PlainTextResponse("There is no such picture.", 404)
