"""Form that adds an event, and the list of those that were added."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import streamlit as st

from timemap.app.own_data import store
from timemap.app.own_data.store import TableRefusedError
from timemap.own_data.added_events import (
    COLUMNS,
    LONGEST_TEXT,
    MOST_EVENTS,
    NAME,
    RECIPE,
    AddedEvent,
    added_table,
    read_added,
)
from timemap.own_data.brought_table import BroughtTable
from timemap.text.examples import example_dates, example_places, example_point
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import pluralize

if TYPE_CHECKING:
    from geodata.atlas import Atlas

LABELS = {
    "date": "Date or first day",
    "last_day": "Last day (if it took several)",
    "title": "Title",
    "place": "Place",
    "latitude": "Latitude",
    "longitude": "Longitude",
    "words": "What happened",
    "category": "Category",
    "source": "Source",
    "link": "Link to the source",
}
"""Fields of an event, in words."""

_COMMA = re.compile(r"\s*(-?\d{1,3}),(\d+)\s*")
_SAID = "own-add-said"


def added_tables() -> tuple[BroughtTable, ...]:
    """Return the tables of events that were added one by one."""
    return tuple(each for each in store.tables() if each.origin == "added")


def render_add(atlas: Atlas) -> None:
    """Draw the form of a new event."""
    into = added_tables()
    with st.form("own-add", clear_on_submit=True, border=False):
        first, second, third = st.columns([2, 2, 4])
        values = {
            "date": first.text_input(LABELS["date"], key="own-add-date", placeholder=example_dates(atlas)),
            "last_day": second.text_input(LABELS["last_day"], key="own-add-last_day"),
            "title": third.text_input(LABELS["title"], key="own-add-title", max_chars=200),
        }
        place, lat, lon, kind = st.columns([3, 2, 2, 3])
        values["place"] = place.text_input(
            LABELS["place"], key="own-add-place", placeholder=f"{', '.join(example_places(atlas))} …"
        )
        values["latitude"] = lat.text_input(
            LABELS["latitude"], key="own-add-latitude", placeholder=example_point(atlas)[0]
        )
        values["longitude"] = lon.text_input(
            LABELS["longitude"], key="own-add-longitude", placeholder=example_point(atlas)[1]
        )
        category = kind.selectbox(
            LABELS["category"],
            [category.name for category in atlas.categories],
            index=None,
            key="own-add-category",
            placeholder="None",
        )
        values["category"] = category or ""
        values["words"] = st.text_area(LABELS["words"], key="own-add-words", height=90, max_chars=LONGEST_TEXT)
        source, link = st.columns(2)
        values["source"] = source.text_input(LABELS["source"], key="own-add-source", placeholder="Who says so")
        values["link"] = link.text_input(LABELS["link"], key="own-add-link", placeholder="https://")
        names = {each.key: each.name for each in into}
        chosen = next(iter(names), None)
        if len(names) > 1:
            chosen = st.selectbox("Add to", list(names), format_func=names.__getitem__, key=f"own-add-to-{len(names)}")
        st.caption("Give a place by its name, or latitude and longitude in degrees.")
        if st.form_submit_button("Add this event", type="primary"):
            _add(AddedEvent(**{name: value.strip() for name, value in values.items()}), chosen)
    _render_said()


def render_added(brought: BroughtTable) -> None:
    """Draw the events that were added, to be changed and removed."""
    events = _events(brought)
    if not events:
        return
    with st.expander(f"Change or remove: {pluralize(len(events), 'added event', 'added events')}", key="own-added"):
        numbers = range(len(events))
        chosen = st.selectbox(
            "Event",
            list(numbers),
            format_func=lambda number: _label(events[number]),
            key=f"own-added-event-{brought.key}-{len(events)}",
        )
        _render_event(brought, events, chosen or 0)


def _render_event(brought: BroughtTable, events: tuple[AddedEvent, ...], number: int) -> None:
    event = asdict(events[number])
    with st.form(f"own-change-{brought.key}-{number}-{hash(events[number])}", border=False):
        columns = st.columns(3)
        values = {
            name: columns[place % 3].text_input(
                LABELS[name],
                event[name],
                key=f"own-edit-{name}-{brought.key}-{number}-{hash(events[number])}",
                max_chars=LONGEST_TEXT,
            )
            for place, name in enumerate(name for name in COLUMNS if name != "words")
        }
        values["words"] = st.text_area(
            LABELS["words"],
            event["words"],
            key=f"own-edit-words-{brought.key}-{number}-{hash(events[number])}",
            height=90,
            max_chars=LONGEST_TEXT,
        )
        with st.container(horizontal=True):
            if st.form_submit_button("Save the changes", type="primary"):
                changed = AddedEvent(**{name: values[name].strip() for name in COLUMNS})
                _put(brought, (*events[:number], _with_points(changed), *events[number + 1 :]))
                st.rerun()
            if st.form_submit_button("Remove this event"):
                _put(brought, (*events[:number], *events[number + 1 :]))
                st.rerun()


def _label(event: AddedEvent) -> str:
    return ": ".join(filter(None, (event.date, event.title or event.place))) or "Without date and title"


def _add(event: AddedEvent, key: str | None) -> None:
    """Add an event to a table, or begin one with it."""
    if event == AddedEvent():
        st.session_state[_SAID] = ("", "Nothing was typed yet.")
        return
    event = _with_points(event)
    into = store.table(key) if key else None
    try:
        if into is None:
            into = store.add(BroughtTable(NAME, NAME, added_table([event]), "added", RECIPE))
        elif len(_events(into)) >= MOST_EVENTS:
            st.session_state[_SAID] = ("", f"The table has {MOST_EVENTS:,} events, and no more are taken.")
            return
        else:
            _put(into, (*_events(into), event))
    except TableRefusedError as error:
        st.session_state[_SAID] = ("", str(error))
        return
    st.session_state[_SAID] = (into.key, event.title or event.date)
    st.session_state["own-shown"] = into.key
    st.rerun()


def _render_said() -> None:
    """Say once what became of the last event."""
    key, said = st.session_state.pop(_SAID, ("", ""))
    if said and key:
        st.success(f"Added: {escape_markdown(said)}.", icon=":material/check:")
    elif said:
        st.error(escape_markdown(said), icon=":material/error:")


def _events(brought: BroughtTable) -> tuple[AddedEvent, ...]:
    """Return the events of a table; none where it was changed elsewhere so that it cannot be read."""
    try:
        return read_added(brought.content)
    except ValueError:
        return ()


def _put(brought: BroughtTable, events: tuple[AddedEvent, ...]) -> None:
    if events:
        store.replace_content(brought.key, added_table(events))
    else:
        store.remove(brought.key)


def _with_points(event: AddedEvent) -> AddedEvent:
    """Return an event with decimal points in its degrees.

    Each is typed by itself: no other one in the column tells the sign.
    """
    return replace(
        event, latitude=_COMMA.sub(r"\1.\2", event.latitude), longitude=_COMMA.sub(r"\1.\2", event.longitude)
    )
