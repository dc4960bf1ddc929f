"""A recipe keeps answers and corrections, and says what is wrong with one that is none."""

from __future__ import annotations

import numpy as np
import pytest

from geodata.table_import.recipe import LONGEST, Correction, Recipe, RecipeError, corrected, read_recipe
from geodata.table_import.sheets import Sheet

SHEET = Sheet(
    "", ("place", "deaths"), (["Kobani", "Kobani", None, "Manbij"], ["1", "x", "x", 1]), np.array([2, 3, 4, 6])
)


def test_it_is_read_as_it_was_written() -> None:
    recipe = Recipe(columns={"Datum": "start"}, accepted=("deaths",)).with_answer("encoding", "cp1254")
    recipe = recipe.with_correction(Correction(column="deaths", typed="x", meant="", row=3))
    assert read_recipe(recipe.json_text()) == recipe
    assert read_recipe("{}") == Recipe()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "expected a recipe in JSON"),
        ("[]", "the recipe: expected another value"),
        ('{"answers": {"encoding": 5}}', "answers.encoding: expected another value"),
        ('{"recipe": 2}', "recipe: expected another value"),
        ('{"corrections": [{"column": "a", "typed": "b", "meant": "c", "row": 0}]}', "corrections.0.row"),
        ("1" * (LONGEST + 1), "at most 5,000,000 characters, got 5,000,001"),
    ],
)
def test_one_that_is_none_is_refused_with_the_place(text: str, said: str) -> None:
    with pytest.raises(RecipeError, match=said):
        read_recipe(text)


def test_a_correction_holds_for_one_row_or_for_all_and_the_row_comes_first() -> None:
    everywhere = Correction(column="deaths", typed="x", meant="4")
    one = Correction(column="deaths", typed="x", meant="", row=4)
    name = Correction(column="place", typed="Kobani", meant="Kobane")
    elsewhere = Correction(column="nowhere", typed="x", meant="y")
    recipe = Recipe(corrections=(everywhere, one, name, elsewhere))
    changed = corrected(SHEET, recipe)
    assert [list(cells) for cells in changed.columns] == [["Kobane", "Kobane", None, "Manbij"], ["1", "4", None, 1]]
    assert (changed.header, changed.numbers.tolist()) == (SHEET.header, [2, 3, 4, 6])
    assert recipe.with_correction(everywhere.model_copy(update={"meant": "5"})).corrections[-1].meant == "5"
    assert len(recipe.with_correction(everywhere.model_copy(update={"meant": "5"})).corrections) == 4
