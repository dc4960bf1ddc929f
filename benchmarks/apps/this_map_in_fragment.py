"""The same inside a fragment, so that only slider and map run again."""

import streamlit as st

from benchmarks import scene

st.fragment(scene.our_slider_and_map)()
