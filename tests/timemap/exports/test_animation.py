"""Moving pictures have the days, the pace and the size that was said before, as independent readers see them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import av
import numpy as np
import pytest
from PIL import Image, ImageColor

from geodata.dates.span import DAY, Span
from tests.timemap.snapshots import TODAY, snapshot_on, told_in_scripts
from timemap.cli.main import main
from timemap.exports.animation.drawing import draw_animation
from timemap.exports.animation.files import ANIMATIONS, PACE
from timemap.exports.animation.plan import FIRST_STAYS, LAST_STAYS, MOST, plan_for, view_between
from timemap.state.map_state import MapState
from timemap.static_map.day_series import day_painter

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from timemap.state.snapshot import Snapshot

pytestmark = pytest.mark.slow

FIRST, LAST = date(2019, 10, 8), date(2019, 10, 11)


def sight_over(atlas: Atlas, first: date, last: date) -> Snapshot:
    return replace(snapshot_on(atlas, first), state=MapState(Span(first, last + DAY), first))


@pytest.fixture(scope="module")
def made(dataset: Dataset) -> dict[str, bytes]:
    snapshot = sight_over(dataset.atlas, FIRST, LAST)
    selection = told_in_scripts(dataset.atlas, snapshot)
    return {kind: draw_animation(dataset, selection, snapshot, plan_for(snapshot, kind)) for kind in ANIMATIONS}


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_a_moving_picture_has_each_day_for_as_long_as_said_and_runs_for_ever(made: dict[str, bytes], kind: str) -> None:
    with Image.open(io.BytesIO(made[kind])) as picture:
        assert picture.format == kind.upper()
        assert picture.size == (1280, 720)
        assert picture.info["loop"] == 0
        stays = []
        for number in range(picture.n_frames):  # type: ignore[attr-defined]
            picture.seek(number)
            picture.load()
            stays.append(picture.info["duration"])
    assert stays == [FIRST_STAYS, PACE, PACE, LAST_STAYS]


def test_a_gif_keeps_the_colours_of_small_signs(dataset: Dataset) -> None:
    snapshot = sight_over(dataset.atlas, date(2014, 9, 20), date(2014, 10, 25))
    snapshot = replace(snapshot, state=replace(snapshot.state, window=16), shape="wide")
    selection, plan = told_in_scripts(dataset.atlas, snapshot), plan_for(snapshot, "gif", "month")
    paint, _ = day_painter(dataset, selection, snapshot, plan.days, dots=1)
    drawn = np.asarray(paint(plan.days[0])).reshape(-1, 3).astype(int)
    with Image.open(io.BytesIO(draw_animation(dataset, selection, snapshot, plan))) as picture:
        kept = np.asarray(picture.convert("RGB")).reshape(-1, 3).astype(int)
    colours = [np.array(ImageColor.getrgb(row.colour)) for row in dataset.atlas.categories]
    seen = [colour for colour in colours if (abs(drawn - colour).max(axis=1) < 3).sum() > 20]
    assert len(seen) > 3
    assert all((abs(kept - colour).max(axis=1) < 12).sum() > 20 for colour in seen)


def test_a_film_runs_as_long_as_said_and_names_its_licence(made: dict[str, bytes], atlas: Atlas) -> None:
    plan = plan_for(sight_over(atlas, FIRST, LAST), "mp4")
    with av.open(io.BytesIO(made["mp4"])) as film:
        (stream,) = film.streams
        assert stream.codec_context.name == "h264"
        assert isinstance(film, av.container.InputContainer)
        frames = [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
        assert film.metadata["copyright"]
        assert film.metadata["title"].endswith("11 October 2019")
    assert len(frames) == round(plan.seconds * 1000 / PACE)
    assert frames[0].shape == (720, 1280, 3)
    assert (abs(frames[0].astype(int) - frames[-1].astype(int)) > 60).any()


@pytest.mark.parametrize("kind", list(ANIMATIONS))
def test_a_file_is_about_as_large_as_said(made: dict[str, bytes], atlas: Atlas, kind: str) -> None:
    plan = plan_for(sight_over(atlas, FIRST, LAST), kind)
    assert plan.expected_bytes / 2.5 < len(made[kind]) < plan.expected_bytes * 2.5


@pytest.mark.parametrize(
    ("last", "step", "number", "second"),
    [
        (date(2015, 1, 27), "day", 135, date(2014, 9, 16)),
        (date(2016, 9, 15), "week", 106, date(2014, 9, 22)),
        (date(2026, 9, 15), "month", 146, date(2014, 10, 1)),
        (date(2114, 9, 15), "year", 102, date(2015, 1, 1)),
        (date(2014, 9, 15), "day", 1, date(2014, 9, 15)),
    ],
)
def test_the_step_is_the_smallest_that_gives_not_too_many_pictures(
    atlas: Atlas, last: date, step: str, number: int, second: date
) -> None:
    first = date(2014, 9, 15)
    plan = plan_for(sight_over(atlas, first, last), "gif")
    assert (plan.step, len(plan.days), len(plan.stays)) == (step, number, number)
    assert (plan.days[0], plan.days[-1]) == (first, last)
    assert plan.days[:2][-1] == second


def test_a_step_that_gives_too_many_pictures_is_refused_with_those_that_are_possible(atlas: Atlas) -> None:
    snapshot = sight_over(atlas, date(2014, 1, 1), TODAY)
    with pytest.raises(ValueError, match=rf'"day".* limit {MOST}\), expected a step of a month or year'):
        plan_for(snapshot, "gif", "day")


def test_every_event_is_seen_in_a_picture_whatever_the_step(atlas: Atlas) -> None:
    snapshot = sight_over(atlas, date(2014, 1, 1), TODAY)
    for step in ("month", "year"):
        plan = plan_for(snapshot, "gif", step)
        view = view_between(snapshot.state, plan.step, 1000)
        longest = max(after - before for before, after in zip(plan.days, plan.days[1:], strict=False))
        assert longest <= (2 * view.window + 1) * DAY


def test_what_a_listener_raises_ends_the_drawing(dataset: Dataset) -> None:
    snapshot = sight_over(dataset.atlas, FIRST, LAST)
    heard: list[tuple[int, int]] = []

    def listen(drawn: int, number: int) -> None:
        heard.append((drawn, number))
        if drawn == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        draw_animation(dataset, told_in_scripts(dataset.atlas, snapshot), snapshot, plan_for(snapshot, "webp"), listen)
    assert heard == [(0, 4), (1, 4)]


def test_the_command_says_what_it_will_be_and_how_far_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "siege.gif"
    options = ["--from", "2014-10-06", "--to", "2014-10-20", "--step", "week", "--shape", "square", "--theme", "dark"]
    assert main(["export", str(out), *options]) == 0
    said = capsys.readouterr().err
    assert "6 October 2014 to 20 October 2014: 3 frames, one per week, 3 seconds, 900 by 900 pixels" in said
    assert said.endswith("3 of 3 frames drawn\n")
    with Image.open(out) as picture:
        assert picture.size == (900, 900)
        assert picture.n_frames == 3  # type: ignore[attr-defined]


def test_the_command_says_which_steps_are_possible(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "all.mp4"), "--step", "day"]) == 2
    assert "expected a step of a month or year" in capsys.readouterr().err
    assert not (tmp_path / "all.mp4").exists()
