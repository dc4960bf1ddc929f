"""Folium map with dated data and our scripts.

It needs no network.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Any

import folium
from branca.element import Figure, MacroElement
from folium.template import Template

from geodata import __version__
from geodata.records.view_limits import FARTHEST_MAP, NEAREST
from timemap.document.assets import leaflet, notes_stylesheet, script, stylesheet

if TYPE_CHECKING:
    from collections.abc import Mapping


ADVICE = (
    "Open it in an up-to-date browser: Firefox, Chrome, Edge or Safari.",
    "Allow JavaScript for this page, and switch off extensions that block scripts.",
    (
        "If it is part of another website, that site may block scripts. "
        'Save the file and open it from your computer, or <a href="" target="_blank">open the map on its own</a>.'
    ),
)
"""What to do where the map does not appear."""

_TEMPLATE_STARTS = re.compile(r"\{(?=[{%#])")
"""Branca compiles what was rendered once more as a template: none of these may be left to start a command in it."""


def script_json(value: object) -> str:
    r"""Return JSON that can stand inside a script element.

    No ``<`` can end the element, no word can run as a template.

    >>> script_json({"title": "</script>{{7*7}}"})
    '{"title":"\\u003c/script>\\u007b{7*7}}"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _TEMPLATE_STARTS.sub(r"\\u007b", text).replace("<", "\\u003c")


def page_text(text: str) -> str:
    """Return ``text`` as it can stand between tags.

    No word of it becomes a tag or runs as a template.

    >>> page_text("<b> {% raw %}")
    '&lt;b&gt; &#123;% raw %}'
    """
    return escape(text).replace("{", "&#123;")


def _opening(title: str) -> str:
    """Return what is seen until the script has started, or never does.

    Nothing in it needs the script or the style sheet.
    """
    advice = "".join(f"<li>{line}</li>" for line in ADVICE)
    return (
        f'<div class="opening" id="timemap-opening"><p><strong>{title}</strong></p>'
        '<noscript><p class="without-script">JavaScript is switched off here. This map needs it.</p></noscript>'
        f"<p>The map is opening. If it does not appear:</p><ul>{advice}</ul></div>"
    )


class Assets(MacroElement):
    """Leaflet and our style sheets, written into the head of the document."""

    _template = Template("""
        {% macro header(this, kwargs) %}
            <style>{{ "{% raw %}" }}{{ this.stylesheet }}{{ "{% endraw %}" }}</style>
            <style media="not all" id="timemap-notes-style">{{ this.notes_stylesheet }}</style>
            <script>{{ "{% raw %}" }}{{ this.leaflet }}{{ "{% endraw %}" }}</script>
        {% endmacro %}
    """)

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca carries no types
        self._name = "Assets"
        self.stylesheet = stylesheet()
        self.notes_stylesheet = notes_stylesheet()
        self.leaflet = leaflet("leaflet.js")


class TimeData(MacroElement):
    """The data of the document, our script and the line that starts it."""

    _template = Template("""
        {% macro html(this, kwargs) %}
            <script type="application/json" id="timemap-data">{{ this.data }}</script>
        {% endmacro %}
        {% macro header(this, kwargs) %}
            <script type="module">
            {{ "{% raw %}" }}{{ this.script }}{{ "{% endraw %}" }}
            $modules["main.js"].start(window[{{ this._parent.get_name()|tojson }}]);
            </script>
        {% endmacro %}
    """)

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca carries no types
        self._name = "TimeData"
        self.data = script_json(data)
        self.script = script()


class TimeMap(folium.Map):
    """A Folium map with a date slider.

    It loads none of Folium's default scripts and no background tiles.
    ``data`` is what ``timemap.payload.payload`` makes, ``head`` further tags of its head.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - typed as Folium types it
    default_css: list[tuple[str, str]] = []  # noqa: RUF012 - typed as Folium types it

    _template = Template("""
        {% macro header(this, kwargs) %}
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="{{ this.generator }}">
            {{ this.head }}
            <link rel="icon" href="data:,">
            <script>L_NO_TOUCH = false; L_DISABLE_3D = false;</script>
        {% endmacro %}
        {% macro html(this, kwargs) %}
            {{ this.opening }}
            <div class="folium-map" id={{ this.get_name()|tojson }}></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {
                center: {{ this.location|tojson }},
                crs: L.CRS.{{ this.crs }},
                ...{{ this.options|tojavascript }}
            });
        {% endmacro %}
    """)

    def __init__(self, data: Mapping[str, Any], head: str = "") -> None:
        view = data["view"]
        super().__init__(
            location=[view["lat"], view["lon"]],
            zoom_start=view["zoom"],
            tiles=None,
            zoom_control=False,
            attribution_control=False,
            min_zoom=FARTHEST_MAP,
            max_zoom=NEAREST,
            zoom_snap=0.25,
            wheel_px_per_zoom_level=120,
            prefer_canvas=True,
        )
        self._id = "time"
        self.opening = _opening(page_text(str(data["title"])))
        self.generator = page_text(f"{data['title']} {__version__}")
        self.head = head
        figure = self.get_root()
        if isinstance(figure, Figure):
            figure.title = page_text(str(data["title"]))
        self.add_child(Assets(), name="assets")
        self.add_child(TimeData(data), name="time_data")
