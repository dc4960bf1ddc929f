"""Main script of every page: settings, navigation, table warnings.

No folder ``pages`` may lie beside it: Streamlit would take its files for pages of their own until this script has run
once, and show the bare file to whoever asks a new server for one of them.
"""

import streamlit as st

from timemap.app import resources, session
from timemap.app.lesson_editor import draft_session
from timemap.app.page_files import page_file
from timemap.app.page_style import page_style
from timemap.app.panels import table_warnings
from timemap.text import page_texts

atlas = resources.load_atlas()
st.set_page_config(page_title=atlas.setting("title"), layout="wide")
st.html(page_style(atlas.setting("title")))
page = st.navigation(
    [
        st.Page(page_file("map"), title="Map", default=True),
        st.Page(page_file("compare"), title="Compare"),
        st.Page(page_file("lessons"), title="Lessons"),
        st.Page(page_file("write_a_lesson"), title="Write a lesson", visibility="hidden"),  # "Lessons" leads to it
        st.Page(page_file("territory"), title=page_texts.NUMBERS),
        st.Page(page_file("claims"), title=page_texts.FACT_CHECK),
        st.Page(page_file("sources_and_words"), title=page_texts.SOURCES_AND_TERMS),
        st.Page(page_file("help"), title="Help"),
    ],
    position="top",
)
table_warnings.render_table_warnings(atlas)
session.enter_page(page.url_path, atlas)
draft_session.keep_draft()  # a link that was pressed may bring what was typed into a lesson to any page
page.run()
