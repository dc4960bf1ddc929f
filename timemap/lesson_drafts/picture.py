"""Picture of a draft's scene, as far as it is chosen and described."""

from __future__ import annotations

from dataclasses import dataclass, field, fields


@dataclass(frozen=True, slots=True)
class PictureDraft:
    """Picture with what was typed about it; any of it may be missing."""

    file: str = ""
    """Name that it came with."""

    image: bytes = field(default=b"", repr=False)
    """The picture as `geodata.lessons.image.prepare` returns it; empty where only its name came with the lesson."""

    caption: str = ""
    credit: str = ""
    licence: str = ""
    alt: str = ""

    @property
    def values(self) -> dict[str, object]:
        """What is there, by the names that it has in the file.

        What is empty is left out.
        """
        values: dict[str, object] = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value}
