"""In a page that scrolls, one finger and the plain wheel on map and timeline bring the page on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.browser.map_page import await_moment, map_frame, set_state
from tests.browser.touch import Fingers
from tests.browser.waiting import await_truth

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Page

    from tests.browser.conftest import OpenPage

PHONE = {"width": 360, "height": 640}
HINT = ".map-gestures.seen"
VIEW = "timemap.names()[0]?.box.map(Math.round).join()"
BAR = ".leaflet-control-scale-line"


def article(open_page: OpenPage, document: Path, folder: Path, *, phone: bool = True) -> tuple[Page, Frame]:
    """Open an article, with the map in its middle, on a phone or not, and return it with the frame."""
    text = "<p>Text of an article that goes on.</p>" * 60
    frame = f'<iframe title="Map" src="{document.as_uri()}" style="width: 100%; height: 600px; border: 0"></iframe>'
    view = '<meta name="viewport" content="width=device-width">'
    file = folder / "article.html"
    file.write_text(f"<!doctype html><title>Article</title>{view}{text}{frame}{text}", encoding="utf-8")
    kind: dict[str, Any] = {"viewport": PHONE, "has_touch": True, "is_mobile": True, "whole_browser": True}
    page = open_page(file.as_uri(), reduced_motion="reduce", **(kind if phone else {}))
    inner = page.frames[1]
    middle(page)
    await_truth(inner, "the map to start", f"() => window.timemap !== undefined && {VIEW} !== undefined")
    return page, inner


def middle(page: Page) -> float:
    """Bring the frame to the middle of the screen and return how far the page has scrolled for it."""
    page.evaluate("document.querySelector('iframe').scrollIntoView({ block: 'center' })")
    return float(page.evaluate("scrollY"))


def push(page: Page, fingers: Fingers, x: float, y: float, by: float) -> None:
    """Move one finger up or down, a step in each frame; it stays on the screen."""
    fingers.press((x, y))
    for step in range(1, 11):
        fingers.move((x, y + by * step / 10))
        page.evaluate("() => new Promise(requestAnimationFrame)")


def await_scrolled(page: Page, before: float) -> None:
    await_truth(page, "the page to scroll", f"() => scrollY > {before} + 50", instead="scrollY")


def test_one_finger_brings_an_article_on(open_page: OpenPage, document_path: Path, tmp_path: Path) -> None:
    page, frame = article(open_page, document_path, tmp_path)
    day = frame.evaluate("timemap.moment")
    for y, words in ((200, "Use two fingers to move the map"), (540, None)):
        before, seen = middle(page), frame.evaluate(VIEW)
        with Fingers(page) as fingers:
            push(page, fingers, 150, y, -150)
            if words:
                expect(frame.locator(HINT)).to_have_text(words)
            await_scrolled(page, before)
        assert frame.evaluate(VIEW) == seen
    await_moment(frame, day)


def test_the_plain_wheel_brings_an_article_on(open_page: OpenPage, document_path: Path, tmp_path: Path) -> None:
    page, frame = article(open_page, document_path, tmp_path, phone=False)
    before, bar = middle(page), frame.locator(BAR).inner_text()
    page.mouse.move(400, 300)
    page.mouse.wheel(0, 120)
    expect(frame.locator(HINT)).to_have_text("Use Ctrl + scroll to zoom the map")
    await_scrolled(page, before)
    assert frame.locator(BAR).inner_text() == bar


def test_two_fingers_and_the_wheel_with_ctrl_move_and_zoom_the_map_there(
    open_page: OpenPage, document_path: Path, tmp_path: Path
) -> None:
    page, frame = article(open_page, document_path, tmp_path)
    before, seen = middle(page), frame.evaluate(VIEW)
    with Fingers(page) as fingers:
        fingers.press((120, 260), (220, 260))
        for step in range(1, 6):
            fingers.move((120, 260 - 20 * step), (220, 260 - 20 * step))
    await_truth(frame, "the map to move", f"() => {VIEW} !== {seen!r}", instead=VIEW)
    assert page.evaluate("scrollY") == before
    expect(frame.locator(".leaflet-zoom-anim")).to_have_count(0)
    bar = frame.locator(BAR).inner_text()
    page.mouse.move(150, 200)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -240)
    page.keyboard.up("Control")
    scale = f"document.querySelector('{BAR}').textContent"
    await_truth(frame, "the map to zoom", f"() => {scale} !== {bar!r}", instead=scale)
    assert page.evaluate("scrollY") == before


def test_one_finger_moves_the_map_that_fills_the_window_or_stands_alone(
    open_page: OpenPage, document_path: Path, tmp_path: Path
) -> None:
    page, frame = article(open_page, document_path, tmp_path)
    middle(page)
    set_state(frame, fillsWindow=True)
    alone = open_page(
        f"{document_path.as_uri()}#moment=2014-10-06",
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
    )
    for shown, inner in ((page, frame), (alone, map_frame(alone))):
        shown.bring_to_front()
        seen = inner.evaluate(VIEW)
        with Fingers(shown) as fingers:
            push(page, fingers, 150, 250, -100)
        await_truth(inner, "the map to move", f"() => {VIEW} !== {seen!r}", instead=VIEW)
        expect(inner.locator(HINT)).to_have_count(0)
