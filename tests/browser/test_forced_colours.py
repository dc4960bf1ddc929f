"""Where the viewer has chosen all colours, what the slider and the buttons show by colour can still be seen."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.map_page import map_frame, painted

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import FloatRect, Locator

    from tests.browser.conftest import OpenPage

SEEN = (
    "button.play",
    ".toolbar-steps button",
    ".thumb-grip",
    ".slider-bars",
    ".legend .swatch",
    ".card-kind .symbol",
    ".plate",
)


def contrast(part: Locator, around: int = 3) -> int:
    """Return the greatest difference of brightness, 0 to 255, within a part of the page and a few pixels round it."""
    box = part.bounding_box()
    assert box is not None
    clip: FloatRect = {
        "x": box["x"] - around,
        "y": box["y"] - around,
        "width": box["width"] + 2 * around,
        "height": box["height"] + 2 * around,
    }
    grey = Image.open(BytesIO(part.page.screenshot(clip=clip))).convert("L")
    values = np.asarray(grey)
    return int(values.max()) - int(values.min())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bands_bars_thumb_and_buttons_stand_out(scheme: str, open_page: OpenPage, document_path: Path) -> None:
    page = open_page(document_path.as_uri(), forced_colors="active", color_scheme=scheme)
    frame = map_frame(page)
    page.get_by_role("button", name="Next event").click()
    expect(page.get_by_role("region", name="Selected event")).to_be_visible()
    painted(frame)
    page.mouse.move(0, 0)
    bands = [band for band in page.locator(".period").all() if band.is_visible()]
    assert len(bands) > 10
    short = [band for band in bands if "nameless" in (band.get_attribute("class") or "")]
    assert short
    parts = {f"band {number}": band for number, band in enumerate(short)}
    parts |= {name: page.locator(name).first for name in SEEN}
    unseen = {name: found for name, part in parts.items() if (found := contrast(part)) < 90}
    assert unseen == {}
    assert {band.evaluate("(band) => getComputedStyle(band).borderTopStyle") for band in bands} == {"solid"}
