"""Capture of the map's state as a scene of a draft.

Of what makes no sense nothing is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from geodata.dates.iso import iso_day
from geodata.dates.span import DAY
from geodata.dates.wording import day_in_words
from geodata.lessons.model import USUAL_WINDOW
from geodata.records.view_limits import NEAREST, Mode
from timemap.lesson_drafts.draft import SceneDraft
from timemap.state.fields import limit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geodata.atlas import Atlas


def scene_from_capture(told: Mapping[str, object], atlas: Atlas) -> SceneDraft:
    """Return the scene that the map told.

    Args:
        told: ``moment`` as ISO date, ``compare`` as another one or null, ``range`` as two of them, half-open, or null
            for the whole story, ``mode``, ``window`` in days, ``view`` with ``lat``, ``lon`` and ``zoom``, ``events``
            as a list of ids.
        atlas: what is known.
    """
    moment, compared = _day(told.get("moment")), _day(told.get("compare"))
    first, end = _range(told.get("range"))
    asked = told.get("events")
    events = (
        [name for name in asked if isinstance(name, str) and atlas.has_event(name)] if isinstance(asked, list) else []
    )
    mode, window = told.get("mode"), told.get("window")
    view = told.get("view")
    lat, lon, zoom = (
        (_number(view.get(name)) for name in ("lat", "lon", "zoom")) if isinstance(view, dict) else (None,) * 3
    )
    known = lat is not None and lon is not None
    title = atlas.event(events[0]).title if events else day_in_words(moment) if moment else ""
    return SceneDraft(
        title=title,
        moment=moment,
        compare=None if compared == moment else compared,
        first=first,
        last=end - DAY if end else None,
        mode=next((one for one in get_args(Mode) if one == mode), None),
        window=window if isinstance(window, int) and 0 <= window <= limit("window") else USUAL_WINDOW,
        lat=lat if known else None,
        lon=lon if known else None,
        place="" if known else atlas.setting("focus-place"),
        zoom=min(zoom or _usual_zoom(atlas), NEAREST),
        events=tuple(atlas.event(name).id for name in events),
    )


def _day(value: object) -> date | None:
    return iso_day(value) if isinstance(value, str) else None


def _range(value: object) -> tuple[date | None, date | None]:
    """Return the first day and the first day after; both or none."""
    if not (isinstance(value, list) and len(value) == 2):  # noqa: PLR2004 - from, to
        return None, None
    first, end = map(_day, value)
    return (first, end) if first and end and first < end else (None, None)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _usual_zoom(atlas: Atlas) -> float:
    return atlas.setting_numbers("opening-view")[2]
