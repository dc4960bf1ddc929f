"""Names of controllers, by day and over spans of days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.dates.wording import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from geodata.dates.span import Span
    from geodata.records.control import Controller, ControllerName

NOBODY = "not known"
"""Stands for the holder of land that nobody is known to have held."""


@dataclass(frozen=True, slots=True)
class ControllerNames:
    """The names of all controllers."""

    usual: Mapping[str, str]
    """The name in the table of controllers, by id."""
    dated: Mapping[str, tuple[ControllerName, ...]]
    """The names that held for some time only, by id, in order of time."""

    def on(self, controller: str, day: date) -> str:
        """Return the name of a controller on a day.

        `NOBODY` for an id that no controller has, such as none at all.
        """
        found = next((row.name for row in self.dated.get(controller, ()) if _covers(row, day)), None)
        return found or self.usual.get(controller, NOBODY)

    def on_days(self, controller: str, days: Iterable[date]) -> str:
        """Return the names of a controller on some days.

        Each is there once, in order of time.
        """
        return " / ".join(dict.fromkeys(self.on(controller, day) for day in sorted(days)))

    def over(self, controller: str, span: Span) -> str:
        """Return the name of a controller over a span of days.

        The last one comes first, then those that it had before.

        >>> from datetime import date
        >>> from geodata.atlas import load
        >>> from geodata.dates.span import Span
        >>> names = load().names
        >>> names.over("sdf", Span(date(2015, 1, 1), date(2016, 1, 1)))
        'SDF and self-administration, before 11 October 2015 YPG and allied groups'
        >>> names.over("sdf", Span(date(2015, 1, 1), date(2015, 2, 1)))
        'YPG and allied groups'
        """
        last, *earlier = self.history(controller, span)
        return ", ".join([last[0], *(f"before {day_in_words(day)} {name}" for name, day in earlier if day)])

    def history(self, controller: str, span: Span) -> list[tuple[str, date | None]]:
        """Return the names of a controller over a span, the last one first.

        Each stands with the day on which it ended, the last one of the span with none.

        >>> from datetime import date
        >>> from geodata.atlas import load
        >>> from geodata.dates.span import Span
        >>> for name, ended in load().names.history("sdf", Span(date(2015, 1, 1), date(2016, 1, 1))):
        ...     print(ended, name)
        None SDF and self-administration
        2015-10-11 YPG and allied groups
        """
        rows = self.dated.get(controller, ())
        starts = {span.start} | {day for row in rows for day in (row.start, row.end) if day and span.covers(day)}
        names: list[tuple[date, str]] = []
        for day in sorted(starts):
            name = self.on(controller, day)
            if not names or names[-1][1] != name:
                names.append((day, name))
        ends = [*(day for day, _ in names[1:]), None]
        return [(name, end) for (_, name), end in zip(names, ends, strict=True)][::-1]


def names_of_controllers(controllers: Iterable[Controller], names: Iterable[ControllerName]) -> ControllerNames:
    """Return the names of controllers from their two tables."""
    dated: dict[str, list[ControllerName]] = {}
    for row in names:
        dated.setdefault(row.controller, []).append(row)
    return ControllerNames(
        {controller.id: controller.name for controller in controllers},
        {key: tuple(sorted(rows, key=lambda row: (row.start is not None, row.start))) for key, rows in dated.items()},
    )


def _covers(row: ControllerName, day: date) -> bool:
    return (row.start is None or row.start <= day) and (row.end is None or day < row.end)
