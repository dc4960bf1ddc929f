"""Fixtures of the tests of the document: data, and one rendered document."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.app_server import running_app
from tests.paths import ROOT
from timemap.document.render import render
from timemap.state.initial import initial_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset

TODAY = date(2026, 11, 1)


@pytest.fixture(scope="session")
def html(atlas: Atlas, dataset: Dataset) -> str:
    return render(dataset, view=initial_state(atlas, today=TODAY))


def data_in(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="timemap-data">(.*?)</script>', html, re.DOTALL)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


@pytest.fixture(scope="session")
def data_of() -> Callable[[str], dict[str, Any]]:
    return data_in


@pytest.fixture(scope="session")
def data(html: str) -> dict[str, Any]:
    return data_in(html)


@pytest.fixture(scope="module", params=["", "some/where"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a server that nobody has visited yet.

    It is asked at its root and below a path.
    """
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with running_app(ROOT / "app.py", log, baseUrlPath=request.param) as url:
        yield url
    assert "missing ScriptRunContext" not in log.read_text()
