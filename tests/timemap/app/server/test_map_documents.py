"""The server gives out the map's document as a file of its own, compressed once, named by its content."""

from __future__ import annotations

import gzip
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.browser.app_with_tables import app_of
from timemap.app import resources
from timemap.app.server.map_documents import GONE, KEPT, MapFile, Shelf
from timemap.app.server.security_headers import FIXED, POLICY

if TYPE_CHECKING:
    from email.message import Message

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def address() -> str:
    """Return where the document lies, as any process of the app works it out."""
    return resources.load_document(resources.load_atlas())


def asked(url: str, **headers: str) -> tuple[bytes, Message]:
    """Return what a server answers."""
    with urlopen(Request(url, headers=headers), timeout=20) as answer:  # noqa: S310 (a server of this test)
        return answer.read(), answer.headers


def headers_of(url: str) -> Message:
    """Return the headers of an answer, also of one that refuses."""
    try:
        return asked(url)[1]
    except HTTPError as refused:
        return refused.headers


def test_the_document_is_there_before_the_first_visit(unvisited: str, address: str) -> None:
    body, headers = asked(f"{unvisited}/{address}")
    assert body.decode().startswith("<!DOCTYPE html>")
    assert address == f"map/{sha256(body).hexdigest()[:16]}.html"
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Content-Encoding"] is None
    assert int(headers["Content-Length"]) == len(body)


def test_it_is_sent_compressed_to_whoever_takes_it(unvisited: str, address: str) -> None:
    plain, _ = asked(f"{unvisited}/{address}")
    packed, headers = asked(f"{unvisited}/{address}", **{"Accept-Encoding": "gzip, deflate, br"})
    assert headers["Content-Encoding"] == "gzip"
    assert int(headers["Content-Length"]) == len(packed) < len(plain) / 2
    assert gzip.decompress(packed) == plain


def test_browsers_keep_it_and_take_it_for_nothing_else(unvisited: str, address: str) -> None:
    for encoding in ("gzip", "identity"):
        _, headers = asked(f"{unvisited}/{address}", **{"Accept-Encoding": encoding})
        assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert headers["Vary"] == "Accept-Encoding"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("page", ["/", "/compare", "/write_a_lesson"])
def test_a_page_with_a_map_names_its_document(page: str, unvisited: str, address: str) -> None:
    body, headers = asked(f"{unvisited}{page}")
    assert headers["Cache-Control"] == "no-cache"
    assert body.count(b"<body>") == 1
    assert f'headStart({{"address": "{address}"' in body.decode()


def test_every_answer_has_the_security_headers_once(unvisited: str, address: str) -> None:
    for path in ("", "/compare", "/lessons", "/healthz", "/_stcore/health", f"/{address}", "/share", "/file/nothing"):
        headers = headers_of(f"{unvisited}{path}")
        for name in (*FIXED, POLICY):
            assert len(headers.get_all(name) or ()) == 1, (path, name)
        assert "frame-ancestors 'self'" in str(headers[POLICY])


def test_who_watches_the_server_hears_that_the_map_can_be_shown(unvisited: str) -> None:
    body, headers = asked(f"{unvisited}/healthz")
    assert (body, headers["Cache-Control"]) == (b"ok", "no-store")


def test_no_other_page_does(unvisited: str) -> None:
    assert b"headStart(" not in asked(f"{unvisited}/lessons")[0]


def test_an_unknown_name_is_answered_in_words_that_no_browser_keeps(unvisited: str) -> None:
    with pytest.raises(HTTPError) as refused:
        asked(f"{unvisited}/map/0123456789abcdef.html")
    assert refused.value.code == 404
    assert refused.value.read().decode() == GONE
    assert refused.value.headers["Cache-Control"] == "no-store"


def test_the_last_few_documents_are_kept() -> None:
    shelf, files = Shelf(), [MapFile.of(f"document {number}") for number in range(KEPT + 2)]
    for file in (*files, files[2]):
        shelf.put(file)
    assert [shelf.get(file.name) for file in files[:2]] == [None, None]
    assert [shelf.get(file.name) for file in files[2:]] == files[2:]
    shelf.put(MapFile.of("one more"))
    assert shelf.get(files[2].name) == files[2]  # put last
    assert shelf.get(files[3].name) is None


def test_the_server_starts_where_no_map_can_be_made(tmp_path: Path) -> None:
    with app_of(Path("no\0folder"), tmp_path) as url:
        body, _ = asked(url)
        with pytest.raises(HTTPError) as sick:
            asked(f"{url}/healthz")
        assert sick.value.code == 503
        assert sick.value.read().startswith(b"The map cannot be shown.")
    assert b"<title>" in body
    assert b"headStart(" not in body
    assert "Could not prepare the map" in (tmp_path / "log.txt").read_text()


def test_the_server_starts_with_faults_in_the_tables_and_says_nothing_of_them(folder: Path, tmp_path: Path) -> None:
    (folder / "settings.csv").unlink()
    with app_of(folder, tmp_path) as url:
        asked(url)
    assert "Traceback" not in (tmp_path / "log.txt").read_text()
