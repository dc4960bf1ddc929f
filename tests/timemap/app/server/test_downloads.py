"""The server gives out files of what an address asks for, without a visit."""

from __future__ import annotations

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.project_data import atlas
from timemap.app.server.downloads import snapshot_file
from timemap.exports.formats import FORMATS

pytestmark = pytest.mark.slow


def asked(url: str, **headers: str) -> tuple[str, str]:
    """Return the file that a server makes, and under which name it is to be kept."""
    with urlopen(Request(url, headers=headers), timeout=60) as answer:  # noqa: S310 (a server of this test)
        step, last = json.loads(answer.readline()), json.loads(answer.readline())
        content: bytes = answer.read()
        assert step == {"done": 0, "of": 1}
        assert last["size"] == len(content)
        return content.decode(), last["name"]


def test_a_file_has_the_events_and_the_day_of_its_address(served: str) -> None:
    text, name = asked(f"{served}/file/geojson?categories=agreement&moment=2019-10-09")
    collection = json.loads(text)
    assert collection["date"] == "2019-10-09"
    events = [feature for feature in collection["features"] if feature["properties"]["kind"] == "event"]
    assert len(events) == sum("agreement" in event.categories for event in atlas().events)
    assert name == "map-2019-10-09.geojson"


def test_a_file_names_the_page_from_which_it_was_asked_for_and_no_other(served: str) -> None:
    asker = {"Referer": "https://maps.example.org/app/?moment=2015-01-26"}
    own, _ = asked(f"{served}/file/csv", **asker, **{"Sec-Fetch-Site": "same-origin"})
    foreign, _ = asked(f"{served}/file/csv", **asker, **{"Sec-Fetch-Site": "cross-site"})
    assert "https://maps.example.org/app/" in own
    assert "maps.example.org" not in foreign


@pytest.mark.parametrize("wanted", ["doc", "gif"])
def test_an_unknown_format_is_said_with_those_that_there_are(served: str, wanted: str) -> None:
    with pytest.raises(HTTPError) as refused:
        asked(f"{served}/file/{wanted}")
    assert refused.value.code == 404
    words = refused.value.read().decode()
    known = [row.id for row in FORMATS if not row.is_moving]
    assert words == f'Got the format "{wanted}", expected one of: {", ".join(known)}.'


@pytest.mark.parametrize(
    ("kind", "address", "name"),
    [
        ("svg", {"moment": "2014-10-06"}, "map-2014-10-06.svg"),
        ("png", {"moment": "2014-10-06", "compare": "2015-01-26"}, "map-2014-10-06-and-2015-01-26.png"),
        ("pdf", {"moment": "2014-10-06", "shape": "a4-upright"}, "map-2014-10-06-a4-upright.pdf"),
        ("html", {"moment": "2014-10-06"}, "map-2014-10-06.html"),
        ("html-lessons", {"moment": "2014-10-06"}, "map-with-lessons-2014-10-06.html"),
        ("kml", {"moment": "2014-10-06"}, "map-2014-10-06.kml"),
        ("gpkg", {"moment": "2014-10-06", "shape": "round"}, "map-2014-10-06.gpkg"),
        ("csv", {"from": "2014-09-01", "to": "2015-01-31"}, "map-2014-09-01-to-2015-01-31.csv"),
        ("xlsx", {"from": "2014-09-01", "to": "2015-01-31"}, "map-2014-09-01-to-2015-01-31.xlsx"),
        ("parquet", {"from": "2014-09-01", "to": "2015-01-31"}, "map-2014-09-01-to-2015-01-31.parquet"),
        ("geojson", {"moment": "2014-10-06", "compare": "2015-01-26"}, "map-2014-10-06-and-2015-01-26.geojson"),
        ("csv", {"from": "never", "words": "\u202e<script>"}, None),
    ],
)
def test_the_name_has_the_days_and_that_of_a_table_the_range(
    kind: str, address: dict[str, str], name: str | None
) -> None:
    content, given = snapshot_file(kind, address)
    assert content
    assert name is None or given == name
