"""What all visitors share is made once per state of the tables: atlas, areas, geography and the file of the map."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from geodata import areas, atlas, geography
from geodata.tables import TABLES
from geodata.teaching.reading import LESSONS, read_lessons
from timemap.app.mapfiles import publish
from timemap.document import render
from timemap.opening import opening_for

if TYPE_CHECKING:
    from datetime import date

    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.geography import Geography
    from geodata.teaching.lesson import Lesson


def load_atlas() -> Atlas:
    """Return what the tables say now; they are read again only after one of them was changed."""
    files = sorted(TABLES.glob("*.csv"))
    return _atlas(tuple((file.name, file.stat().st_mtime_ns) for file in files))


@st.cache_resource(max_entries=1, show_spinner=False)
def _atlas(stamp: tuple[tuple[str, int], ...]) -> Atlas:  # noqa: ARG001 (the stamp is the key of the cache)
    return atlas.load()


@st.cache_resource(show_spinner=False)
def load_geography() -> Geography:
    """Return land, water and borders."""
    return geography.load_geography()


def load_areas(known: Atlas) -> AreasInTime:
    """Return the areas that follow from ``known``."""
    return _areas(known.version, known)


@st.cache_resource(max_entries=1, show_spinner=False)
def _areas(version: str, _known: Atlas) -> AreasInTime:  # noqa: ARG001 (the version is the key of the cache)
    return areas.load_areas(_known, load_geography())


def load_lessons() -> tuple[Lesson, ...]:
    """Return the lessons as their files are now; what is wrong in one is left out of it."""
    files = sorted(LESSONS.glob("*.md"))
    return _lessons(tuple((file.name, file.stat().st_mtime_ns) for file in files))


@st.cache_resource(max_entries=1, show_spinner=False)
def _lessons(stamp: tuple[tuple[str, int], ...]) -> tuple[Lesson, ...]:  # noqa: ARG001 (the stamp is the key of the cache)
    return tuple(read.lesson for read in read_lessons())


def load_document(known: Atlas) -> str:
    """Return the address of the document of all events and lessons, as the app shows it."""
    return _document(known.version, load_lessons(), datetime.now(tz=UTC).date(), known)


@st.cache_resource(max_entries=1, show_spinner=False)
def _document(version: str, lessons: tuple[Lesson, ...], today: date, _known: Atlas) -> str:  # noqa: ARG001 (see above)
    opening = replace(opening_for(_known, today=today), lessons=lessons)
    return publish(render(_known, load_areas(_known), load_geography(), view=opening))
