"""The app: its page settings, its navigation and what is wrong in the tables, nothing else."""

from pathlib import Path

import streamlit as st

import timemap
from timemap import entrance, loaded, tablenotice

entrance.enter()
atlas = loaded.load_atlas()
st.set_page_config(page_title=atlas.setting("title"), layout="wide", initial_sidebar_state="auto")
st.html(Path(timemap.__file__).parent / "web" / "app" / "app.css")
page = st.navigation(
    [
        st.Page("pages/map.py", title="Map", default=True),
        st.Page("pages/compare.py", title="Compare"),
        st.Page("pages/lessons.py", title="Lessons"),
        st.Page("pages/write_a_lesson.py", title="Write a lesson", visibility="hidden"),  # "Lessons" leads to it
        st.Page("pages/territory.py", title="Territory in numbers"),
        st.Page("pages/claims.py", title="Claims checked"),
        st.Page("pages/sources_and_words.py", title="Sources and words"),
    ],
    position="top",
)
tablenotice.draw(atlas)
page.run()
