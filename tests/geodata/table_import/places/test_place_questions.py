"""Rows without coordinates: exact names are matched and listed, others are asked once each."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.records.fields import LocationPrecision
from geodata.table_import.places.gazetteer import Gazetteer
from geodata.table_import.places.place_questions import NO_TEXT, NONE, NamedPosition, place_by_name
from tests.project_data import atlas, geography

AREA, TOWN = LocationPrecision.AREA, LocationPrecision.TOWN
KOBANE = (36.89095, 38.35347)


@cache
def gazetteer() -> Gazetteer:
    """Return the places of our tables and of our base map."""
    return Gazetteer.of(atlas(), geography())


def only(text: str, *, country: str = "", **answers: str) -> NamedPosition:
    """Return what is said of the one row of a table; answers are those to its text."""
    kept = {f"place:{text}{' [SYR]' if name == 'syria' else ''}": answer for name, answer in answers.items()}
    (place,) = place_by_name([text], gazetteer(), countries=[country], answers=kept).places
    return place


def test_exact_names_are_matched_and_listed() -> None:
    found = place_by_name(["Kobanî", "", "Kubane", "Kobanî", "Aleppo governorate"], gazetteer())
    assert found.codes.tolist() == [0, NO_TEXT, 1, 0, 2]
    assert [(place.text, place.rows, place.precision) for place in found.by_name] == [
        ("Kobanî", 2, TOWN),
        ("Aleppo governorate", 1, AREA),
    ]
    assert found.places[0].position == KOBANE


def test_near_names_wait_with_one_question_for_all_their_rows() -> None:
    found = place_by_name(["Menbij", *["Kubane"] * 1200, "Menbij"], gazetteer())
    assert [(asked.text, asked.rows) for asked in found.to_confirm] == [("Kubane", 1200), ("Menbij", 2)]
    assert [place.position for place in found.places] == [None, None]
    question = found.to_confirm[0].question
    assert (question.key, question.text) == ("place:Kubane", 'Which place is "Kubane" (1,200 rows)?')
    assert [option.value for option in question.options] == ["kobane", NONE]
    assert question.options[0].label == "Kobane (Ayn al-Arab): city, Syria"
    assert question.options[0].preview == ("36.89095, 38.35347 (town)",)


def test_places_of_one_name_wait_with_all_of_them() -> None:
    (asked,) = place_by_name(["Dêrik"], gazetteer()).to_confirm
    assert {match.id for match in asked.matches} == {"malikiyah", "316899"}
    assert only("Dêrik", country="TUR").by == "name"


def test_places_unlike_any_of_ours_are_listed() -> None:
    found = place_by_name(["Washington, D.C."], gazetteer())
    assert [place.text for place in found.unknown] == ["Washington, D.C."]
    assert found.to_confirm == ()


@pytest.mark.parametrize(
    ("text", "answer", "by", "position", "precision"),
    [
        ("Kubane", "kobane", "answer", KOBANE, TOWN),
        ("5 km south of Kubane", "kobane", "answer", KOBANE, AREA),
        ("Kubane", "manbij", "answer", (36.52815, 37.95495), TOWN),
        ("Washington, D.C.", "38.8977, -77.0365", "answer", (38.8977, -77.0365), LocationPrecision.EXACT),
        ("Kobane", "36.9, 38.4", "answer", (36.9, 38.4), AREA),
        ("Kobane", "none", "none", None, None),
        ("Kubane", "no-such-place", "waiting", None, None),
        ("Kubane", "136.9, 38.4", "waiting", None, None),
    ],
)
def test_answers_of_a_recipe_count(
    text: str, answer: str, by: str, position: tuple[float, float] | None, precision: LocationPrecision | None
) -> None:
    place = only(text, answer=answer)
    assert (place.by, place.position, place.precision) == (by, position, precision)


def test_an_answer_for_all_rows_does_not_move_a_row_to_another_country() -> None:
    assert only("Dêrik", country="TUR", answer="malikiyah").match == only("Dêrik", country="TUR").match
    assert only("Derık", country="SYR", syria="316899").by == "answer"  # noqa: RUF001 - an i without a dot


def test_texts_of_several_countries_are_asked_for_each() -> None:
    found = place_by_name(["Kubane", "Kubane"], gazetteer(), countries=["SYR", "TUR"])
    assert [asked.question.key for asked in found.to_confirm] == ["place:Kubane [SYR]", "place:Kubane [TUR]"]


def test_rows_of_several_districts_are_asked_once() -> None:
    found = place_by_name(["Kubane", "Kubane"], gazetteer(), admins=["Aleppo", "Raqqa"])
    assert [(asked.question.key, asked.rows) for asked in found.to_confirm] == [("place:Kubane", 2)]


ANSWERS = st.sampled_from(["kobane", "36.9, 38.4", "none", "x", ""]) | st.text(max_size=8)
NAMES = st.sampled_from(["Kobane", "Kubane", "Dêrik", "", "  ", "Nowhere at all"]) | st.text(max_size=12)


@given(
    st.lists(st.tuples(NAMES, st.sampled_from(["", "SYR", "TUR"])), max_size=20),
    st.dictionaries(
        NAMES, st.sampled_from(["kobane", "36.9, 38.4", "none", "x", ""]) | st.text(max_size=8), max_size=4
    ),
)
def test_every_row_is_placed_asked_or_listed(rows: list[tuple[str, str]], answers: dict[str, str]) -> None:
    texts, countries = [text for text, _ in rows], [country for _, country in rows]
    kept = {f"place:{text}": answer for text, answer in answers.items()}
    found = place_by_name(texts, gazetteer(), countries=countries, answers=kept)
    assert sum(place.rows for place in found.places) == sum(bool(text.strip()) for text in texts)
    asked = {(one.text, one.country) for one in found.to_confirm}
    for code, (text, country) in zip(found.codes.tolist(), rows, strict=True):
        assert (code == NO_TEXT) == (not text.strip())
        if code != NO_TEXT:
            place = found.places[code]
            assert (place.text, place.country) == (text, country)
            assert (place.position is None) == (place.by not in {"name", "answer"})
            assert ((text, country) in asked) == (place.by == "waiting")
