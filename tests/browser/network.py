"""Proxy that refuses and records every request to another machine.

Playwright's own view of requests is not enough for this: it misses the first ones of a sandboxed frame.
"""

from __future__ import annotations

import socketserver
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.browser.local_server import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

ANSWER = b"HTTP/1.1 403 Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@contextmanager
def refusing_proxy(refused: list[str]) -> Iterator[str]:
    """Give the address of a proxy that refuses and records requests.

    It adds each ``METHOD target`` asked of it to ``refused``.
    """

    class Refusal(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            words = self.rfile.readline(4096).decode("latin-1").split()
            while self.rfile.readline(65_536).strip():
                pass
            refused.append(" ".join(words[:2]))
            self.wfile.write(ANSWER)

    with serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Refusal)) as address:
        yield address
