"""The README names files, folders and scripts that are there."""

from __future__ import annotations

import re

from tests.paths import ROOT

PATH = re.compile(r"`((?:app|pages|geodata|timemap|tests|benchmarks)[\w/.-]*(?:/|\.[a-z]+))`")

SCRIPT = re.compile(r"bash (tests/\w+\.sh)((?: [a-z]\w*)?)")


def missing(text: str) -> list[str]:
    """Return the paths in backticks that are not there."""
    return [path for path in PATH.findall(text) if not (ROOT / path).exists()]


def test_every_path_that_is_named_is_there() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert len(PATH.findall(text)) > 20
    assert missing(text) == []


def test_a_path_that_is_gone_is_noticed() -> None:
    assert missing("see `geodata/atlas.py` and `geodata/gone.py`, then `timemap/nowhere/`") == [
        "geodata/gone.py",
        "timemap/nowhere/",
    ]


def wrong_scripts(text: str) -> list[str]:
    """Return the calls of our scripts that the head of the script does not name."""
    calls = {(path, path + argument) for path, argument in SCRIPT.findall(text)}
    return sorted(call for path, call in calls if missing(f"`{path}`") or not named(path, call))


def named(path: str, call: str) -> bool:
    head = (ROOT / path).read_text("utf-8").partition("set -u")[0]
    return re.search(rf"^# +bash {re.escape(call)}(?:  |$)", head, re.MULTILINE) is not None


def test_every_script_is_called_as_it_says() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert {"bash tests/run.sh", "bash tests/run.sh quick"} <= {match[0] for match in SCRIPT.finditer(text)}
    assert wrong_scripts(text) == []


def test_a_wrong_call_is_noticed() -> None:
    text = "`bash tests/run.sh`, `bash tests/run.sh slow`, `bash tests/gone.sh`"
    assert wrong_scripts(text) == ["tests/gone.sh", "tests/run.sh slow"]
