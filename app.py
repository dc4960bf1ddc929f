"""The app as its server runs it: ``streamlit run app.py``."""

import streamlit as st

from timemap.app import starting
from timemap.app.pagefiles import MAIN_SCRIPT

app = st.App(MAIN_SCRIPT, routes=starting.routes(), lifespan=starting.lifespan)
