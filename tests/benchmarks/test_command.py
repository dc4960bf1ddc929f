"""The benchmarks run on what the tests install."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks import __main__ as benchmarks
from benchmarks import rivals

if TYPE_CHECKING:
    from pathlib import Path


def test_all_that_they_compare_with_is_installed() -> None:
    assert benchmarks.missing() == []


def test_what_is_not_installed_is_named_with_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(rivals, "NPM", tmp_path)
    assert benchmarks.main(["part", "documents"]) == 1
    message = capsys.readouterr().err
    assert "jquery/dist/jquery.min.js" in message
    assert "bash tests/setup.sh" in message


def test_every_part_is_named_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        benchmarks.main(["part", "--help"])
    shown = capsys.readouterr().out
    assert [name for name in benchmarks.PARTS if name not in shown] == []


def test_a_part_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        benchmarks.main(["part", "speed"])
    assert "'speed'" in capsys.readouterr().err
