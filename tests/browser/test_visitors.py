"""Two visitors, and two tabs of one, use the app at the same time: nobody sees what another chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.app_page import at_rest, await_address, settled_map
from tests.browser.map_page import await_moment, map_frame, moment, set_state, state_of

if TYPE_CHECKING:
    from tests.browser.conftest import OpenPage


def test_nobody_sees_what_another_chose(open_page: OpenPage, app_url: str) -> None:
    first = open_page(f"{app_url}/?words=kobane&moment=2014-10-06")
    tab = first.context.new_page()
    tab.goto(f"{app_url}/?words=afrin&moment=2018-03-18")
    other = open_page(app_url)
    days = {}
    for page in (first, tab, other):
        page.bring_to_front()
        settled_map(page)
        days[page] = moment(map_frame(page))
    set_state(map_frame(other), words="manbij")
    await_address(other, "words", "manbij")
    for page, words in ((first, "kobane"), (tab, "afrin"), (other, "manbij")):
        page.bring_to_front()
        at_rest(page)
        await_moment(map_frame(page), days[page])
        assert state_of(map_frame(page))["words"] == words
        page.get_by_role("link", name="Fact check").click()
        expect(page.get_by_role("switch", name="Judge first")).not_to_be_checked()
        page.get_by_text("Judge first", exact=True).click()
        at_rest(page)
    for page, words in ((other, "manbij"), (first, "kobane"), (tab, "afrin")):
        page.bring_to_front()
        page.get_by_role("link", name="Map", exact=True).click()
        settled_map(page)
        assert state_of(map_frame(page))["words"] == words
        assert moment(map_frame(page)) == days[page]
