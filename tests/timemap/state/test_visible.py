"""Which events are seen on a day: the same on the map and in lessons."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

import pytest

from geodata.dates.precision import DatePrecision
from geodata.dates.span import DAY, Span
from geodata.dates.visible import is_visible_on
from geodata.lessons.model import Scene, SceneViewport
from geodata.records.events import Event
from geodata.records.fields import LocationPrecision
from geodata.records.view_limits import LIMITS, Mode
from tests.paths import CASES
from timemap.app.lesson_editor.options import MODES
from timemap.state.map_state import MapState, is_visible

TABLE: dict[str, Any] = json.loads((CASES / "visible.json").read_text(encoding="utf-8"))
"""Cases that Python and the document agree on; tests/web/visible.test.js reads them, too."""


def event_of(row: dict[str, Any]) -> Event:
    return Event(
        id=row["id"],
        start=date.fromisoformat(row["start"]),
        last_day=date.fromisoformat(row["last_day"]) if "last_day" in row else None,
        date_precision=DatePrecision(row.get("precision", "day")),
        title=row["id"],
        summary="",
        categories=("battle",),
        place="",
        lat=36.9,
        lon=38.35,
        location_precision=LocationPrecision.TOWN,
        sources=("a-source",),
    )


EVENTS = sorted(map(event_of, TABLE["events"]), key=lambda event: event.order)


def span_of(days: list[str]) -> Span:
    first, after = map(date.fromisoformat, days)
    return Span(first, after)


def on_the_map(case: dict[str, Any]) -> list[str]:
    span = span_of(case.get("range", TABLE["whole"]))
    state = MapState(span, date.fromisoformat(case["moment"]), mode=case["mode"], window=case["window"])
    return [event.id for event in EVENTS if event.span.overlaps(span) and is_visible(event, state)]


def in_a_scene(case: dict[str, Any]) -> list[str]:
    span = span_of(case.get("range", TABLE["whole"]))
    values = {"title": "A", "text": "x", "view": SceneViewport(place="kobane"), "range": [span.start, span.end - DAY]}  # type: ignore[operator]
    scene = Scene.model_validate(values | {name: case[name] for name in ("moment", "mode", "window")})
    return [event.id for event in EVENTS if scene.shows(event.span)]


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["what"])
def test_map_and_scene_show_the_events_of_the_case(case: dict[str, Any]) -> None:
    assert on_the_map(case) == in_a_scene(case) == case["ids"]


def test_events_have_the_days_of_the_table() -> None:
    assert [event_of(row).span for row in TABLE["events"]] == [span_of(row["days"]) for row in TABLE["events"]]


@dataclass(frozen=True)
class Fault:
    """A fault in the rule."""

    mode: str = ""
    window: int | None = None
    bounded: bool = True
    later: int = 0

    def answer(self, case: dict[str, Any]) -> list[str]:
        """Return the events that the rule would give."""
        within = span_of(case.get("range", TABLE["whole"])) if self.bounded else None
        moment = date.fromisoformat(case["moment"]) + self.later * DAY
        window = int(case["window"]) if self.window is None else self.window
        mode = self.mode or case["mode"]
        shown = [is_visible_on(moment, event.span, mode=mode, window=window, within=within) for event in EVENTS]
        return [event.id for event, seen in zip(EVENTS, shown, strict=True) if seen]


@pytest.mark.parametrize(
    "fault",
    [Fault(later=1), Fault(later=-1), Fault(window=0), Fault(bounded=False), *(Fault(mode=mode) for mode in MODES)],
    ids=str,
)
def test_a_fault_in_the_rule_fails_a_case(fault: Fault) -> None:
    assert any(fault.answer(case) != case["ids"] for case in TABLE["cases"])
    assert all(Fault().answer(case) == case["ids"] for case in TABLE["cases"])


def test_the_modes_are_those_of_the_table_of_limits_with_the_words_of_the_map() -> None:
    assert list(get_args(Mode)) == LIMITS["mode"]["of"]
    assert {row["mode"]: row["name"] for row in TABLE["names"]} == MODES
