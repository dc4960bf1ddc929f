"""Code names nothing of our own subject: places, states and dates of it stand in tables."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from typing import TYPE_CHECKING

import pytest

from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OURS = re.compile(r"kobane|kobani|syria(?!c)|turkey|turkish|rojava", re.IGNORECASE)

FOLDERS = ("geodata", "timemap", "pages")
ENDINGS = (".py", ".js", ".css", ".html")

ALLOWED = {
    "geodata/records/places.py": "a column of names in Turkish",
    "geodata/table_import/columns/roles.py": "a role of columns with titles in Turkish",
    "geodata/table_import/files/encodings.py": "encodings of the language",
    "geodata/areas/partition/cache.py": "name of the package, for its folder of caches",
    "timemap/text/capitals.py": "rules of the language",
    "timemap/exports/formats.py": "Excel in that language",
    "timemap/cli/export.py": "Excel in that language",
}
"""Files in which the words stand, and why."""


def code_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file without what is no code.

    Comments and, in Python, docstrings with their examples are left out.
    """
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        yield from _python_lines(text)
    else:
        text = re.sub(r"/\*.*?\*/|<!--.*?-->", lambda found: "\n" * found[0].count("\n"), text, flags=re.DOTALL)
        for number, line in enumerate(text.splitlines(), 1):
            yield number, re.sub(r"(^|\s)//.*", "", line)


def _python_lines(text: str) -> Iterator[tuple[int, str]]:
    notes = {
        number
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for number in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type != tokenize.COMMENT and token.start[0] not in notes:
            yield token.start[0], token.string


def faults(path: Path) -> list[str]:
    """Return where code names our subject."""
    name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    return [f"{name}:{number}: {line.strip()[:80]}" for number, line in code_lines(path) if OURS.search(line)]


def files() -> list[Path]:
    """Return all files of code but those of data."""
    found = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in ENDINGS)
    return [path for path in found if not path.is_relative_to(ROOT / "geodata" / "data")]


def test_no_code_names_our_subject() -> None:
    found = [fault for path in files() if path.relative_to(ROOT).as_posix() not in ALLOWED for fault in faults(path)]
    assert not found, "\n".join(found)


def test_every_exception_is_still_one() -> None:
    needless = [name for name in ALLOWED if not faults(ROOT / name)]
    assert needless == []


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [
        ("a.py", 'PLACE = "kobane"\n', 1),
        ("a.py", '"""Return.\n\n>>> f("kobane")\n"""\n# Kobane\nX = 1\n', 0),
        ("a.js", '/* Syria */ const a = 1; // Turkey\nconst b = "Turkish border";\n', 1),
        ("a.html", "<!-- Rojava -->\n<p>Rojava</p>\n", 1),
    ],
)
def test_the_search_finds_code_and_passes_over_comments(tmp_path: Path, name: str, text: str, count: int) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert len(faults(tmp_path / name)) == count
