"""The policy of the document allows its own scripts and styles and none that somebody slipped in."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.timemap.conftest import TODAY
from timemap.document.render import render
from timemap.document.security_policy import INSTALLABLE, add_policy, site_policy
from timemap.state.initial import initial_state

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
PAGE = '<html><head><meta charset="utf-8"><style>a{}</style></head><body><script>go()</script></body></html>'


def policy_of(html: str) -> dict[str, str]:
    """Return the directives of a page's policy by their names."""
    (text,) = META.findall(html)
    return dict(part.split(" ", 1) for part in text.split("; "))


def hash_of(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_each_script_and_style_of_the_document_is_allowed_by_its_hash(html: str) -> None:
    policy = policy_of(html)
    for tag, count in (("script", 4), ("style", 2)):
        texts = re.findall(rf"<{tag}(?![^>]*json)[^>]*>(.*?)</{tag}>", html, re.DOTALL)
        assert policy[f"{tag}-src"].split() == [hash_of(text) for text in texts]
        assert len(texts) == count
    assert "\r" not in html  # a browser would hash other line ends than those that were written


def test_what_the_document_does_not_need_is_refused(html: str) -> None:
    policy = policy_of(html)
    assert "unsafe" not in " ".join(policy.values())
    assert {name for name, sources in policy.items() if sources == "'none'"} == {
        "default-src",
        "base-uri",
        "form-action",
        "object-src",
    }
    assert policy["img-src"] == "data: blob:"
    assert policy["connect-src"].split()[0] == "https://tile.openstreetmap.org"


def test_the_policy_stands_before_all_that_it_is_about(html: str) -> None:
    at = META.search(html)
    assert at
    assert html.index("charset") < at.start() < min(html.index("<script"), html.index("<style"))
    assert html.encode().index(b"charset=") < 1024  # where a browser looks for it


def test_a_script_that_is_added_later_is_not_allowed() -> None:
    allowed = policy_of(add_policy(PAGE))["script-src"]
    assert allowed == hash_of("go()")
    assert hash_of("go(1)") not in allowed


def test_the_map_of_the_site_may_load_the_script_of_all_pages() -> None:
    assert policy_of(add_policy(PAGE, INSTALLABLE))["script-src"] == f"'self' {hash_of('go()')}"


def test_a_page_without_scripts_allows_none() -> None:
    assert policy_of(add_policy(PAGE.replace("<script>go()</script>", "")))["script-src"] == "'none'"


def test_the_map_of_the_site_can_be_part_of_an_installed_one(atlas: Atlas, dataset: Dataset) -> None:
    opening = replace(initial_state(atlas, today=TODAY), home="index.html")
    policy = policy_of(render(dataset, view=opening))
    assert policy["worker-src"] == policy["manifest-src"] == "'self'"
    assert policy["connect-src"].split()[:2] == ["'self'", "https://tile.openstreetmap.org"]
    assert "unsafe" not in " ".join(policy.values())


@pytest.mark.parametrize("name", ["default-src", "base-uri", "form-action", "object-src"])
def test_the_pages_of_the_site_refuse_the_same(name: str) -> None:
    policy = policy_of(site_policy())
    assert policy[name] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["worker-src"] == policy["manifest-src"] == "'self'"
