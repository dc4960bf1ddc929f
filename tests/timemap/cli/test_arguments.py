"""Arguments that nothing can be made of are said in the same form by every command, and nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timemap.cli.main import build_parser, main

if TYPE_CHECKING:
    from pathlib import Path

UNDECODABLE = "\udcff"
"""A byte that is no UTF-8, as Python has it in an argument."""

URL = "a URL such as https://example.org/map/"


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the last line of what a command says that is refused."""
    try:
        code: object = main(list(arguments))
    except SystemExit as error:
        code = error.code
    assert code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    return said.err.splitlines()[-1]


@pytest.mark.parametrize("port", ["99999", "65536", "0", "-1", "x", "1.5", "9" * 5000, "\u0661"])
def test_a_port_that_there_is_not_is_said(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f'got "{port}", expected a port from 1 to 65535' in refusal(capsys, "app", f"--port={port}")


@pytest.mark.parametrize("port", ["1", "8501", "65535"])
def test_other_ports_are_taken(port: str) -> None:
    assert build_parser().parse_args(["app", "--port", port]).port == int(port)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (UNDECODABLE, 'got "[U+DCFF]", expected text in UTF-8'),
        ("a" * 201, "expected at most 200 characters"),
        ("\u200b", 'got "[U+200B]", expected at least one visible character'),
    ],
)
def test_words_that_the_app_does_not_take_are_said(
    words: str, expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refusal(capsys, "export", str(tmp_path / "map.csv"), "--words", words).endswith(expected)
    assert list(tmp_path.iterdir()) == []


def test_the_most_words_are_taken() -> None:
    assert build_parser().parse_args(["export", "a.csv", "--words", " " + "a" * 199]).words == "a" * 199


@pytest.mark.parametrize("command", [["export", "a.csv"], ["handout", "a.pdf"], ["site", "a"]])
@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)//",
        'http://x"><script>',
        "http://example.org/\udcff",
        "http://[",
        "example.org",
        "https://example.org/#a",
    ],
)
def test_an_address_that_is_none_is_refused(
    command: list[str], address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refusal(capsys, *command, "--address", address).endswith(f"expected {URL}")


@pytest.mark.parametrize(
    "address", ["", "http://localhost:8501/", "https://example.org/\u0643\u0648\u0628\u0627\u0646\u064a"]
)
def test_other_addresses_are_taken(address: str) -> None:
    assert build_parser().parse_args(["export", "a.csv", "--address", address]).address == address


@pytest.mark.parametrize("option", ["--event", "--categories", "--parties", "--language", "--view", "--lesson"])
def test_bytes_that_are_no_text_are_said(option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refusal(capsys, "export", str(tmp_path / "map.html"), option, UNDECODABLE).startswith('got "')
    named = refusal(capsys, "export", str(tmp_path / "map.html"), "--lesson", f"{UNDECODABLE}.md")
    assert named.startswith("[U+DCFF].md: got ")


@pytest.mark.parametrize(
    "arguments",
    [["export", ".html"], ["export", ".PDF", "--key-dates"], ["handout", "the-siege-of-kobane", ".pdf"]],
)
def test_a_name_that_is_an_ending_alone_is_refused_in_one_line(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    name = next(part for part in arguments if part.startswith("."))
    assert capsys.readouterr().err == f'got "{name}", expected a file name such as map{name.lower()}\n'
    assert list(tmp_path.iterdir()) == []
