"""Write what axe-core finds as tables in Markdown.

``python -m tests.browser.axe_report FILE``; see `docs/develop/testing.md`.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from tests.browser import axe, axe_states
from tests.browser.app_server import running_app
from tests.browser.chromium import Watch, launch, watched
from tests.browser.map_page import map_frame
from tests.browser.network import refusing_proxy
from tests.paths import ROOT
from timemap.cli.main import main as timemap

if TYPE_CHECKING:
    from playwright.sync_api import Page

PHONE = {"width": 360, "height": 640}


def report(folder: Path) -> list[str]:
    """Return the tables; files that are looked at are made in a folder."""
    document, site = folder / "map.html", folder / "site"
    timemap(["export", str(document)])
    timemap(["site", str(site)])
    lines = ["# Accessibility: what axe-core finds"]
    with ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        browser = launch(playwright)
        stack.callback(browser.close)
        proxy = stack.enter_context(refusing_proxy([]))
        url = stack.enter_context(running_app(ROOT / "app.py", folder / "log.txt"))

        def opened(**options: Any) -> Page:  # noqa: ANN401 # Playwright's own options
            return watched(browser, Watch(), proxy, options).new_page()

        page, dark = opened(), opened(color_scheme="dark")

        def add(title: str, results: list[axe.Result]) -> None:
            lines.extend(["", f"## {title}", "", *axe.table(results)])

        page.goto(document.as_uri())
        add("File", list(axe.check_both(axe_states.map_states(map_frame(page)))))
        lesson = f"{(site / 'map.html').as_uri()}#lesson={axe_states.LESSON.id}"
        page.goto("about:blank")
        page.goto(lesson)
        add("Lesson", list(axe.check_both(axe_states.lesson_states(map_frame(page)))))
        add(
            "App",
            [
                *axe.check_light(axe_states.app_states(page, url)),
                *axe.check_dark(axe_states.app_states(dark, url)),
            ],
        )
        add("Site", list(axe.check_both(axe_states.site_states(page, site.as_uri()))))
        addresses = url, document.as_uri(), site.as_uri()
        phone = {"viewport": PHONE, "has_touch": True}
        add(
            "Telephone, 360 by 640",
            [
                *axe.check_light(axe_states.small_states(opened(**phone), *addresses)),
                *axe.check_dark(axe_states.small_states(opened(**phone, color_scheme="dark"), *addresses)),
            ],
        )
    lines.extend(["", "## Streamlit's own", ""])
    lines.extend(f"- `{each.rule}` at `{each.mark}`: {each.why}" for each in axe.EXEMPTIONS)
    return lines


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        Path(sys.argv[1]).write_text("\n".join([*report(Path(made)), ""]), encoding="utf-8")
