"""Parts of the documentation that are made from the code.

``python -m docs.generate`` writes them between their marks, such as ``<!-- keys -->`` and ``<!-- /keys -->``.
"""

from __future__ import annotations

import argparse
import inspect
import json
import re
import subprocess
import tomllib
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geodata.cli.main
import timemap.cli.main
from geodata.atlas import load
from geodata.new_atlas.table_guide import markdown_table, tables_guide
from geodata.records.tables import KINDS
from timemap.exports.formats import FORMATS
from timemap.state.reference import fields_table, messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


DOCS = Path(__file__).parent
WEB = DOCS.parent / "timemap" / "web"

PACKAGES = ("timemap", "geodata")
"""The upper one first."""


def filled(text: str) -> str:
    """Return the text of a page with its parts made anew.

    Raises:
        KeyError: if a mark names no part.
    """
    return re.sub(
        r"<!-- ([\w-]+) -->\n.*?<!-- /\1 -->\n",
        lambda mark: f"<!-- {mark[1]} -->\n\n{PARTS[mark[1]]().strip()}\n\n<!-- /{mark[1]} -->\n",
        text,
        flags=re.DOTALL,
    )


def pages() -> tuple[Path, ...]:
    """Return all pages of the documentation."""
    return tuple(sorted(DOCS.rglob("*.md")))


def architecture() -> str:
    """Return the rooms of both packages as a flow chart for Mermaid.

    It is made from the rules for imports.
    """
    charts = [
        f"  subgraph {package}\n    direction TB\n    {' --> '.join(_layers_as_nodes(package))}\n  end"
        for package in PACKAGES
    ]
    return "\n".join(["```mermaid", "flowchart LR", *charts, f"  pages --> {' --> '.join(PACKAGES)}", "```"])


def rooms() -> str:
    """Return the rooms of both packages with the first line of each.

    The upper ones come first.
    """
    names = (f"{package}.{room}" for package in PACKAGES for layer in _layers(package) for room in layer)
    rows = ((f"`{name.replace('.', '/')}`", _first_line(name)) for name in names)
    return markdown_table(("room", "what is in it"), rows)


def keys() -> str:
    """Return the keys of the map as a table."""
    return markdown_table(("key", "what it does"), ((row["shown"], row["words"]) for row in _key_table()["KEYS"]))


def gestures() -> str:
    """Return what the timeline understands as a table."""
    rows = _key_table()
    keys = [(row["shown"], row["words"]) for row in rows["DATE_KEYS"]]
    return markdown_table(("gesture or key", "what it does"), [*rows["GESTURES"], *keys])


def tables() -> str:
    """Return every table with its columns."""
    return tables_guide(KINDS)


def settings() -> str:
    """Return the settings as a table."""
    return markdown_table(("setting", "what it is"), ((f"`{row.id}`", row.note) for row in load().settings))


def formats() -> str:
    """Return the formats as a table."""
    rows = ((f"`{row.ending}`", row.label, row.help) for row in FORMATS)
    return markdown_table(("ending", "in the app", "what it is good for"), rows)


def commands() -> str:
    """Return all commands with their options."""
    parsers = (geodata.cli.main.build_parser(), timemap.cli.main.build_parser())
    return "\n\n".join(_command(name, parser, words) for main in parsers for name, parser, words in _commands_of(main))


PARTS: dict[str, Callable[[], str]] = {
    "architecture": architecture,
    "rooms": rooms,
    "keys": keys,
    "gestures": gestures,
    "tables": tables,
    "settings": settings,
    "formats": formats,
    "commands": commands,
    "fields": fields_table,
    "messages-to-map": partial(messages, "map"),
    "messages-to-page": partial(messages, "page"),
}
"""Every part by the name in its marks."""


@cache
def _layers(package: str) -> tuple[tuple[str, ...], ...]:
    """Return the layers of a package, the top one first, each with its rooms."""
    with (DOCS.parent / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    (rule,) = (rule for rule in contracts if rule.get("containers") == [package])
    return tuple(tuple(layer.split(" : ")) for layer in rule["layers"])


def _layers_as_nodes(package: str) -> Iterator[str]:
    for number, layer in enumerate(_layers(package), 1):
        yield f'{package}{number}["{", ".join(layer)}"]'


def _first_line(module: str) -> str:
    return (inspect.getdoc(import_module(module)) or "").splitlines()[0]


@cache
def _key_table() -> dict[str, Any]:
    script = 'import("./time/keytable.js").then((table) => console.log(JSON.stringify(table)))'
    run = subprocess.run(["node", "--eval", script], cwd=WEB, capture_output=True, check=True, text=True)  # noqa: S603, S607 - node of the path, with a script of ours
    table: dict[str, Any] = json.loads(run.stdout)
    return table


def _commands_of(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser, str]]:
    (commands,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))  # noqa: SLF001 - argparse has no other way to list commands
    helps = {action.dest: action.help or "" for action in commands._choices_actions}  # noqa: SLF001 - likewise
    for name, command in commands.choices.items():
        yield f"{parser.prog} {name}", command, helps[name]


def _command(name: str, parser: argparse.ArgumentParser, words: str) -> str:
    actions = [action for action in parser._actions if not isinstance(action, argparse._HelpAction)]  # noqa: SLF001 - likewise
    shown = [action for action in actions if action.help != argparse.SUPPRESS]
    rows = ((f"`{_asked(action)}`", (action.help or "") + _choices(action)) for action in shown)
    sentence = f"{words[0].upper()}{words[1:]}."
    return f"## `{name}`\n\n{sentence}\n\n{markdown_table(('argument', 'what it is'), rows)}"


def _asked(action: argparse.Action) -> str:
    value = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    if action.nargs == 0:
        value = ""
    elif action.choices and action.metavar is None:
        value = action.dest.upper()
    if not action.option_strings:
        return value
    given = f"[{value}]" if action.nargs == "?" else value
    return " ".join(filter(None, (action.option_strings[0], given)))


def _choices(action: argparse.Action) -> str:
    return f" ({', '.join(f'`{choice}`' for choice in action.choices)})" if action.choices else ""


def main() -> None:
    """Write all pages anew."""
    for page in pages():
        text = page.read_text("utf-8")
        if (new := filled(text)) != text:
            page.write_text(new, "utf-8")
            print(page.relative_to(DOCS))  # noqa: T201 - the answer of a command


if __name__ == "__main__":
    main()
