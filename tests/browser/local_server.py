"""Context manager that runs a server in a thread."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.server import ThreadingHTTPServer
    from socketserver import ThreadingTCPServer


@contextmanager
def serving(server: ThreadingTCPServer | ThreadingHTTPServer) -> Iterator[str]:
    """Give the address at which ``server`` answers.

    Nothing listens there after the block. Whoever keeps a connection open is not waited for.
    """
    server.daemon_threads, server.block_on_close = True, False
    with server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
