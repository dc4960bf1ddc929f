"""The document that browsers get: payload, bundled scripts and styles, and the Folium map around them."""
