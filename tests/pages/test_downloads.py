"""Files to be downloaded are made when they are asked for: Streamlit takes a finished file away with the next run."""

from __future__ import annotations

import pytest

from tests.pages.app import entered, with_map


@pytest.mark.parametrize("page", ["compare", "lessons", "territory", "claims", "sources_and_words"])
def test_no_button_holds_a_finished_file(page: str) -> None:
    app = with_map(page) if page == "compare" else entered(page)
    buttons = app.get("download_button")
    if page != "claims":  # its table is there when pupils have judged
        assert buttons
    assert [button.proto.label for button in buttons if not button.proto.deferred_file_id] == []
