"""The document and the app in Firefox: both begin, follow the keys, keep their address, and complain of nothing."""

from __future__ import annotations

import base64
import io
import json
import os
import shutil
import signal
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from tests.browser.network import refusing_proxy
from tests.paths import ROOT
from timemap.app.page_list import PAGES

if TYPE_CHECKING:
    from tests.browser.app_server import App
    from tests.browser.conftest import Export

OWN = (".mozilla.com:443", ".mozilla.org:443", ".mozilla.net:443", ".firefox.com:443")
"""Ends of the names of machines that Firefox itself asks, whatever it shows."""

LIMIT = 180
"""Seconds that the walk may take on a busy machine."""


@pytest.fixture(scope="module")
def refused() -> list[str]:
    return []


@pytest.fixture(scope="module")
def seen(app: App, export: Export, refused: list[str]) -> dict[str, Any]:
    """Return what one walk through both saw."""
    firefox, node = shutil.which("firefox-esr"), shutil.which("node")
    assert node is not None
    assert firefox is not None, "no firefox-esr here; on Debian: apt-get install firefox-esr"
    with refusing_proxy(refused) as proxy:
        given = {
            "executable": firefox,
            "proxy": proxy,
            "file": export("--lesson", "the-siege-of-kobane").as_uri(),
            "app": app.url(),
            "pages": [page.title for page in PAGES if page.visibility == "visible" and page.file != "map"],
        }
        code, said, steps = result_of([node, "tests/web/firefox/walk.js", json.dumps(given)])
    assert code == 0, f"the walk ended with {code}; its steps were:\n{steps}"
    return dict(json.loads(said))


def result_of(command: list[str]) -> tuple[int | str, str, str]:
    """Return how a program ended, what it printed and what it told.

    One that takes too long is ended with all that it started: its browser would go on.
    """
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as walk:
        try:
            said, steps = walk.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(walk.pid, signal.SIGKILL)
            said, steps = walk.communicate()
            return f"the limit of {LIMIT} s", said, steps
        return walk.returncode, said, steps


def test_nothing_is_complained_of_and_no_other_machine_is_asked(seen: dict[str, Any], refused: list[str]) -> None:
    assert seen["version"].startswith("firefox/")
    assert seen["complaints"] == []
    assert [asked for asked in refused if not asked.endswith(OWN)] == []


def test_the_document_shows_its_events_without_scroll_bars(seen: dict[str, Any]) -> None:
    assert seen["document"]["events"] > 0
    assert seen["document"]["scroll"] == [0, 0]


def test_the_map_is_painted(seen: dict[str, Any]) -> None:
    picture = Image.open(io.BytesIO(base64.b64decode(seen["document"]["picture"]))).convert("RGB")
    middle = picture.crop((100, 150, 900, 500))
    colours = middle.getcolors(middle.width * middle.height)
    assert colours is not None
    assert len(colours) > 500


def test_no_page_of_the_app_shows_a_fault(seen: dict[str, Any]) -> None:
    assert seen["app"]["faults"] == []
