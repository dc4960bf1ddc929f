"""st_folium with what our own map shows first, below the title, the sentence and the count of our own page."""

import streamlit as st
from streamlit_folium import st_folium

from benchmarks import scene
from geodata.choose import choose
from timemap import sidebar

of = scene.shown()
st.sidebar.caption(sidebar.counts(choose(of.atlas, span=of.span), of.atlas))
st.title(of.atlas.setting("title"), anchor=False)
st.markdown(of.atlas.setting("sentence"))
page = scene.opening_map(of)
st_folium(page, key="map", height=scene.HEIGHT, use_container_width=True, returned_objects=[])
