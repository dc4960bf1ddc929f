"""Panel that gets newer events from UCDP for this visit."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from geodata.table_import.importer import Importer
from geodata.ucdp.comparison import compare, comparison_csv, comparison_lines
from geodata.ucdp.download import DownloadError
from geodata.ucdp.reading import NotUcdpError
from geodata.ucdp.region import Region
from geodata.ucdp.releases import ATTRIBUTION, EXAMPLE, FOLDER, LICENCE, NAME, Release
from geodata.ucdp.store import NOT_CHECKED
from geodata.ucdp.table import UcdpTable, one_table
from geodata.ucdp.updating import ReleaseFile, fetch_newer
from timemap.app import resources
from timemap.app.own_data import store
from timemap.own_data.brought_table import BroughtTable
from timemap.own_data.limits import LARGEST_FILE, MEGABYTE
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import pluralize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from geodata.atlas import Atlas

FILE = "ucdp-candidate.csv"
"""Name of the table that the events become."""

_EDITION, _TOLD = "ucdp-uploads", "ucdp-told"


def render_ucdp_panel(atlas: Atlas) -> None:
    """Offer to get newer events from UCDP, or to open releases of it."""
    st.markdown(
        f"The [Uppsala Conflict Data Program]({FOLDER}) publishes candidate events about a month after they happen. "
        f"Those of this region become a table of your own. {NOT_CHECKED}"
    )
    if st.button("Get newer events from UCDP", key="ucdp-fetch"):
        with st.spinner("Fetching from UCDP …"):
            _take(atlas, lambda: _fetched(atlas.setting_day("events-known-until"), _today()))
        st.rerun()
    chosen = st.file_uploader(
        f"Or open releases that you downloaded, such as {EXAMPLE}",
        accept_multiple_files=True,
        max_upload_size=LARGEST_FILE // MEGABYTE,
        key=f"ucdp-upload-{st.session_state.get(_EDITION, 0)}",
    )
    if chosen:
        _take(atlas, lambda: _opened((file.name, file.getvalue()) for file in chosen))
        # The next files are asked for by another field: this one would bring its files again with each run.
        st.session_state[_EDITION] = st.session_state.get(_EDITION, 0) + 1
        st.rerun()
    if told := st.session_state.get(_TOLD):
        _render_told(*told)


class _UnnamedReleaseError(ValueError):
    """File whose name is not that of a release, with the reason in a sentence."""


def _take(atlas: Atlas, get: Callable[[], Iterable[tuple[Release, ReleaseFile]]]) -> None:
    """Make the table of the visit anew from releases, or keep what to say instead."""
    try:
        files = tuple(get())
        importer = Importer(atlas, resources.load_geography())
        found = one_table(files, importer, Region.of(atlas), _today())
        if not files:
            said = "UCDP has published no release since our last event."
        elif not found.count:
            said = "UCDP reports no events with a place in this region in these releases."
        else:
            _put(found)
            st.session_state[_TOLD] = ("", found)
            return
    except DownloadError as error:
        said = f"UCDP cannot be reached: {error}. Download a release elsewhere and open it here."
    except (NotUcdpError, _UnnamedReleaseError) as error:
        said = f"This cannot be read: {error}."
    except store.TableRefusedError as error:
        said = str(error)
    st.session_state[_TOLD] = (said, None)


def _put(found: UcdpTable) -> None:
    """Put the table in the place of an earlier one."""
    for earlier in store.tables():
        if earlier.file == FILE:
            store.remove(earlier.key)
    store.add(BroughtTable(NAME, FILE, found.content))


def _render_told(problem: str, found: UcdpTable | None) -> None:
    """Say what came of it, and what ours lack."""
    if found is None:
        st.warning(escape_markdown(problem), icon=":material/warning:")
        return
    atlas = resources.load_atlas()
    versions = ", ".join(release.version for release in found.reported.releases)
    events = pluralize(found.count, "event", "events")
    st.success(f"{events} of UCDP Candidate {versions} are now the table \u201c{NAME}\u201d.")
    if found.left_out:
        rows = pluralize(found.left_out, "row", "rows")
        st.caption(f"{rows} of the releases cannot be read, such as those with a point outside their country.")
    st.caption(f"{ATTRIBUTION}, {LICENCE}.")
    compared = compare(found.reported.rows, atlas.events)
    with st.expander("Compared with our events"):
        st.markdown("\n".join(map(_in_list, comparison_lines(compared, atlas))))
        st.download_button(
            "Download the comparison (CSV)",
            comparison_csv(compared),
            "comparison.csv",
            "text/csv",
            key="ucdp-comparison",
            on_click="ignore",
        )


def _in_list(line: str) -> str:
    """Return a line of the comparison as Markdown: an event as an item of a list, others as a paragraph."""
    return f"- {escape_markdown(line.strip())}" if line.startswith(" ") else f"\n{escape_markdown(line)}\n"


@st.cache_data(ttl="6h", max_entries=1, show_spinner=False)
def _fetched(since: date, today: date) -> tuple[tuple[Release, ReleaseFile], ...]:
    """Return the releases since a day; all visitors share what was fetched."""
    return tuple(fetch_newer(since, today))


def _opened(files: Iterable[tuple[str, bytes]]) -> Iterable[tuple[Release, ReleaseFile]]:
    """Yield the releases of files.

    Raises:
        _UnnamedReleaseError: if the name of one is not that of a release.
    """
    for name, content in files:
        release = Release.named(name)
        if release is None:
            message = f"{name} has no name such as {EXAMPLE}, which tells which months a release is of"
            raise _UnnamedReleaseError(message)
        yield release, ReleaseFile(content, release.file)


def _today() -> date:
    return datetime.now(UTC).date()
