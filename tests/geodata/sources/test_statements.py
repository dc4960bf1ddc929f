"""A statement is looked at on the day that its own words name."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, datetime

from geodata.atlas import load

_FIRST_DAY = re.compile(
    r"^(?P<day>\d{1,2})\b(?:(?:-| and )\d{1,2})?\b(?: (?P<own>[A-Z]\w+) and \d{1,2})? (?P<rest>[A-Z]\w+ \d{4})"
)

MONTH = re.compile("|".join(calendar.month_name[1:]))


def first_day_named(words: str) -> str:
    """Return the first whole day in ``words`` as ISO date; empty where they begin with none."""
    found = _FIRST_DAY.match(words)
    if not found:
        return ""
    month, year = found["rest"].split()
    named = f"{found['day']} {found['own'] or month} {year}"
    return datetime.strptime(named, "%d %B %Y").replace(tzinfo=UTC).date().isoformat()


def test_the_first_day_is_found_in_words() -> None:
    expected = {
        "4 June 2025": "2025-06-04",
        "19-22 June 2025": "2025-06-19",
        "1 and 8 February 2026": "2026-02-01",
        "22 February and 9 March 2026": "2026-02-22",
        "29 January 2026 (contested)": "2026-01-29",
        "June 2025": "",
        "Undated, spring 2026": "",
    }
    assert {words: first_day_named(words) for words in expected} == expected


def test_the_moment_is_the_first_day_that_is_named() -> None:
    named = {row.id: day for row in load().statements if (day := first_day_named(row.dated))}
    assert named
    assert {row.id: str(row.moment) for row in load().statements if row.id in named} == named


def test_where_no_month_is_named_there_is_no_moment() -> None:
    vague = [row.dated for row in load().statements if row.dated and not row.moment]
    assert vague
    assert [words for words in vague if MONTH.search(words)] == []
