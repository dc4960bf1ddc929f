"""Where references and sources stand, own events are told as left out, and only where the map shows some."""

from __future__ import annotations

import pytest

from tests.pages.app import with_map


@pytest.mark.parametrize(
    ("told", "said"), [({}, 0), ({"ownShown": 0}, 0), ({"ownShown": 3}, 2), ({"ownShown": "<b>"}, 0)]
)
def test_own_events_are_left_out_of_citing_and_sources(told: dict[str, object], said: int) -> None:
    app = with_map("map")
    app.session_state["map"] = {"told": {"command": "", **told}}
    for box in ("citing", "voices"):
        app.session_state[box] = True
    app.run()
    assert not app.exception
    words = "The map also shows 3 events of your data, not counted or cited here. Cite their own sources."
    assert [caption.value for caption in app.caption].count(words) == said
