"""A simulated viewer speaks to the real app as a browser does, and notices what goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.viewers.viewer import PAGES, FailedError, viewing
from tests.browser.app_server import running_app
from tests.browser.app_with_tables import app_of
from tests.own_loop import run
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

MOST = 20_000
"""Bytes that a change of a filter may cost; the document alone has half a million."""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_app(ROOT / "app.py", tmp_path_factory.mktemp("server") / "log.txt") as address:
        yield address


def test_a_viewer_opens_the_map_filters_and_visits_every_page(url: str) -> None:
    async def use() -> list[int]:
        async with viewing(url) as viewer:
            received = []
            for turn, page in enumerate(PAGES):
                await (viewer.come_back() if turn else viewer.open())
                if turn == 0:
                    await viewer.complete()
                before = viewer.received
                await viewer.release(turn)
                received.append(viewer.received - before)
                await viewer.visit(page)
            return [*received, viewer.received]

    *filtered, whole = run(use())
    assert all(0 < received < MOST for received in filtered)
    assert whole > 500_000


def test_a_viewer_opens_another_chart_and_fetches_a_picture(url: str) -> None:
    async def use() -> tuple[float, float, int]:
        async with viewing(url) as viewer:
            await viewer.open()
            await viewer.visit("territory")
            chart = await viewer.choose_chart(0)
            before = viewer.received
            return chart, await viewer.fetch_picture(0), viewer.received - before

    chart, picture, received = run(use())
    assert chart > 0
    assert picture > 0
    assert received > 50_000


def test_a_page_without_a_map_has_no_filter(url: str) -> None:
    async def use() -> None:
        async with viewing(url) as viewer:
            await viewer.open()
            await viewer.visit("lessons")
            await viewer.release(0)

    with pytest.raises(FailedError, match="no map on the page"):
        run(use())


def test_an_exception_on_the_page_counts_as_a_failure(tmp_path: Path) -> None:
    async def use(url: str) -> None:
        async with viewing(url) as viewer:
            await viewer.open()

    with app_of(tmp_path / "no\0folder", tmp_path) as url, pytest.raises(FailedError):
        run(use(url))
