"""Answer that tells how far a file is, then holds the file.

It is lines of JSON and the content of the file after the last of them. A line has ``before``, the files that are made
before this one, or ``done`` and ``of``, steps of the work; the last one has ``name``, ``type`` and ``size`` of the
file, or ``error``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from starlette.responses import StreamingResponse

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Encoding": "identity",  # whoever compresses it on the way would hold the lines back
    "X-Accel-Buffering": "no",
}


def progress_response(parts: AsyncIterable[bytes] | Iterable[bytes]) -> StreamingResponse:
    """Return the answer that consists of these parts, each sent at once."""
    return StreamingResponse(parts, headers=_HEADERS, media_type="application/octet-stream")


def waiting_line(before: int) -> bytes:
    """Return the line for a file that waits for so many others."""
    return _line({"before": before})


def step_line(done: int, of: int) -> bytes:
    """Return the line for the steps that are done."""
    return _line({"done": done, "of": of})


def file_parts(name: str, media_type: str, content: bytes) -> tuple[bytes, bytes]:
    """Return the last line and the file."""
    return _line({"name": name, "type": media_type, "size": len(content)}), content


def error_line(why: str) -> bytes:
    """Return the last line where the file could not be made."""
    return _line({"error": why})


def _line(values: dict[str, object]) -> bytes:
    return json.dumps(values).encode() + b"\n"
