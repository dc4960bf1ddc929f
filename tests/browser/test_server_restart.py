"""A server that is lost and comes back in the middle of each page's work: the page says so and is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from playwright.sync_api import expect

from tests.browser.app_page import at_rest, await_address, settled_map
from tests.browser.app_server import free_port, running_app
from tests.browser.chromium import LOST_SERVER
from tests.browser.map_page import await_moment, map_frame
from tests.browser.waiting import await_truth
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Page

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage


class Work(Protocol):
    """Something that a visitor does on a page."""

    def begin(self, page: Page) -> None:
        """Do it."""

    def check(self, page: Page) -> None:
        """Return when it is as it was left."""

    def go_on(self, page: Page) -> None:
        """Do the next thing."""


class _OnMap:
    """A search and a day on the map."""

    address = "?words=kobane&moment=2014-10-06"

    def begin(self, page: Page) -> None:
        settled_map(page)
        page.keyboard.press("ArrowRight")
        await_address(page, "moment", "2014-10-07")

    def check(self, page: Page) -> None:
        await_moment(map_frame(page), "2014-10-07")
        expect(map_frame(page).get_by_role("combobox", name="Search")).to_have_value("kobane")

    def go_on(self, page: Page) -> None:
        page.keyboard.press("ArrowRight")
        await_address(page, "moment", "2014-10-08")


class _Comparing:
    """A day that is not the one that the page offers."""

    address = "compare"

    def __init__(self) -> None:
        self._days: list[str] = []

    def begin(self, page: Page) -> None:
        before = self._shown(settled_map(page))
        page.keyboard.press("ArrowRight")
        await_truth(map_frame(page), "another day on the left", "(day) => window.timemap.moment !== day", before[0])
        self._days = self._shown(map_frame(page))
        await_address(page, "moment", self._days[0])

    def check(self, page: Page) -> None:
        await_moment(map_frame(page), self._days[0])
        assert self._shown(map_frame(page)) == self._days

    def go_on(self, page: Page) -> None:
        page.keyboard.press("ArrowLeft")
        await_truth(map_frame(page), "another day on the left", "(day) => window.timemap.moment !== day", self._days[0])

    @staticmethod
    def _shown(frame: Frame) -> list[str]:
        return list(frame.evaluate("[window.timemap.state.moment, window.timemap.state.compare]"))


class _InLessons:
    """The size of the paper of handouts."""

    address = "lessons"

    def begin(self, page: Page) -> None:
        page.get_by_text("US Letter", exact=True).click()

    def check(self, page: Page) -> None:
        expect(page.get_by_role("radio", name="US Letter")).to_be_checked()

    def go_on(self, page: Page) -> None:
        page.get_by_text("A4", exact=True).click()
        expect(page.get_by_role("radio", name="A4")).to_be_checked()


class _Writing:
    """The title of a lesson that is being written."""

    address = "write_a_lesson"

    def begin(self, page: Page) -> None:
        title = page.get_by_role("textbox", name="Title of the lesson")
        title.fill("A week in October")
        title.blur()

    def check(self, page: Page) -> None:
        expect(page.get_by_role("textbox", name="Title of the lesson")).to_have_value("A week in October")

    def go_on(self, page: Page) -> None:
        age = page.get_by_role("textbox", name="Age", exact=True)
        age.fill("14-16")
        age.blur()
        expect(age).to_have_value("14-16")


class _InNumbers:
    """A chart."""

    address = "territory"

    def begin(self, page: Page) -> None:
        page.get_by_role("tab", name="Land changing hands").click()

    def check(self, page: Page) -> None:
        expect(page.get_by_role("tab", name="Land changing hands")).to_have_attribute("aria-selected", "true")

    def go_on(self, page: Page) -> None:
        page.get_by_role("tab", name="Key dates").click()
        expect(page.get_by_role("tabpanel", name="Key dates")).to_be_visible()


class _InFactCheck:
    """Verdicts hidden, to judge first."""

    address = "claims"

    def begin(self, page: Page) -> None:
        page.get_by_text("Judge first", exact=True).click()

    def check(self, page: Page) -> None:
        expect(page.get_by_role("switch", name="Judge first")).to_be_checked()

    def go_on(self, page: Page) -> None:
        page.get_by_text("Judge first", exact=True).click()
        expect(page.get_by_role("switch", name="Judge first")).not_to_be_checked()


class _InSources:
    """The contested terms."""

    address = "sources_and_words"

    def begin(self, page: Page) -> None:
        page.get_by_role("tab", name="Contested terms").click()

    def check(self, page: Page) -> None:
        expect(page.get_by_role("tab", name="Contested terms")).to_have_attribute("aria-selected", "true")

    def go_on(self, page: Page) -> None:
        page.get_by_role("tab", name="Licences").click()
        expect(page.get_by_role("tabpanel", name="Licences")).to_be_visible()


class _InHelp:
    """A page of the help."""

    address = "help"

    def begin(self, page: Page) -> None:
        page.get_by_test_id("stMain").get_by_role("link", name="Keyboard").first.click()
        expect(page.get_by_role("heading", level=1, name="Keyboard")).to_be_visible()

    def check(self, page: Page) -> None:
        expect(page.get_by_role("heading", level=1, name="Keyboard")).to_be_visible()

    def go_on(self, page: Page) -> None:
        page.get_by_role("link", name="Fact check").first.click()
        expect(page.get_by_role("switch", name="Judge first")).to_be_visible()


RELOADED = ("compare",)
"""Pages that are loaded again at the end."""

EVERYWHERE: dict[str, Work] = {
    work.address: work
    for work in (
        _OnMap(),
        _Comparing(),
        _InLessons(),
        _Writing(),
        _InNumbers(),
        _InFactCheck(),
        _InSources(),
        _InHelp(),
    )
}


def test_each_page_goes_on_where_it_was(tmp_path: Path, open_page: OpenPage, watch: Watch) -> None:
    port = str(free_port())
    pages: dict[str, Page] = {}
    with running_app(ROOT / "app.py", tmp_path / "log.txt", port=port) as url:
        for address, work in EVERYWHERE.items():
            page = pages[address] = open_page(f"{url}/{address}")
            at_rest(page)
            work.begin(page)
            at_rest(page)
            for frame in page.frames:
                frame.evaluate("() => { window.mark = 'the same'; }")
    for page in pages.values():
        expect(page.get_by_role("dialog", name="Connection error")).to_be_visible()
    with running_app(ROOT / "app.py", tmp_path / "again.txt", port=port):
        for address, work in EVERYWHERE.items():
            page = pages[address]
            page.bring_to_front()
            expect(page.get_by_role("dialog", name="Connection error")).to_be_hidden()
            at_rest(page)
            work.check(page)
            assert [frame.evaluate("window.mark") for frame in page.frames] == ["the same"] * len(page.frames)
            work.go_on(page)
            at_rest(page)
            if address in RELOADED:
                page.reload()
                settled_map(page)
            expect(page.get_by_test_id("stException")).to_have_count(0)
            page.close()
    watch.forgive(*LOST_SERVER, "404")
