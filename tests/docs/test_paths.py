"""Paths, links and scripts that the documents name exist."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from docs.generate import DOCS
from tests.docs.documents import DOCUMENTS
from tests.paths import ROOT
from timemap.help.pages import help_pages

PATH = re.compile(r"`((?:app|pages|geodata|timemap|tests|benchmarks|deploy|docs)[\w/.-]*(?:/|\.[a-z]+))`")
LINK = re.compile(r"\]\((?!\w+:)([\w./-]+)(?:#([\w-]+))?\)")
SCRIPT = re.compile(r"bash (tests/\w+\.sh)((?: [a-z]\w*)?)")


def missing_paths(text: str) -> list[str]:
    """Return the paths in backticks that do not exist."""
    return [path for path in PATH.findall(text) if not (ROOT / path).exists()]


def broken_links(document: str, text: str) -> list[str]:
    """Return the targets of links, inside the repository, that do not exist."""
    folder = (ROOT / document).parent
    return [target for target, _ in LINK.findall(text) if not (folder / target).exists()]


def wrong_scripts(text: str) -> list[str]:
    """Return the calls of our scripts that the head of the script does not name."""
    calls = {(path, path + argument) for path, argument in SCRIPT.findall(text)}
    return sorted(call for path, call in calls if missing_paths(f"`{path}`") or not is_named(path, call))


def is_named(path: str, call: str) -> bool:
    head = (ROOT / path).read_text("utf-8").partition("set -u")[0]
    return re.search(rf"^# +bash {re.escape(call)}(?:  |$)", head, re.MULTILINE) is not None


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_names_exists(document: str) -> None:
    text = DOCUMENTS[document]
    assert missing_paths(text) == []
    assert broken_links(document, text) == []
    assert wrong_scripts(text) == []


def test_the_documents_name_paths_links_and_scripts() -> None:
    whole = "\n".join(DOCUMENTS.values())
    assert len(PATH.findall(whole)) > 50
    assert len(LINK.findall(whole)) > 50
    assert {"bash tests/run.sh", "bash tests/run.sh quick"} <= {match[0] for match in SCRIPT.finditer(whole)}


def test_a_path_that_is_gone_is_noticed() -> None:
    text = "see `geodata/atlas.py` and `geodata/gone.py`, then `timemap/nowhere/`"
    assert missing_paths(text) == ["geodata/gone.py", "timemap/nowhere/"]


def test_a_link_that_leads_nowhere_is_noticed() -> None:
    text = "[a](map.md), [b](gone.md), ![c](../pictures/gone.png), [d](https://example.org)"
    assert broken_links("docs/using/compare.md", text) == ["gone.md", "../pictures/gone.png"]


def test_a_wrong_call_is_noticed() -> None:
    text = "`bash tests/run.sh`, `bash tests/run.sh slow`, `bash tests/gone.sh`"
    assert wrong_scripts(text) == ["tests/gone.sh", "tests/run.sh slow"]


def test_the_list_leads_to_every_page_once() -> None:
    listed = [str((ROOT / "docs" / target).resolve()) for target, _ in LINK.findall(DOCUMENTS["docs/index.md"])]
    assert Counter(listed) == Counter(str(page) for page in DOCS.rglob("*.md") if page.name != "index.md")


def test_help_pages_link_only_to_help_pages() -> None:
    paths = {page.path for page in help_pages()}
    for path in paths - {"index"}:
        targets = {
            ((DOCS / path).parent / target).resolve().relative_to(DOCS.resolve())
            for target, _ in LINK.findall(DOCUMENTS[f"docs/{path}.md"])
            if target.endswith(".md")
        }
        assert {str(target.with_suffix("")) for target in targets} <= paths, path
