"""What leaves the page carries title, days, how it is read, sources, licence and address."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

import pytest
from defusedxml import ElementTree
from PIL import Image

from geodata.dates.span import Span
from geodata.dates.wording import day_in_words
from timemap.charts import changes, zone_sizes
from timemap.charts.files import credit, file_name, table_csv
from timemap.charts.image import picture
from timemap.charts.statistics import Statistics, compute_statistics

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset

WHOLE = Span(date(2014, 1, 1), date(2026, 11, 24))
SIEGE = Span(date(2014, 7, 1), date(2015, 1, 28))
TODAY, ADDRESS = date(2026, 11, 24), "https://maps.example.org/territory?numbers=Events"


@pytest.fixture(scope="module")
def numbers(dataset: Dataset) -> Statistics:
    return compute_statistics(dataset)


def words_of(svg: bytes) -> str:
    """Return all that is written in a drawing, with ordinary spaces."""
    root = ElementTree.fromstring(svg)
    return " ".join(" ".join(element.itertext()) for element in root.iter() if element.tag.endswith("}text"))


def test_a_drawing_says_what_it_is_and_whose(numbers: Statistics, atlas: Atlas) -> None:
    section = zone_sizes.section(numbers, atlas, WHOLE)
    svg = picture(section, credit(section, atlas, TODAY, ADDRESS), "svg")
    written = words_of(svg)
    expected = [
        section.heading,
        "1 January 2014 \N{EN DASH} 23 November 2026",
        f"last known on {day_in_words(atlas.setting_day('control-known-until'))}",
        "Anadolu Agency",
        "Wikipedia",
        f"{len(section.sources):,} sources (",
        "OpenStreetMap contributors (ODbL)",
        "CC BY-SA 4.0",
        "do not imply endorsement",
        atlas.version,
        "24 November 2026",
        ADDRESS,
        *(part.name for part in section.key),
    ]
    assert [words for words in expected if words not in written] == []
    for row in section.rows:
        assert all(word in written for word in row.name.split())
    addresses = [value for element in ElementTree.fromstring(svg).iter() for value in element.attrib.values()]
    assert not [value for value in addresses if "href" in value or value.startswith("http")]


def test_a_picture_is_large_enough_for_paper_and_has_the_colours_of_the_map(numbers: Statistics, atlas: Atlas) -> None:
    section = changes.section(numbers, atlas, SIEGE)
    with Image.open(io.BytesIO(picture(section, credit(section, atlas, TODAY, ADDRESS), "png"))) as image:
        assert image.width > 2200
        found = {colour for _, colour in image.convert("RGB").getcolors(maxcolors=1_000_000) or []}
    rows = {row.id for row in section.rows}
    wanted = [controller.colour for controller in atlas.controllers if controller.id in rows]
    assert len(wanted) == len(rows) - 1
    assert [colour for colour in ("#ffffff", *wanted) if tuple(bytes.fromhex(colour[1:])) not in found] == []


def test_the_table_says_in_every_row_whose_it_is(numbers: Statistics, atlas: Atlas) -> None:
    section = zone_sizes.section(numbers, atlas, WHOLE)
    paragraphs = credit(section, atlas, TODAY, "")
    rows = list(csv.DictReader(io.StringIO(table_csv(section, paragraphs).decode("utf-8-sig"))))
    assert len(rows) == len(section.table)
    assert list(rows[0]) == ["first_day", "last_day", "name", "km2", "low_km2", "high_km2", "last_known", "credit"]
    assert {row["credit"] for row in rows} == {" ".join(paragraphs)}
    assert {row["last_known"] for row in rows} == {"yes", "no"}
    assert all(row["first_day"] > atlas.setting("control-known-until") for row in rows if row["last_known"] == "yes")
    known = [row for row in rows if row["name"] == section.rows[0].name]
    assert float(known[0]["km2"]) == 0
    assert (known[0]["low_km2"], known[0]["high_km2"]) == ("", "")


def test_a_file_is_named_after_its_days(numbers: Statistics, atlas: Atlas) -> None:
    assert file_name(changes.section(numbers, atlas, SIEGE), "png") == "changes-2014-07-01-to-2015-01-27.png"
