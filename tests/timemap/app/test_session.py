"""A request for another page, as Streamlit keeps it, is known before the page of this run asks to be drawn again."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests

from timemap.app import session

THIS, OTHER = "the page of this run", "another page"


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> ScriptRequests:
    """Give what Streamlit keeps the requests of a visitor in, while a run that was asked for is under way."""
    requests = ScriptRequests()
    requests.request_rerun(RerunData(page_script_hash=OTHER))
    requests.on_scriptrunner_ready()
    run = SimpleNamespace(script_requests=requests, page_script_hash=THIS)
    monkeypatch.setattr(session, "get_script_run_ctx", lambda: run)
    return requests


def test_a_request_for_another_page_is_known_until_it_is_followed(requests: ScriptRequests) -> None:
    assert not session.is_leaving_page()
    requests.request_rerun(RerunData(page_script_hash=OTHER))
    assert session.is_leaving_page()
    requests.on_scriptrunner_ready()
    assert not session.is_leaving_page()


def test_a_request_for_the_page_of_this_run_leaves_nothing(requests: ScriptRequests) -> None:
    requests.request_rerun(RerunData(page_script_hash=THIS))
    assert not session.is_leaving_page()
