"""App with st_folium as its documentation advises.

There is one map, and each day is a new group of features.
"""

from streamlit_folium import st_folium

from benchmarks import scene
from benchmarks.rivals import empty_map

content = scene.shown()
group = scene.group_until(content, scene.slider(content))
st_folium(
    empty_map(content),
    key="map",
    height=scene.HEIGHT,
    use_container_width=True,
    returned_objects=[],
    feature_group_to_add=group,
)
