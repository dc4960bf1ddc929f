"""A teacher writes a lesson: scenes are taken from the map, put into words and order, tried out, and kept as a file."""

import streamlit as st

from geodata.atlas import Atlas
from timemap import component, loaded, session
from timemap.app.pagefiles import page_file
from timemap.authoring import desk, draftmap, keeping, lessonform, sceneform, scenelist
from timemap.authoring.checking import Checked, check
from timemap.authoring.draft import Draft
from timemap.authoring.preview import so_far
from timemap.opening import whole_span


def scenes(atlas: Atlas, draft: Draft, checked: Checked) -> None:
    """Draw the scenes and the form of the chosen one."""
    st.header("Scenes", anchor=False)
    scene = desk.chosen()
    if scene is None:
        st.info("There is no scene yet. Set the map and press *Add this as a scene* on it.")
        scenelist.draw_deleted()
        return
    listed, form = st.columns([2, 3], gap="large")
    with listed:
        scenelist.draw(draft, scene, checked)
        scenelist.draw_deleted()
    with form:
        whole = whole_span(atlas, session.today())
        sceneform.draw(
            atlas, scene, draft.place_of(scene.key), checked, (whole.start, whole.last_day or session.today())
        )


def left_out(draft: Draft, shown: Checked) -> None:
    """Say which scenes the preview cannot show yet."""
    numbers = [str(place + 1) for place in range(len(draft.scenes)) if place not in shown.good]
    if not draft.scenes:
        st.caption("There is nothing to preview yet: add a scene first.")
    elif numbers:
        named = f"scene {numbers[0]}" if len(numbers) == 1 else f"scenes {', '.join(numbers)}"
        st.caption(f"Not in the preview yet: {named}. What is wrong stands beside the fields below the map.")


def page() -> None:
    """Draw the page."""
    atlas = loaded.load_atlas()
    view = session.begin(atlas)
    draft = desk.now()
    with st.container(key="heading", gap=None):
        st.title("Write a lesson", anchor=False)
        st.markdown(
            "Set the map as pupils should see it: day, range, part of the map, and one event if you like. Then press "
            "*Add this as a scene*, and write below what pupils read and are asked."
        )
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        preview = draftmap.choose_mode()
        st.page_link(page_file("lessons"), label="All lessons", icon=":material/arrow_back:")
    shown = so_far(draft, atlas) if preview else None
    if shown is not None:
        left_out(draft, shown)
    draftmap.draw(atlas, view, draft, shown)
    # As on every page with a map: it comes first, and asks for the rest when it is there.
    if component.told(draftmap.KEY):
        rest(atlas, draft)


def rest(atlas: Atlas, draft: Draft) -> None:
    """Draw what stands around the map."""
    checked = check(draft, atlas)
    scenes(atlas, draft, checked)
    st.header("About the lesson", anchor=False)
    lessonform.draw(atlas, draft, checked)
    st.header("Keep it, load it", anchor=False)
    keeping.downloads(atlas, draft, checked)
    keeping.loading()


page()
