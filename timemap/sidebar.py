"""The fields of the range and the filters; what they hold is kept by the session (see ``timemap.fields``)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

import streamlit as st

from timemap import fields, session
from timemap.opening import whole_span
from timemap.state import MAX_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streamlit.delta_generator import DeltaGenerator

    from geodata.atlas import Atlas
    from geodata.choose import Selection
    from timemap.state import View


def draw(atlas: Atlas) -> None:
    """Draw the widgets; ``session.begin`` must have been called."""
    chapters = session.chapter_names(atlas)
    _choice("Chapter", "chapter", chapters, on_change=session.show_chapter, args=(atlas,))
    whole = whole_span(atlas, session.today())
    for name in ("from", "to"):
        _place().date_input(
            name.capitalize(),
            value=min(max(cast("date", fields.start_of(name)), whole.start), whole.last_day or date.max),
            min_value=whole.start,
            max_value=whole.last_day,
            key=fields.key_of(name),
            format="DD/MM/YYYY",
            on_change=session.show_range,
            args=(atlas,),
        )
    _place().text_input(
        "Search",
        value=str(fields.start_of("words")),
        key=fields.key_of("words"),
        max_chars=MAX_WORDS,
        placeholder="A name or a word",
        help="Every spelling of a name is found, in every script. Several words mean all of them.",
    )
    categories = {category.id: category.name for category in atlas.categories}
    _choices("Categories", "categories", categories, help="An event can have several; its symbol is that of the first.")
    _choices("Parties", "parties", {party.id: party.name for party in atlas.parties})
    languages = {
        code: row.name if row.own_name in {"", row.name} else f"{row.name} ({row.own_name})"
        for code, row in atlas.name_languages.items()
    }
    _choice("Place names in", "language", languages)
    st.button("Reset", on_click=session.reset, args=(atlas,), help="Everything, on the opening day", width="stretch")


def _place() -> DeltaGenerator:
    """Return where a field stands: in a box of its own, or the one that it replaces would be seen for a moment, too."""
    return st.container()


def _choice(label: str, name: str, names: Mapping[str, str], **options: Any) -> None:  # noqa: ANN401 - Streamlit's own
    ids, wanted = list(names), str(fields.start_of(name))
    start = ids.index(wanted) if wanted in names else 0  # the tables may have changed since
    _place().selectbox(label, ids, start, format_func=names.__getitem__, key=fields.key_of(name), **options)


def _choices(label: str, name: str, names: Mapping[str, str], **options: Any) -> None:  # noqa: ANN401 - Streamlit's own
    start = [one for one in cast("list[str]", fields.start_of(name)) if one in names]
    key = fields.key_of(name)
    _place().multiselect(
        label, list(names), start, format_func=names.__getitem__, key=key, placeholder="All", **options
    )


def counts(selection: Selection, atlas: Atlas) -> str:
    """Return in words how much range and filters leave; how much of that is seen, the list of the map says."""
    categories = {category for event in selection.events for category in event.categories}
    return (
        f"Range and filters leave {len(selection.events)} of {len(atlas.events)} events, "
        f"in {len(categories)} of {len(atlas.categories)} categories."
    )


def looser(view: View, atlas: Atlas) -> str:
    """Return what would let more events through, as one sentence."""
    ways = [
        (view.words, "search for fewer or other words"),
        (view.categories, "take categories off"),
        (view.parties, "take parties off"),
        (view.span != whole_span(atlas, session.today()), "widen the range"),
    ]
    offers = [way for active, way in ways if active]
    return f"No event matches. You can {', or '.join(offers)}." if offers else "There are no events."
