"""Route for downloads of a visitor's view.

The state in the address says all of it.

No visit is needed for one: it can be asked for while the page is being redrawn, and after the server was started again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit.logger import get_logger

from timemap.app import resources, session
from timemap.app.panels.export_panel import file_name
from timemap.app.server.addresses import asking_page, server_path
from timemap.app.server.file_queue import QUEUE_FULL, FileQueue, QueueFullError
from timemap.app.server.progress import error_line, file_parts, progress_response, step_line, waiting_line
from timemap.exports.formats import FORMATS, format_by_id
from timemap.state.map_state import filter_by_state
from timemap.state.snapshot import LOOK, snapshot_of, with_appearance
from timemap.state.url import read_state
from timemap.text.tool_errors import ToolError
from timemap.typst.sign_places import sign_sentences
from timemap.typst.signs import MissingSignsError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Mapping
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

    from timemap.state.snapshot import Snapshot

FAILED = "The file could not be created. See the server log for details."

files = FileQueue(at_once=2, most=60)
"""Files and handouts; with two at a time the pages stay quick, and two classes may ask in the same minute."""


def routes() -> list[Route]:
    """Return what the server answers besides the app itself."""
    return [Route(server_path("file/{format}"), _answer)]


async def _answer(request: Request) -> Response:
    wanted = request.path_params["format"]
    offered = [row.id for row in FORMATS if not row.is_moving]  # those that move tell how far they are: see animations
    if wanted not in offered:
        known = ", ".join(offered)
        return PlainTextResponse(f'Got the format "{wanted}", expected one of: {known}.', 404)
    return progress_response(_file_parts(wanted, dict(request.query_params), asking_page(request)))


async def _file_parts(wanted: str, address: Mapping[str, str], page: str) -> AsyncIterator[bytes]:
    """Yield how many files are made before, and the file after its turn."""
    try:
        async with files.place() as turn:
            async for before in turn:
                yield waiting_line(before)
            yield step_line(0, 1)
            content, name = await to_thread.run_sync(snapshot_file, wanted, address, page)
    except QueueFullError:
        yield error_line(QUEUE_FULL)
        return
    except Exception as error:  # noqa: BLE001 (whatever it is: who asked is told, and the log has it)
        get_logger(__name__).exception("Could not create the file %s.", wanted)
        yield error_line(why_failed(error))
        return
    for part in file_parts(name, format_by_id(wanted).media_type, content):
        yield part


def why_failed(error: Exception, lessons: Collection[Path] = ()) -> str:
    """Return why a file could not be created, in words for whoever asked.

    Args:
        error: what was raised.
        lessons: files of the lessons that were to be in it.
    """
    if isinstance(error, MissingSignsError):
        return " ".join(sign_sentences(error, resources.load_atlas(), lessons))
    if isinstance(error, ToolError):
        return f"{error}."
    return FAILED


def snapshot_file(format_id: str, address: Mapping[str, str], page: str = "") -> tuple[bytes, str]:
    """Return the file of what an address asks for, and its name.

    Args:
        format_id: one of the formats.
        address: names and values of the state, and how it looked (see `timemap.state.snapshot.looked_at`).
        page: where the app stands; empty where that is not known.
    """
    dataset, snapshot = resources.load_dataset(), snapshot_in(address, page)
    kind = format_by_id(format_id)
    content = kind.write(dataset, filter_by_state(snapshot.state, dataset.atlas), snapshot)
    return content, file_name(kind, snapshot.state, snapshot.shape)


def snapshot_in(address: Mapping[str, str], page: str = "") -> Snapshot:
    """Return what an address asks for.

    The arguments are those of ``seen_file``.
    """
    atlas = resources.load_atlas()
    state = {name: value for name, value in address.items() if name not in LOOK}
    view = read_state(state, atlas, session.today())
    return with_appearance(snapshot_of(atlas, today=session.today(), state=view, address=page), address)
