"""Folder of the documentation."""

from __future__ import annotations

from pathlib import Path

import timemap

_PACKAGE = Path(timemap.__file__).resolve().parent
_FOLDERS = (_PACKAGE / "served" / "docs", _PACKAGE.parent / "docs")


def docs_folder() -> Path:
    """Return the folder of the documentation.

    It is inside the package where that is installed, beside it in a clone.
    """
    return next(folder for folder in _FOLDERS if folder.is_dir())
