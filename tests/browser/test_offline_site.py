"""The site as an installed app: kept at the first visit, opened with the host gone, and renewed by its reader."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests import project_data
from tests.browser.file_server import hosted
from tests.browser.waiting import await_value
from timemap.site.build import build
from timemap.site.offline import service_worker
from timemap.state.snapshot import snapshot_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import OpenPage

NEWS = "A new version of this site is available."
UNDER = "maps/site"
"""The folder of the host under which the site lies."""


@pytest.fixture(scope="module")
def built() -> dict[str, bytes]:
    atlas = project_data.atlas()
    lessons = [read.lesson for read in project_data.lessons()][:1]
    return build(project_data.dataset(), lessons, snapshot_of(atlas, today=date(2026, 11, 23)))


@pytest.fixture
def host(built: dict[str, bytes], tmp_path: Path) -> Path:
    """Return the folder of a host with the site in a folder of it."""
    for name, content in built.items():
        path = tmp_path / UNDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path


def await_kept(page: Page) -> None:
    """Return as soon as the browser has kept the site."""
    page.evaluate("navigator.serviceWorker.ready")


def kept_names(page: Page) -> list[str]:
    return list(page.evaluate("caches.keys()"))


def test_every_page_opens_with_the_host_gone(open_page: OpenPage, host: Path, built: dict[str, bytes]) -> None:
    with hosted(host) as address:
        site = f"{address}/{UNDER}"
        page = open_page(f"{site}/")
        await_kept(page)
        session = page.context.new_cdp_session(page)
        installable = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
        assert [error["errorId"] for error in installable if error["errorId"] != "in-incognito"] == []
    for name in sorted(name for name in built if name.endswith(".html")):
        page.goto(f"{site}/{name}")
        if name == "map.html":
            await_value(page, "whether the map has begun", "window.timemap !== undefined", value=True)
        else:
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            page.evaluate("for (const image of document.images) image.loading = 'eager'")
            broken = "[...document.images].filter((image) => !image.naturalWidth).map((image) => image.src)"
            await_value(page, "pictures that are not there", f"document.readyState === 'complete' && {broken}", [])
    page.goto(f"{site}/")
    expect(page.get_by_role("link", name="Open the map")).to_be_visible()


def test_a_newer_site_is_said_and_shown_after_a_press(open_page: OpenPage, host: Path, built: dict[str, bytes]) -> None:
    with hosted(host) as address:
        page = open_page(f"{address}/{UNDER}/index.html")
        await_kept(page)
        (older,) = kept_names(page)
        map_page = page.context.new_page()
        map_page.goto(f"{address}/{UNDER}/map.html")
        expect(page.get_by_text(NEWS)).to_have_count(0)
        newer = built | {"index.html": built["index.html"].replace(b"Open the map<", b"Open the newer map<")}
        (host / UNDER / "index.html").write_bytes(newer["index.html"])
        (host / UNDER / "worker.js").write_bytes(service_worker(newer))
        page.reload()
        expect(page.get_by_role("status").get_by_text(NEWS)).to_be_visible()
        expect(map_page.get_by_role("status").get_by_text(NEWS)).to_be_visible()
        expect(page.get_by_role("link", name="Open the map")).to_be_visible()
        page.get_by_role("button", name="Reload").click()
        expect(page.get_by_role("link", name="Open the newer map")).to_be_visible()
        expect(page.get_by_text(NEWS)).to_have_count(0)
        (kept,) = kept_names(page)
        assert kept != older
        map_page.get_by_role("button", name="Reload").click()
        expect(map_page.get_by_text(NEWS)).to_have_count(0)


def test_a_site_in_a_folder_registers_nothing_and_complains_of_nothing(open_page: OpenPage, host: Path) -> None:
    page = open_page((host / UNDER / "index.html").as_uri())
    page.get_by_role("link", name="Open the map").click()
    await_value(page, "whether the map has begun", "window.timemap !== undefined", value=True)
    assert page.locator("link[rel=manifest]").count() == 0


def test_the_manifest_names_pictures_that_there_are(built: dict[str, bytes]) -> None:
    about = json.loads(built["manifest.webmanifest"])
    assert (about["start_url"], about["scope"], about["display"]) == ("index.html", "./", "standalone")
    assert about["start_url"] in built
    for picture in about["icons"]:
        width, height = picture["sizes"].split("x")
        header = built[picture["src"]][16:24]
        assert (int.from_bytes(header[:4]), int.from_bytes(header[4:])) == (int(width), int(height))
