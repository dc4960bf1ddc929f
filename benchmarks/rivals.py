"""Folium's time controls as documents with all scripts from here."""

from __future__ import annotations

import shutil
from importlib.metadata import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
from folium.plugins import Timeline, TimelineSlider, TimestampedGeoJson
from folium.utilities import JsCode

from benchmarks.content import features, milliseconds

if TYPE_CHECKING:
    from benchmarks.content import Content

NPM = Path(__file__).parents[1] / "tests" / "web" / "node_modules"

SCRIPTS = {
    "jquery.js": "jquery/dist/jquery.min.js",
    "moment.js": "moment/min/moment.min.js",
    # Folium asks for a leaflet.timeline.min.js, which its package does not hold.
    "leaflet.timeline.js": "leaflet.timeline/dist/leaflet.timeline.js",
    "iso8601.js": "iso8601-js-period/iso8601.js",
    "leaflet.timedimension.js": "leaflet-timedimension/dist/leaflet.timedimension.min.js",
    "leaflet.timedimension.css": "leaflet-timedimension/dist/leaflet.timedimension.control.min.css",
}


def missing_scripts() -> list[str]:
    """Return the scripts of the rivals that are not installed."""
    return [source for source in SCRIPTS.values() if not (NPM / source).is_file()]


def copy_scripts(folder: Path) -> None:
    """Put all scripts and styles that the rivals need into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in SCRIPTS.items():
        shutil.copy(NPM / source, folder / name)
    for file in files("XStatic-Leaflet") or ():
        if file.name in ("leaflet.js", "leaflet.css"):
            shutil.copy(str(file.locate()), folder / file.name)


def take_scripts_from(base: str) -> None:
    """Let Folium load its scripts from ``base`` instead of the internet."""

    def at(*names: str) -> list[tuple[str, str]]:
        return [(name, f"{base}{name}") for name in names]

    folium.Map.default_js, folium.Map.default_css = at("leaflet.js", "jquery.js"), at("leaflet.css")
    Timeline.default_js = TimelineSlider.default_js = at("leaflet.timeline.js", "moment.js")
    TimestampedGeoJson.default_js = at("jquery.js", "iso8601.js", "leaflet.timedimension.js", "moment.js")
    TimestampedGeoJson.default_css = at("leaflet.timedimension.css")


def empty_map(content: Content) -> folium.Map:
    """Return a Folium map without tiles on the view of our own."""
    lat, lon, zoom = content.atlas.setting("opening-view").split()
    return folium.Map(location=[float(lat), float(lon)], zoom_start=int(float(zoom)), tiles=None)


def timeline_page(content: Content) -> tuple[str, str]:
    """Return Folium's Timeline and the script that steps it.

    The script goes to the time ``t``.
    """
    page = empty_map(content)
    timeline = Timeline(features(content.atlas.events), point_to_layer=JsCode("window.eventPoint")).add_to(page)
    last = milliseconds(content.days[-1])
    slider = TimelineSlider(auto_play=False, end=last).add_timelines(timeline).add_to(page)
    return render(page), f"(t) => {slider.get_name()}.setTime(t)"


def timestamped_page(content: Content) -> tuple[str, str]:
    """Return Folium's TimestampedGeoJson and the script that steps it.

    The script goes to the time ``t``.
    """
    page = empty_map(content)
    TimestampedGeoJson(features(content.atlas.events), auto_play=False, add_last_point=True, period="P1D").add_to(page)
    return render(page), f"(t) => {page.get_name()}.timeDimension.setCurrentTime(t)"


def render(page: folium.Map) -> str:
    """Return the document of a map."""
    html: str = page.get_root().render()
    return html


def point_layer(events: Any, name: str) -> folium.GeoJson:  # noqa: ANN401 # what content.features returns
    """Return events as a Folium layer of circles with tooltips."""
    marker = folium.CircleMarker(radius=5, color="#222222", weight=1, fill_color="#a3231f", fill_opacity=0.9)
    marker.options["className"] = "event"
    return folium.GeoJson(events, name=name, marker=marker, tooltip=folium.GeoJsonTooltip(["title"], labels=False))
