"""The widgets of the range and the filters; what they show is kept by the session under their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap import session
from timemap.opening import whole_span
from timemap.state import MAX_WORDS

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.choose import Selection
    from timemap.state import View


def draw(atlas: Atlas) -> None:
    """Draw the widgets; ``session.begin`` must have been called."""
    chapters = session.chapter_names(atlas)
    st.selectbox(
        "Chapter",
        list(chapters),
        format_func=chapters.__getitem__,
        key="chapter",
        on_change=session.show_chapter,
        args=(atlas,),
    )
    whole = whole_span(atlas, session.today())
    for name in ("from", "to"):
        st.date_input(
            name.capitalize(),
            min_value=whole.start,
            max_value=whole.last_day,
            key=name,
            format="DD/MM/YYYY",
            on_change=session.show_range,
            args=(atlas,),
        )
    st.text_input(
        "Search",
        key="words",
        max_chars=MAX_WORDS,
        placeholder="A name or a word",
        help="Every spelling of a name is found, in every script. Several words mean all of them.",
    )
    categories = {category.id: category.name for category in atlas.categories}
    st.multiselect(
        "Categories", list(categories), format_func=categories.__getitem__, key="categories", placeholder="All"
    )
    parties = {party.id: party.name for party in atlas.parties}
    st.multiselect("Parties", list(parties), format_func=parties.__getitem__, key="parties", placeholder="All")
    languages = {
        code: row.name if row.own_name in {"", row.name} else f"{row.name} ({row.own_name})"
        for code, row in atlas.name_languages.items()
    }
    st.selectbox("Place names in", list(languages), format_func=languages.__getitem__, key="language")
    st.button("Reset", on_click=session.reset, args=(atlas,), help="Everything, on the opening day", width="stretch")


def counts(selection: Selection, atlas: Atlas) -> str:
    """Return in words how much range and filters leave; how much of that is seen, the list of the map says."""
    categories = {event.category for event in selection.events}
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
