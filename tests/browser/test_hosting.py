"""The app as it is hosted: started by the image's command without rights, behind the proxy and below a path."""

from __future__ import annotations

import json
import stat
import subprocess
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser import file_server
from tests.browser.hosting import hosted_app, without_rights
from timemap.app.server.security_headers import EMBEDDING, FIXED, POLICY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage
    from tests.browser.hosting import Hosted

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Give another site: its folder and its address."""
    folder = tmp_path_factory.mktemp("school")
    with file_server.hosted(folder) as address:
        yield folder, address


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory, school: tuple[Path, str]) -> Iterator[Hosted]:
    """Give the app that the school's site may embed."""
    home = tmp_path_factory.mktemp("hosted")
    try:
        with hosted_app(home, **{EMBEDDING: school[1]}) as running:
            yield running
    finally:
        for path in (home, *(path for path in home.rglob("*") if path.is_dir())):
            path.chmod(path.stat().st_mode | stat.S_IWUSR)
    assert "Traceback" not in (home / "app.log").read_text()
    assert "[error]" not in (home / "proxy.log").read_text()


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def test_the_map_and_what_asks_the_server_work_through_the_proxy(
    open_page: OpenPage, hosted: Hosted, watch: Watch
) -> None:
    before = files(hosted.folder)
    page = open_page(hosted.url.removesuffix("/map"))
    expect(page.frame_locator("iframe").get_by_role("textbox", name="Date shown")).to_be_visible()
    assert page.url.startswith(f"{hosted.url}/")
    page.goto(f"{hosted.url}/sources_and_words")
    search = page.get_by_label("Search sources")
    search.fill("Anadolu")
    search.press("Enter")  # which only the server can answer, through the connection that stays open
    expect(page.get_by_text("Anadolu").first).to_be_visible()
    expect(page).to_have_url(f"{hosted.url}/sources_and_words?source-words=Anadolu")
    watch.forgive("/_stcore/host-config", "/_stcore/health")  # Streamlit looks for its server beside each page first
    assert files(hosted.folder) == before


def test_headers_are_sent_once(hosted: Hosted, school: tuple[Path, str]) -> None:
    for path in ("/", "/lessons", "/healthz"):
        with urlopen(f"{hosted.url}{path}", timeout=20) as answer:  # noqa: S310 - our own
            headers = answer.headers
        for name in (*FIXED, POLICY):
            assert len(headers.get_all(name)) == 1, (path, name)
        assert headers[POLICY].endswith(f"frame-ancestors 'self' {school[1]}")


def test_the_check_of_the_image_passes_while_the_app_runs(hosted: Hosted) -> None:
    check = without_rights(hosted.health)
    assert subprocess.run(check, env=hosted.environment, check=False).returncode == 0
    elsewhere = hosted.environment | {"STREAMLIT_SERVER_BASE_URL_PATH": "elsewhere"}
    assert subprocess.run(check, env=elsewhere, check=False, capture_output=True).returncode != 0


def test_the_app_may_write_nothing_but_its_own_files(hosted: Hosted, tmp_path: Path) -> None:
    for folder in (hosted.folder, tmp_path):
        folder.chmod(folder.stat().st_mode & ~stat.S_IWUSR)
        script = f"import pathlib; pathlib.Path({json.dumps(str(folder / 'new'))}).touch()"
        done = subprocess.run(
            without_rights([hosted.health[0], "-c", script]),
            cwd=hosted.folder,
            env=hosted.environment,
            check=False,
            capture_output=True,
            text=True,
        )
        assert "PermissionError" in done.stderr


def test_a_site_that_is_named_can_embed_the_app_and_its_map(
    open_page: OpenPage, hosted: Hosted, school: tuple[Path, str]
) -> None:
    folder, address = school
    head = '<!doctype html><title>School</title><link rel="icon" href="data:,">'
    frame = f'<iframe src="{hosted.url}/" width="1200" height="600"></iframe>'
    (folder / "page.html").write_text(head + frame)
    page = open_page(f"{address}/page.html")
    app = page.frame_locator("iframe")
    expect(app.frame_locator("iframe").get_by_role("textbox", name="Date shown")).to_be_visible()
