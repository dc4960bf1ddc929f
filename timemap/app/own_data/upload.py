"""Ways to bring tables: files, saved data, pasted cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap.app import resources
from timemap.app.own_data import store
from timemap.app.own_data.store import TableRefusedError
from timemap.own_data.brought_table import BroughtTable
from timemap.own_data.limits import LARGEST_FILE, MEGABYTE, MOST_ROWS
from timemap.own_data.saved_file import SavedFileError, is_saved_file, read_saved_file
from timemap.text.examples import example_day, example_places
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterable

PASTED = "Pasted cells"
"""What a table of pasted cells is called at first."""

_MOST_CHARACTERS = 1_000_000
_EDITION, _REFUSED = "own-uploads", "own-refused"


def render_upload() -> None:
    """Offer to open files: tables, and what was saved here."""
    chosen = st.file_uploader(
        "Table, or data that you saved here",
        accept_multiple_files=True,
        max_upload_size=LARGEST_FILE // MEGABYTE,
        key=f"own-upload-{_edition()}",
    )
    st.caption(
        "CSV, TSV, Excel (XLSX, XLSB, XLS), ODS, GeoJSON, KML, GeoPackage, Parquet, also as ZIP or gzip. Up to "
        f"{LARGEST_FILE // MEGABYTE} MB a file, and {format_number(MOST_ROWS)} rows in all."
    )
    if chosen:
        _take((file.name, file.getvalue()) for file in chosen)
        # The next file is asked for by another field: this one would bring its files again with each run.
        st.session_state[_EDITION] = _edition() + 1
        st.rerun()


def render_paste() -> None:
    """Offer a field for cells of a spreadsheet."""
    atlas = resources.load_atlas()
    day, place = example_day(atlas), next(iter(example_places(atlas)), "")
    with st.form("own-paste", clear_on_submit=True, border=False):
        text = st.text_area(
            "Cells copied from a spreadsheet, with the names of their columns",
            key="own-pasted",
            height=140,
            max_chars=_MOST_CHARACTERS,
            placeholder=f"Date\tPlace\tTitle\n{day}\t{place}\tWhat happened",
        )
        if st.form_submit_button("Read these cells", type="primary") and text.strip():
            _add([BroughtTable(PASTED, PASTED, text.encode("utf-8", "replace"), "pasted")])
            st.rerun()


def render_refused() -> None:
    """Say once what was not taken in, and why."""
    for name, why in st.session_state.pop(_REFUSED, ()):
        st.error(f"Could not open {escape_markdown(name)}. {escape_markdown(why)}", icon=":material/error:")


def _edition() -> int:
    number: int = st.session_state.get(_EDITION, 0)
    return number


def _take(files: Iterable[tuple[str, bytes]]) -> None:
    for name, content in files:
        if not is_saved_file(content):
            _add([BroughtTable(name, name, content)])
            continue
        try:
            saved = read_saved_file(content)
        except SavedFileError as error:
            _refuse(name, str(error))
            continue
        if not saved:
            _refuse(name, "There are no tables in it.")
        _add(saved, name.rpartition(".")[0] or name)


def _add(brought: Iterable[BroughtTable], saved_as: str = "") -> None:
    """Take tables in; one whose name is taken is named with the file in which it was saved."""
    for each in brought:
        is_taken = saved_as and each.name in {other.name for other in store.tables()}
        name = f"{each.name} ({saved_as})" if is_taken else each.name
        try:
            store.add(BroughtTable(name, each.file, each.content, each.origin, each.recipe))
        except TableRefusedError as error:
            _refuse(each.name, str(error))


def _refuse(name: str, why: str) -> None:
    st.session_state[_REFUSED] = (*st.session_state.get(_REFUSED, ()), (name, why))
