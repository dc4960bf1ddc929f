"""Every command prints in any code page, to a screen or a file: what it lacks is shown in ASCII letters."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from geodata.cli.console import prepare_console
from geodata.cli.main import main as geodata
from tests.paths import BAD
from timemap.cli.main import main as timemap

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KOBANI = "\u0643\u0648\u0628\u0627\u0646\u064a"


class Console:
    """Both streams of a command, in one encoding, as bytes."""

    def __init__(self, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.encoding = encoding
        self.out, self.err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding) for _ in range(2))
        monkeypatch.setattr(sys, "stdout", self.out)
        monkeypatch.setattr(sys, "stderr", self.err)

    def text(self) -> str:
        """Return all that was printed."""
        said = b""
        for stream in (self.out, self.err):
            stream.flush()
            assert isinstance(stream.buffer, io.BytesIO)
            said += stream.buffer.getvalue()
        return said.decode(self.encoding)


def run(main: Callable[[list[str]], int], *arguments: str) -> int:
    """Run a command and return its exit code."""
    try:
        return main(list(arguments))
    except SystemExit as error:
        return int(error.code or 0)


def test_every_kind_of_message_is_printed_where_nothing_but_ascii_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = Console("ascii", monkeypatch)
    bad = tmp_path / f"{KOBANI}-events.csv"
    bad.write_bytes((BAD / "bad-words-events.csv").read_bytes().replace(b"soon", KOBANI.encode() * 30))
    assert run(geodata, "check", str(bad)) == 1
    assert run(geodata, "check", f"{KOBANI}.csv") == 1
    assert run(geodata, "areas", "2019-11-01", "--why", "turkey", "--at", "afrin") == 0
    assert run(geodata, "areas", f"6 {KOBANI} \u2026") == 2
    assert run(timemap, "export", str(tmp_path / "a.csv"), "--event", f"{KOBANI} \udc80\ue000") == 2
    assert run(timemap, "export", str(tmp_path / "no" / f"{KOBANI}.csv")) == 1
    assert run(timemap, "export", str(tmp_path / f"{KOBANI}.csv"), "--to", "2014-12-31") == 0
    assert run(timemap, "handout", KOBANI, "x.pdf") == 2
    said = console.text()
    assert said.isascii()
    assert "kwbny-events.csv, row 3, column id" in said
    assert 'got "6 kwbny ...", expected a date' in said
    assert 'got "kwbny [U+DC80][U+E000]" in --event' in said
    assert (tmp_path / f"{KOBANI}.csv").is_file()


@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "cp1254", "cp1256", "latin-1", "utf-8"])
def test_what_a_code_page_has_is_printed_as_it_is(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    console = Console(encoding, monkeypatch)
    prepare_console()
    text = f"km\u00b2 \u015f \u2013 \u2026 {KOBANI} C:\\Users\\A B\\{KOBANI}"
    sys.stdout.write(text)
    sys.stderr.write(text)
    said = console.text()
    assert all(sign in said for sign in text.encode(encoding, "ignore").decode(encoding))
    assert said.count("C:\\Users\\A B\\") == 2
    assert "?" not in said
    assert "\\u" not in said


def test_a_path_of_windows_is_printed_as_it_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    console = Console("cp437", monkeypatch)
    assert run(timemap, "export", "C:\\Users\\A B\\maps\\my map.xyz") == 2
    assert 'got "C:\\Users\\A B\\maps\\my map.xyz"' in console.text()
