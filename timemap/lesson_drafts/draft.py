"""Draft of a lesson: values as typed, changed only by copy."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from geodata.io.tables import columns_of
from geodata.lessons.model import USUAL_WINDOW, USUAL_ZOOM, Scene

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geodata.records.view_limits import Mode
    from timemap.lesson_drafts.picture import PictureDraft

USUAL_LANGUAGE = "en"
"""Language of the texts of a lesson that names none."""


def new_key() -> str:
    """Return a name that no other scene has."""
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class SceneDraft:
    """One scene as typed.

    What has the name of a column of `geodata.lessons.model.Scene` is that of the file.
    """

    key: str = field(default_factory=new_key)
    """By what the scene is known while it is written; not kept in the file."""

    title: str = ""
    moment: date | None = None
    compare: date | None = None
    """Day that is seen beside it; empty where one day is seen."""

    first: date | None = None
    """First day of the range; empty for the whole story."""

    last: date | None = None
    """Last day of the range."""

    mode: Mode | None = None
    """Empty for what is usual: the day, or the range where there is no moment."""

    window: int | None = USUAL_WINDOW
    lat: float | None = None
    lon: float | None = None
    place: str = ""
    """Id of the place in the middle, in place of a point."""

    zoom: float = USUAL_ZOOM
    events: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    text: str = ""
    picture: PictureDraft | None = None
    question: str = ""
    teacher: str = ""

    @property
    def values(self) -> dict[str, object]:
        """What is typed but for the picture, by the names that it has in the file.

        What is empty is left out.
        """
        middle: dict[str, object] = {"place": self.place} if self.place else {"lat": self.lat, "lon": self.lon}
        seen = self.place or self.lat is not None
        days = [day for day in (self.first, self.last) if day]
        values: dict[str, object] = {name: getattr(self, name) for name in AS_IN_FILE}
        values |= {"range": days, "view": middle | {"zoom": self.zoom} if seen else None}
        return {name: value for name, value in values.items() if value not in (None, "", (), [])}


AS_IN_FILE = tuple(
    field.name for field in fields(SceneDraft) if field.name in columns_of(Scene) and field.name != "picture"
)
"""What a draft and the file of a lesson call by the same name; range, view and picture are in other parts."""

OF_THE_MAP = ("moment", "compare", "first", "last", "mode", "window", "lat", "lon", "place", "zoom")
"""What a scene takes from the map."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole lesson as typed."""

    title: str = ""
    language: str = USUAL_LANGUAGE
    age: str = ""
    minutes: int | None = None
    aims: str = ""
    """One on each line."""

    terms: tuple[str, ...] = ()
    """Words to know that are in the table of terms."""

    words: str = ""
    """Other words to know, one on each line: the word, a colon, its explanation."""

    order: tuple[str, ...] = ()
    """Words to know in the order of the file that the draft came from: ids of terms, and words; others follow them."""

    sources: tuple[str, ...] = ()
    text: str = ""
    teacher: str = ""
    scenes: tuple[SceneDraft, ...] = ()

    @property
    def values(self) -> dict[str, object]:
        """What is typed for the lesson itself, by name in the file.

        What is empty is left out.
        """
        values: dict[str, object] = {
            "title": self.title,
            "language": self.language,
            "age": self.age,
            "minutes": self.minutes,
            "aims": lines_of(self.aims),
            "words": self.words_to_know,
            "sources": self.sources,
            "text": self.text,
            "teacher": self.teacher,
        }
        return {name: value for name, value in values.items() if value not in (None, "", (), [])}

    @property
    def words_to_know(self) -> list[str | dict[str, str]]:
        """Glossary of the draft: ids of terms, and words with explanations.

        Those of the file come first in its order, then terms, then words.
        """
        places = {name: place for place, name in enumerate(self.order)}
        words: list[str | dict[str, str]] = [*self.terms, *(_word(line) for line in lines_of(self.words))]
        return sorted(words, key=lambda word: places.get(name_of(word), len(places)))

    @property
    def begun(self) -> bool:
        """Whether anything was typed or collected."""
        return self != Draft()

    def scene(self, key: str) -> SceneDraft | None:
        """Return the scene of this key; ``None`` where there is none."""
        return next((scene for scene in self.scenes if scene.key == key), None)

    def place_of(self, key: str) -> int:
        """Return where the scene of this key stands, from 0.

        -1 where there is none.
        """
        return next((place for place, scene in enumerate(self.scenes) if scene.key == key), -1)


def with_scene(draft: Draft, scene: SceneDraft, place: int | None = None) -> Draft:
    """Return the draft with another scene, at a place from 0 or at the end."""
    at = len(draft.scenes) if place is None else place
    return replace(draft, scenes=(*draft.scenes[:at], scene, *draft.scenes[at:]))


def without_scene(draft: Draft, key: str) -> Draft:
    """Return the draft without the scene of this key."""
    return replace(draft, scenes=tuple(scene for scene in draft.scenes if scene.key != key))


def with_changed(draft: Draft, scene: SceneDraft, key: str = "") -> Draft:
    """Return the draft with ``scene`` in place of the one of ``key``.

    Where the key is left out it is the scene's own.
    """
    wanted = key or scene.key
    return replace(draft, scenes=tuple(scene if old.key == wanted else old for old in draft.scenes))


def with_capture_of(scene: SceneDraft, other: SceneDraft) -> SceneDraft:
    """Return a scene that shows what another one shows, under its key.

    The words, and what was named, stay.
    """
    taken: dict[str, Any] = {name: getattr(other, name) for name in OF_THE_MAP}
    events = tuple(dict.fromkeys((*scene.events, *other.events)))
    return replace(scene, key=other.key, events=events, **taken)


def moved(draft: Draft, key: str, by: int) -> Draft:
    """Return the draft with a scene moved by so many places, if there are any.

    >>> draft = Draft(scenes=tuple(SceneDraft(key=key) for key in "abc"))
    >>> [scene.key for scene in moved(draft, "a", 1).scenes]
    ['b', 'a', 'c']
    """
    scene, place = draft.scene(key), draft.place_of(key)
    if scene is None:
        return draft
    to = min(max(place + by, 0), len(draft.scenes) - 1)
    return with_scene(without_scene(draft, key), scene, to)


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that hold something, stripped."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def name_of(word: str | Mapping[str, str]) -> str:
    """Return what identifies a word to know: its id, or the word itself."""
    return word if isinstance(word, str) else word.get("word", "")


def _word(line: str) -> dict[str, str]:
    """Return a word with its explanation.

    Without a colon the explanation is missing, which the check will say.
    """
    word, _, explanation = line.partition(":")
    found = {"word": word.strip(), "explanation": explanation.strip()}
    return {name: value for name, value in found.items() if value}
