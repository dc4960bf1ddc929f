"""Rule by which an event is seen on a day.

The map, its files and lessons all follow it. The document has the same rule in events/events.js;
tests/cases/visible.json holds both to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.dates.span import DAY, Span

if TYPE_CHECKING:
    from datetime import date


def is_visible_on(moment: date, span: Span, *, mode: str, window: int, within: Span | None = None) -> bool:
    """Return whether an event is seen on a day.

    >>> from datetime import date
    >>> first = Span(date(2014, 10, 6), date(2014, 10, 7))
    >>> [is_visible_on(date(2014, 10, day), first, mode="day", window=1) for day in (4, 5, 6, 7, 8)]
    [False, True, True, True, False]

    Args:
        moment: the day of the map.
        span: the days of the event, as finely as they are known.
        mode: "day" for events of the day, "until" for all up to it, "range" for all.
        window: days before and after the moment that count as the day.
        within: the range outside of which nothing is seen, if any.
    """
    if within and not span.overlaps(within):
        return False
    if mode == "day":
        near = window * DAY
        return span.overlaps(Span(moment - near, moment + near + DAY))
    return mode == "range" or span.start <= moment
