"""The command line writes the document, and says what is wrong with its options."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from geodata.dates.iso import EPOCH
from geodata.lessons.reader import LESSONS, read_lesson
from geodata.lessons.writer import lesson_file
from tests.images import BLOCK, drawn, saved
from timemap.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def data_in(path: Path) -> dict[str, Any]:
    found = re.search(r'id="timemap-data">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def test_range_moment_and_categories_reach_the_file(tmp_path: Path) -> None:
    out = tmp_path / "spring.html"
    wished = "--from 2019-10-01 --to 2019-10-31 --moment 2019-10-09 --categories agreement,battle"
    assert main(["export", str(out), *wished.split()]) == 0
    data = data_in(out)
    days = [(EPOCH.toordinal() + day) for day in data["range"]]
    assert [type(EPOCH).fromordinal(day).isoformat() for day in days] == ["2019-10-01", "2019-11-01"]
    assert set(data["choices"]["categories"]) == {"agreement", "battle"}
    assert (data["choices"]["parties"], data["choices"]["words"]) == ([], "")
    assert data["whole"][0] < data["range"][0] < data["range"][1] < data["whole"][1]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--from", "2019-10-31", "--to", "2019-10-01"], "is before"),
        (["--categories", "agreement,picnic"], "picnic"),
        (["--moment", "1999-01-01"], 'got "1999-01-01" in --moment, expected a date in the range from 20'),
        (["--moment", "9999-12-31"], 'got "9999-12-31" in --moment, expected a date in the range from 20'),
        (["--moment", "2018-01-19", "--compare", "9999-12-31"], 'got "9999-12-31" in --compare, expected a date in'),
        (["--from", "2019-10-01", "--to", "2019-10-31", "--compare", "2019-11-01"], "from 2019-10-01 to 2019-10-31"),
        (["--from", "1990-01-01", "--to", "1991-01-01"], 'got "1990-01-01" in --from, expected a date from 20'),
        (["--from", "9999-12-31", "--to", "9999-12-31"], 'got "9999-12-31" in --from, expected a date from 20'),
        (["--from", "2026-01-01", "--to", "9999-12-31"], 'got "9999-12-31" in --to, expected a date from 20'),
    ],
)
def test_wrong_options_are_said_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    out = tmp_path / "none.html"
    assert main(["export", str(out), *options]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert not out.exists()


def test_a_date_that_does_not_exist_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", str(tmp_path / "x.html"), "--from", "31/02/2018"])
    assert "expected a date such as 2014-10-06" in capsys.readouterr().err


def test_a_name_in_arabic_with_spaces_is_one_like_any_other(tmp_path: Path) -> None:
    file = tmp_path / "مواد الدرس" / "خريطة كوباني 2014.geojson"
    file.parent.mkdir()
    assert main(["export", str(file), "--from", "2014-07-01", "--to", "2015-01-27"]) == 0
    assert list(file.parent.iterdir()) == [file]
    assert json.loads(file.read_bytes())["type"] == "FeatureCollection"


def test_columns_are_separated_as_asked_for(tmp_path: Path) -> None:
    heads = {}
    for separator in ("comma", "semicolon"):
        file = tmp_path / f"{separator}.csv"
        assert main(["export", str(file), "--separator", separator]) == 0
        heads[separator] = file.read_text("utf-8-sig").splitlines()[0]
    assert heads["semicolon"] == heads["comma"].replace(",", ";")


def test_a_folder_in_the_way_is_said_before_any_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timemap.cli.main.load", lambda: pytest.fail("the tables were read in vain"))
    assert main(["export", str(tmp_path)]) == 1
    assert capsys.readouterr() == ("", f'cannot write "{tmp_path}": Is a directory\n')


def test_a_full_device_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "map.csv").symlink_to("/dev/full")
    assert main(["export", str(tmp_path / "map.csv")]) == 1
    assert capsys.readouterr() == ("", f'cannot write "{tmp_path / "map.csv"}": No space left on device\n')


def test_a_folder_that_does_not_exist_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "no" / "x.html")]) == 1
    assert "cannot write" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "options", "start"),
    [
        ("map.pdf", ["--mode", "range"], b"%PDF-"),
        ("days.pdf", ["--key-dates"], b"%PDF-"),
        ("map.svg", ["--view", "36.9,38.36,11", "--moment", "2014-10-06", "--language", "ar"], b"<?xml"),
        ("map.geojson", ["--categories", "battle"], b'{"type":"FeatureCollection"'),
        ("map.xlsx", ["--categories", "battle"], b"PK"),
        ("map.parquet", ["--categories", "battle"], b"PAR1"),
        ("map.kml", ["--words", "peshmerga"], b"<?xml"),
        ("map.gpkg", ["--mode", "until"], b"SQLite format 3"),
        ("Table.CSV", ["--parties", "isis", "--event", "black-flags-raised"], b"\xef\xbb\xbfid,"),
    ],
)
def test_the_ending_of_the_name_is_the_format(tmp_path: Path, name: str, options: list[str], start: bytes) -> None:
    out = tmp_path / name
    assert main(["export", str(out), *options]) == 0
    assert out.read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("map.docx", [], "expected a file name that ends in one of: .html, .pdf, .png"),
        ("map.csv", ["--key-dates"], "expected a file name that ends in one of: .pdf, .png, .svg"),
        ("map.csv", ["--shape", "wide"], "--shape has no effect on .csv, only on .pdf, .png, .svg, .gif, .webp, .mp4"),
        ("map.pdf", ["--theme", "dark"], "--theme has no effect on .pdf, only on .png, .svg, .gif, .webp, .mp4"),
        ("map.kml", ["--patterns"], "--patterns has no effect on .kml, only on .pdf"),
        ("map.png", ["--step", "week"], "--step has no effect on .png, only on .gif, .webp, .mp4"),
        ("days.png", ["--key-dates", "--shape", "wide"], "--shape has no effect with --key-dates"),
        ("map.pdf", ["--lesson", "the-siege-of-kobane"], "--lesson works only with .html, not .pdf"),
        ("map.html", ["--lesson", "no-such-lesson"], "expected a Markdown or zip file, or one of: a-border"),
        ("map.png", ["--view", "36.9;38.4;9"], "expected latitude, longitude and zoom such as 36.75,38.55,8.5"),
        ("map.png", ["--view", "136.9,38.4,9"], "expected latitude, longitude and zoom such as 36.75,38.55,8.5"),
        ("map.png", ["--event", "no-such"], "expected the id of an event"),
        ("map.png", ["--language", "xx"], "in --language, expected one of: en, ku, ar, tr"),
        ("map.png", ["--parties", "nobody"], "in --parties"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, options: list[str], said: str
) -> None:
    assert main(["export", str(tmp_path / name), *options]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("own", [False, True], ids=["one of ours", "a file"])
def test_a_lesson_is_carried_with_all_its_events_and_opened(tmp_path: Path, own: bool) -> None:  # noqa: FBT001
    name = "the-siege-of-kobane"
    if own:
        text = (LESSONS / f"{name}.md").read_text(encoding="utf-8")
        (tmp_path / "my-lesson.md").write_text(text, encoding="utf-8")
        name = "my-lesson"
    out = tmp_path / "lesson.html"
    wished = [
        "--lesson",
        str(tmp_path / "my-lesson.md") if own else name,
        "--categories",
        "trial",
        "--from",
        "2020-01-01",
    ]
    assert main(["export", str(out), *wished]) == 0
    data = data_in(out)
    assert data["lesson"] == {"id": name, "scene": 0}
    (lesson,) = data["lessons"]
    named = {event for scene in lesson["scenes"] for event in scene["events"]}
    assert named <= set(data["events"]["id"])
    assert data["choices"]["categories"] == ["trial"]
    assert data["whole"][0] <= min(scene["moment"] for scene in lesson["scenes"])


@pytest.mark.parametrize("name", ["pictured.md", "pictured.zip"])
def test_a_lesson_of_ones_own_takes_its_picture_along(tmp_path: Path, name: str) -> None:
    text = (LESSONS / "the-siege-of-kobane.md").read_text("utf-8").replace("::: question", f"{BLOCK}\n::: question", 1)
    (tmp_path / "pictured.md").write_text(text, "utf-8")
    (tmp_path / "bridge.jpg").write_bytes(saved(drawn(640, 400)))
    read = read_lesson(tmp_path / "pictured.md")
    assert read.problems == ()
    (tmp_path / "pictured.zip").write_bytes(lesson_file(read.lesson, "pictured")[1])
    out = tmp_path / "lesson.html"
    assert main(["export", str(out), "--lesson", str(tmp_path / name)]) == 0
    (lesson,) = data_in(out)["lessons"]
    pictures = [scene["picture"] for scene in lesson["scenes"] if "picture" in scene]
    assert [(each["width"], each["height"], each["credit"]) for each in pictures] == [(640, 400, "Made by the tests")]
