"""Page "Lessons": what each is about, its start, and its handouts."""

from dataclasses import replace
from html import escape

import streamlit as st

from geodata.atlas import Atlas
from geodata.lessons.model import Lesson
from geodata.lessons.prose import strip_markdown as words_of
from geodata.lessons.writer import has_pictures, lesson_file
from timemap.app import resources, session
from timemap.app.components import contested_terms, handout_buttons
from timemap.app.page_files import page_file
from timemap.document.render import render
from timemap.handouts.imprint import Paper
from timemap.handouts.lesson_thumbnail import HEIGHT, WIDTH, picture_words
from timemap.state.initial import initial_state
from timemap.text import page_texts
from timemap.text.markdown import escape_markdown


def facts(lesson: Lesson) -> str:
    """Return age, time and length of a lesson in words."""
    parts = [
        f"Age {lesson.ages}" if lesson.age else "",
        f"{lesson.minutes} minutes" if lesson.minutes else "",
        f"{len(lesson.scenes)} scenes",
    ]
    return ", ".join(part for part in parts if part)


def picture(atlas: Atlas, lesson: Lesson) -> None:
    """Draw the map of the first scene.

    The server makes it when the browser asks for it.
    """
    address = f"lesson-picture/{lesson.id}.png?version={atlas.version}"
    size = f'width="{WIDTH}" height="{HEIGHT}" loading="lazy"'
    image = f'<img class="lesson-picture" src="{address}" alt="{escape(picture_words(lesson))}" {size}>'
    st.html(f'<div class="lesson-picture-box"><span aria-hidden="true">Drawing the map…</span>{image}</div>')


def take_along(atlas: Atlas, lesson: Lesson) -> None:
    """Offer the lesson as files."""

    def document() -> bytes:
        opening = replace(initial_state(atlas, today=session.today()), lessons=(lesson,), lesson=lesson.id)
        return render(resources.load_dataset(atlas), view=opening).encode()

    st.download_button(
        "Map and lesson as one file (HTML)",
        document,
        f"{lesson.id}.html",
        "text/html",
        on_click="ignore",
        key=f"document-{lesson.id}",
        help="Works offline, for example from a USB stick.",
    )
    pictured = has_pictures(lesson)
    st.download_button(
        "Text and pictures of the lesson (zip)" if pictured else "Text of the lesson (Markdown)",
        lambda: lesson_file(lesson, lesson.id)[1],
        f"{lesson.id}.zip" if pictured else f"{lesson.id}.md",
        "application/zip" if pictured else "text/markdown",
        on_click="ignore",
        key=f"markdown-{lesson.id}",
        help="To edit, or to use as a model for your own lesson.",
    )


def draw(atlas: Atlas, lesson: Lesson, paper: Paper) -> None:
    """Draw one lesson of the list; its handouts are for ``paper``."""
    with st.container(border=True, key=f"lesson-{lesson.id}"):
        if lesson.scenes:
            shown, told = st.columns([2, 5], gap="medium")
            with shown:
                picture(atlas, lesson)
        else:
            told = st.container()
        with told:
            st.header(escape_markdown(lesson.title), anchor=False)
            st.caption(facts(lesson))
            st.page_link(
                page_file("map"),
                label=f"Start: {lesson.title}",
                icon=":material/play_arrow:",
                query_params={"lesson": lesson.id, "presenting": "yes"},
            )
            text, *aims = contested_terms.mark_terms(atlas, words_of(lesson.text), *lesson.aims)
            st.markdown(text)
            if aims:
                st.markdown("\n".join(f"- {aim}" for aim in aims))
        with st.expander("Scenes and downloads"):
            st.markdown(
                "\n".join(f"{number}. {escape_markdown(scene.title)}" for number, scene in enumerate(lesson.scenes, 1))
            )
            if lesson.scenes:
                handout_buttons.render_handout_buttons(lesson, paper)
            with st.container(horizontal=True):
                take_along(atlas, lesson)


def page() -> None:
    """Draw the page."""
    atlas, lessons = resources.load_atlas(), resources.load_lessons()
    st.title("Lessons", anchor=False)
    st.markdown(page_texts.LESSONS)
    with st.container(key="write-own"):
        st.page_link(page_file("write_a_lesson"), label="Write your own lesson", icon=":material/edit:")
    if not lessons:
        st.info(page_texts.NO_LESSONS)
    paper = st.segmented_control(
        "Paper size", list(Paper), format_func=page_texts.PAPER_NAMES.__getitem__, default=Paper.A4, required=True
    )
    for lesson in lessons:
        draw(atlas, lesson, paper or Paper.A4)
    contested_terms.render_term_notes(atlas)


page()
