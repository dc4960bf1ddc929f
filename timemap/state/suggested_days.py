"""Two days that a page offers until its reader chooses others."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from timemap.state.map_state import MapState, with_span


@dataclass(frozen=True, slots=True)
class Offer:
    """View that a page offers in place of its reader's own."""

    before: MapState
    """What the reader looked at; one day."""

    shown: MapState
    """What the page showed instead; two days compared."""

    def left(self, state: MapState) -> MapState:
        """Return the view of a reader who left the page.

        ``view`` is what the page showed last.

        Who chose a day there keeps the days. For who did not, all that is still as it was shown is again as before.
        """
        if state.moment != self.shown.moment or state.compare not in (None, self.shown.compare):
            return state
        same = [
            field.name for field in fields(MapState) if getattr(state, field.name) == getattr(self.shown, field.name)
        ]
        back = replace(state, **{name: getattr(self.before, name) for name in {*same, "compare"}})
        return with_span(back, back.span, back.moment)
