"""The page of sources shows all of them, and each of its parts comes up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from geodata.atlas import load

if TYPE_CHECKING:
    from geodata.atlas import Atlas

APP = Path(__file__).parents[2] / "app.py"


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load()


def opened(part: str | None = None) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=120).run()
    if part:
        app.query_params["part"] = part
    app.switch_page("pages/sources_and_words.py").run()
    assert not app.exception
    return app


def test_all_sources_are_listed_and_can_be_filtered_by_kind(atlas: Atlas) -> None:
    app = opened()
    rows = app.dataframe[0].value
    assert len(rows) == len(atlas.sources)
    assert rows["Events"].sum() == sum(len(set(event.sources)) for event in atlas.events)
    kind = rows["Kind"].value_counts().index[0]
    app.multiselect(key="kinds").select(kind).run()
    assert set(app.dataframe[0].value["Kind"]) == {kind}


def test_every_topic_has_its_words(atlas: Atlas) -> None:
    app = opened("Contested words")
    assert len(app.expander) == len({term.topic for term in atlas.terms})
    assert len([text for text in app.markdown if "used by" in text.value]) >= len(atlas.terms)


def test_published_sizes_stand_beside_derived_ones(atlas: Atlas) -> None:
    rows = opened("How areas are made").dataframe[0].value
    assert len(rows) == len(atlas.figures)
    assert (rows["Derived, km²"] > 0).all()


def test_coverage_names_every_region(atlas: Atlas) -> None:
    assert len(opened("How far knowledge reaches").table[0].value) == len(atlas.coverage)


def test_licences_name_every_layer() -> None:
    layers = set(opened("Licences").table[0].value.index)
    assert {"border", "countries", "towns"} <= layers
