"""Server of the files of a folder, on a free port."""

from __future__ import annotations

import functools
import http.server
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.browser.local_server import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A plain web host that does not write down what was asked of it."""

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Give the address under which the files of a folder can be had.

    Nothing listens there after the block.
    """
    handler = functools.partial(Quiet, directory=str(folder))
    with serving(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)) as address:
        yield address
