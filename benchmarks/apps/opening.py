"""App with st_folium that shows what our own map shows first.

It stands below the title and the sentence of our own page.
"""

import streamlit as st
from streamlit_folium import st_folium

from benchmarks import scene

of = scene.shown()
st.title(of.atlas.setting("title"), anchor=False)
st.markdown(of.atlas.setting("sentence"))
page = scene.opening_map(of)
st_folium(page, key="map", height=scene.HEIGHT, use_container_width=True, returned_objects=[])
