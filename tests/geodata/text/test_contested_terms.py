"""In any text the pieces make it up again, and what is marked is a whole form of a wording, never in an address."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geodata.records.terms import Term
from geodata.text.contested_terms import Segment, contested_words, first_occurrences
from tests.project_data import atlas

ATLAS = atlas()
FORMS = sorted({form for term in ATLAS.terms for form in term.forms})
SMALL = [form for form in FORMS if form == form.lower()]
CAPITAL = [form for form in FORMS if form != form.lower()]
HAT = "\N{COMBINING CIRCUMFLEX ACCENT}"
A_FORM = st.sampled_from(FORMS)
BITS = st.sampled_from([" ", "-", ",", "\n", "x", HAT, "https://", "www.", "'s", "\u0648"])
TEXTS = st.lists(A_FORM | BITS | st.text(max_size=5), max_size=12).map("".join)
LETTERS = st.characters(categories=["L", "Nd"])


def cut(text: str) -> tuple[Segment, ...]:
    return contested_words(text, ATLAS.terms)


def marked(text: str) -> list[str]:
    return [segment.text for segment in cut(text) if segment.terms]


def plainly(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


@given(TEXTS)
def test_the_pieces_make_up_the_text(text: str) -> None:
    pieces = cut(text)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
    assert not any(one.terms == other.terms == () for one, other in pairwise(pieces))


@given(TEXTS)
def test_what_is_marked_is_a_form_of_each_of_its_wordings(text: str) -> None:
    for piece in cut(text):
        for term in piece.terms:
            small = {form for form in term.forms if form == form.lower()}
            assert plainly(piece.text) in term.forms or plainly(piece.text).casefold() in {
                form.casefold() for form in small
            }


@given(TEXTS)
def test_what_was_marked_is_marked_whole_again(text: str) -> None:
    for words in marked(text):
        assert marked(words) == [words]


@given(st.text(LETTERS, max_size=5), A_FORM, st.text(LETTERS, max_size=5))
def test_every_form_is_found_between_spaces(before: str, form: str, after: str) -> None:
    (piece,) = (piece for piece in cut(f"{before} | {form} | {after}") if piece.text == form)
    assert {term.id for term in piece.terms} >= {term.id for term in ATLAS.terms if form in term.forms}


@given(A_FORM, LETTERS | st.just("_") | st.just(HAT))
def test_a_part_of_a_word_is_not_found(form: str, letter: str) -> None:
    assert form not in marked(f"{form}{letter}")
    assert form not in marked(f"x{letter}{form}")


@given(
    A_FORM, st.sampled_from(["https://a.org/{}", "www.{}.org", "{}@a.org", "a.org/{}/b", "http://{}.example/x?y={}"])
)
def test_addresses_are_left_alone(form: str, address: str) -> None:
    word = "".join(letter for letter in form if letter.isascii() and letter.isalnum()) or "kobane"
    text = f"see {address.replace('{}', word)} there"
    assert marked(text) == []


def test_a_form_in_small_letters_is_found_in_any_case() -> None:
    assert {form for form in SMALL if marked(form.upper()) != [form.upper()]} == set()
    assert {form for form in SMALL if marked(form.title()) != [form.title()]} == set()


def test_a_form_with_capitals_is_found_only_with_them() -> None:
    assert {form for form in CAPITAL if form.lower() in marked(form.lower())} == set()
    assert marked("turkey and isis, but Turkey and ISIS") == ["Turkey", "ISIS"]


def test_letters_may_be_composed_or_not() -> None:
    for way in ("NFC", "NFD"):
        written = [unicodedata.normalize(way, form) for form in FORMS]
        assert [form for form in written if marked(form) != [form]] == []


def test_the_longest_wording_counts() -> None:
    assert marked("After Operation Peace Spring the so-called Syrian National Army came.") == [
        "Operation Peace Spring",
        "so-called Syrian National Army",
    ]


def test_lines_and_curly_apostrophes_are_no_hindrance() -> None:
    text = "the People\N{RIGHT SINGLE QUOTATION MARK}s\nProtection  Units"
    assert marked(text) == ["People\N{RIGHT SINGLE QUOTATION MARK}s\nProtection  Units"]


def test_names_are_found_in_arabic_and_before_a_possessive() -> None:
    assert marked("عين العرب، Turkey's") == ["عين العرب", "Turkey"]
    assert marked("عين العربي") == []


def test_without_wordings_nothing_is_marked() -> None:
    assert contested_words("the safe zone", ()) == (Segment("the safe zone"),)
    assert contested_words("the safe zone", [term.model_copy(update={"forms": ()}) for term in ATLAS.terms]) == (
        Segment("the safe zone"),
    )
    assert cut("") == ()


def test_a_form_is_text_and_not_a_pattern() -> None:
    term = Term(id="a", topic="b", wording="c", forms=("a.c (d*",), language="en", used_by="e", meaning="f")
    assert [piece.text for piece in contested_words("abc a.c (d* abc (d", [term]) if piece.terms] == ["a.c (d*"]


@given(st.lists(TEXTS, max_size=3))
def test_texts_read_together_are_marked_once_and_stay_whole(texts: list[str]) -> None:
    once = first_occurrences([cut(text) for text in texts])
    assert ["".join(piece.text for piece in pieces) for pieces in once] == texts
    found = [piece.terms for pieces in once for piece in pieces if piece.terms]
    assert len(found) == len(set(found))
    assert set(found) == {piece.terms for text in texts for piece in cut(text) if piece.terms}
