"""Dated names and successions of controllers are checked: they overlap nowhere and name what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodata.atlas import files_of, read_tables
from geodata.checks import check_tables
from geodata.io.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.geography import Geography

NAMES = "controller,from,to,name,source,note\n"
SUCCESSIONS = "origin,target,kind,from,to,source,note\n"


@pytest.mark.parametrize(
    ("table", "text", "found"),
    [
        (
            "controller_names",
            NAMES + "sdf,,2015-10-11,YPG,SOURCE,\nsdf,2015-10-11,2016-01-01,Alliance,SOURCE,\n",
            [],
        ),
        (
            "controller_names",
            NAMES + "sdf,,2015-10-11,YPG,SOURCE,\nsdf,2015-10-10,,Alliance,SOURCE,\n",
            [(3, "from")],
        ),
        (
            "controller_names",
            NAMES + "sdf,,2015-10-11,YPG,SOURCE,\nsdf,,2014-10-10,Alliance,SOURCE,\n",
            [(2, "from")],
        ),
        (
            "controller_names",
            NAMES
            + "sdf,2014-01-01,2020-01-01,A,SOURCE,\nsdf,2014-02-01,2014-03-01,B,SOURCE,\nsdf,2018-01-01,,C,SOURCE,\n",
            [(3, "from"), (4, "from")],
        ),
        ("successions", SUCCESSIONS + "hts,hts,renamed,2024-12-08,,SOURCE,\n", [(2, "target")]),
        ("controller_names", NAMES + "sdf,2016-01-01,2015-10-11,YPG,SOURCE,\n", [(2, "to")]),
        ("controller_names", NAMES + "nobody,,2015-10-11,YPG,SOURCE,\n", [(2, "controller")]),
        ("controller_names", NAMES + "sdf,,2015-10-11,YPG,,\n", [(2, "source")]),
        ("successions", SUCCESSIONS + "hts,transitional,renamed,2024-12-08,,SOURCE,\n", []),
        ("successions", SUCCESSIONS + "hts,transitional,renamed,2024-12-08,,,\n", [(2, "source")]),
        ("successions", SUCCESSIONS + "hts,transitional,won,2024-12-08,,SOURCE,\n", [(2, "kind")]),
        ("successions", SUCCESSIONS + "hts,them,renamed,2024-12-08,,SOURCE,\n", [(2, "target")]),
        (
            "successions",
            SUCCESSIONS
            + "hts,transitional,renamed,2024-12-08,,SOURCE,\n"
            + "hts,transitional,merged,2025-01-01,,SOURCE,\n",
            [(3, "from")],
        ),
    ],
)
def test_what_is_wrong_is_told_by_row_and_column(
    table: str, text: str, found: list[tuple[int, str]], tmp_path: Path, geography: Geography
) -> None:
    file = tmp_path / f"{table}.csv"
    file.write_text(text.replace("SOURCE", "wikipedia-siege-of-kobani"), "utf-8")
    problems = check_tables(read_tables(files_of(instead={table: file})), geography)
    assert [(problem.row, problem.column) for problem in problems if problem.file == file.name] == found


@pytest.mark.parametrize("shared_by", ["joint; sdf", "sdf; sdf"])
def test_nobody_shares_land_with_itself_or_twice(shared_by: str, tmp_path: Path, geography: Geography) -> None:
    file = tmp_path / "controllers.csv"
    text = (TABLES / file.name).read_text("utf-8")
    assert "sdf; government" in text
    file.write_text(text.replace("sdf; government", shared_by), "utf-8")
    problems = check_tables(read_tables(files_of(instead={"controllers": file})), geography)
    assert ("shared_by", "other controllers, each once") in {(row.column, row.expected) for row in problems}
