"""Map document: payload, bundled scripts and styles, Folium map."""
