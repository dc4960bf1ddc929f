"""Tests of somebody's own tables in the one-file document: what is read, said, refused and carried."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from timemap.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

TABLE = """date,title,category,place,lat,lon
2014-10-06,Clash,battle,Kobane,36.8911,38.3535
2014-10-07,</script><script>x</script>{{7*7}},Harvest,Suruc,36.976,38.424
2016-02-31,Impossible,,Kobane,36.89,38.35
"""

ACLED = """event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,\
inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,\
latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp
SYR1,2018-01-20,2018,1,Political violence,Battles,Armed clash,A,,,B,,,,,760,Middle East,Syria,Aleppo,Afrin,,Afrin,\
36.51,36.87,1,Some paper,National,Notes,0,,1516500000
"""


def own_in(path: Path) -> dict[str, Any]:
    found = re.search(r'id="timemap-data">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    read: dict[str, Any] = json.loads(found[1]).get("own", {})
    return read


def written(folder: Path, text: str, name: str = "mine.csv") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def test_good_rows_travel_and_faults_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "own.html"
    assert main(["export", str(out), "--own", written(tmp_path, TABLE)]) == 0
    own = own_in(out)
    assert own["tables"] == [{"name": "mine.csv", "restricted": ""}]
    assert own["columns"]["title"] == ["Clash", "</script><script>x</script>{{7*7}}"]
    assert own["columns"]["row"] == [2, 3]
    said = capsys.readouterr().err
    assert 'mine.csv, row 4, column date: got "2016-02-31"' in said
    assert "2 events from 3 rows; 1 left out." in said
    assert "<script>x</script>" not in out.read_text("utf-8")


def test_a_recipe_answers_for_the_table_and_two_tables_travel_together(tmp_path: Path) -> None:
    recipe = tmp_path / "recipe.json"
    meant = {"column": "date", "typed": "2016-02-31", "meant": "2016-02-29"}
    recipe.write_text(json.dumps({"recipe": 1, "corrections": [meant]}), encoding="utf-8")
    files = [written(tmp_path, TABLE), written(tmp_path, TABLE.splitlines()[0] + "\n2015-01-01,B,,Kobane,,\n", "b.csv")]
    out = tmp_path / "own.html"
    assert main(["export", str(out), "--own", files[0], "--own", files[1], "--own-recipe", str(recipe)]) == 0
    columns = own_in(out)["columns"]
    assert columns["id"] == ["own-1-2", "own-1-3", "own-2-2", "own-1-4"]


def test_rows_that_may_not_be_passed_on_are_refused_unless_allowed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, table = tmp_path / "own.html", written(tmp_path, ACLED, "acled.csv")
    assert main(["export", str(out), "--own", table]) == 2
    assert not out.exists()
    said = capsys.readouterr().err
    assert '"acled.csv" may not be passed on: ' in said
    assert "--allow-restricted" in said
    assert main(["export", str(out), "--own", table, "--allow-restricted"]) == 0
    assert own_in(out)["tables"][0]["restricted"] in said


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("x.html", ["--own", "no-such.csv"], 'cannot read "no-such.csv"'),
        ("x.html", ["--own-recipe", "r.json"], "--own-recipe has no effect without --own"),
        ("x.html", ["--allow-restricted"], "--allow-restricted has no effect without --own"),
        ("x.kml", ["--own", "t.csv"], "--own has no effect on .kml, only on .html"),
    ],
)
def test_wrong_options_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, options: list[str], said: str
) -> None:
    assert main(["export", str(tmp_path / name), *options]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / name).exists()


def test_a_table_without_events_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = written(tmp_path, "date,title,place\nnever,Nothing,Nowhere\n")
    assert main(["export", str(tmp_path / "x.html"), "--own", table]) == 2
    assert "expected a table with at least one event" in capsys.readouterr().err


def test_without_own_tables_the_document_holds_none(tmp_path: Path) -> None:
    out = tmp_path / "plain.html"
    assert main(["export", str(out)]) == 0
    assert own_in(out) == {}
