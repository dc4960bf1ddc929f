"""Strings that stand alone in a script: Streamlit prints them."""

import ast
from pathlib import Path

import pytest

from timemap.app import page_files, page_list

SCRIPTS = [
    page_files.APP_FILE,
    page_files.MAIN_SCRIPT,
    *(Path(page_files.page_file(page.file)) for page in page_list.PAGES),
]


def bare_strings(source: str) -> list[str]:
    """Return the strings that stand alone in a script and document nothing."""
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {id(node.body[0]) for node in ast.walk(tree) if isinstance(node, documented) and node.body}
    return [
        node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and id(node) not in docstrings
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    ]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_prints_no_string_of_its_source(script: Path) -> None:
    assert bare_strings(script.read_text(encoding="utf-8")) == []


def test_a_string_under_a_constant_is_found_and_a_docstring_is_not() -> None:
    source = '"""Page."""\n\nNAMES = {}\n"""The names."""\n\n\ndef page():\n    """Draw."""\n'
    assert bare_strings(source) == ["The names."]
