"""How it is shown: a Folium map that knows time, as one self-contained HTML document."""
