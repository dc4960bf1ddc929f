"""Reading of UCDP files: codes, places that are none, the region, files without a header."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.atlas import load
from geodata.ucdp.reading import NotUcdpError, drawn_events, read_ucdp, reported_table
from geodata.ucdp.region import Region
from tests.geodata.ucdp.made_files import COUNTRY_ONLY, IDLIB, KOBANE, YEMEN, importer, read, ucdp_csv, ucdp_row


def test_events_in_the_region_keep_the_codes_of_ucdp() -> None:
    found = read(
        ucdp_row(11, "2026-08-01", KOBANE, date_prec="2", best="3", high="5", low="1"),
        ucdp_row(12, "2026-08-02", IDLIB, where_prec="4"),
        ucdp_row(13, "2026-08-03", YEMEN),
    )
    first, second = found.rows
    assert (first["id"], first["start"], first["deaths"]) == ("11", date(2026, 8, 1), 3)
    assert (first["code_status"], first["where_prec"], first["date_prec"]) == ("Clear", "1", "2")
    assert (second["code_status"], second["where_prec"], second["location_precision"]) == ("Check deaths", "4", "area")
    assert found.outside == {"13"}
    assert found.ids == {"11", "12", "13"}


@pytest.mark.parametrize("where_prec", ["6", "7"])
def test_points_that_are_no_places_are_kept_without_degrees_and_not_drawn(where_prec: str) -> None:
    found = read(ucdp_row(11, "2026-08-01", KOBANE), ucdp_row(12, "2026-08-02", COUNTRY_ONLY, where_prec=where_prec))
    assert [row["lat"] for row in found.rows] == [36.8912, None]
    assert not found.faults
    rows = (row | {"release": "26.0.8", "withdrawn_in": ""} for row in found.rows)
    assert drawn_events(reported_table(rows))["id"].to_pylist() == ["11"]


def test_events_of_which_another_country_is_known_alone_lie_elsewhere() -> None:
    assert read(ucdp_row(12, "2026-08-02", COUNTRY_ONLY, country="Yemen (North Yemen)")).outside == {"12"}


@pytest.mark.parametrize("count", [1, 2, 7])
def test_a_file_without_a_header_row_is_read_as_one_with_it(count: int) -> None:
    rows = [ucdp_row(number, f"2026-08-{number:02}", KOBANE) for number in range(1, count + 1)]
    with_header, without = read(*rows), read(*rows, header=False)
    assert len(without.rows) == count
    assert without.rows == with_header.rows
    assert without.ids == with_header.ids


def test_the_id_of_a_row_that_cannot_be_read_counts_as_present() -> None:
    found = read(
        ucdp_row(11, "2026-08-01", KOBANE),
        ucdp_row(12, "2026-08-02", KOBANE, date_start="soon"),
        ucdp_row(13, "2026-08-02", YEMEN, date_start="soon"),
    )
    assert [row["id"] for row in found.rows] == ["11"]
    assert found.ids == {"11", "12", "13"}
    assert [fault.row for fault in found.faults] == [3]  # what is wrong with rows of other countries is not told


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<!doctype html><title>Not here</title>", "a web page"),
        (b"date,title,lat,lon\n2018-02-01,Example event,36.8,38.3\n", "not the columns of UCDP"),
        (b"", "no bytes"),
    ],
)
def test_other_files_are_refused_with_the_reason(content: bytes, said: str) -> None:
    with pytest.raises(NotUcdpError, match=said):
        read_ucdp(content, "GEDEvent_v26_0_8.csv", importer(), Region.of(load()))


def test_the_file_has_all_columns_of_ucdp() -> None:
    assert len(ucdp_csv(ucdp_row(1, "2026-08-01", KOBANE)).splitlines()[0].split(b",")) == 49
