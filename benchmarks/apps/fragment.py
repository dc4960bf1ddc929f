"""App with slider and map in a fragment, so that only they run again."""

import streamlit as st
from streamlit_folium import st_folium

from benchmarks import scene
from benchmarks.rivals import empty_map


@st.fragment
def slider_and_map() -> None:
    """Draw the slider and the map."""
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


slider_and_map()
