"""Places by name: every spelling of our tables is matched, doubtful ones are only proposed."""

from __future__ import annotations

# ruff: noqa: RUF001 - Turkish names have an i without a dot
import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.records.fields import LocationPrecision
from geodata.table_import.places.country_names import country_code, country_name
from geodata.table_import.places.gazetteer import Gazetteer
from geodata.table_import.places.place_match import outright
from geodata.table_import.places.place_names import fold_name, without_articles
from geodata.text.place_names import names_of, names_of_feature
from tests.project_data import atlas, geography

AREA, TOWN = LocationPrecision.AREA, LocationPrecision.TOWN


@cache
def gazetteer() -> Gazetteer:
    """Return the places of our tables and of our base map."""
    return Gazetteer.of(atlas(), geography())


def matched(text: str, **named: str) -> str:
    """Return the id of the place that a text means without doubt; empty where it must be confirmed."""
    found = outright(gazetteer().match(text, **named))
    return found.id if found else ""


def test_every_name_of_our_places_finds_its_place() -> None:
    for place in atlas().places:
        for name in names_of(atlas(), place).values():
            assert place.id in [match.id for match in gazetteer().match(name) if match.how == "same"], name


def test_every_spelling_of_a_place_finds_it() -> None:
    ids = {place.id for place in atlas().places}
    rows = [row for row in atlas().spellings if row.id in ids]
    assert len(rows) > 10
    for row in rows:
        for name in row.spellings:
            assert row.id in [match.id for match in gazetteer().match(name) if not match.must_be_confirmed], name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KOBANE", "kobane"),
        ("Kobanê", "kobane"),
        ("Ayn el-Arap", "kobane"),
        ("عين العرب", "kobane"),
        ("کۆبانێ", "kobane"),
        ("Ayn al-Arab (Kobani)", "kobane"),
        ("Kobane, Aleppo", "kobane"),
        ("Kobane, Ayn al-Arab, Aleppo, Syria", "kobane"),
        ("Kobanî, Sûriye", "kobane"),
        ("Girê Spî", "tell-abyad"),
        ("Serêkaniyê", "ras-al-ayn"),
        ("Bab", "al-bab"),
        ("Ar-Raqqa", "raqqa"),
        ("Sheikh Maqsoud, Aleppo", "sheikh-maqsoud"),
        ("Tell Abyad crossing", "x-tell-abyad"),
        ("Mürşitpınar crossing (Turkey)", "x-kobane"),
        ("Suruç, Turkey", "300075"),  # a town of the base map, by its number in GeoNames
        ("Urfa", "298333"),
        ("Lake Assad", "lake:Lake Assad"),
    ],
)
def test_exact_spellings_are_matched_outright(text: str, place: str) -> None:
    assert matched(text) == place


@pytest.mark.parametrize(
    ("text", "place", "precision", "words"),
    [
        ("Kobanê city centre", "kobane", TOWN, "city centre"),
        (
            "مدينة كوباني",
            "kobane",
            TOWN,
            "مدينه",
        ),
        ("near Kobane", "kobane", AREA, "near"),
        ("5 km south of Tell Abyad", "tell-abyad", AREA, "5 km south of"),
        ("Kobani 3,5 km batısı", "kobane", AREA, "3,5 km batisi"),
        ("Kobane district", "kobane", AREA, "district"),
        ("Aleppo governorate", "division:Aleppo", AREA, "governorate"),
        ("Halep ili", "division:Aleppo", AREA, "ili"),
        (
            "محافظة حلب",
            "division:Aleppo",
            AREA,
            "محافظه",
        ),
        ("Aleppo countryside", "170063", AREA, "countryside"),
    ],
)
def test_words_beside_a_name_are_kept_and_make_it_coarser(
    text: str, place: str, precision: LocationPrecision, words: str
) -> None:
    found = gazetteer().match(text)[0]
    assert (found.id, found.precision, found.words) == (place, precision, words)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kubane", "kobane"),
        ("Menbij", "manbij"),
        ("Tel Abiad", "tell-abyad"),
        ("Mabrukah", "mabrouka"),
        ("Menbji, Aleppo", "manbij"),
        ("Hamdan village, Kobane", "kobane"),
        ("Kobane and Qamishli", "kobane"),
        ("Tell Abyad to Ras al-Ayn", "tell-abyad"),
        ("Kobani, Şanlıurfa", "kobane"),
    ],
)
def test_doubtful_texts_are_only_proposals(text: str, place: str) -> None:
    found = gazetteer().match(text)
    assert found[0].id == place
    assert all(match.must_be_confirmed for match in found)


@pytest.mark.parametrize("text", ["", " ", "...", "Syria", "Turkey", "west bank", "Washington, D.C."])
def test_what_names_none_of_our_places_is_not_matched(text: str) -> None:
    assert gazetteer().match(text) == ()


def test_two_places_of_one_name_are_both_returned() -> None:
    found = gazetteer().match("Derik")
    assert {match.id for match in found} == {"malikiyah", "316899"}
    assert outright(found) is None


def test_country_and_region_choose_between_places_of_one_name() -> None:
    assert matched("Derik", country="TUR") == "316899"
    assert matched("Derik", country="SYR") == "malikiyah"
    assert matched("Şêran") == ""
    assert matched("Şêran", admin="Afrin") == "sharran"
    assert matched("Şêran", admin="Ayn al-Arab") == "sheran"


@pytest.mark.parametrize("named", [{"country": "TUR"}, {"admin": "Ar-Raqqa"}, {"admin": "Ar-Raqqa governorate"}])
def test_a_place_elsewhere_than_its_row_says_is_only_a_proposal(named: dict[str, str]) -> None:
    (found,) = gazetteer().match("Kobane", **named)
    assert (found.id, found.how) == ("kobane", "near")


@pytest.mark.parametrize("admin", ["Aleppo", "Halab", "حلب", "Halep ili", "Kobane district", "Nowhere"])
def test_regions_count_in_every_spelling_and_not_where_unknown(admin: str) -> None:
    assert matched("Kobane", admin=admin) == "kobane"


def test_a_town_is_likelier_than_the_division_of_its_name() -> None:
    assert gazetteer().match("Aleppo")[0].id == "170063"
    assert "division:Aleppo" in [match.id for match in gazetteer().match("Aleppo")]


@given(st.text(max_size=60), st.sampled_from(["", "SYR", "TUR"]), st.text(max_size=20))
def test_any_text_can_be_looked_up(text: str, country: str, admin: str) -> None:
    found = gazetteer().match(text, country=country, admin=admin)
    assert len({match.id for match in found}) == len(found)


@cache
def all_names() -> frozenset[str]:
    """Return the folded names and spellings of our tables, whole and on either side of brackets, without articles."""
    names = {name for place in atlas().places for name in names_of(atlas(), place).values()}
    names |= {name for row in atlas().spellings for name in row.spellings}
    for kind, frame in (("town", geography().towns), ("division", geography().divisions), ("lake", geography().lakes)):
        ids = frame["geonameid"] if kind == "town" else frame["name"]
        for feature, name in zip(ids, frame["name"], strict=True):
            names |= {name, *names_of_feature(atlas(), kind, str(feature), name).values()}
    forms = {form for name in names for form in (name, *re.split("[(/)]", name))}
    return frozenset(without_articles(fold_name(form)) for form in forms)


@given(
    st.sampled_from(["Kobane", "Manbij", "Tell Abyad", "Qamishli"]),
    st.integers(0, 9),
    st.characters(codec="utf-8", categories=["Ll", "Lo"]),
)
def test_a_changed_letter_never_matches_in_silence(name: str, at: int, letter: str) -> None:
    place = at % len(name)
    text = f"{name[:place]}{letter}{name[place + 1 :]}"
    exact = [match for match in gazetteer().match(text) if not match.must_be_confirmed]
    assert not exact or without_articles(fold_name(text)) in all_names()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Syria", "SYR"),
        ("Sûriye", "SYR"),
        ("Suriye", "SYR"),
        ("سورية", "SYR"),
        ("Syrien", "SYR"),
        ("Syrie", "SYR"),
        ("Syrian Arab Republic", "SYR"),
        ("SY", "SYR"),
        ("syr", "SYR"),
        ("760", "SYR"),
        ("Turkey", "TUR"),
        ("TÜRKİYE", "TUR"),
        ("Türkei", "TUR"),
        ("Yemen (North Yemen)", "YEM"),
        ("Myanmar (Burma)", "MMR"),
        ("Belarus", "BLR"),
        ("Atlantis", ""),
        ("", ""),
    ],
)
def test_countries_are_known_by_name_and_code(name: str, code: str) -> None:
    assert country_code(name) == code


def test_countries_have_english_names() -> None:
    assert (country_name("SYR"), country_name("XXX")) == ("Syria", "XXX")
