"""Releases put together: new versions, withdrawn events, any order, and the files of the folder."""

from __future__ import annotations

import json
from itertools import permutations
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from geodata.ucdp.merge import merge
from geodata.ucdp.store import ABOUT, CSV, TABLE, Reported, StoreError, files_of, read_reported, reported_of
from tests.geodata.ucdp.made_files import COUNTRY_ONLY, KOBANE, YEMEN, loaded, read, ucdp_row

if TYPE_CHECKING:
    from pathlib import Path

AUGUST, SEPTEMBER, TO_AUGUST = "GEDEvent_v26_0_8.csv", "GEDEvent_v26_0_9.csv", "GEDEvent_v26_01_26_08.csv"


def states(reported: Reported) -> dict[str, tuple[int, str, str]]:
    """Return of each event the deaths, the release that tells of it, and the one that withdrew it."""
    return {row["id"]: (row["deaths"], row["release"], row["withdrawn_in"]) for row in reported.rows}


def test_an_id_that_comes_again_is_a_new_version() -> None:
    first, changes = merge(Reported(), read(ucdp_row(1, "2026-08-01", KOBANE, best="2")), loaded(AUGUST))
    assert changes.added == ["1"]
    second, changes = merge(first, read(ucdp_row(1, "2026-08-01", KOBANE, best="4")), loaded(SEPTEMBER))
    assert changes.revised == ["1"]
    assert states(second) == {"1": (4, "26.0.9", "")}
    _, changes = merge(second, read(ucdp_row(1, "2026-08-01", KOBANE, best="4")), loaded(SEPTEMBER))
    assert (changes.unchanged, changes.revised) == (["1"], [])


def test_an_id_that_vanishes_from_a_later_release_of_its_months_is_withdrawn() -> None:
    rows = (ucdp_row(1, "2026-08-01", KOBANE), ucdp_row(2, "2026-08-02", KOBANE), ucdp_row(3, "2026-07-31", KOBANE))
    first, _ = merge(Reported(), read(*rows), loaded(AUGUST))
    second, changes = merge(first, read(ucdp_row(1, "2026-08-01", KOBANE)), loaded(AUGUST))
    assert changes.withdrawn == ["2"]
    assert {row["id"]: row["withdrawn_in"] for row in second.rows} == {"1": "", "2": "26.0.8", "3": ""}


def test_a_release_of_other_months_withdraws_nothing() -> None:
    first, _ = merge(Reported(), read(ucdp_row(1, "2026-08-01", KOBANE)), loaded(AUGUST))
    second, changes = merge(first, read(ucdp_row(2, "2026-09-01", KOBANE)), loaded(SEPTEMBER))
    assert changes.withdrawn == []
    assert [row["id"] for row in second.rows if not row["withdrawn_in"]] == ["1", "2"]


def test_an_event_that_moved_out_of_the_region_goes() -> None:
    first, _ = merge(Reported(), read(ucdp_row(1, "2026-08-01", KOBANE)), loaded(AUGUST))
    second, changes = merge(first, read(ucdp_row(1, "2026-08-01", YEMEN)), loaded(SEPTEMBER))
    assert changes.moved == ["1"]
    assert states(second)["1"][2] == "26.0.9"


def test_a_row_that_cannot_be_read_withdraws_nothing() -> None:
    first, _ = merge(Reported(), read(ucdp_row(1, "2026-08-01", KOBANE)), loaded(AUGUST))
    _, changes = merge(first, read(ucdp_row(1, "2026-08-01", KOBANE, date_start="soon")), loaded(TO_AUGUST))
    assert (changes.withdrawn, changes.moved) == ([], [])


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_in_which_releases_are_read_does_not_matter(order: tuple[int, ...]) -> None:
    files = (
        (AUGUST, read(ucdp_row(1, "2026-08-01", KOBANE, best="1"), ucdp_row(2, "2026-08-02", KOBANE, best="1"))),
        (TO_AUGUST, read(ucdp_row(1, "2026-08-01", KOBANE, best="2"))),
        (SEPTEMBER, read(ucdp_row(1, "2026-08-01", KOBANE, best="3"), ucdp_row(4, "2026-09-02", KOBANE, best="1"))),
    )
    reported = Reported()
    for number in order:
        name, file = files[number]
        reported, _ = merge(reported, file, loaded(name))
    held = {row_id: state for row_id, state in states(reported).items() if not state[2]}
    assert held == {"1": (3, "26.0.9", ""), "4": (1, "26.0.9", "")}
    assert [one.version for one in reported.releases] == ["26.0.8", "26.01.26.08", "26.0.9"]


def test_the_files_hold_events_licence_and_origin(tmp_path: Path) -> None:
    rows = (ucdp_row(1, "2026-08-01", KOBANE), ucdp_row(2, "2026-08-02", COUNTRY_ONLY))
    reported, _ = merge(Reported(), read(*rows), loaded(AUGUST))
    files = files_of(reported)
    assert reported_of(files[TABLE]) == reported
    about = json.loads(files[ABOUT])
    assert about["licence"] == "CC BY 4.0"
    assert "Uppsala" in about["attribution"]
    assert about["releases"][0]["version"] == "26.0.8"
    assert about["releases"][0]["retrieved"] == "2026-11-30"
    assert b"not checked by us" in pq.read_schema(_written(tmp_path, files[TABLE])).metadata[b"reported_events"]
    assert files[CSV].count(b"CC BY 4.0") == len(rows)
    assert read_reported(tmp_path / TABLE) == reported
    assert read_reported(tmp_path / "none.parquet") == Reported()


def test_a_table_that_is_none_of_these_is_refused(tmp_path: Path) -> None:
    (tmp_path / TABLE).write_bytes(b"PAR1")
    with pytest.raises(StoreError, match="not a table that this command wrote"):
        read_reported(tmp_path / TABLE)


def _written(folder: Path, content: bytes) -> Path:
    path = folder / TABLE
    path.write_bytes(content)
    return path
