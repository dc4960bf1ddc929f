"""Actions on the map and questions to it, in the app and in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.browser.waiting import await_truth, await_value

if TYPE_CHECKING:
    from datetime import date

    from playwright.sync_api import FloatRect, Frame, Locator, Page

SEPTEMBER = 9
FRAME = 'iframe[title="Map with its date slider"]'


def map_frame(page: Page) -> Frame:
    """Return the frame that the map lives in, ready.

    It is that of the app's component, or the page itself for a document.
    """
    if page.url.startswith("file:"):
        frame = page.main_frame
    else:
        handle = page.locator(FRAME).element_handle()
        found = handle.content_frame()
        assert found is not None
        frame = found
    await_value(frame, "whether the map has begun", "window.timemap !== undefined", value=True)
    return frame


def moment(frame: Frame) -> str:
    """Return the day that the map shows."""
    return str(frame.evaluate("window.timemap.moment"))


def await_moment(frame: Frame, day: str) -> None:
    """Return as soon as the map shows ``day``."""
    await_value(frame, "the day of the map", "window.timemap.moment", day)


def go_to(frame: Frame, day: str) -> None:
    """Move the map to ``day`` and return when that is painted."""
    frame.evaluate("(day) => { window.timemap.goTo(day); }", day)
    painted(frame)


def painted(frame: Frame) -> None:
    """Return when all that was set before has been drawn."""
    drawn = "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0, true)))"
    await_truth(frame, "what was set to be drawn", f"() => new Promise((done) => {drawn})", instead="document.hidden")


def state_of(frame: Frame) -> dict[str, Any]:
    """Return the state of the map, under the names of the table of fields."""
    return dict(frame.evaluate("window.timemap.state"))


def set_state(frame: Frame, **fields: Any) -> None:  # noqa: ANN401 # a field holds a text, a number or a list
    """Set fields of the state by a message; return when that is painted.

    The message is as a page around would send it.
    """
    frame.evaluate("(fields) => { window.timemap.set(fields); }", fields)
    painted(frame)


def visible_events(frame: Frame) -> list[str]:
    """Return the ids of the events that the map shows, in its order."""
    return list(frame.evaluate("window.timemap.visibleEvents()"))


def areas_on(frame: Frame) -> list[dict[str, Any]]:
    """Return what the map says of the areas of its day."""
    return list(frame.evaluate("window.timemap.areasOn()"))


def thumb(frame: Frame) -> Locator:
    """Return the thumb of the date slider."""
    return frame.get_by_role("slider", name="Date", exact=True)


def grip(frame: Frame) -> Locator:
    """Return what one takes hold of to drag the thumb."""
    return thumb(frame).locator(".thumb-grip")


def short_day(day: date) -> str:
    """Return a day as the fields of the map write it, in British English."""
    month = "Sept" if day.month == SEPTEMBER else f"{day:%b}"
    return f"{day.day} {month} {day.year}"


def box_of(locator: Locator) -> FloatRect:
    """Return where something is on the page, in CSS pixels."""
    box = locator.bounding_box()
    assert box is not None
    return box


def centre_of(locator: Locator) -> tuple[float, float]:
    """Return the middle of something on the page, in CSS pixels."""
    box = box_of(locator)
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
