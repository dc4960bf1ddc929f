"""A part of the page is written anew and leaves the others as they are."""

from __future__ import annotations

import pytest

from benchmarks.report import STEPS, with_part
from benchmarks.scale import SCALE

PAGE = f"# All\n\nText.\n\n{STEPS}\n\nOld.\n\n{SCALE}\n\nOld too.\n"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (STEPS, f"# All\n\nText.\n\n{STEPS}\n\nNew.\n\n{SCALE}\n\nOld too.\n"),
        (SCALE, f"# All\n\nText.\n\n{STEPS}\n\nOld.\n\n{SCALE}\n\nNew.\n"),
        ("## More", f"{PAGE}\n## More\n\nNew.\n"),
    ],
)
def test_a_part_is_written_in_its_place(heading: str, expected: str) -> None:
    assert with_part(PAGE, heading, f"{heading}\n\nNew.\n") == expected
