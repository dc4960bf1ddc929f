"""Benchmark of one step of the date, from frame to painted frame.

Our document is compared with Folium's two time controls.

Frames are not held back to the screen's 60 a second, so that a step takes what it costs; each step follows the one
before at once, as when the thumb is dragged fast, and pays for the list and the legend that follow now and then.
Frames are counted in a browser that holds them back as a screen does: else it paints its own address bar in a frame
beside ours.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.content import content, milliseconds
from benchmarks.measure import Times, frames_drawn, fresh_page
from benchmarks.report import ReportRow
from benchmarks.rivals import copy_scripts, take_scripts_from, timeline_page, timestamped_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from playwright.sync_api import Browser, Page, ViewportSize

UNHELD = ("--disable-frame-rate-limit", "--disable-gpu-vsync")
"""Flags of a browser that paints the next frame as soon as the last one is done."""
WINDOWS: tuple[ViewportSize, ...] = ({"width": 1280, "height": 720}, {"width": 1920, "height": 1080})
SIZES = (0, 10_000)
"""Numbers of events; 0 stands for our own."""
ROUNDS = 4
"""All take turns this often, so that a slow moment of the machine hits all of them."""
COUNTED = 8
"""Steps whose frames are counted, each left alone until all that follows it is done."""
AIM = "at most 17, late 33"

OURS, EARLIER = "this map", "this map, before"
TIMELINE, TIMESTAMPED = "Folium Timeline", "Folium TimestampedGeoJson"
GO_TO = "(t) => window.timemap.goTo(new Date(t).toISOString().slice(0, 10))"


@dataclass(slots=True)
class Steps:
    """The steps of one kind that one document took."""

    values: list[float] = field(default_factory=list)
    """Their times in milliseconds."""
    frames: float = 0
    """Frames that were painted for a step, all that follows it included."""


def measure_steps(browser: Browser, held: Browser, folder: Path, earlier: Path | None) -> Iterator[ReportRow]:
    """Give the rows of all steps.

    Args:
        browser: does not hold its frames back; steps are timed in it.
        held: does; frames are counted in it.
        folder: for the documents.
        earlier: a folder of our documents as they were, named by `name_of`.
    """
    for window in WINDOWS:
        for size in SIZES:
            shown = content(size)
            kinds = {"one day": shown.days_in_a_row, "months": shown.days, "years": shown.far_days}
            found = _measure(browser, held, folder, window, size, kinds, earlier)
            for kind in kinds:
                measured = (
                    f"step of {kind}, {size or len(shown.atlas.events):,} events, {window['width']}x{window['height']}"
                )
                ours = Times(tuple(found[OURS, kind].values)).middle
                for (who, of), steps in found.items():
                    if of != kind:
                        continue
                    times = Times(tuple(steps.values))
                    yield ReportRow(
                        measured, who, times.middle, times.late, ours, AIM if who == OURS else "", steps.frames
                    )


def _measure(  # noqa: PLR0913, PLR0917 # one combination of what is compared
    browser: Browser,
    held: Browser,
    folder: Path,
    window: ViewportSize,
    size: int,
    kinds: dict[str, tuple[date, ...]],
    earlier: Path | None,
) -> dict[tuple[str, str], Steps]:
    documents = _documents(size, earlier)
    found = {(name, kind): Steps() for kind in kinds for name in documents}
    with ExitStack() as stack:
        pages: dict[str, Page] = {}
        for number, (name, (html, step)) in enumerate(documents.items()):
            path = folder / f"steps-{number}.html"
            path.write_text(html, encoding="utf-8")
            pages[name] = stack.enter_context(fresh_page(browser, window, watched=False))
            pages[name].goto(path.as_uri())
            take_steps(pages[name], step, next(iter(kinds.values())))
        for turn in range(ROUNDS):
            for name, (_, step) in documents.items():
                pages[name].bring_to_front()
                for kind, days in kinds.items():
                    found[name, kind].values += take_steps(
                        pages[name], step, days[turn::ROUNDS] if kind == "years" else _part(days, turn)
                    )
    for number, (name, (_, step)) in enumerate(documents.items()):
        with fresh_page(held, window, watched=False) as page:
            page.goto((folder / f"steps-{number}.html").as_uri())
            for kind, days in kinds.items():
                found[name, kind].frames = _frames_of(held, page, step, days[:COUNTED])
    return found


def _part(days: Sequence[date], turn: int) -> Sequence[date]:
    each = len(days) // ROUNDS
    return days[turn * each : (turn + 1) * each]


def _documents(size: int, earlier: Path | None) -> dict[str, tuple[str, str]]:
    """Return the documents that are compared with the script that steps each to the time ``t``."""
    shown = content(size)
    documents = {OURS: (shown.document(), GO_TO)}
    if earlier is not None:
        documents[EARLIER] = ((earlier / name_of(size)).read_text(encoding="utf-8"), GO_TO)
    return {**documents, TIMELINE: timeline_page(shown), TIMESTAMPED: timestamped_page(shown)}


def name_of(size: int) -> str:
    """Return the name of the file of our document with so many events."""
    return f"{size}.html"


def keep_documents(folder: Path) -> int:
    """Write our present documents into a folder, for later comparison.

    Return 0.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (folder / name_of(size)).write_text(content(size).document(), encoding="utf-8")
    return 0


def take_steps(page: Page, step: str, days: Sequence[date]) -> list[float]:
    """Return the milliseconds of the steps to each of ``days``, in turn."""
    times: list[float] = page.evaluate(
        f"(times) => window.timeSteps({step}, times)", [milliseconds(day) for day in days]
    )
    return times


def _frames_of(browser: Browser, page: Page, step: str, days: Sequence[date]) -> float:
    times = [milliseconds(day) for day in days]
    page.evaluate(f"(times) => window.restedSteps({step}, times)", times[-1:])
    return frames_drawn(
        browser, page, lambda: page.evaluate(f"(times) => window.restedSteps({step}, times)", times)
    ) / len(times)


def frames_of_idle_map(browser: Browser, folder: Path) -> float:
    """Return the frames that our document paints while it is idle.

    It is left for the seconds of as many steps.
    """
    path = folder / "idle.html"
    path.write_text(content(0).document(), encoding="utf-8")
    with fresh_page(browser, watched=False) as page:
        page.goto(path.as_uri())
        page.evaluate("() => window.restedSteps(() => {}, [0, 0, 0])")
        return frames_drawn(browser, page, lambda: page.evaluate("() => window.restedSteps(() => {}, [0, 0, 0, 0])"))


def prepare(folder: Path) -> None:
    """Put the scripts of the rivals beside the documents in ``folder``."""
    copy_scripts(folder / "scripts")
    take_scripts_from("scripts/")
