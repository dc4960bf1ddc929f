"""Field for the day whose values all charts of a section give."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from geodata.dates.iso import iso_day
from geodata.dates.wording import day_in_words
from timemap.charts.sentences import map_link

if TYPE_CHECKING:
    from datetime import date

    from timemap.charts.section import ChartSection

WIDTH = 200
"""CSS pixels of the field."""


def render_day_field(section: ChartSection) -> date | None:
    """Draw the field, with a link to the map on the day.

    Return the day, or None where none of the span is typed.
    """
    first, last = section.span.start, section.span.last_day or section.span.start
    example = day_in_words(first)
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"asked-{section.id}"):
        written = st.text_input("Values on a date", placeholder=example, key=f"asked-day-{section.id}", width=WIDTH)
        if not written.strip():
            return None
        day = read_day(written)
        if day is None or not section.span.covers(day):
            st.markdown(f"Type a date from {day_in_words(first)} to {day_in_words(last)}, such as {example}.")
            return None
        st.markdown(map_link(day))
    return day


def read_day(text: str) -> date | None:
    """Return the day that a text means, the day before the month.

    Of a month its first day. None where it means none.

    >>> [read_day(text) == iso_day("2014-10-06") for text in ("6/10/2014", "6 Oct 2014", "2014-10-06", "06.10.2014")]
    [True, True, True, True]
    >>> read_day("October 2014"), read_day("soon")
    (datetime.date(2014, 10, 1), None)
    """
    if day := iso_day(text.strip()):
        return day
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # each text has a form of its own
        parsed = pd.to_datetime(text, dayfirst=True, errors="coerce")
    return None if pd.isna(parsed) else parsed.date()
