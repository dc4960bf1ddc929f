"""Answers and changes so far, each of which can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geodata.table_import.recipe import LONGEST, Recipe, RecipeError, read_recipe
from timemap.app.own_data import store
from timemap.own_data import mending
from timemap.own_data.added_events import RECIPE
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timemap.own_data.brought_table import BroughtTable

SHOWN = 50
"""Answers and changes that are listed."""

_WORDS = {
    "encoding": "Encoding",
    "delimiter": "Between cells",
    "decimal": "Decimal sign",
    "sheet": "Sheet",
    "header": "Row with the names of columns",
    "date-order": "Order of dates",
    "calendar": "Calendar",
    "coordinate-order": "Order of coordinates",
    "place": "Place",
    "column": "Column",
}
"""Kinds of questions, in words."""

_EDITION = "own-recipes"
_LONGEST_SHOWN = 100


def render_answers(brought: BroughtTable) -> None:
    """List answers and changes, and offer to use those of another table."""
    base = RECIPE if brought.origin == "added" else Recipe()
    changes = list(_changes(brought.recipe, base))
    with st.expander(f"Answers and changes so far: {format_number(len(changes))}", key="own-answers"):
        for number, (said, without) in enumerate(changes[:SHOWN]):
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(said)
                st.button(
                    "Undo",
                    key=f"own-undo-{brought.key}-{len(changes)}-{number}",
                    on_click=store.answer,
                    args=(brought.key, without),
                )
        if len(changes) > SHOWN:
            st.caption(f"{len(changes) - SHOWN:,} more are not listed.")
        if len(changes) > 1:
            st.button("Undo all", key=f"own-undo-all-{brought.key}", on_click=store.answer, args=(brought.key, base))
        if brought.origin != "added":
            _render_recipe(brought)


def _render_recipe(brought: BroughtTable) -> None:
    """Offer to use a recipe that was saved for a table of the same kind."""
    edition = st.session_state.get(_EDITION, 0)
    file = st.file_uploader(
        "Use the answers of an earlier table (recipe, JSON)",
        ["json"],
        max_upload_size=max(1, LONGEST // 1_000_000),
        key=f"own-recipe-{brought.key}-{edition}",
    )
    if file is None:
        return
    try:
        recipe = read_recipe(file.getvalue().decode("utf-8"))
    except (RecipeError, UnicodeDecodeError) as error:
        said = str(error) if isinstance(error, RecipeError) else "expected UTF-8 text"
        st.error(f"Could not use {escape_markdown(file.name)}: {escape_markdown(said)}.", icon=":material/error:")
        return
    store.answer(brought.key, recipe)
    st.session_state[_EDITION] = edition + 1
    st.rerun()


def _shown(text: str) -> str:
    return escape_markdown(text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…")


def _changes(recipe: Recipe, base: Recipe) -> Iterator[tuple[str, Recipe]]:
    """Yield each answer and change in words, with the recipe without it; those of the base are left out."""
    for key, value in recipe.answers.items():
        if base.answers.get(key) == value:
            continue
        kind, _, subject = key.partition(":")
        words = _WORDS.get(kind, kind)
        about = f"{words} ({_shown(subject)})" if subject else words
        yield (
            f"{_shown(about) if not subject else about}: {_shown(value)}",
            mending.without_answer(recipe, key),
        )
    for each in recipe.corrections:
        rest = tuple(other for other in recipe.corrections if other is not each)
        where = f"Row {format_number(each.row)}" if each.row else "Everywhere"
        said = f"{where}, column {_shown(each.column)}: “{_shown(each.typed)}” is now "
        meant = f"“{_shown(each.meant)}”" if each.meant else "empty"
        yield said + meant, recipe.model_copy(update={"corrections": rest})
    for accepted in recipe.accepted_values:
        kept = tuple(other for other in recipe.accepted_values if other is not accepted)
        where = f"Row {format_number(accepted.row)}" if accepted.row else "Everywhere"
        column = f", column {_shown(accepted.column)}" if accepted.column else ""
        said = f"{where}{column}: “{_shown(accepted.value)}” is left out"
        yield said, recipe.model_copy(update={"accepted_values": kept})
    for name in recipe.accepted:
        rest_names = tuple(other for other in recipe.accepted if other != name)
        said = f"Problems of column {_shown(name)} are not listed"
        yield said, recipe.model_copy(update={"accepted": rest_names})
    if recipe.columns != base.columns:
        yield "Columns were chosen", recipe.model_copy(update={"columns": base.columns})
