"""The app as its server runs it: ``streamlit run app.py``."""

import streamlit as st

from timemap.app import mapfiles, starting

app = st.App("timemap/app/main.py", routes=mapfiles.routes(), lifespan=starting.lifespan)
