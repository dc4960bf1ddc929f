"""A marked text reads as before, its words lead to who says what, and nothing in it becomes markup."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from geodata.text.contested_terms import contested_words
from tests.project_data import atlas
from timemap.app.components.contested_terms import mark_terms, wordings

ATLAS = atlas()
FORMS = sorted({form for term in ATLAS.terms for form in term.forms})
LETTERS = st.characters(exclude_characters="\0")
"""All but the sign that Markdown itself replaces."""
WORDS = st.sampled_from([*FORMS, " ", "*", "[", "](", "`"])
TEXTS = st.lists(WORDS | st.text(LETTERS, max_size=6)).map("".join)
JOINER = "\N{WORD JOINER}"


def parsed(markdown: str) -> tuple[str, list[str]]:
    """Return the text of a line of Markdown, and the addresses of its links."""
    tokens = MarkdownIt().parseInline(markdown)[0].children or []
    text = "".join(token.content for token in tokens if token.type in {"text", "text_special"})
    return text.replace(JOINER, ""), [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]


@given(TEXTS)
def test_a_marked_text_reads_as_before(text: str) -> None:
    (markdown,) = mark_terms(ATLAS, text)
    tokens = MarkdownIt().parseInline(markdown)[0].children or []
    assert {token.type for token in tokens} <= {"text", "text_special", "link_open", "link_close"}
    assert parsed(markdown)[0].split() == text.replace(JOINER, "").split()


@given(TEXTS)
def test_each_link_names_the_wordings_that_stand_behind_its_word(text: str) -> None:
    line = " ".join(text.split())
    expected = dict.fromkeys(piece.terms for piece in contested_words(line, ATLAS.terms) if piece.terms)
    links = [urlsplit(address) for address in parsed(mark_terms(ATLAS, text)[0])[1]]
    assert [parse_qs(link.query)["wording"] for link in links] == [
        [",".join(term.id for term in terms)] for terms in expected
    ]
    assert {link.path for link in links} <= {"./sources_and_words"}


def test_texts_that_are_read_together_are_marked_once() -> None:
    first, second = mark_terms(ATLAS, "a safe zone", "the safe zone and an incursion")
    assert (first.count("wording="), second.count("wording=")) == (1, 1)
    assert "held-safe-zone" in first
    assert "ops-incursion" in second


def test_the_browser_is_told_every_wording_with_who_uses_it_and_a_source() -> None:
    told = [wording for topic in wordings(ATLAS) for wording in topic["wordings"]]
    assert sorted(one["id"] for one in told) == sorted(term.id for term in ATLAS.terms)
    assert all(one["text"] and one["usedBy"] and one["source"] for one in told)
    assert all(re.match("https?://", one["address"]) for one in told)
    assert {one["direction"] for one in told if one["language"] == "ar"} == {"rtl"}
    assert len(json.dumps(wordings(ATLAS))) < 100_000
