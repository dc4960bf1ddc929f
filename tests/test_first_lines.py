"""First lines of modules, classes, functions and tables of cases: short, and names of what is in them."""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.paths import CASES, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGEST = 72

_QUESTION = re.compile(r"(What|Who|Whose|How|Where|Which|Whether|When|Until|Everything|Nothing)\b")
_VERB = re.compile(r"\b(is|are|was|were|has|have|stands|lies)\b")
_SUBORDINATE = re.compile(
    r"\b(that|which|who|whom|whose|what|where|when|whether|how|before|after|until|till|if|while|as|they|it)\b",
    re.IGNORECASE,
)

_EXPORTED = re.compile(
    r"(?P<comment>/\*\*(?:(?!\*/)[\s\S])*\*/\n)?"
    r"^export (?:default )?(?:(?:async )?function\b\*? ?(?P<name>\w*)"
    r"|const (?P<arrow>\w+) = (?:async )?(?:\([^)]*\)|\w+) =>)",
    re.MULTILINE,
)
"""An exported function of a script, with the comment over it."""

Named = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def fault_of_length(line: str) -> str:
    """Return what is wrong with the length of a first line; empty when nothing is."""
    if not line:
        return "is missing"
    return f"has {len(line)} characters" if len(line) > LONGEST else ""


def fault_of_noun(line: str) -> str:
    """Return why a first line is no noun phrase, by a rule that finds the common cases; else what its length is."""
    if _QUESTION.match(line):
        return "begins like a question"
    for clause in re.split(r"[;:,.]", line):
        verb = _VERB.search(clause)
        if verb and not _SUBORDINATE.search(clause[: verb.start()]):
            return f'is a sentence with "{verb[0]}"'
    return fault_of_length(line)


def python_files() -> list[Path]:
    """Return the modules of the packages, of the benchmarks, and of the tests' helpers."""
    files = [ROOT / "app.py", ROOT / "docs" / "generate.py"]
    for folder in ("pages", "geodata", "timemap", "benchmarks", "tests"):
        files += sorted((ROOT / folder).rglob("*.py"))
    return [path for path in files if not path.name.startswith("test_") and "node_modules" not in path.parts]


def first_line(node: Named | ast.Module) -> str:
    """Return the first line of a docstring; empty where there is none."""
    return (ast.get_docstring(node) or "").partition("\n")[0]


def public_things(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, Named]]:
    """Yield the public classes and functions of a module or class, with their names."""
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public_things(node.body, f"{prefix}{node.name}.")


def is_overload(node: Named) -> bool:
    """Return whether a function only declares types of another one."""
    return any(isinstance(part, ast.Name) and part.id in ("overload", "override") for part in node.decorator_list)


def faults_of_python(source: str, *, bare: bool = False) -> Iterator[str]:
    """Yield what is wrong with the first lines of a Python module.

    In a ``bare`` one functions may do without, as fixtures whose names say all.
    """
    module = ast.parse(source)
    if module.body and (fault := fault_of_noun(first_line(module))):
        yield f"the module {fault}: {first_line(module)}"
    for name, node in public_things(module.body):
        line = first_line(node)
        fault = fault_of_noun(line) if isinstance(node, ast.ClassDef) else fault_of_length(line)
        if fault and (line or not (bare or is_overload(node))):
            yield f"{name} {fault}: {line}"


def faults_of_script(source: str) -> Iterator[str]:
    """Yield what is wrong with the comment at the head of a JavaScript module."""
    head = re.match(r"(?://.+\n)+", source)
    text = " ".join(line.removeprefix("//").strip() for line in head[0].splitlines()) if head else ""
    sentence = re.split(r"(?<=\.) (?=[A-Z])", text)[0]
    if fault := fault_of_noun(sentence):
        yield f"the module {fault}: {sentence}"


def first_line_of_comment(comment: str) -> str:
    """Return the first line of a JSDoc comment, without what follows a tag."""
    lines = (
        line.strip().removeprefix("*").strip()
        for line in comment.strip().removeprefix("/**").removesuffix("*/").splitlines()
    )
    line = next(filter(None, lines), "")
    return re.split(r"(?:^|\s)@\w", line)[0].strip()


def faults_of_exports(source: str) -> Iterator[str]:
    """Yield what is wrong with the comments over the functions that a JavaScript module exports."""
    for found in _EXPORTED.finditer(source):
        line = first_line_of_comment(found["comment"] or "")
        fault = "begins like a question" if _QUESTION.match(line) else fault_of_length(line)
        if fault:
            yield f"{found['name'] or found['arrow'] or 'the default'} {fault}: {line}"


def begins_with_about(text: str) -> bool:
    """Return whether a table of cases says first what it holds."""
    first: str = next(iter(json.loads(text)))
    return first == "about"


def test_first_lines_of_python_say_what_is_there() -> None:
    faults = [
        f"{path.relative_to(ROOT)}: {fault}"
        for path in python_files()
        for fault in faults_of_python(path.read_text("utf-8"), bare=path.is_relative_to(ROOT / "tests"))
    ]

    assert not faults, "\n".join(faults)


def test_first_lines_of_scripts_say_what_is_there() -> None:
    scripts = sorted((ROOT / "timemap" / "web").rglob("*.js"))
    faults = []
    for path in scripts:
        source = path.read_text("utf-8")
        found = (*faults_of_script(source), *faults_of_exports(source))
        faults += [f"{path.relative_to(ROOT)}: {fault}" for fault in found]

    assert scripts
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("value = 1", "is missing"),
        ('"""What the map rests on."""', "begins like a question"),
        ('"""An event is the symbol of its category."""', 'is a sentence with "is"'),
        ('"""Labels, the largest first; names have their dot."""', 'is a sentence with "have"'),
        (f'"""Days {"and days " * 8}."""', "characters"),
        ('"""Days."""\nclass Day:\n    """Days are whole."""', "Day is a sentence"),
        ('"""Days."""\ndef read() -> None:\n    pass', "read is missing"),
    ],
)
def test_another_first_line_in_python_is_noticed(source: str, fault: str) -> None:
    assert fault in "\n".join(faults_of_python(source))


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("export const day = 1;\n", "is missing"),
        ("// The day is a number.\n", 'is a sentence with "is"'),
        (f"// Layer of {'days and ' * 10}.\n", "characters"),
    ],
)
def test_another_first_line_in_a_script_is_noticed(source: str, fault: str) -> None:
    assert fault in "\n".join(faults_of_script(source))


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("export function read() {}\n", "read is missing"),
        ("/** @param {number} day */\nexport function read(day) {}\n", "read is missing"),
        ("/** Read. */\nconst line = 1;\nexport const read = (day) => day;\n", "read is missing"),
        ("/** What a day is. */\nexport async function* read() {}\n", "read begins like a question"),
        (f"/**\n * Read {'days and ' * 10}.\n */\nexport default function read() {{}}\n", "characters"),
    ],
)
def test_another_first_line_over_an_exported_function_is_noticed(source: str, fault: str) -> None:
    assert fault in "\n".join(faults_of_exports(source))


def test_a_first_line_over_an_exported_function_passes() -> None:
    source = "/** Read a day. @param {number} day */\nexport function read(day) {}\n"
    assert not list(faults_of_exports(source))
    assert not list(faults_of_exports(source.replace(" @param", "\n *\n * It is a number.\n * @param")))


@pytest.mark.parametrize(
    "line",
    ["Rule by which an event is seen on a day.", "Buttons that lead to what is below the map.", "Spans of days."],
)
def test_a_noun_phrase_passes(line: str) -> None:
    assert not fault_of_noun(line)


def test_tables_of_cases_say_first_what_they_hold() -> None:
    assert [path.name for path in CASES.glob("*.json") if not begins_with_about(path.read_text("utf-8"))] == []


def test_a_table_of_cases_that_does_not_say_it_is_noticed() -> None:
    assert not begins_with_about('{"cases": [], "about": "Days."}')
