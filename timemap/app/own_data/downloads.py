"""Downloads of a table: events, marked workbook, recipe, saved data."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from geodata.table_import.event_files import WRITERS
from geodata.table_import.marked_workbook import MOST_ROWS, marked_workbook
from timemap.app import current_view, resources
from timemap.app.own_data import store
from timemap.exports.html import one_file
from timemap.own_data.saved_file import saved_file
from timemap.text.markdown import escape_markdown

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from timemap.own_data.reading import ReadTable

_FORMATS = {
    ".csv": ("Events (CSV)", "text/csv"),
    ".geojson": ("Events (GeoJSON)", "application/geo+json"),
    ".parquet": ("Events (GeoParquet)", "application/vnd.apache.parquet"),
}
SAVED = "my-data.zip"
"""Name of the file with all tables."""

MAP = "map-with-my-data.html"
"""Name of the map with the events of all tables."""


def render_downloads(read: ReadTable) -> None:
    """Offer what a table became as files."""
    found, key = read.found, read.brought.key
    if found.sheet is None:
        return
    stem = _stem(read.brought.name)
    with st.expander("Download this table", key="own-downloads"):
        allowed = _ask(read.own.restricted, f"own-terms-{key}")
        with st.container(horizontal=True):
            for ending, (label, media_type) in _FORMATS.items():
                st.download_button(
                    label,
                    partial(WRITERS[ending], found.events),
                    f"{stem}-events{ending}",
                    media_type,
                    key=f"own-file-{ending}-{key}",
                    on_click="ignore",
                    disabled=not (found.events.num_rows and allowed),
                )
        with st.container(horizontal=True):
            fits = not len(found.sheet) or int(found.sheet.numbers[-1]) <= MOST_ROWS
            st.download_button(
                "Table with problems marked (XLSX)",
                partial(marked_workbook, [found.sheet], found.faults),
                f"{stem}-problems.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                key=f"own-marked-{key}",
                on_click="ignore",
                disabled=not fits,
                help="Your table with the bad cells coloured and a note on each.",
            )
            st.download_button(
                "Answers (recipe, JSON)",
                partial(_recipe, read),
                f"{stem}-recipe.json",
                "application/json",
                key=f"own-recipe-file-{key}",
                on_click="ignore",
                help="With it, the next table of this kind needs no answers.",
            )


def render_saving(atlas: Atlas) -> None:
    """Offer all tables with their answers as one file, and the map with them."""
    tables, own = store.tables(), store.own_tables()
    restricted = next((each.restricted for each in own if each.restricted), "")
    allowed = _ask(restricted, "own-terms-all")
    with st.container(horizontal=True):
        st.download_button(
            "Save your data (ZIP)",
            partial(saved_file, tables),
            SAVED,
            "application/zip",
            type="primary",
            key="own-save",
            on_click="ignore",
            disabled=not allowed,
            help="All tables with your answers and changes. Open the file here to go on, or hand it in.",
        )
        st.download_button(
            "Map with your data (HTML)",
            partial(one_file, resources.load_dataset(atlas), current_view.current_view(atlas), (), own),
            MAP,
            "text/html",
            key="own-document",
            on_click="ignore",
            disabled=not (own and allowed),
            help="The map with your events as one file; works offline.",
        )
        st.button("Remove all tables", key=f"own-remove-all-{len(tables)}", on_click=store.remove_all)


def _ask(restricted: str, key: str) -> bool:
    """Draw the question whether terms are kept, where there are any; return whether files may be given."""
    if not restricted:
        return True
    return st.checkbox(f"{escape_markdown(restricted)} I keep to these terms.", key=key)


def _recipe(read: ReadTable) -> bytes:
    """Return the answers to a table, with the roles of its columns, so that the next one asks nothing."""
    columns = read.found.matching.recipe if read.found.matching is not None else read.brought.recipe.columns
    return read.brought.recipe.model_copy(update={"columns": columns}).json_text().encode()


def _stem(name: str) -> str:
    """Return the name of a file for a table.

    >>> _stem("olaylar.csv"), _stem("Events 2014/15")
    ('olaylar', 'Events-2014-15')
    """
    stem = name.rpartition(".")[0] or name
    return "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in stem).strip("-") or "table"
