"""A PDF is opened by an independent reader: a page of A4 with title, day, sources and licence, its words as letters."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.timemap.snapshots import TODAY, snapshot_on, told_in_scripts
from timemap.attribution import credit_of
from timemap.exports import Viewport, format_by_id
from timemap.state.snapshot import visible_events

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset

DAY = date(2018, 4, 1)


@pytest.fixture(scope="module")
def file(atlas: Atlas, dataset: Dataset) -> bytes:
    snapshot = snapshot_on(atlas, DAY, viewport=Viewport(36.5, 37.2, 9))
    return format_by_id("pdf").write(dataset, told_in_scripts(atlas, snapshot), snapshot)


def words_on(content: bytes) -> str:
    (page,) = PdfReader(io.BytesIO(content)).pages
    return " ".join(page.extract_text().split())


def test_it_is_one_page_of_a4_across_that_says_what_it_is(file: bytes) -> None:
    reader = PdfReader(io.BytesIO(file))
    (page,) = reader.pages
    sides = (float(page.mediabox.width) * 25.4 / 72, float(page.mediabox.height) * 25.4 / 72)
    assert sides == pytest.approx((297, 210), abs=0.2)
    about = reader.metadata
    assert about is not None
    assert about.title is not None
    assert about.title.startswith("Kobane timeline map")
    assert about.author == "Kobane timeline map"
    assert about.creation_date is not None
    assert about.creation_date.date() == TODAY
    said = f"{about.subject} {about.keywords}"
    for words in (
        "OpenStreetMap contributors (ODbL)",
        "CC BY-SA 4.0",
        "https://maps.example.org/kobane",
        "sources (",
    ):
        assert words in said


def test_its_words_can_be_searched_and_copied(file: bytes, atlas: Atlas) -> None:
    snapshot = snapshot_on(atlas, DAY, viewport=Viewport(36.5, 37.2, 9))
    words = words_on(file)
    credit = credit_of(atlas, visible_events(told_in_scripts(atlas, snapshot), snapshot), snapshot)
    for text in ("1 April 2018", "Areas", "Events on the map", credit.disclaimer, credit.version):
        assert text in words
    assert " ".join(credit.attribution.split()) in words
    assert re.search(r"\b[0-9]+ km$", words)


def test_it_can_be_read_aloud_and_shows_no_picture_of_letters(file: bytes) -> None:
    reader = PdfReader(io.BytesIO(file))
    catalogue = reader.trailer["/Root"].get_object()
    assert isinstance(catalogue, DictionaryObject)
    assert catalogue["/StructTreeRoot"]
    assert str(catalogue["/Lang"]).startswith("en")
    assert not list(reader.pages[0].images)


def test_the_same_view_gives_the_same_file(file: bytes, atlas: Atlas, dataset: Dataset) -> None:
    snapshot = snapshot_on(atlas, DAY, viewport=Viewport(36.5, 37.2, 9))
    assert format_by_id("pdf").write(dataset, told_in_scripts(atlas, snapshot), snapshot) == file
