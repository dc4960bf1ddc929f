"""Saved file: tables of a visitor with their answers, to be opened again."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from geodata.table_import.recipe import LONGEST as LONGEST_RECIPE
from geodata.table_import.recipe import RecipeError, read_recipe
from timemap.own_data.brought_table import BroughtTable, Origin
from timemap.own_data.limits import LARGEST_FILE, LARGEST_TOTAL, LONGEST_NAME, MOST_TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence

LIST = "own-data.json"
"""Name in the archive of the list of tables."""

LARGEST_LIST = 1_000_000
"""Bytes of that list."""

_WRONG = "It is not a file that was saved here, or it is damaged."
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""Time of every entry, so that the same tables make the same file."""


class SavedFileError(ValueError):
    """A saved file that cannot be opened, with the reason in a sentence."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
    file: Annotated[str, Field(max_length=LONGEST_NAME)]
    origin: Origin
    table: Annotated[str, Field(pattern=r"^tables/\d+$")]
    """Name of the table in the archive."""
    recipe: Annotated[str, Field(pattern=r"^recipes/\d+\.json$")]
    """Name of its recipe there."""


class _List(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    own_data: Literal[1]
    """Version of this form."""
    tables: Annotated[tuple[_Entry, ...], Field(max_length=MOST_TABLES)]


def saved_file(tables: Sequence[BroughtTable]) -> bytes:
    """Return tables with their answers as one file."""
    out = io.BytesIO()
    entries = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, table in enumerate(tables, start=1):
            entry = _Entry(
                name=table.name,
                file=table.file,
                origin=table.origin,
                table=f"tables/{number}",
                recipe=f"recipes/{number}.json",
            )
            entries.append(entry)
            _write(archive, entry.table, table.content)
            _write(archive, entry.recipe, table.recipe.json_text().encode())
        _write(archive, LIST, _List(own_data=1, tables=tuple(entries)).model_dump_json(indent=2).encode())
    return out.getvalue()


def is_saved_file(content: bytes) -> bool:
    """Return whether a file is one that was saved here, sound or not."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return LIST in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def read_saved_file(content: bytes) -> tuple[BroughtTable, ...]:
    """Return the tables of a saved file.

    Raises:
        SavedFileError: if it cannot be opened.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = _List.model_validate(json.loads(_read(archive, LIST, LARGEST_LIST)))
            left = LARGEST_TOTAL
            tables = []
            for entry in listed.tables:
                table = _read(archive, entry.table, min(left, LARGEST_FILE))
                left -= len(table)
                recipe = read_recipe(_read(archive, entry.recipe, LONGEST_RECIPE).decode("utf-8"))
                tables.append(BroughtTable(entry.name, entry.file, table, entry.origin, recipe))
    except RecipeError as error:
        message = f"Its answers cannot be read: {error}."
        raise SavedFileError(message) from error
    except SavedFileError:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        NotImplementedError,
        OSError,
        RecursionError,
        RuntimeError,
        ValidationError,
        ValueError,
    ) as error:
        raise SavedFileError(_WRONG) from error
    return tuple(tables)


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    about = zipfile.ZipInfo(name, _MOMENT)
    about.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(about, content)


def _read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return an entry of an archive; no more is unpacked than it may have."""
    with archive.open(name) as entry:
        content = entry.read(most + 1)
    if len(content) > most:
        message = f"Unpacked, it is larger than {LARGEST_TOTAL // 1_000_000} MB, or a table in it is too large."
        raise SavedFileError(message)
    return content
