"""Touch gestures with several fingers.

Playwright's own touch screen can only tap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

    from playwright.sync_api import Page

Point = tuple[float, float]


class Fingers:
    """One or more fingers; they leave the screen at the end of the block."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)

    def __enter__(self) -> Self:
        return self

    def press(self, *points: Point) -> None:
        """Put one finger on each point."""
        self._send("touchStart", points)

    def move(self, *points: Point) -> None:
        """Move the fingers to these points, in the order they were put down."""
        self._send("touchMove", points)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._send("touchEnd", ())
        self._session.detach()

    def _send(self, kind: str, points: tuple[Point, ...]) -> None:
        touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
