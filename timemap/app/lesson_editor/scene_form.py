"""Form of one scene: texts, map state, references, with problems."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from geodata.checks.lessons import LONGEST
from geodata.lessons.prose import strip_markdown as words_of
from timemap.app.lesson_editor import draft_session, options, picture_form, widgets
from timemap.state.fields import limit
from timemap.text.markdown import escape_markdown

if TYPE_CHECKING:
    from datetime import date

    from geodata.atlas import Atlas
    from timemap.lesson_drafts.draft import SceneDraft
    from timemap.lesson_drafts.validation import Checked


def render_scene_form(
    atlas: Atlas, scene: SceneDraft, place: int, checked: Checked, between: tuple[date, date]
) -> None:
    """Draw the form.

    Args:
        atlas: what is known.
        scene: what it shows.
        place: of the scene in the draft, from 0.
        checked: what is wrong.
        between: first and last day that can be chosen.
    """
    key, wrong = partial(draft_session.scene_field, scene), partial(checked.of_scene, place)
    widgets.summary(wrong(), _LABELS, "Picture")
    widgets.line(_LABELS["title"], key("title"), scene.title, wrong("title"))
    _sight(atlas, scene, place, checked, between)
    widgets.several(
        _LABELS["events"],
        key("events"),
        scene.events,
        options.events(atlas),
        wrong("events"),
        placeholder="Choose events",
    )
    widgets.lines(_LABELS["text"], key("text"), scene.text, wrong("text"), height=160, help=_MARKS)
    st.caption(_counted(scene.text, "text"))
    widgets.lines(_LABELS["question"], key("question"), scene.question, wrong("question"), height=80)
    st.caption(_counted(scene.question, "question"))
    picture_form.render_picture_form(scene, wrong)
    widgets.lines(_LABELS["teacher"], key("teacher"), scene.teacher, wrong("teacher"), height=100)
    with st.expander("Areas, terms, claims and sources", expanded=bool(wrong(*_REFERENCES))):
        for name in _REFERENCES:
            widgets.several(
                _LABELS[name],
                key(name),
                getattr(scene, name),
                getattr(options, name)(atlas),
                wrong(name),
                placeholder="None",
            )


_LABELS = {
    "title": "Title",
    "moment": "Date",
    "compare": "Compare with",
    "range": "From",
    "mode": "Events shown",
    "window": "Include events within (days)",
    "view": "Map view",
    "events": "Events behind this text",
    "text": "Text for pupils",
    "question": "Question",
    "teacher": "Notes for the teacher (pupils do not see them)",
    "areas": "Areas to outline on the map",
    "terms": "Contested terms in the text",
    "claims": "Claims of the article",
    "sources": "More sources",
}
"""Label of each field of a scene but those of its picture."""

_REFERENCES = ("areas", "terms", "claims", "sources")
"""Fields that are folded up at first."""

_MARKS = "Leave a blank line between paragraphs. You can use *emphasis* and [links](https://example.org)."

_BESIDE = "A second date, shown to the right of the divider. Leave empty to show one date."

_WHOLE = "First day of the date range. Leave empty for all years."


def _sight(atlas: Atlas, scene: SceneDraft, place: int, checked: Checked, between: tuple[date, date]) -> None:
    """Draw what the map shows in the scene."""
    key, wrong = partial(draft_session.scene_field, scene), partial(checked.of_scene, place)
    moment, compare = st.columns(2)
    with moment:
        widgets.day(_LABELS["moment"], key("moment"), scene.moment, between, wrong("moment"))
    with compare:
        widgets.day(_LABELS["compare"], key("compare"), scene.compare, between, wrong("compare"), help=_BESIDE)
    first, last = st.columns(2)
    with first:
        widgets.day(_LABELS["range"], key("first"), scene.first, between, wrong("range"), help=_WHOLE)
    with last:
        widgets.day("To", key("last"), scene.last, between)
    seen, around = st.columns(2)
    with seen:
        modes = list(options.MODES)
        mode = modes.index(scene.mode or ("day" if scene.moment else "range"))
        st.selectbox(_LABELS["mode"], modes, mode, format_func=options.MODES.__getitem__, key=key("mode"))
        widgets.note(wrong("mode"))
    with around:
        widgets.number(_LABELS["window"], key("window"), scene.window, (0, limit("window")), wrong("window"))
    waiting = draft_session.scene_being_recaptured() == scene
    if waiting:
        st.caption(f"Set up the map above, then press *Use this for scene {place + 1}* on it.")
    else:
        st.caption(_where(atlas, scene))
    widgets.note(wrong("view"))
    st.button(
        "Keep the date and map view" if waiting else "Update date and map view",
        key=key("retake"),
        on_click=draft_session.start_recapture,
        args=("" if waiting else scene.key,),
        help="Set up the map above, then press the button on it. The text of the scene does not change.",
    )


def _where(atlas: Atlas, scene: SceneDraft) -> str:
    """Return in words what part of the map is seen."""
    if scene.place:
        name = atlas.place(scene.place).name if atlas.has_place(scene.place) else scene.place
        return f"The map is centred on {escape_markdown(name)}, zoom {scene.zoom:g}."
    if scene.lat is None or scene.lon is None:
        return "No map view is set."
    return f"The map is centred on {scene.lat:.2f}° N, {scene.lon:.2f}° E, zoom {scene.zoom:g}."


def _counted(text: str, field: str) -> str:
    """Return how many words a text has and may have."""
    return f"{len(words_of(text).split())} of {LONGEST[field]} words"
