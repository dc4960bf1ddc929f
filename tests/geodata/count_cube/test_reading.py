"""Columns of big tables are told from their first rows, as those of imported tables are."""

from __future__ import annotations

import gzip
from datetime import date, datetime
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from geodata.count_cube.columns import Codes
from geodata.count_cube.counting import View, count_events
from geodata.count_cube.engines.duck import DuckDB
from geodata.count_cube.reading import Wishes, read_columns
from geodata.count_cube.sources import Source, SourceError, find_source
from geodata.table_import.columns.known_formats import known_formats

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.count_cube.cube import CountCube
    from geodata.count_cube.reading import TableReading


def no_head(_count: int) -> pa.Table:
    raise AssertionError


def read(path: Path, wishes: Wishes | None = None) -> TableReading:
    return read_columns(find_source(str(path)), wishes or Wishes(), no_head)


def counted(path: Path, wishes: Wishes | None = None) -> CountCube:
    with DuckDB() as engine:
        source = find_source(str(path))
        reading = read_columns(source, wishes or Wishes(), no_head)
        return count_events(engine, engine.open(source, reading.text), reading.columns, View())


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def row_of(known: str, cells: dict[str, str]) -> tuple[list[str], str]:
    """Return the names of all columns of a known format, and a row with some cells."""
    format_ = next(one for one in known_formats() if one.id == known)
    names = [column.column for column in format_.columns if column.presence != "optional"]
    return names, ",".join(cells.get(name, "1") for name in names)


def test_acled_is_known_with_its_columns(tmp_path: Path) -> None:
    cells = {"event_date": "2014-10-06", "latitude": "36.89", "longitude": "38.35", "event_type": "Battles"}
    names, row = row_of("acled", cells)
    path = written(tmp_path / "acled.csv", "\N{BYTE ORDER MARK}" + ",".join(names) + "\n" + row + "\n")
    reading = read(path)
    assert reading.format.startswith("ACLED")
    columns = reading.columns
    assert (columns.date, columns.lat, columns.lon) == (("event_date",), "latitude", "longitude")
    assert columns.category in {"event_type", "sub_event_type"}
    assert {"location", "notes"} & set(columns.shown)
    assert counted(path).counted == 1


def test_ucdp_is_known_without_a_header_and_leaves_out_middles_of_countries(tmp_path: Path) -> None:
    cells = {
        "date_start": "2025-03-01 00:00:00.000",
        "date_end": "2025-03-02 00:00:00.000",
        "latitude": "36.89",
        "longitude": "38.35",
        "where_prec": "1",
        "country": "Syria",
        "type_of_violence": "1",
        "code_status": "Clear",
    }
    names, near = row_of("ucdp", cells)
    _, far = row_of("ucdp", cells | {"where_prec": "6"})
    with_header = written(tmp_path / "ged.csv", "\n".join((",".join(names), near, far)) + "\n")
    assert read(with_header).columns.undrawn == Codes("where_prec", ("6", "7"))
    without = written(tmp_path / "candidate.csv", f"{near}\n{far}\n{near}\n")
    for path, good in ((with_header, 1), (without, 2)):
        cube = counted(path)
        assert cube.counted == good
        assert cube.left_out == {"a position too inexact to draw, by its code": 1}


def test_a_table_of_ones_own_is_known_by_names_and_cells(tmp_path: Path) -> None:
    text = "Tarih;Enlem;Boylam;Olay türü\n03.04.2018;36,8912;38,3536;Çarpma\n25.04.2018;36,5;38,1;Gösteri\n"
    path = written(tmp_path / "olaylar.csv", text)
    columns = read(path).columns
    assert (columns.date, columns.lat, columns.lon, columns.decimal) == (("Tarih",), "Enlem", "Boylam", ",")
    assert columns.order == "day-first"
    assert counted(path).counted == 2


def test_what_columns_hold_can_be_said(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", "a,b,c,d\n2018-04-03,x,38.35,36.89\n2018-04-04,y,38.35,36.89\n")
    roles = {"a": "start", "b": "category", "c": "longitude", "d": "latitude"}
    columns = read(path, Wishes(roles)).columns
    assert (columns.date, columns.category, columns.lon, columns.lat) == (("a",), "b", "c", "d")
    assert counted(path, Wishes(roles)).categories == ("x", "y")
    assert counted(path, Wishes(roles, with_categories=False)).categories == ("",)


def test_dates_that_can_be_read_in_two_ways_are_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", "date,lat,lon,title\n03/04/2018,36.89,38.35,a\n")
    with pytest.raises(SourceError, match='the dates "03/04/2018" can be read in two ways: say --date-order'):
        read(path)
    cube = counted(path, Wishes(order="month-first"))
    assert cube.period.first_day(cube.first) == date(2018, 3, 4)


def test_dates_and_times_of_parquet_count_on_their_day(tmp_path: Path) -> None:
    moments = [datetime(2018, 4, 3, 23, 59), datetime(2018, 4, 4, 0, 0)]  # noqa: DTZ001 - as many files have them
    for zone in (None, "UTC"):
        table = pa.table(
            {
                "date": pa.array(moments, pa.timestamp("us", zone)),
                "lat": [36.8, 36.8],
                "lon": [38.3, 38.3],
                "title": ["a", "b"],
            }
        )
        pq.write_table(table, tmp_path / "t.parquet")
        cube = counted(tmp_path / "t.parquet")
        assert (cube.period.first_day(cube.first), cube.steps) == (date(2018, 4, 3), 2)


def test_packed_text_is_read_and_other_encodings_are_refused(tmp_path: Path) -> None:
    text = "date,lat,lon,category\n" + "2018-04-03,36.89,38.35,Şengal\n" * 3
    packed = tmp_path / "t.csv.gz"
    packed.write_bytes(gzip.compress(text.encode()))
    assert counted(packed).categories == ("Şengal",)
    with pytest.raises(SourceError, match="DuckDB cannot read text in utf-16: save it as UTF-8, or use --engine spark"):
        counted(written(tmp_path / "u.csv", text, "utf-16"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n1,2\n", 'expected a column for "Date or first day" and "Latitude" and "Longitude" among a, b'),
        ("My events\n\ndate,lat,lon\n2018-04-03,36.89,38.35\n", "expected the header in row 1"),
        ("", "expected a table"),
    ],
)
def test_a_table_that_cannot_be_counted_is_refused(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=message):
        read(written(tmp_path / "t.csv", text))


def test_counts_are_no_events(tmp_path: Path) -> None:
    names, row = row_of("acled-weekly", {"WEEK": "2018-04-07"})
    path = written(tmp_path / "weekly.csv", ",".join(names) + "\n" + row + "\n")
    with pytest.raises(SourceError, match="are no events: they cannot be counted"):
        read(path)


def test_a_damaged_parquet_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    path.write_bytes(b"PAR1 and no more")
    with pytest.raises(SourceError, match="cannot read"):
        read(path)


def test_files_folders_and_patterns_are_found(tmp_path: Path) -> None:
    folder = tmp_path / "year=2014" / "month=10"
    folder.mkdir(parents=True)
    for name in ("b.parquet", "a.parquet", "notes.md"):
        (folder / name).touch()
    found = (str(folder / "a.parquet"), str(folder / "b.parquet"))
    assert find_source(str(tmp_path)) == Source("parquet", found)
    assert find_source(f"{tmp_path}/**/*.parquet") == Source("parquet", found)
    assert find_source(found[0]) == Source("parquet", found[:1])
    address = "https://example.org/events.csv?download=1"
    assert find_source(address) == Source("csv", (address,))
    assert find_source(address).is_remote
    (folder / "c.csv").touch()
    with pytest.raises(SourceError, match="several kinds"):
        find_source(str(tmp_path))
    for nothing in ("missing.csv", f"{tmp_path}/*.xlsx", str(folder / "notes.md")):
        with pytest.raises(SourceError, match="expected a file, or a folder or pattern of files"):
            find_source(nothing)
