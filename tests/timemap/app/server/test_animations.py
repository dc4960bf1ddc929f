"""The server says what a moving picture will be, tells how far it is, and stops where nobody waits any longer."""

from __future__ import annotations

import http.client
import io
import json
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from PIL import Image

if TYPE_CHECKING:
    from http.client import HTTPResponse

pytestmark = pytest.mark.slow

RANGE = "from=2014-10-06&to=2014-10-08&theme=dark"


def opened(address: str) -> HTTPResponse:
    """Return what a server answers, to be read."""
    answer: HTTPResponse = urlopen(address, timeout=120)  # noqa: S310 (a server of this test)
    return answer


def test_the_plan_says_days_length_size_and_possible_steps(served: str) -> None:
    with opened(f"{served}/animation/gif/plan?{RANGE}") as answer:
        told = json.load(answer)
    assert told["words"].startswith("6 October 2014 to 8 October 2014: 3 frames, one per day, 3 seconds, 1280 by 720")
    assert told["step"] == "day"
    assert told["steps"] == ["day", "week", "month", "year"]


def test_the_file_follows_the_lines_that_tell_how_far_it_is(served: str) -> None:
    with opened(f"{served}/animation/webp?{RANGE}&step=week") as answer:
        lines = [json.loads(answer.readline())]
        while "name" not in lines[-1]:
            lines.append(json.loads(answer.readline()))
        content = answer.read()
    assert lines[:-1] == [{"done": done, "of": 2} for done in range(3)]
    assert lines[-1] == {"name": "map-2014-10-06-to-2014-10-08.webp", "type": "image/webp", "size": len(content)}
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.n_frames == 2  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["animation/png/plan", "animation/png"])
def test_a_format_that_does_not_move_is_refused_with_those_that_do(served: str, path: str) -> None:
    with pytest.raises(HTTPError) as refused:
        opened(f"{served}/{path}")
    assert refused.value.code == 400
    assert refused.value.read().decode() == 'Got the format "png", expected one of: gif, mp4, webp.'


def test_the_next_one_is_drawn_as_soon_as_the_first_is_given_up(served: str) -> None:
    """A drawing of hundreds of pictures that nobody waits for would hold the next one up for minutes."""
    parts = urlsplit(served)
    given_up = http.client.HTTPConnection(parts.netloc, timeout=60)
    given_up.request("GET", f"{parts.path}/animation/mp4?from=2014-09-01&to=2015-08-31&step=day")
    assert json.loads(given_up.getresponse().readline()) == {"done": 0, "of": 365}
    given_up.close()
    with opened(f"{served}/animation/gif?from=2014-10-06&to=2014-10-06") as answer:
        lines = [json.loads(answer.readline())]
        if "before" in lines[0]:  # the first is only just being left
            lines = [json.loads(answer.readline())]
        assert lines == [{"done": 0, "of": 1}]
