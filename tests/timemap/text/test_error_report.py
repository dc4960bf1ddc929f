"""Reports of errors, by the table of cases that the browser is held to as well."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.paths import CASES
from timemap.text.error_report import Subject, report_link, report_text, report_title

TABLE: dict[str, Any] = json.loads((CASES / "error_reports.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", TABLE["texts"], ids=lambda case: case["subject"]["id"])
def test_title_and_text_name_thing_map_and_view(case: dict[str, Any]) -> None:
    subject = Subject(**case["subject"])
    assert report_title(subject) == case["title"]
    assert report_text(subject, **case["map"]) == case["text"]


@pytest.mark.parametrize("case", TABLE["links"], ids=lambda case: case["target"])
def test_a_report_is_sent_by_mail_or_to_a_tracker_and_nowhere_else(case: dict[str, Any]) -> None:
    assert report_link(case["target"], case["title"], case["text"]) == case["link"]
