"""The security policy of the document holds in a browser; what the document itself does is within it.

Every other test of the document would find a complaint on its console where the policy refused what it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.map_page import map_frame, painted
from tests.browser.waiting import await_value

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

SLIPPED_IN = """() => {
  window.refused = [];
  document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.effectiveDirective));
  const script = document.createElement("script");
  script.textContent = "window.ran = 'a script'";
  const picture = document.createElement("img");
  picture.setAttribute("onerror", "window.ran = 'an attribute'");
  picture.src = "https://example.org/picture.png";
  const style = document.createElement("style");
  style.textContent = "body { visibility: hidden }";
  const link = document.createElement("a");
  link.href = "javascript:window.ran = 'an address'";
  document.body.append(script, picture, style, link);
  link.click();
}"""


def test_scripts_styles_and_pictures_that_were_slipped_in_are_refused(
    open_page: OpenPage, document_path: Path, watch: Watch
) -> None:
    frame = map_frame(open_page(document_path.as_uri()))
    frame.evaluate(SLIPPED_IN)
    refused = ["img-src", "script-src-attr", "script-src-elem", "style-src-elem"]
    await_value(frame, "what was refused", "[...new Set(window.refused)].sort()", refused)
    painted(frame)
    assert frame.evaluate("window.ran") is None
    assert frame.evaluate("getComputedStyle(document.body).visibility") == "visible"
    watch.hear_all()
    assert watch.complaints
    watch.forgive("Content Security Policy")
