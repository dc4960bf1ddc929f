"""Security headers: added where an answer has none of its own, and embedding only where it is set up."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from starlette.responses import PlainTextResponse

from tests.own_loop import run
from timemap.app.server.security_headers import (
    EMBEDDING,
    ENCRYPTED,
    FIXED,
    POLICY,
    SecurityHeaders,
    embedding_sites,
    page_policy,
    script_hashes,
)

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message


def answered(app: ASGIApp, host: bytes = b"maps.example.org", scheme: str = "http") -> list[tuple[str, str]]:
    """Return the headers with which an app answers behind the middleware."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "scheme": scheme,
        "method": "GET",
        "path": "/",
        "query_string": b"",
        "headers": [(b"host", host)],
    }
    run(SecurityHeaders(app)(scope, receive, send))
    return [(name.decode(), value.decode()) for name, value in sent[0]["headers"]]


def rules(policy: str) -> dict[str, str]:
    return dict(rule.split(" ", 1) for rule in policy.split("; "))


def test_an_answer_gets_all_headers() -> None:
    headers = dict(answered(PlainTextResponse("a")))
    assert {name.lower(): value for name, value in FIXED.items()}.items() <= headers.items()
    assert headers[POLICY.lower()] == page_policy("maps.example.org")
    names = {name.lower() for name in ENCRYPTED}
    assert not names & headers.keys()
    assert names <= dict(answered(PlainTextResponse("a"), scheme="https")).keys()


def test_what_an_answer_says_itself_stays_and_nothing_is_said_twice() -> None:
    headers = answered(PlainTextResponse("a", headers={POLICY: "default-src 'none'", "Referrer-Policy": "no-referrer"}))
    names = [name for name, _ in headers]
    assert len(names) == len(set(names))
    assert dict(headers)["content-security-policy"] == "default-src 'none'"
    assert dict(headers)["referrer-policy"] == "no-referrer"


def test_scripts_run_only_if_they_are_ours() -> None:
    policy = rules(page_policy("maps.example.org", "<p><script>one()</script><script>two()</script>"))
    assert policy["script-src"].split()[:3] == ["'self'", "blob:", "'wasm-unsafe-eval'"]
    assert policy["script-src"].split()[3:] == script_hashes("<script>one()</script><script>two()</script>")
    assert (policy["object-src"], policy["base-uri"], policy["form-action"]) == ("'none'",) * 3


@pytest.mark.parametrize("host", ["maps.example.org", "127.0.0.1:8501", "[::1]:8501"])
def test_a_page_may_keep_its_connection_to_the_server(host: str) -> None:
    assert rules(page_policy(host))["connect-src"] == f"'self' ws://{host} wss://{host}"


@pytest.mark.parametrize("host", ["", "a b", "a; script-src *", "a\r\nSet-Cookie: b", "*"])
def test_a_host_that_is_none_changes_nothing(host: str) -> None:
    assert rules(page_policy(host))["connect-src"] == "'self'"
    assert page_policy(host) == page_policy("")


def test_nobody_may_embed_the_app_unless_it_is_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EMBEDDING, raising=False)
    assert rules(page_policy(""))["frame-ancestors"] == "'self'"
    monkeypatch.setenv(EMBEDDING, "https://moodle.example.org  https://*.school.example/")
    assert rules(page_policy(""))["frame-ancestors"] == "'self' https://moodle.example.org https://*.school.example"


@pytest.mark.parametrize("word", ["*", "https:", "moodle.example.org", "https://a/path", "'none'", "data:"])
def test_what_is_no_site_is_left_out_and_named_in_the_log(word: str, caplog: pytest.LogCaptureFixture) -> None:
    embedding_sites.cache_clear()
    log = logging.getLogger(embedding_sites.__module__)
    log.addHandler(caplog.handler)
    assert embedding_sites(f"{word} https://moodle.example.org") == ("https://moodle.example.org",)
    log.removeHandler(caplog.handler)
    assert f'got "{word}", expected a site such as' in caplog.text
