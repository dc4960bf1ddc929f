"""Picture of a scene: maker, licence and description."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, ValidationError

from geodata.io.problems import Problem
from geodata.io.tables import columns_of
from geodata.lessons.fields import Typed, faults
from geodata.records.base import Record
from geodata.text.line import Line, ShortLine

if TYPE_CHECKING:
    from collections.abc import Mapping


class ScenePicture(Record):
    """A picture with all that must be said about it.

    No picture of violence is one.
    """

    file: Line
    """Where it lies, seen from the lesson, such as bridge.jpg or pictures/bridge.jpg."""
    caption: ShortLine
    """What is seen, where and when."""
    credit: ShortLine
    """Who made it."""
    licence: ShortLine
    """Under what conditions it may be shown."""
    alt: ShortLine
    """What it shows, for who cannot see it."""
    image: Annotated[bytes, Field(repr=False)] = b""
    """The picture itself as `geodata.lessons.image.prepare` returns it; not in the text of the lesson."""


PICTURE_FIELDS = tuple(name for name in columns_of(ScenePicture) if name != "image")
"""What stands in the block of a picture."""

_EXPECTED = {
    "file": "the name of a JPEG, PNG or WebP file next to the lesson, such as bridge.jpg",
    "caption": "a caption that says what the picture shows, where and when",
    "credit": "a credit that names who made the picture",
    "licence": "a licence that allows use of the picture, such as CC BY-SA 4.0",
    "alt": "an alternative text that describes the picture for people who cannot see it",
}


@dataclass(frozen=True, slots=True)
class UnfitPicture:
    """Reason for a missing picture, in words."""

    expected: str
    """What would have been right, in words."""
    hint: str = ""
    """What may help; empty when nothing is known."""


FindPicture = Callable[[str], bytes | UnfitPicture]
"""Returns the prepared picture that has a name in a lesson, or why there is none."""


def no_pictures(name: str) -> UnfitPicture:  # noqa: ARG001 - whatever the name
    """Return that a text which came alone has no file beside it."""
    return UnfitPicture(
        "a file included with the text", "A lesson with pictures must be a zip file that contains both."
    )


def read_picture(
    values: Mapping[str, object], lines: Mapping[str, int], place: tuple[str, int], find: FindPicture
) -> tuple[ScenePicture | None, tuple[Problem, ...]]:
    """Return the picture, or what is wrong with it.

    Args:
        values: what was typed, by field; with the prepared picture as ``image`` where that is there already.
        lines: line of each field.
        place: file and line of the block.
        find: returns the prepared picture of a name, or why there is none.
    """
    missing = [name for name in PICTURE_FIELDS if not str(values.get(name, "")).strip()]
    problems = [Problem(*place, name, "", _EXPECTED[name]) for name in missing]
    image, name = values.get("image", b""), values.get("file")
    if not image and name and isinstance(name, str):
        found = find(name)
        if isinstance(found, UnfitPicture):
            problems.append(Problem(place[0], lines.get("file", place[1]), "file", name, found.expected, found.hint))
        else:
            image = found
    try:
        picture = ScenePicture.model_validate({**values, "image": image})
    except ValidationError as error:
        told = faults(error, ScenePicture, Typed(*place, values, lines))
        return None, (*problems, *(fault for fault in told if fault.column not in missing))
    return (None, tuple(problems)) if problems else (picture, ())
