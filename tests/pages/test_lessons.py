"""The page of lessons lists every lesson with its facts, and each can be started."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from geodata.dates.wording import day_in_words
from tests import project_data
from tests.pages.app import entered
from timemap.text.markdown import escape_markdown

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

LESSONS = [read.lesson for read in project_data.lessons()]


def opened() -> AppTest:
    return entered("lessons")


def test_every_lesson_is_listed_with_its_facts_and_aims() -> None:
    app = opened()
    assert [row.value for row in app.header] == [escape_markdown(lesson.title) for lesson in LESSONS]
    captions = [row.value for row in app.caption]
    for lesson, caption in zip(LESSONS, captions, strict=True):
        assert "Age " + str(lesson.age).replace("-", "\N{EN DASH}") in caption
        assert f"{lesson.minutes} minutes" in caption
        assert f"{len(lesson.scenes)} scenes" in caption
    shown = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", "\n".join(row.value for row in app.markdown)).replace("\\", "")
    assert "wording=" in "\n".join(row.value for row in app.markdown)
    for lesson in LESSONS:
        for aim in lesson.aims:
            assert aim.split(".")[0][:30] in shown


def test_lessons_stand_in_the_order_of_time_each_with_a_picture_of_its_first_map() -> None:
    days = [lesson.scenes[0].day for lesson in LESSONS]
    assert days == sorted(days)
    pictures = [row.proto.body for row in opened().get("html") if "lesson-picture/" in row.proto.body]
    assert [re.findall(r"lesson-picture/([\w-]+)\.png", picture) for picture in pictures] == [
        [lesson.id] for lesson in LESSONS
    ]
    for picture, day in zip(pictures, days, strict=True):
        assert f'alt="Map of {day_in_words(day)}"' in picture


def test_start_leads_into_the_lesson_on_the_whole_window() -> None:
    links = [link.proto for link in opened().get("page_link") if link.proto.label.startswith("Start")]
    assert [link.query_string for link in links] == [f"lesson={lesson.id}&presenting=yes" for lesson in LESSONS]


def test_every_lesson_can_be_printed_for_the_class_and_for_the_teacher() -> None:
    data = [json.loads(row.proto.json) for row in opened().get("bidi_component") if "handout/" in row.proto.json]
    sheets = [[address.split("/")[1:] for address, _ in one["sheets"]] for one in data]
    wanted = [[[lesson.id, sheet, "a4"] for sheet in ("short", "worksheet", "notes")] for lesson in LESSONS]
    assert sheets == wanted
