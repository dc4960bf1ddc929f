"""Files that several tests need, made once in a run.

Workers that share the run share the files.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from filelock import FileLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a file or folder, made by whoever asks first.

    Args:
        factory: where the run keeps its files.
        name: a name of its own in the run.
        make: writes it to a path that is free, whole or with an error.
    """
    base = factory.getbasetemp()
    folder = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    path = folder / name
    with FileLock(folder / f"{name}.lock"):
        if not path.exists():
            part = folder / f"unfinished-{name}"
            make(part)
            part.rename(path)
    return path
