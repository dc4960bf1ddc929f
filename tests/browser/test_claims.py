"""Claims are judged with keys alone, and contested words tell who says what on hover, focus and tap."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from geodata.sources.claim_review import COLUMNS
from tests.browser.app_page import address, at_rest, await_address, choose_option
from tests.browser.map_page import map_frame
from tests.project_data import atlas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Locator, Page

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

    Opener = Callable[..., Page]

NOTE = ".contested-note"
PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True}


@pytest.fixture
def claims(open_page: OpenPage, app_url: str, watch: Watch) -> Iterator[Opener]:
    """Open the page under its own address, where Streamlit first looks for its server and finds none."""
    own = f"{app_url}/claims"

    def opened(query: str = "", **options: object) -> Page:
        page = open_page(f"{own}{query}", **options)
        expect(page.get_by_role("heading", name="Fact check", level=1)).to_be_visible()
        expect(page.locator(NOTE)).to_be_attached()
        at_rest(page)
        return page

    yield opened
    watch.forgive(f"{own}/_stcore/")


def statements(page: Page) -> Locator:
    return page.get_by_role("heading", level=3)


def word(page: Page, text: str) -> Locator:
    return statements(page).get_by_role("link", name=text, exact=True).first


def test_what_is_chosen_stands_in_the_address_and_comes_back(claims: Opener) -> None:
    page = claims()
    expect(statements(page)).to_have_count(len(atlas().claims))
    page.get_by_label("Search claims").fill("turkey")
    page.get_by_label("Search claims").press("Enter")
    await_address(page, "claim-words", "turkey")
    choose_option(page, "Verdict", "Partly")
    await_address(page, "claim-verdicts", "Partly")
    left = [claim.statement for claim in atlas().claims if claim.verdict == "partly" and "Turkey" in claim.finding]
    expect(statements(page)).to_have_count(len(left))
    before = address(page)
    page.reload()
    expect(statements(page)).to_have_count(len(left))
    for text, statement in zip(statements(page).all_inner_texts(), left, strict=True):
        assert text.endswith(statement)
    assert address(page) == before == {"claim-words": "turkey", "claim-verdicts": "Partly"}


def test_claims_are_judged_compared_and_kept_with_keys_alone(claims: Opener) -> None:
    page = claims("?claim-words=federal")
    (claim,) = (claim for claim in atlas().claims if "federal" in claim.statement)
    expect(page.get_by_text(claim.finding[-40:])).to_be_visible()
    page.get_by_role("switch", name="Judge first").focus()
    page.keyboard.press("Space")
    await_address(page, "judge", "true")
    expect(page.get_by_text("0 of 1 judged")).to_be_visible()
    expect(page.get_by_text(claim.finding[-40:])).to_have_count(0)
    page.get_by_role("radio", name="Supported").focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("1 of 1 judged")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Partly")).to_be_checked()
    at_rest(page)
    page.get_by_role("button", name="Compare 1 judgement with our verdicts").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(claim.finding[-40:])).to_be_visible()
    expect(page.get_by_role("cell", name="Agree", exact=True)).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download this table (CSV)").press("Enter")
    with waiting.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["statement"], row["my_judgement"], row["record"]) for row in rows] == [
        (claim.statement, "Partly", "Partly")
    ]


def test_a_contested_word_tells_who_says_what_under_the_mouse(claims: Opener) -> None:
    page = claims("?claim-words=mercenaries")
    note = page.locator(NOTE)
    expect(note).to_be_hidden()
    word(page, "mercenaries").hover()
    expect(note).to_be_visible()
    terms = [term for term in atlas().terms if term.topic == "Syrian groups allied with Turkey"]
    for term in terms:
        expect(note).to_contain_text(f"{term.wording}, used by {term.used_by}")
    expect(note.get_by_role("link")).to_have_count(len(terms) + 1)
    note.get_by_role("link").first.hover()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    word(page, "Turkey").hover()
    expect(note).to_contain_text("Türkiye, used by")
    page.get_by_role("heading", level=1).hover()
    expect(note).to_be_hidden()


def test_keys_open_the_note_go_into_it_and_come_back_to_the_word(claims: Opener) -> None:
    page = claims("?claim-words=mercenaries")
    note, link = page.locator(NOTE), word(page, "mercenaries")
    word(page, "Turkey").focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(note).to_be_visible()
    expect(link).to_have_attribute("aria-expanded", "true")
    expect(link).to_have_accessible_description("Contested: 7 terms. Press Enter to read them.")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(note).to_be_focused()
    page.keyboard.press("Tab")
    expect(note.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    note.get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    expect(note).to_be_hidden()
    expect(link).to_be_focused()
    assert len(page.context.pages) == 1


def test_on_a_phone_a_tap_opens_the_note_and_everything_fits(claims: Opener) -> None:
    page = claims("?claim-words=mercenaries", **PHONE)
    word(page, "mercenaries").tap()
    note = page.locator(NOTE)
    expect(note).to_be_visible()
    box = note.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["y"] + box["height"] <= 640
    page.get_by_role("heading", level=1).tap()
    expect(note).to_be_hidden()
    main = page.locator('[data-testid="stMain"]')
    assert main.evaluate("(element) => element.scrollWidth <= element.clientWidth")
    assert len(page.context.pages) == 1


def test_an_event_of_a_claim_opens_on_the_map(claims: Opener) -> None:
    page = claims("?claim-words=exiled")
    (claim,) = (claim for claim in atlas().claims if "exiled" in claim.statement)
    event = atlas().event(claim.events[0])
    with page.context.expect_page() as opened:
        page.get_by_role("link", name=event.title).click()
    frame = map_frame(opened.value)
    card = frame.get_by_role("region", name="Selected event")
    expect(card.get_by_role("heading", level=2)).to_have_text(event.title)


def test_on_paper_stand_the_claims_without_the_widgets(claims: Opener) -> None:
    page = claims()
    page.emulate_media(media="print")
    expect(page.get_by_label("Search claims")).to_be_hidden()
    expect(page.get_by_role("switch", name="Judge first")).to_be_hidden()
    expect(statements(page).last).to_be_visible()
    expect(page.get_by_text(atlas().claims[12].finding[-40:])).to_be_visible()
