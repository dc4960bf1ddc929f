"""st_folium with what our own map shows first."""

from streamlit_folium import st_folium

from benchmarks import scene

page = scene.opening_map(scene.shown())
st_folium(page, key="map", height=scene.HEIGHT, use_container_width=True, returned_objects=[])
