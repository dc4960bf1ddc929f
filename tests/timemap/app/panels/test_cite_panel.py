"""Which addresses open on one computer alone, and so can not be cited for others."""

from __future__ import annotations

import pytest

from timemap.app.server.addresses import opens_here_only

HERE = ("localhost", "LOCALHOST", "map.localhost", "127.0.0.1", "127.1.2.3", "[::1]", "0.0.0.0", "[::]")  # noqa: S104 # nothing listens
ELSEWHERE = ("maps.example.org", "localhost.example.org", "192.168.0.7", "128.0.0.1", "[2001:db8::1]", "notlocalhost")


@pytest.mark.parametrize("host", HERE)
def test_an_address_of_this_computer_opens_here_only(host: str) -> None:
    assert opens_here_only(f"http://{host}:8501/?words=x")
    assert opens_here_only(f"http://{host}")


@pytest.mark.parametrize("host", ELSEWHERE)
def test_an_address_of_another_host_does_not(host: str) -> None:
    assert not opens_here_only(f"https://{host}:8501/map?address=http://localhost")
    assert not opens_here_only(f"https://{host}")


def test_an_address_of_which_only_the_end_is_known_says_nothing_of_where() -> None:
    assert not opens_here_only("?words=localhost")
