"""Range on the command line, by its first and last day.

No day of it is moved without a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.dates.span import DAY, Span
from timemap.state.initial import whole_span

if TYPE_CHECKING:
    from datetime import date

    from geodata.atlas import Atlas


def requested_range(atlas: Atlas, first: date | None, last: date | None, today: date) -> Span:
    """Return the range from a first to a last day.

    Where one is left out, as far as there is anything to show.

    Raises:
        ValueError: if a day lies where there is nothing to show, or the last before the first.
    """
    whole = whole_span(atlas, today)
    for option, day in (("--from", first), ("--to", last)):
        require_day(option, day, whole, "")
    first, end = first or whole.start, last + DAY if last else whole.end
    if end is not None and end <= first:
        message = f"--to {end - DAY} is before --from {first}"
        raise ValueError(message)
    return Span(first, end)


def require_day(option: str, day: date | None, span: Span, of: str = " in the range") -> None:
    """Return if an option is left out or its day lies in a span.

    Args:
        option: its name, for the message.
        day: what was asked for; none where it is left out.
        span: where it must lie.
        of: what the span is, in words after "a date"; empty for all days that there are.

    Raises:
        ValueError: if it does not, with the days that there are.
    """
    if day is not None and not span.covers(day):
        message = f'got "{day}" in {option}, expected a date{of} from {span.start} to {span.last_day}'
        raise ValueError(message)
