"""Page "Write a lesson": scenes from the map, put into words and order.

A lesson is tried out on the map and saved as a file.
"""

import streamlit as st

from geodata.atlas import Atlas
from timemap.app import resources, session
from timemap.app.components import map_component
from timemap.app.lesson_editor import draft_keeper, draft_session, files, lesson_form, map_panel, scene_form, scene_list
from timemap.app.page_files import page_file
from timemap.lesson_drafts.draft import Draft
from timemap.lesson_drafts.preview import preview_lesson
from timemap.lesson_drafts.validation import Checked, check
from timemap.state.initial import whole_span


def scenes(atlas: Atlas, draft: Draft, checked: Checked) -> None:
    """Draw the scenes and the form of the chosen one."""
    st.header("Scenes", anchor=False)
    scene = draft_session.selected_scene()
    if scene is None:
        st.info("There are no scenes yet. Set up the map, then press *Add this as a scene* on it.")
        scene_list.render_deleted_scene()
        return
    listed, form = st.columns([2, 3], gap="large")
    with listed:
        scene_list.render_scene_list(draft, scene, checked)
        scene_list.render_deleted_scene()
    with form:
        whole = whole_span(atlas, session.today())
        scene_form.render_scene_form(
            atlas, scene, draft.place_of(scene.key), checked, (whole.start, whole.last_day or session.today())
        )


def left_out(draft: Draft, shown: Checked) -> None:
    """Say which scenes the preview cannot show yet."""
    numbers = [str(place + 1) for place in range(len(draft.scenes)) if place not in shown.good]
    if not draft.scenes:
        st.caption("Nothing to preview yet. Add a scene first.")
    elif numbers:
        named = f"scene {numbers[0]}" if len(numbers) == 1 else f"scenes {', '.join(numbers)}"
        st.caption(f"Not in the preview yet: {named}. See the messages beside the fields below the map.")


def page() -> None:
    """Draw the page."""
    atlas = resources.load_atlas()
    state = session.restore(atlas)
    draft = draft_session.current_draft()
    with st.container(key="heading", gap=None):
        st.markdown(
            "Set up the map as pupils should see it: the date, date range and area, and an event if you like. Press "
            "*Add this as a scene*, then write the text and the question below."
        )
    with st.container(key="write-bar", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title("Write a lesson", anchor=False, width="content")
        preview = map_panel.choose_mode()
        st.page_link(page_file("lessons"), label="All lessons", icon=":material/arrow_back:")
    shown = preview_lesson(draft, atlas) if preview else None
    if shown is not None:
        left_out(draft, shown)
    map_panel.render_map_panel(atlas, state, draft, shown)
    # As on every page with a map: it comes first, and asks for the rest when it is there.
    if map_component.received_state(map_panel.KEY):
        rest(atlas, draft)


def rest(atlas: Atlas, draft: Draft) -> None:
    """Draw what stands around the map."""
    checked = check(draft, atlas)
    scenes(atlas, draft, checked)
    st.header("About the lesson", anchor=False)
    lesson_form.render_lesson_form(atlas, draft, checked)
    st.header("Save and load", anchor=False)
    files.render_downloads(atlas, draft, checked)
    files.render_loading()
    draft_keeper.render_draft_keeper(draft)


page()
