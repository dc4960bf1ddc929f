"""Files that stand round the code: spelling, line ends, hooks and the reference to cite."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import yaml

from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def tracked() -> list[str]:
    """Return the paths of all files that are kept."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\0")[:-1]


def misspelt(folder: Path, paths: list[str]) -> list[str]:
    """Return what the spelling check says of some files, a line each."""
    settings = ["--toml", str(ROOT / "pyproject.toml")]
    command = [sys.executable, "-m", "codespell_lib", *settings, *paths]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


def hooks() -> list[dict[str, str]]:
    text = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    return [hook for repo in yaml.safe_load(text)["repos"] for hook in repo["hooks"]]


def test_words_are_spelt_as_in_a_dictionary() -> None:
    assert misspelt(ROOT, tracked()) == []


def test_a_misspelt_word_is_noticed(tmp_path: Path) -> None:
    wrong = "receive".replace("ei", "ie")
    (tmp_path / "page.md").write_text(f"What we {wrong}.\n", "utf-8")
    assert misspelt(tmp_path, ["page.md"]) == [f"page.md:1: {wrong} ==> receive"]


def test_text_is_kept_with_the_same_line_ends_everywhere() -> None:
    command = ["git", "-C", str(ROOT), "ls-files", "--eol"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert [line for line in lines if line.startswith(("i/crlf", "i/mixed"))] == []
    assert any("geodata" in line and line.endswith("events.csv") and "eol=lf" in line for line in lines)


def test_hooks_run_what_is_installed() -> None:
    programs = [hook["entry"].split()[0] for hook in hooks()]
    assert len(programs) > 4
    assert [program for program in programs if not (ROOT / program).exists()] == []
    assert {hook["language"] for hook in hooks()} == {"system"}
