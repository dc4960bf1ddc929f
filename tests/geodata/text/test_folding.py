"""Whatever way a name is written, the same events are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodata.text.folding import fold, words_of
from geodata.text.selection import filter_events

if TYPE_CHECKING:
    from geodata.atlas import Atlas

# ruff: noqa: RUF001 - letters of other scripts are what is tested

KOBANE = (
    "Kobane", "kobani", "Kobanî", "Kobanê", "KOBANİ", "Ayn al-Arab", "Ain al-Arab", "Ayn el-Arap", "ayn al-ʿarab",
    "عين العرب", "عَيْنُ العَرَب", "عيـــن العرب", "كوباني", "کوبانی", "كوبانى", "کۆبانی", "Кобани",
)  # fmt: skip


@pytest.mark.parametrize("spelling", KOBANE)
def test_kobane_is_found_by_every_spelling(atlas: Atlas, spelling: str) -> None:
    found = filter_events(atlas, words=spelling).ids
    assert found == filter_events(atlas, words="Kobane").ids
    assert len(found) > 100


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Serê Kaniyê", "Ras al-Ayn"),
        ("رأس العين", "Resulayn"),
        ("Girê Spî", "Tell Abyad"),
        ("تل ابيض", "Tal Abyad"),
        ("Efrîn", "عفرين"),
        ("Menbic", "منبج"),
        ("Şanlıurfa", "sanliurfa"),
        ("IŞİD", "daesh"),
        ("Mürşitpınar", "مرشد بينار"),
        ("Öcalan", "ocalan"),
    ],
)
def test_other_names_have_all_their_spellings_too(atlas: Atlas, one: str, other: str) -> None:
    assert filter_events(atlas, words=one).ids == filter_events(atlas, words=other).ids != ()


def test_different_names_stay_different(atlas: Atlas) -> None:
    assert filter_events(atlas, words="Afrin").ids != filter_events(atlas, words="Kobane").ids
    assert filter_events(atlas, words="Ras al-Ayn").ids != filter_events(atlas, words="Ceylanpınar").ids


def test_several_words_mean_all_of_them(atlas: Atlas) -> None:
    both = set(filter_events(atlas, words="kobane wall").ids)
    assert both == set(filter_events(atlas, words="kobane").ids) & set(filter_events(atlas, words="wall").ids)
    assert 0 < len(both) < len(filter_events(atlas, words="kobane").ids)


def test_the_beginning_of_a_word_is_enough_but_not_its_end(atlas: Atlas) -> None:
    assert "border-wall-start-2015" in filter_events(atlas, words="reyhan").ids
    assert filter_events(atlas, words="eyhanli").ids == ()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("İSTANBUL ısı", "istanbul isi"),
        ("Şêxler, Çîya û Xwîn", "sexler, ciya u xwin"),
        ("Straße Łódź Ærø", "strasse lodz aero"),
        ("Da’esh", "daesh"),
        ("Kobane’s", "kobane"),
        ("أإآٱ", "اااا"),
        ("ة ى ی ک ۆ ێ ڕ ڵ ە", "ه ي ي ك و ي ر ل ه"),
        ("٢٠١٤ ۲۰۱۴", "2014 2014"),
        ("ﻛﻮﺑﺎﻧﻲ", "كوباني"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


def test_words_are_parted_at_every_sign() -> None:
    assert words_of("al-Bab/Jarabulus (2016)") == ("al", "bab", "jarabulus", "2016")
