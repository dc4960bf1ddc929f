"""Fixtures of browser tests: browser, running app, exported document.

No test may ask for other machines or end with an error.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import sync_playwright

from tests import project_data
from tests.browser.app_server import App
from tests.browser.chromium import WHOLE, Watch, launch, launch_like, watched
from tests.browser.network import refusing_proxy
from tests.made_once import made_once
from tests.paths import ROOT
from timemap.cli.main import main
from timemap.document.render import render
from timemap.state.initial import initial_state

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from playwright.sync_api import Browser, Page

FOLDER = Path(__file__).parent
KEPT = ROOT / "failed-tests"
"""Where pictures and consoles of failed tests are kept."""
LAST_SAID = 25
"""Lines of a failed test's console that are printed with it."""


class OpenPage(Protocol):
    """Opens an address in a fresh browser context of the given options."""

    def __call__(self, address: str, **options: Any) -> Page:  # noqa: ANN401 # Playwright's own options
        """Return the page."""


class Export(Protocol):
    """Writes a document with the given options of the command line."""

    def __call__(self, *options: str) -> Path:
        """Return where it lies."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder as those that drive a browser."""
    for item in items:
        if FOLDER in item.path.parents:
            item.add_marker("browser")


def kept_for(item: pytest.Item) -> Path:
    """Return the empty folder for what is kept of a test.

    What an earlier run kept there is gone.
    """
    folder = KEPT / re.sub(r"[^\w-]+", "-", item.nodeid.rpartition("/")[2]).strip("-")
    shutil.rmtree(folder, ignore_errors=True)
    return folder


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep what the pages of a failed test show and said.

    The files are named in what is printed of it.
    """
    report = yield
    watch = getattr(item, "funcargs", {}).get("watch")
    if report.failed and report.when != "teardown" and isinstance(watch, Watch):
        try:
            files = "\n".join(str(file.relative_to(ROOT)) for file in watch.keep(kept_for(item)))
        except PlaywrightError as error:
            files = f"nothing could be kept: {error.message}"
        said = "\n".join(watch.said[-LAST_SAID:])
        report.sections.append(("What the pages showed and said", f"{files}\n{said}"))
    return report


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def whole_browser(browser: Browser) -> Iterator[Browser]:
    chromium = launch_like(browser, program=WHOLE)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    running = App(tmp_path_factory.mktemp("app"))
    yield running
    running.stop()


@pytest.fixture
def app_url(app: App) -> str:
    return app.url()


@pytest.fixture(scope="session")
def export(tmp_path_factory: pytest.TempPathFactory) -> Export:
    def write(*options: str) -> Path:
        def make(path: Path) -> None:
            assert main(["export", str(path), *options]) == 0

        return made_once(tmp_path_factory, "-".join(("document", *map(quote_plus, options))) + ".html", make)

    return write


@pytest.fixture(scope="session")
def document_path(export: Export) -> Path:
    return export()


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site that no test changes."""

    def make(path: Path) -> None:
        assert main(["site", str(path)]) == 0

    return made_once(tmp_path_factory, "site", make)


@pytest.fixture(scope="session")
def first_lesson_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lesson = project_data.lessons()[0].lesson
    start = initial_state(project_data.atlas(), today=datetime.now(tz=UTC).date())
    opening = replace(start, lessons=(lesson,), lesson=lesson.id)
    path = tmp_path_factory.mktemp("lesson") / "lesson.html"
    path.write_text(render(project_data.dataset(), view=opening), encoding="utf-8")
    return path


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def open_page(browser: Browser, watch: Watch, request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    with refusing_proxy(watch.refused) as proxy:

        def open_address(address: str, **options: Any) -> Page:  # noqa: ANN401 # Playwright's own options
            whole = options.pop("whole_browser", False)
            driven = request.getfixturevalue("whole_browser") if whole else browser
            context = watched(driven, watch, proxy, options)
            page = context.new_page()
            page.goto(address)
            return page

        yield open_address
        watch.hear_all()
        if watch.refused or watch.complaints:
            watch.keep(kept_for(request.node))
        for context in watch.contexts:
            context.close()
    assert watch.refused == []
    assert watch.complaints == []
