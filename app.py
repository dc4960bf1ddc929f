"""The app as its server runs it: ``streamlit run app.py``."""

import streamlit as st

from timemap.app import starting

app = st.App("timemap/app/main.py", routes=starting.routes(), lifespan=starting.lifespan)
