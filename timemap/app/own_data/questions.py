"""Questions that a table leaves open, each with its possible answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from timemap.app import resources
from timemap.app.own_data import store
from timemap.app.own_data.widget_keys import short_key
from timemap.text.markdown import escape_markdown
from timemap.text.numbers import pluralize

if TYPE_CHECKING:
    from geodata.table_import.questions import Question
    from timemap.own_data.reading import ReadTable

SHOWN = 10
"""Questions that are shown at a time."""

_PLACE = "place"


def render_questions(read: ReadTable) -> None:
    """Draw the open questions; an answer is used at once."""
    questions, key = read.found.questions, read.brought.key
    if not questions:
        return
    with st.container(key="own-questions"):
        st.subheader(pluralize(len(questions), "open question", "open questions"), anchor=False)
        st.caption(
            "Until you answer, the first reading is used. Rows with a place that is not confirmed are not on the map."
        )
        for question in questions[:SHOWN]:
            with st.container(border=True):
                _render_question(read, question)
        usual = [each for each in questions if each.id != _PLACE]
        with st.container(horizontal=True, vertical_alignment="center"):
            if len(usual) > 1:
                st.button(
                    f"Confirm the first answer of all {len(usual)}",
                    key=f"own-usual-{key}-{len(questions)}",
                    on_click=_answer_all,
                    args=(key, {each.key: each.options[0].value for each in usual}),
                    help="Places are not confirmed by it.",
                )
            if len(questions) > SHOWN:
                st.caption(f"{len(questions) - SHOWN:,} more questions follow when these are answered.")


def _render_question(read: ReadTable, question: Question) -> None:
    key, name = read.brought.key, short_key(read.brought.key, question.key)
    labels = {option.value: option.label for option in question.options}
    previews = {option.value: "  \n".join(map(escape_markdown, option.preview)) for option in question.options}
    is_place = question.id == _PLACE
    used = "" if is_place else question.options[0].value

    def label(value: str) -> str:
        return escape_markdown(labels[value]) + (" **(used now)**" if value == used else "")

    chosen = st.radio(
        escape_markdown(question.text),
        list(labels),
        index=0,
        format_func=label,
        captions=[previews[value] for value in labels],
        key=f"own-question-{name}",
    )
    other = _other_place(name) if is_place else None
    st.button(
        "Use this answer",
        key=f"own-answer-{name}",
        type="primary",
        on_click=_answer_all,
        args=(key, {question.key: other or chosen or question.options[0].value}),
    )


def _other_place(name: str) -> str | None:
    """Draw the choice of any of our places; return the id of the chosen one."""
    places = {place.id: place.name for place in resources.load_atlas().places}
    chosen: str | None = st.selectbox(
        "Or another place",
        list(places),
        index=None,
        format_func=lambda place: places[place],
        key=f"own-other-{name}",
        placeholder="Choose a place of this map",
    )
    return chosen


def _answer_all(key: str, answers: dict[str, str]) -> None:
    brought = store.table(key)
    if brought is not None:
        recipe = brought.recipe
        store.answer(key, recipe.model_copy(update={"answers": recipe.answers | answers}))
