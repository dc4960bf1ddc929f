"""Drawing of an animation, with progress.

It can be stopped between two pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PIL import Image, ImageColor

from timemap.exports.animation.files import ANIMATIONS
from timemap.exports.animation.plan import view_between
from timemap.state.fields import limit
from timemap.static_map.day_series import day_painter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geodata.dataset import Dataset
    from geodata.text.selection import Selection
    from timemap.exports.animation.plan import Plan
    from timemap.state.snapshot import Snapshot

Progress = Callable[[int, int], None]
"""Hears how many pictures are drawn, and of how many; what it raises ends the drawing."""


def draw_animation(
    dataset: Dataset, selection: Selection, snapshot: Snapshot, plan: Plan, progress: Progress | None = None
) -> bytes:
    """Return the file of a moving picture.

    Args:
        dataset: what is drawn.
        selection: the chosen events.
        snapshot: what is seen: part of the map, filters, language, theme, layers; its moment plays no part.
        plan: days, pace and kind of file.
        progress: hears of each picture before the next is drawn; what it raises goes on to the caller.
    """
    view = view_between(snapshot.state, plan.step, limit("window"))
    snapshot = replace(snapshot, state=view, shape=plan.shape.id)
    paint, credit = day_painter(dataset, selection, snapshot, plan.days, dots=1)
    credit = replace(credit, heading=f"{credit.title}, {credit.span}")
    number = len(plan.days)

    def pictures() -> Iterator[Image.Image]:
        for drawn, day in enumerate(plan.days):
            if progress:
                progress(drawn, number)
            yield paint(day)
        if progress:
            progress(number, number)

    samples = []
    kind = ANIMATIONS[plan.kind]
    if kind.needs_samples:
        samples = [paint(plan.days[place]) for place in sorted({0, number // 2, number - 1})]
        samples.append(_swatches(samples[0].size, [row.colour for row in dataset.atlas.categories]))
    return kind.write(pictures(), plan.stays, samples, credit)


def _swatches(size: tuple[int, int], colours: Sequence[str]) -> Image.Image:
    """Return stripes of colours: of small signs a palette made of whole pictures would keep grey alone."""
    stripes = Image.new("RGB", size)
    width = size[0] / len(colours)
    for number, colour in enumerate(colours):
        stripes.paste(ImageColor.getrgb(colour), (round(number * width), 0, round((number + 1) * width), size[1]))
    return stripes
