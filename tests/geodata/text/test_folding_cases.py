"""Python and the page fold text into the very same, whatever is written in it."""

from __future__ import annotations

import json
import shutil
import subprocess
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.text.folding import fold, letters, words_of
from tests.paths import CASES, ROOT

TABLE: dict[str, Any] = json.loads((CASES / "folding.json").read_text(encoding="utf-8"))
"""What both languages agree on; tests/web/folding.test.js reads it, too."""

STANDING = {letter: other for other, all_of_it in letters().items() for letter in all_of_it}

MIXED = "sS'\u2019`\u00b4\u02bf _-\u200c\u0301\u064e\u0640\u0621"
"""Characters whose neighbours matter."""
LETTERS = st.characters(exclude_categories=("Cs", "Cn", "Co")) | st.sampled_from(MIXED) | st.sampled_from([*STANDING])


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: f"{case['what']}: {case['text']!a}")
def test_a_text_folds_as_the_table_says(case: dict[str, Any]) -> None:
    assert fold(case["text"]) == case["folded"]
    assert list(words_of(case["text"])) == case["words"]


def test_the_letters_of_the_table_are_ours() -> None:
    told = {letter: other for other, all_of_it in TABLE["letters"].items() for letter in all_of_it}
    assert told.items() <= STANDING.items()
    parts = {part for case in TABLE["cases"] for part in unicodedata.normalize("NFKD", case["text"])}
    assert parts & STANDING.keys() <= told.keys()


@given(st.text(LETTERS))
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(max_examples=5, deadline=None)
@given(st.lists(st.text(LETTERS, min_size=1), min_size=200))
def test_the_page_folds_any_text_as_python_does(texts: list[str]) -> None:
    node = shutil.which("node")
    assert node is not None
    asked = json.dumps({"letters": letters(), "texts": texts})
    command = [node, str(ROOT / "tests" / "web" / "fold_texts.js")]
    answer = subprocess.run(command, input=asked, capture_output=True, text=True, encoding="utf-8", check=True)
    told = json.loads(answer.stdout)
    differing = [(text, one) for text, one in zip(texts, told, strict=True) if one != [fold(text), [*words_of(text)]]]
    assert differing == []
