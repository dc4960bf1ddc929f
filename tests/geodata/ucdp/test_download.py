"""Downloads by HTTPS: bounded in size and time, and never by a way without it."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

import pytest

from geodata.ucdp.download import DownloadError, NotPublishedError, download
from tests.geodata.ucdp.https_server import https_server

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator
    from http.server import BaseHTTPRequestHandler
    from pathlib import Path

CONTENT = b"id,relid\n" * 1000
DONE = threading.Event()


def _send(handler: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def _drip(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then, until the test is over."""
    _send(handler, 200)
    try:
        while not DONE.wait(0.05):
            handler.wfile.write(b".")
    except OSError:
        return


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, ssl.SSLContext]]:
    """Return the address of a server with all kinds of answers, and certificates that trust it."""
    folder: Path = tmp_path_factory.mktemp("server")
    answers = {
        "/file.csv": lambda handler: _send(handler, 200, CONTENT),
        "/moved.csv": lambda handler: _send(handler, 302, Location="/file.csv"),
        "/open.csv": lambda handler: _send(handler, 302, Location="http://127.0.0.1:9/file.csv"),
        "/disk.csv": lambda handler: _send(handler, 302, Location="file:///etc/hostname"),
        "/round.csv": lambda handler: _send(handler, 302, Location="/round.csv"),
        "/broken.csv": lambda handler: _send(handler, 500),
        "/cut.csv": lambda handler: _send(handler, 200, CONTENT, **{"Content-Length": str(len(CONTENT) + 1)}),
        "/slow.csv": _drip,
        "/silent.csv": lambda _: DONE.wait(),
    }
    with https_server(folder, answers) as found:
        yield found
        DONE.set()


@pytest.mark.parametrize("path", ["/file.csv", "/moved.csv"])
def test_a_file_is_fetched_also_where_it_moved(server: tuple[str, ssl.SSLContext], path: str) -> None:
    assert download(server[0] + path, context=server[1]) == CONTENT


def test_what_is_not_there_is_told_apart(server: tuple[str, ssl.SSLContext]) -> None:
    with pytest.raises(NotPublishedError, match="nothing is published"):
        download(f"{server[0]}/none.csv", context=server[1])


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/open.csv", "does not begin with https"),
        ("/disk.csv", "302|does not begin with https"),
        ("/round.csv", "302"),
        ("/broken.csv", "the server answered 500"),
        ("/cut.csv", "broke off"),
    ],
)
def test_other_answers_are_refused_with_the_reason(server: tuple[str, ssl.SSLContext], path: str, said: str) -> None:
    with pytest.raises(DownloadError, match=said) as told:
        download(server[0] + path, context=server[1])
    assert not isinstance(told.value, NotPublishedError)


def test_a_file_may_not_be_larger_than_allowed(server: tuple[str, ssl.SSLContext]) -> None:
    with pytest.raises(DownloadError, match="more than"):
        download(f"{server[0]}/file.csv", largest=len(CONTENT) - 1, context=server[1])


@pytest.mark.parametrize(("path", "limits"), [("/slow.csv", {"all_seconds": 0.2}), ("/silent.csv", {"seconds": 0.2})])
def test_a_slow_server_is_left(server: tuple[str, ssl.SSLContext], path: str, limits: dict[str, float]) -> None:
    with pytest.raises(DownloadError, match="too long"):
        download(server[0] + path, context=server[1], **limits)  # type: ignore[arg-type]


def test_a_server_that_nobody_vouches_for_is_not_asked(server: tuple[str, ssl.SSLContext]) -> None:
    with pytest.raises(DownloadError, match="no connection to the server"):
        download(f"{server[0]}/file.csv")


@pytest.mark.parametrize("address", ["http://127.0.0.1/file.csv", "file:///etc/hostname", "ftp://127.0.0.1/a.csv", ""])
def test_addresses_without_https_are_refused(address: str) -> None:
    with pytest.raises(DownloadError, match="must begin with https"):
        download(address)


def test_a_port_on_which_nobody_listens_is_said() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(DownloadError, match="no connection to the server"):
        download(f"https://127.0.0.1:{port}/file.csv")
