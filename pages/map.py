"""The map with its filters, and the table of the chosen events under it."""

import streamlit as st

from geodata.atlas import Atlas
from geodata.choose import Selection
from geodata.problem import Problem
from geodata.spreadsheet import events_csv
from timemap import contestedwords, entrance, livemap, loaded, session, sidebar, voices
from timemap.document import render
from timemap.eventtable import event_table
from timemap.plain import plain
from timemap.state import View, chosen


def problem_in_words(problem: Problem) -> str:
    """Return what is wrong in the address as sentences."""
    hint = problem.hint or "It was ignored."
    return plain(f'In the address, "{problem.column}" is "{problem.shown}"; expected {problem.expected}. {hint}')


def downloads(atlas: Atlas, view: View, selection: Selection) -> None:
    """Offer the chosen events as a table and as a map to keep."""
    name = f"{view.span.start}-to-{view.span.last_day}"

    def table() -> bytes:
        return events_csv(atlas, selection.events)

    def document() -> bytes:
        now: View = st.session_state.get("view", view)
        areas, geography = loaded.load_areas(atlas), loaded.load_geography()
        return render(atlas, areas, geography, selection=selection, view=now.opening).encode()

    with st.container(horizontal=True):
        st.download_button(
            "Download the table (CSV)", table, f"events-{name}.csv", "text/csv", on_click="ignore", key="download-table"
        )
        st.download_button(
            "Download the map as one file (HTML)",
            document,
            f"map-{name}.html",
            "text/html",
            on_click="ignore",
            key="download-map",
            help="The map with these events, to keep: it opens without the internet.",
        )


def page() -> None:
    """Draw the page."""
    entrance.require_app("map")
    atlas = loaded.load_atlas()
    view = session.begin(atlas)
    session.keep(view, atlas)
    selection = chosen(view, atlas)
    with st.sidebar:
        sidebar.draw(atlas, sidebar.counts(selection, atlas))
    with st.container(key="heading", gap=None):
        st.title(plain(atlas.setting("title")), anchor=False)
        st.markdown(contestedwords.marked(atlas, atlas.setting("sentence"))[0])
    notes = st.container()
    if session.problems():
        notes.warning("\n".join(f"- {problem_in_words(problem)}" for problem in session.problems()))
    if not selection.events:
        notes.info(sidebar.looser(view, atlas))
    livemap.draw(atlas, view, selection)
    st.subheader("Chosen events", anchor=False)
    st.markdown(sidebar.counts(selection, atlas))
    if selection.events:
        event_table(atlas, selection.events)
        downloads(atlas, view, selection)
        voices.fold_out(atlas, selection.events)
    contestedwords.explain(atlas)


page()
