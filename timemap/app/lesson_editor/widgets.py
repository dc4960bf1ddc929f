"""Fields of the editor's forms, with their problems beside them.

What the draft holds is given as the value that the field has to begin with, never set in the session: the session's is
sent to the browser only once. A browser that builds the field anew, as when its reader leaves the page and is back
before the run for the page in between is over, would build it empty and tell that as what was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from timemap.lesson_drafts.validation import in_words
from timemap.text.markdown import escape_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date

    from geodata.io.problems import Problem


def note(problems: Iterable[Problem]) -> None:
    """Say what is wrong with the field above."""
    for words in dict.fromkeys(in_words(problem) for problem in problems):
        st.markdown(f":small[:red[:material/edit_note: {escape_markdown(words)}]]")


def summary(problems: Collection[Problem], labels: Mapping[str, str], other: str) -> None:
    """Name the fields of a form that have problems, as an alert before them.

    The messages stand beside the fields, where who listens to the page comes late.

    Args:
        problems: all of the form.
        labels: label of each field.
        other: what fields without one are called.
    """
    if problems:
        names = dict.fromkeys(labels.get(problem.column, other) for problem in problems)
        st.warning(f"See the messages beside these fields: {'; '.join(names)}.", icon=":material/edit_note:")


def line(label: str, key: str, value: str, problems: Iterable[Problem] = (), **options: Any) -> None:  # noqa: ANN401 - Streamlit's own
    """Draw a field of one line."""
    st.text_input(label, value, key=key, **options)
    note(problems)


def lines(label: str, key: str, value: str, problems: Iterable[Problem] = (), **options: Any) -> None:  # noqa: ANN401 - Streamlit's own
    """Draw a field of several lines."""
    st.text_area(label, value, key=key, **options)
    note(problems)


def number(label: str, key: str, value: int | None, between: tuple[int, int], problems: Iterable[Problem] = ()) -> None:
    """Draw a field for a whole number, which may be empty."""
    least, most = between
    within = value if value is None else min(max(value, least), most)
    st.number_input(label, min_value=least, max_value=most, value=within, step=1, key=key)
    note(problems)


def day(
    label: str,
    key: str,
    value: date | None,
    between: tuple[date, date],
    problems: Iterable[Problem] = (),
    **options: Any,  # noqa: ANN401 - Streamlit's own
) -> None:
    """Draw a field for a day, which may be empty."""
    least, most = (min(between[0], value), max(between[1], value)) if value else between
    st.date_input(label, value=value, min_value=least, max_value=most, format="DD/MM/YYYY", key=key, **options)
    note(problems)


def several(
    label: str,
    key: str,
    value: Sequence[str],
    names: Mapping[str, str],
    problems: Iterable[Problem] = (),
    **options: Any,  # noqa: ANN401 - Streamlit's own
) -> None:
    """Draw a field that chooses some of the ids in ``names``.

    An unknown one that is chosen stays and shows its id.
    """
    options_shown = [*names, *(name for name in value if name not in names)]
    naming: Callable[[str], str] = lambda name: names.get(name, name)  # noqa: E731 - typed for the widget
    st.multiselect(label, options_shown, list(value), format_func=naming, key=key, wrap=True, **options)
    note(problems)
