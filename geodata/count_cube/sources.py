"""Tables to count: a file, a folder or pattern of files, or an address."""

from __future__ import annotations

from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path
from typing import Literal

Kind = Literal["parquet", "csv"]

ENDINGS: dict[Kind, tuple[str, ...]] = {
    "parquet": (".parquet", ".geoparquet"),
    "csv": (".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz"),
}


class SourceError(Exception):
    """Reason why a table cannot be counted, in words."""


@dataclass(frozen=True, slots=True)
class Source:
    """Files of one kind that make up a table."""

    kind: Kind
    files: tuple[str, ...]
    """Paths or addresses."""

    @property
    def is_remote(self) -> bool:
        """Whether it is an address that only the engine can read."""
        return is_address(self.files[0])


def is_address(text: str) -> bool:
    """Return whether a text is an address such as s3a://bucket/a."""
    return "://" in text


def find_source(text: str) -> Source:
    """Return the files that a path, folder, pattern or address stands for.

    Raises:
        SourceError: if there are none, or they are of several kinds.
    """
    if is_address(text):
        return Source(_kind_of(text) or "parquet", (text,))
    path = Path(text)
    if path.is_dir():
        found = sorted(str(file) for file in path.rglob("*") if file.is_file() and _kind_of(file.name))
    elif path.exists():
        found = [text]
    else:
        found = sorted(glob(text, recursive=True)) if has_magic(text) else []  # noqa: PTH207 - patterns may be absolute
    kinds = {_kind_of(file) for file in found}
    if not found or kinds == {None}:
        names = ", ".join(ending for endings in ENDINGS.values() for ending in endings)
        message = f'got "{text}", expected a file, or a folder or pattern of files, with one of these endings: {names}'
        raise SourceError(message)
    if len(kinds) > 1:
        message = f'"{text}" stands for files of several kinds, expected only Parquet or only CSV files'
        raise SourceError(message)
    (kind,) = kinds
    return Source(kind or "csv", tuple(found))


def _kind_of(name: str) -> Kind | None:
    lower = name.lower().partition("?")[0]
    return next((kind for kind, endings in ENDINGS.items() if lower.endswith(endings)), None)
