"""Route for whoever watches the server: whether the map can be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit.logger import get_logger

from timemap.app import resources
from timemap.app.server.addresses import server_path

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

PATH = "healthz"


def routes() -> list[Route]:
    """Return what the server answers besides the app itself."""
    return [Route(server_path(PATH), _answer)]


async def _answer(_: Request) -> Response:
    """Answer "ok" where tables and map are there, as every page needs them."""
    headers = {"Cache-Control": "no-store"}
    try:
        await to_thread.run_sync(lambda: resources.load_document(resources.load_atlas()))
    except Exception:  # noqa: BLE001 (whatever it is: who asked is told, and the log has it)
        get_logger(__name__).exception("The map cannot be shown.")
        return PlainTextResponse("The map cannot be shown. See the server log for details.", 503, headers)
    return PlainTextResponse("ok", headers=headers)
