"""Script of the app for Streamlit: ``streamlit run app.py``."""

import streamlit as st

from timemap.app.page_files import MAIN_SCRIPT
from timemap.app.server import startup

app = st.App(MAIN_SCRIPT, routes=startup.routes(), middleware=startup.middleware(), lifespan=startup.lifespan)
