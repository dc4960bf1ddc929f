"""Slider and maps that the compared apps share."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import folium
import streamlit as st

from benchmarks.content import Content, content, features, load_dataset_once
from benchmarks.rivals import empty_map, point_layer, take_scripts_from
from timemap.app.components.map_component import render_map
from timemap.app.server.map_documents import publish

if TYPE_CHECKING:
    from datetime import date

    from geodata.records.events import Event

HEIGHT = 500
take_scripts_from("/app/static/")


@st.cache_resource(show_spinner=False)
def _content(size: int) -> Content:
    return content(size)


@st.cache_resource(show_spinner=False)
def _document(size: int) -> str:
    return publish(content(size).document())


@st.cache_resource(show_spinner=False)
def _layers(day: date) -> dict[str, dict[str, Any]]:
    dataset = load_dataset_once()
    geography = dataset.geography
    found: dict[str, dict[str, Any]] = {}
    for name in ("countries", "divisions", "lakes", "rivers"):
        found[name] = getattr(geography, name).geometry.__geo_interface__
    found["border"] = geography.border.__geo_interface__
    for area in dataset.areas.on(day):
        found[area.controller] = area.geometry.__geo_interface__
    return found


def size() -> int:
    """Return the number of events that the address asks for; 0 for our own."""
    return int(st.query_params.get("events", "0"))


def shown() -> Content:
    """Return the content of this visit."""
    return _content(size())


def document() -> str:
    """Return the address of our document of this visit's content."""
    return _document(size())


def slider(of: Content) -> date:
    """Return the day that the visitor chose with a Streamlit slider."""
    return of.days[st.slider("Step", 0, len(of.days) - 1, 0)]


def map_until(of: Content, day: date) -> folium.Map:
    """Return a Folium map with the events up to ``day``."""
    page = empty_map(of)
    point_layer(features(of.until(day)), "events").add_to(page)
    return page


def group_until(of: Content, day: date) -> folium.FeatureGroup:
    """Return the events up to ``day`` as a group for st_folium."""
    group = folium.FeatureGroup("events")
    point_layer(features(of.until(day)), "events").add_to(group)
    return group


def our_slider_and_map() -> None:
    """Draw the slider and our own map.

    It shows the events up to the chosen day.
    """
    of = shown()
    last = slider(of)
    start = {"to": last.isoformat(), "moment": last.isoformat(), "mode": "range"}
    render_map(document(), start=start, command=last.isoformat(), on_told=_heard)


def _heard() -> None:
    """Take over nothing: the slider alone says which day is shown."""


def opening_events(of: Content, window: int = 0) -> tuple[Event, ...]:
    """Return the events that our own app shows first."""
    around = timedelta(days=window)
    return tuple(
        event
        for event in of.until(of.opening + around)
        if event.span.end is None or event.span.end > of.opening - around
    )


def opening_map(of: Content) -> folium.Map:
    """Return a Folium map with what our own shows first.

    It has land, waters, border, and the areas and events of that day.
    """
    page = empty_map(of)
    for name, data in _layers(of.opening).items():
        folium.GeoJson(data, name=name).add_to(page)
    point_layer(features(opening_events(of)), "events").add_to(page)
    return page
