"""The map over time: app, one-file HTML, site, handouts, exports.

The map itself is a Folium map that knows time, as one self-contained HTML document.
"""
