"""Page "Your data": tables of a visitor, put on the map and mended."""

import streamlit as st

from geodata.atlas import Atlas
from timemap.app import resources, session
from timemap.app.own_data import added, downloads, preview, store, tables, ucdp_panel, upload

FILES, CELLS, ADD, UCDP = "Open a file", "Paste cells", "Add an event", "Events from UCDP"


def bring(atlas: Atlas) -> None:
    """Draw the ways to bring events."""
    files, cells, add, ucdp = st.tabs([FILES, CELLS, ADD, UCDP], key="own-ways")
    with files:
        upload.render_upload()
    with cells:
        upload.render_paste()
    with add:
        added.render_add(atlas)
    with ucdp:
        ucdp_panel.render_ucdp_panel(atlas)
    upload.render_refused()


def page() -> None:
    """Draw the page."""
    atlas = resources.load_atlas()
    session.restore(atlas)
    st.title("Your data", anchor=False)
    st.markdown(
        "Open a table of events. Good rows are on the map at once; what is wrong in the others is listed here, and you "
        "can change it. Your data stays in this visit: nothing is stored or passed on, and all of it is gone when you "
        "close or reload this page. Save it to keep it."
    )
    bring(atlas)
    if not store.tables():
        store.address()  # nothing is given out any more
        return
    tables.read_all()
    preview.turn_to_new(atlas)
    with st.container(key="own-tables-part"):
        st.header("Your tables", anchor=False)
        preview.render_link()
        tables.render_tables()
    with st.container(key="own-save-part"):
        st.header("Save", anchor=False)
        downloads.render_saving(atlas)
    if store.own_tables():
        preview.render_preview(atlas)


page()
