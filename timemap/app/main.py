"""Main script of every page: settings, navigation, table warnings.

No folder ``pages`` may lie beside it: Streamlit would take its files for pages of their own until this script has run
once, and show the bare file to whoever asks a new server for one of them.
"""

import streamlit as st

from timemap.app import resources, session
from timemap.app.lesson_editor import draft_session
from timemap.app.page_files import page_file
from timemap.app.page_list import PAGES
from timemap.app.page_style import page_style
from timemap.app.panels import table_warnings

atlas = resources.load_atlas()
title = atlas.setting("title")
st.html(page_style(title))
page = st.navigation(
    [
        st.Page(page_file(each.file), title=each.title, visibility=each.visibility, default=each is PAGES[0])
        for each in PAGES
    ],
    position="top",
)
st.set_page_config(page_title=f"{page.title}: {title}" if page.url_path else title, layout="wide")
table_warnings.render_table_warnings(atlas)
session.enter_page(page.url_path, atlas)
draft_session.keep_draft()  # a link that was pressed may bring what was typed into a lesson to any page
page.run()
