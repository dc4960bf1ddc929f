"""Fixtures of the tests of the document: data, and one rendered document."""

from __future__ import annotations

import json
import re
from contextlib import ExitStack, contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.app_server import running_app
from tests.paths import ROOT
from timemap.document.render import render
from timemap.state.initial import initial_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

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


BASES = ["", "some/where"]
"""Paths below which a server is asked: at its root, and as behind a proxy."""


@contextmanager
def _serving(folder: Path, base: str) -> Iterator[str]:
    log = folder / "log.txt"
    with running_app(ROOT / "app.py", log, baseUrlPath=base) as url:
        yield url
    assert "missing ScriptRunContext" not in log.read_text()


@pytest.fixture(scope="module", params=BASES)
def unvisited(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a server that nobody has visited yet."""
    with _serving(tmp_path_factory.mktemp("server"), request.param) as url:
        yield url


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Give what returns the address of a server below a path.

    It is started when it is first asked for.
    """
    running: dict[str, str] = {}
    with ExitStack() as stack:

        def address(base: str) -> str:
            if base not in running:
                running[base] = stack.enter_context(_serving(tmp_path_factory.mktemp("server"), base))
            return running[base]

        yield address


@pytest.fixture(params=BASES)
def served(request: pytest.FixtureRequest, servers: Callable[[str], str]) -> str:
    """Return the address of a server that others may have visited."""
    return servers(request.param)
