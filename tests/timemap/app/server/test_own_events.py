"""The server gives own events out under a secret, to be kept by nobody, until they change or there is no room."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from starlette.requests import Request

from tests import own_loop
from timemap.app.server import own_events
from timemap.app.server.own_events import GONE, OwnShelf, Publication

if TYPE_CHECKING:
    import pytest


def answered(token: str, accept: str = "gzip") -> tuple[int, dict[str, str], bytes]:
    """Return what the route answers: status, headers and body."""
    (route,) = own_events.routes()
    headers = [(b"accept-encoding", accept.encode())]
    scope: dict[str, object] = {
        "type": "http",
        "method": "GET",
        "path": f"/own/{token}",
        "headers": headers,
        "query_string": b"",
    }
    scope["path_params"] = {"token": token}
    answer = own_loop.run(route.endpoint(Request(scope)))
    return answer.status_code, dict(answer.headers), answer.body


def test_events_are_sent_packed_and_never_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = OwnShelf()
    monkeypatch.setattr(own_events, "shelf", lambda: shelf)
    given, version = Publication(shelf), object()
    token = given.publish(version, {"tables": ["İ"]}).removeprefix("own/")
    assert len(token) >= 32
    status, headers, body = answered(token)
    assert (status, headers["content-encoding"], headers["cache-control"]) == (200, "gzip", "no-store")
    assert json.loads(gzip.decompress(body)) == {"tables": ["İ"]}
    status, headers, body = answered(token, "identity")
    assert (status, "content-encoding" in headers, headers["cache-control"]) == (200, False, "no-store")
    assert json.loads(body) == {"tables": ["İ"]}
    assert given.publish(object(), {}) != f"own/{token}"
    status, headers, body = answered(token)
    assert (status, headers["cache-control"], body.decode()) == (404, "no-store", GONE)


def test_the_oldest_events_go_where_there_is_no_room() -> None:
    small = OwnShelf(most_bytes=100)
    first, second = Publication(small), Publication(small)
    version = object()
    address = first.publish(version, {"a": "b"})
    assert first.address(version) == address != ""
    assert first.address(object()) == ""
    second.publish(version, {"a": [str(number) for number in range(60)]})
    assert first.address(version) == ""
    second.withdraw()
    assert second.address(version) == ""
