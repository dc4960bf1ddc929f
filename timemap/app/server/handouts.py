"""Routes for handouts of lessons, with progress, and their pictures.

A handout is made scene by scene while it is fetched, and left where whoever asked for it is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit.logger import get_logger

from geodata.lessons.reader import lessons_folder
from timemap.app import resources, session
from timemap.app.server.addresses import asking_page, server_path
from timemap.app.server.downloads import files, why_failed
from timemap.app.server.file_queue import QUEUE_FULL, QueueFullError
from timemap.app.server.progress import error_line, file_parts, progress_response, step_line, waiting_line
from timemap.handouts.imprint import Paper
from timemap.handouts.lesson_pdf import HandoutSheet, lesson_pdf
from timemap.handouts.lesson_thumbnail import lesson_picture
from timemap.state.snapshot import snapshot_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator

    from starlette.requests import Request

    from geodata.lessons.model import Lesson

_NAMES = {
    HandoutSheet.FULL: "-worksheet",
    HandoutSheet.SHORT: "-short-worksheet",
    HandoutSheet.NOTES: "-teachers-notes",
}
"""How the name of each handout goes on after that of the lesson."""

_A_DAY = {"Cache-Control": "public, max-age=86400"}


def routes() -> list[Route]:
    """Return what the server answers besides the app itself."""
    return [
        Route(server_path("handout/{lesson}/{sheet}/{paper}"), _handout),
        Route(server_path("lesson-picture/{lesson}.png"), _picture),
    ]


def handout_name(lesson: Lesson, sheet: HandoutSheet) -> str:
    """Return the name under which a handout is kept."""
    return f"{lesson.id}{_NAMES[sheet]}.pdf"


async def handout_parts(lesson: Lesson, sheet: HandoutSheet, paper: Paper, page: str) -> AsyncIterator[bytes]:
    """Yield a line for each scene of a handout, and the file.

    Each is made when it is asked for, after the files that were asked for before.

    Args:
        lesson: one of ours.
        sheet: what is made of it.
        paper: size of the pages.
        page: where the app stands; empty where that is not known.
    """
    dataset = resources.load_dataset()
    steps = lesson_pdf(dataset, lesson, snapshot_of(dataset.atlas, today=session.today(), address=page), paper, sheet)
    try:
        async with files.place() as turn:
            async for before in turn:
                yield waiting_line(before)
            while isinstance(step := await to_thread.run_sync(_next_step, steps), tuple):
                yield step_line(*step)
    except QueueFullError:
        yield error_line(QUEUE_FULL)
        return
    except Exception as error:  # noqa: BLE001 (whatever it is: who asked is told, and the log has it)
        get_logger(__name__).exception("Could not create the handout of %s.", lesson.id)
        yield error_line(why_failed(error, [lessons_folder() / f"{lesson.id}.md"]))
        return
    for part in file_parts(handout_name(lesson, sheet), "application/pdf", step):
        yield part


def _next_step(steps: Generator[tuple[int, int], None, bytes]) -> tuple[int, int] | bytes:
    """Return how many scenes are done of how many, or the file."""
    try:
        return next(steps)
    except StopIteration as end:
        content: bytes = end.value
        return content


def _lesson(request: Request) -> Lesson | None:
    return next(
        (one for one in resources.load_lessons() if one.id == request.path_params["lesson"] and one.scenes), None
    )


def _map_page(request: Request) -> str:
    """Return where the page of the map stands, beside the one that asks.

    Empty where another host does.
    """
    above, slash, _ = asking_page(request).rpartition("/")
    return above + slash


async def _handout(request: Request) -> Response:
    lesson, sheet, paper = _lesson(request), request.path_params["sheet"], request.path_params["paper"]
    if lesson is None or sheet not in set(HandoutSheet) or paper not in set(Paper):
        words = f"Expected a lesson, one of: {', '.join(HandoutSheet)}, and one of: {', '.join(Paper)}."
        return PlainTextResponse(words, 404)
    page = _map_page(request)
    return progress_response(handout_parts(lesson, HandoutSheet(sheet), Paper(paper), page))


async def _picture(request: Request) -> Response:
    lesson = _lesson(request)
    if lesson is None:
        return PlainTextResponse("Lesson not found.", 404)
    picture = await to_thread.run_sync(lambda: lesson_picture(resources.load_dataset(), lesson))
    return Response(picture, headers=_A_DAY, media_type="image/png")
