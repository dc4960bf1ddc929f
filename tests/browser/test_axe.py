"""No state of app, file and site breaks a rule of axe-core, light, dark and on a telephone."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pytest

from tests.browser import axe, axe_states
from tests.browser.map_page import map_frame

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.browser.chromium import Watch
    from tests.browser.conftest import OpenPage

PHONE = {"width": 360, "height": 640}
CHECKS = {"light": axe.check_light, "dark": axe.check_dark}
"""Checks of pages that are opened in a theme, by its name."""

STREAMLIT_ASKS = "/_stcore/"
"""What Streamlit asks for below the address of each page, and does not find there."""


@pytest.fixture
def places(app_url: str, document_path: Path, site_folder: Path) -> tuple[str, str, str]:
    """Return the addresses of app, file and site."""
    return app_url, document_path.as_uri(), site_folder.as_uri()


def faults(results: Iterable[axe.Result]) -> list[str]:
    """Return what of ours breaks a rule, with the state in which it does."""
    return [
        f"{result.state}, {result.scheme}: {finding.rule} at {finding.selector}: {finding.html}"
        for result in results
        for finding in result.ours
    ]


def test_every_state_of_the_file_is_without_fault(
    open_page: OpenPage, document_path: Path, first_lesson_file: Path
) -> None:
    plain, lesson = (map_frame(open_page(path.as_uri())) for path in (document_path, first_lesson_file))
    assert faults(axe.check_both(chain(axe_states.map_states(plain), axe_states.lesson_states(lesson)))) == []


@pytest.mark.parametrize("scheme", CHECKS)
def test_every_page_of_the_app_is_without_fault(open_page: OpenPage, app_url: str, watch: Watch, scheme: str) -> None:
    # Opened in each theme: Streamlit follows a change of it by and by.
    found = faults(CHECKS[scheme](axe_states.app_states(open_page("about:blank", color_scheme=scheme), app_url)))
    watch.hear_all()
    watch.forgive(STREAMLIT_ASKS)
    assert found == []


def test_every_page_of_the_site_is_without_fault(open_page: OpenPage, site_folder: Path) -> None:
    assert faults(axe.check_both(axe_states.site_states(open_page("about:blank"), site_folder.as_uri()))) == []


@pytest.mark.parametrize("scheme", CHECKS)
def test_a_telephone_shows_nothing_with_a_fault(
    open_page: OpenPage, places: tuple[str, str, str], watch: Watch, scheme: str
) -> None:
    page = open_page("about:blank", viewport=PHONE, has_touch=True, color_scheme=scheme)
    found = faults(CHECKS[scheme](axe_states.small_states(page, *places)))
    watch.hear_all()
    watch.forgive(STREAMLIT_ASKS)
    assert found == []


def test_a_fault_is_found_and_only_what_is_streamlits_own_is_exempt(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.set_content(
        """<html lang="en"><title>Faults</title><style>@media (prefers-color-scheme: dark) { p { color: #eee } }</style>
        <main><h1>Faults</h1><p style="background: #fff">pale in the dark</p><img src="data:,"><button></button>
        <section role="presentation" tabindex="0" aria-label="Load"
          data-testid="stFileUploaderDropzone">files</section></main>"""
    )
    light, dark = axe.check_both([axe.State("faulty", [page.main_frame])])
    assert {finding.rule for finding in light.ours} == {"image-alt", "button-name"}
    assert {finding.rule for finding in light.findings} - {finding.rule for finding in light.ours} == {
        "presentation-role-conflict"
    }
    assert [finding.rule for finding in dark.ours] == ["color-contrast"]
    assert axe.table([light, dark])[-1].startswith("| faulty | 2 / 1 | 1 / 0 | button-name, color-contrast")
