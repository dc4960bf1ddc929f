"""Every command in the documents is understood, and the Python example runs."""

from __future__ import annotations

import re
import shlex

import pytest

import geodata.cli.main
import timemap.cli.main
from tests.docs.documents import DOCUMENTS

COMMAND = re.compile(r"python -m (timemap|geodata) ([^`\n]+)")
PARSERS = {"timemap": timemap.cli.main.build_parser, "geodata": geodata.cli.main.build_parser}
PLACEHOLDER = "FILE"


def commands() -> list[tuple[str, str]]:
    """Return all commands with their options, comments left out, by the program."""
    whole = "\n".join(re.sub(r"\n(?=--)", " ", text) for text in DOCUMENTS.values())
    found = {(program, " ".join(shlex.split(options, comments=True))) for program, options in COMMAND.findall(whole)}
    return sorted((program, options) for program, options in found if " " in options and PLACEHOLDER not in options)


@pytest.mark.parametrize(("program", "options"), commands())
def test_the_command_is_understood(program: str, options: str) -> None:
    assert PARSERS[program]().parse_known_args(shlex.split(options))[1] == []


def test_there_are_commands() -> None:
    assert len(commands()) > 15


def test_an_option_that_is_gone_is_noticed() -> None:
    assert PARSERS["timemap"]().parse_known_args(["export", "a.png", "--gone"])[1] == ["--gone"]


def test_the_example_in_python_runs() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", DOCUMENTS["docs/research/python-api.md"], re.DOTALL)
    names: dict[str, object] = {}
    exec(example, names)  # noqa: S102 - the example is ours
    assert names["siege"].events  # type: ignore[attr-defined]
    assert names["areas"]
