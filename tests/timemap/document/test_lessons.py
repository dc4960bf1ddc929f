"""A lesson reaches the document with days as numbers, places as points and texts as safe HTML."""

from __future__ import annotations

import json
from base64 import b64decode
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.dates.iso import day_number
from geodata.lessons.image import prepare
from geodata.lessons.model import GlossaryTerm, Lesson, Scene, SceneViewport
from geodata.lessons.picture import ScenePicture
from geodata.lessons.prose import fault_of
from tests import project_data
from tests.images import drawn, saved
from timemap.document.lessons import html_of, lesson_data

if TYPE_CHECKING:
    from geodata.atlas import Atlas

ALLOWED = {
    "p": set(), "ul": set(), "ol": {"start"}, "li": set(), "blockquote": set(), "em": set(), "strong": set(),
    "code": set(), "br": set(), "a": {"href", "title", "target", "rel"},
}  # fmt: skip
SIGNS = "ab \n<>/&;:\"'()[]!*_`-.=\\htpsx#"


class Tags(HTMLParser):
    """Collects elements and their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.found.append((tag, dict(attrs)))


def lesson_with(scene: Scene, **fields: object) -> Lesson:
    return Lesson.model_validate({"id": "a", "title": "A", "scenes": (scene,)} | fields)


def test_days_views_and_references_are_resolved(atlas: Atlas) -> None:
    scene = Scene(
        title="A",
        moment=date(2014, 10, 6),
        compare=date(2014, 10, 21),
        days=(date(2014, 10, 1), date(2014, 10, 31)),
        view=SceneViewport(place="kobane", zoom=12),
        events=("black-flags-raised", "nothing-of-the-kind"),
        areas=("isis", "afrin-area", "nobody"),
        text="See *here*.",
    )
    (made,) = lesson_data(atlas, lesson_with(scene))["scenes"]
    assert (made["moment"], made["compare"]) == (day_number(date(2014, 10, 6)), day_number(date(2014, 10, 21)))
    assert made["range"] == [day_number(date(2014, 10, 1)), day_number(date(2014, 11, 1))]
    kobane = atlas.place("kobane")
    assert made["view"] == {"lat": kobane.lat, "lon": kobane.lon, "zoom": 12}
    assert made["events"] == ["black-flags-raised"]
    assert made["areas"] == ["isis", "afrin-area"]
    assert made["text"] == "<p>See <em>here</em>.</p>\n"
    assert (made["question"], made["teacher"]) == ("", "")


def test_an_event_is_found_by_its_earlier_id(atlas: Atlas) -> None:
    event = next(event for event in atlas.events if event.former_id)
    scene = Scene(
        title="A", moment=event.start, view=SceneViewport(lat=36, lon=38), events=(event.former_id,), text="x"
    )
    assert lesson_data(atlas, lesson_with(scene))["scenes"][0]["events"] == [event.id]


def test_a_place_that_is_not_known_gives_the_first_view(atlas: Atlas) -> None:
    scene = Scene(title="A", moment=date(2014, 10, 6), view=SceneViewport(place="nowhere", zoom=9), text="x")
    lat, lon, _ = atlas.setting_numbers("opening-view")
    assert lesson_data(atlas, lesson_with(scene))["scenes"][0]["view"] == {"lat": lat, "lon": lon, "zoom": 9}


def test_words_say_who_uses_them(atlas: Atlas) -> None:
    scene = Scene(title="A", moment=date(2014, 10, 6), view=SceneViewport(lat=36, lon=38), text="x")
    words = (
        GlossaryTerm(term="wall-shame"),
        GlossaryTerm(term="no-such-term"),
        GlossaryTerm(word="canton", explanation="A district."),
    )
    shame, canton = lesson_data(atlas, lesson_with(scene, words=words))["words"]
    assert (shame["word"], shame["term"], bool(shame["usedBy"])) == ("wall of shame", "wall-shame", True)
    assert canton == {"word": "canton", "explanation": "A district.", "usedBy": "", "term": ""}


@pytest.mark.parametrize("read", project_data.lessons(), ids=lambda read: read.file)
def test_our_lessons_lose_nothing_on_their_way(atlas: Atlas, read: object) -> None:
    lesson = read.lesson  # type: ignore[attr-defined]
    made = json.loads(json.dumps(lesson_data(atlas, lesson), ensure_ascii=False))
    for scene, entry in zip(lesson.scenes, made["scenes"], strict=True):
        for field in ("events", "areas", "terms", "claims"):
            assert entry[field] == list(getattr(scene, field))
        assert len(entry["sources"]) == len(scene.sources)
        assert (entry["compare"] is None) == (scene.compare is None)
        assert entry["text"]
        assert bool(entry["question"]) == bool(scene.question)
    assert len(made["words"]) == len(lesson.words)
    assert len(made["sources"]) == len(lesson.sources)


@pytest.mark.parametrize(
    "prose",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '[a](https://example.org/"onclick="alert(1))',
        "[a](https://example.org 'x\" onclick=\"alert(1)')",
        "<https://example.org/?a=<b>&c>",
        "*a <b onclick=x>*",
    ],
)
def test_html_in_a_text_stays_text(prose: str) -> None:
    assert fault_of(prose) == ""
    assert_safe(html_of(prose))


@given(st.text(st.sampled_from(SIGNS), max_size=60).filter(lambda text: not fault_of(text)))
def test_no_prose_becomes_other_html(prose: str) -> None:
    assert_safe(html_of(prose))


@pytest.mark.parametrize(
    "prose", ["[a](javascript:alert(1))", "[a](data:text/html,x)", "[a](//example.org)", "![a](b)"]
)
def test_links_elsewhere_and_pictures_are_refused_or_stay_text(prose: str) -> None:
    assert fault_of(prose) or not any(tag in {"a", "img"} for tag, _ in Tags(html_of(prose)).found)


def assert_safe(html: str) -> None:
    """Assert that HTML has only elements and attributes that prose may have, and only links to the web."""
    for tag, attributes in Tags(html).found:
        assert tag in ALLOWED
        assert set(attributes) <= ALLOWED[tag]
        if tag == "a":
            assert (attributes["href"] or "").startswith(("http://", "https://"))
            assert (attributes["target"], attributes["rel"]) == ("_blank", "noopener")


def test_what_is_not_safe_is_found() -> None:
    for html in ("<script>", "<p onclick='x'>", "<a href='javascript:x' target='_blank' rel='noopener'>"):
        with pytest.raises(AssertionError):
            assert_safe(html)


def test_a_picture_travels_in_the_document_with_its_words_and_size(atlas: Atlas) -> None:
    image = prepare(saved(drawn(320, 200)))
    assert isinstance(image, bytes)
    picture = ScenePicture(
        file="a.jpg", caption="A <b>bridge</b>", credit="Us", licence="CC0", alt="A river", image=image
    )
    scene = Scene(title="A", moment=date(2014, 10, 6), view=SceneViewport(lat=36, lon=38), text="x", picture=picture)
    bare = scene.model_copy(update={"picture": None, "title": "B"})
    pictured, without = lesson_data(atlas, lesson_with(scene, scenes=(scene, bare)))["scenes"]
    assert "picture" not in without
    made = pictured["picture"]
    assert b64decode(made.pop("src").removeprefix("data:image/webp;base64,")) == image
    words = {"caption": "A <b>bridge</b>", "credit": "Us", "licence": "CC0", "alt": "A river"}
    assert made == words | {"width": 320, "height": 200}
