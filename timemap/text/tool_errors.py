"""Errors of libraries that make files, in words for people."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class ToolError(RuntimeError):
    """Failure of a library underneath, told in one line."""


@contextmanager
def tool(
    name: str, task: str, errors: tuple[type[Exception], ...] = (OSError, RuntimeError, ValueError)
) -> Iterator[None]:
    r"""Turn errors of a library into one line.

    >>> with tool("GDAL", "write the GeoPackage"):
    ...     raise RuntimeError("database is locked\nat line 3")
    Traceback (most recent call last):
    timemap.text.tool_errors.ToolError: GDAL could not write the GeoPackage: database is locked

    Args:
        name: of the library.
        task: what it is to do.
        errors: what it raises.

    Raises:
        ToolError: if the library fails.
    """
    try:
        yield
    except errors as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error) or type(error).__name__
        message = f"{name} could not {task}: {why.splitlines()[0]}"
        raise ToolError(message) from error
