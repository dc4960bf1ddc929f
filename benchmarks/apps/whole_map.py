"""App with st_folium as it is used first: a new map for each day."""

from streamlit_folium import st_folium

from benchmarks import scene

content = scene.shown()
page = scene.map_until(content, scene.slider(content))
st_folium(page, key="map", height=scene.HEIGHT, use_container_width=True, returned_objects=[])
