"""Route for animations of a visitor's view: the plan, then the file.

The answer that makes the file tells after each picture how many are drawn; whoever ends the request stops the drawing.
"""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import anyio
from anyio import from_thread, to_thread
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route
from streamlit.logger import get_logger

from timemap.app import resources
from timemap.app.panels.export_panel import STEP, file_name
from timemap.app.server.addresses import asking_page, server_path
from timemap.app.server.downloads import snapshot_in, why_failed
from timemap.app.server.file_queue import QUEUE_FULL, FileQueue, QueueFullError
from timemap.app.server.progress import error_line, file_parts, progress_response, step_line, waiting_line
from timemap.exports.animation.drawing import draw_animation
from timemap.exports.animation.plan import STEPS, plan_for
from timemap.exports.formats import FORMATS, format_by_id
from timemap.state.map_state import filter_by_state

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from anyio.streams.memory import MemoryObjectSendStream
    from starlette.requests import Request
    from starlette.responses import Response

    from timemap.exports.animation.plan import Plan, Step
    from timemap.state.snapshot import Snapshot

_animations = FileQueue(at_once=1, most=20)
"""One is drawn at a time, in a queue of its own: it takes much longer than other files."""


class StoppedError(Exception):
    """The one who asked for a moving picture went away."""


def routes() -> list[Route]:
    """Return what the server answers."""
    return [
        Route(server_path("animation/{format}/plan"), _answer_plan),
        Route(server_path("animation/{format}"), _answer_file),
    ]


async def _answer_plan(request: Request) -> Response:
    """Answer with the plan as JSON: ``words``, ``step`` and the ``steps`` that there are."""
    try:
        _, plan = await to_thread.run_sync(_planned, request)
    except ValueError as error:
        return PlainTextResponse(_sentence(error), 400)
    return JSONResponse(
        {"words": plan.words, "step": plan.step, "steps": plan.steps}, headers={"Cache-Control": "no-store"}
    )


async def _answer_file(request: Request) -> Response:
    """Answer with a line after each picture, and the file."""
    try:
        snapshot, plan = await to_thread.run_sync(_planned, request)
    except ValueError as error:
        return PlainTextResponse(_sentence(error), 400)
    return progress_response(_making(request, snapshot, plan))


def _planned(request: Request) -> tuple[Snapshot, Plan]:
    """Return what a request asks for.

    Raises:
        ValueError: if there is no such format, or the step gives too many pictures.
    """
    wanted = request.path_params["format"]
    moving = {row.id for row in FORMATS if row.is_moving}
    if wanted not in moving:
        message = f'got the format "{wanted}", expected one of: {", ".join(sorted(moving))}'
        raise ValueError(message)
    query = dict(request.query_params)
    step = query.pop(STEP, "")
    steps: dict[str, Step] = {each: each for each in STEPS}
    snapshot = snapshot_in(query, asking_page(request))
    return snapshot, plan_for(snapshot, wanted, steps.get(step))


async def _making(request: Request, snapshot: Snapshot, plan: Plan) -> AsyncIterator[bytes]:
    """Give the lines and the file; the drawing stops when the request ends."""
    stopped = Event()
    told, heard = anyio.create_memory_object_stream[bytes](1)
    async with anyio.create_task_group() as group:
        group.start_soon(_draw, snapshot, plan, told, stopped)
        try:
            async for part in heard:
                if await request.is_disconnected():
                    break
                yield part
        finally:
            stopped.set()
            heard.close()


async def _draw(snapshot: Snapshot, plan: Plan, told: MemoryObjectSendStream[bytes], stopped: Event) -> None:
    """Draw in a thread, and tell how far it is."""

    def tell(drawn: int, number: int) -> None:
        if stopped.is_set():
            raise StoppedError
        try:
            from_thread.run(told.send, step_line(drawn, number))
        except anyio.BrokenResourceError:
            raise StoppedError from None

    def draw() -> bytes:
        dataset = resources.load_dataset()
        return draw_animation(dataset, filter_by_state(snapshot.state, dataset.atlas), snapshot, plan, tell)

    async with told:
        try:
            for part in await _drawn_parts(snapshot, plan, told, draw):
                await told.send(part)
        except (StoppedError, anyio.BrokenResourceError):
            return


async def _drawn_parts(
    snapshot: Snapshot, plan: Plan, told: MemoryObjectSendStream[bytes], draw: Callable[[], bytes]
) -> tuple[bytes, ...]:
    """Return the last line and the file, drawn when its turn has come."""
    try:
        async with _animations.place() as turn:
            async for before in turn:
                await told.send(waiting_line(before))
            content = await to_thread.run_sync(draw)
    except (StoppedError, anyio.BrokenResourceError):
        raise
    except QueueFullError:
        return (error_line(QUEUE_FULL),)
    except Exception as error:  # noqa: BLE001 (whatever it is: who asked is told, and the log has it)
        get_logger(__name__).exception("Could not create the animation %s.", plan.kind)
        return (error_line(why_failed(error)),)
    kind = format_by_id(plan.kind)
    return file_parts(file_name(kind, snapshot.state, plan.shape.id), kind.media_type, content)


def _sentence(error: ValueError) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}."
