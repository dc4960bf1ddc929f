"""List of the site's files, so that a newer site can clean up.

Nothing else in its folder is taken away.
"""

from __future__ import annotations

import json
import re
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

NAME = "files.json"
"""The list, beside the first page."""

FIRST_PAGE = "index.html"

LARGEST_LIST = 10_000_000
"""Bytes; a longer file is no list of ours."""

_HASH = re.compile(r"[0-9a-f]{64}")


def file_list(files: Mapping[str, bytes]) -> bytes:
    """Return the list of files by their paths, with SHA-256 hashes."""
    hashes = {name: sha256(content).hexdigest() for name, content in sorted(files.items())}
    return json.dumps({"files": hashes}, indent=1).encode()


def left_over(folder: Path, files: Collection[Path]) -> tuple[Path, ...]:
    """Return the files that an earlier site left in a folder.

    These are files that it lists, unchanged since, and that are not wanted.

    Args:
        folder: where the site lies.
        files: the files that are to stay.
    """
    listed = {folder / name: hashed for name, hashed in _listed(folder).items()}
    return tuple(path for path, hashed in listed.items() if path not in files and _is_own(folder, path, hashed))


def foreign(folder: Path, files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Return the files of a folder that a site would take from somebody.

    It would overwrite them, and they are not as an earlier site left them.

    Args:
        folder: where the site is to lie.
        files: what is to be written, by where to; a file that has its content already is overwritten by nothing.
    """
    listed = {folder / name: hashed for name, hashed in _listed(folder).items()}
    own = {path for path, hashed in listed.items() if path in files and _is_own(folder, path, hashed)}
    if listed:
        own.add(folder / NAME)
    return tuple(
        path
        for path, content in files.items()
        if path not in own and path.is_file() and _hash(path) != sha256(content).hexdigest()
    )


def remove(folder: Path, files: Iterable[Path]) -> None:
    """Remove files of a folder, and folders in it that are empty then.

    Raises:
        OSError: if a file cannot be removed.
    """
    for path in files:
        path.unlink()
        for parent in path.relative_to(folder).parents:
            if parent != Path() and not any((folder / parent).iterdir()):
                (folder / parent).rmdir()


def _listed(folder: Path) -> dict[str, str]:
    """Return the hashes of the files that the list names.

    None where there is no list, or what is none.
    """
    try:
        with (folder / NAME).open("rb") as file:
            files = json.loads(file.read(LARGEST_LIST))["files"]
        return {name: hashed for name, hashed in files.items() if _HASH.fullmatch(hashed)}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _is_own(folder: Path, path: Path, hashed: str) -> bool:
    """Return whether a file lies in the folder itself, also after links were followed, with the content it had."""
    inside = path.resolve().is_relative_to(folder.resolve()) and ".." not in path.parts
    return inside and path.is_file() and _hash(path) == hashed


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
