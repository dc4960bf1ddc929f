"""Greedy placement of labels.

The most important come first, each at the first of its spots where nothing is covered.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from timemap.static_map.text import Spot
from timemap.style.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timemap.static_map.text import Box, TextBlock

_RULES = TOKENS.labels

_BESIDE_FOOT, _LOOK = 10, 4
"""Pixels from a place to where the line of a callout is looked at, and from there to the next look."""


@dataclass(frozen=True, slots=True)
class Label:
    """Something that could be named."""

    words: TextBlock
    spots: Sequence[Spot]
    """Best first."""
    priority: float
    """The smaller, the earlier it is placed."""
    dot: tuple[float, float] | None = None
    """Where the place itself is marked with a dot, which is drawn only beside its name."""
    foot: tuple[float, float] | None = None
    """Where the line from a callout leads; it stands on a plate."""
    always: bool = False
    """Whether it is placed even where everything is covered."""
    bears: float = 0
    """Share of its words, from 0 to 1, that may lie on obstacles where no spot is clear of them."""
    gap: float = 0
    """Free pixels wanted round the words."""
    dense: bool = False
    """Whether its dot may touch those of others that are so too, as of two towns on two sides of a border."""


def place_labels(
    labels: Iterable[Label], obstacles: Sequence[Box], page: Box, reserved: Sequence[Box] = ()
) -> list[tuple[Label, Spot]]:
    """Return the labels that find room, with the spot of each.

    None covers another.

    A name of a place is clearly nearer to its own dot than to any other.

    Args:
        labels: those that must stand come first of all, then by priority, then in the given order.
        obstacles: boxes that words leave free.
        page: what words may not leave.
        reserved: boxes that no words ever cover.
    """
    taken = list(reserved)
    dots: list[Box] = []
    dotted: list[tuple[Spot, Box]] = []
    placed: list[tuple[Label, Spot]] = []
    blocked = np.array(obstacles, dtype=np.float64).reshape(-1, 4)
    for label in sorted(labels, key=lambda label: (not label.always, label.priority)):
        dot = None if label.dot is None else around(*label.dot, _RULES.dot_reach)
        if dot is not None and _meets(dot, taken if label.dense else [*taken, *dots]):
            continue
        if dot is not None and not all(_is_own(spot.box, own, [dot]) for spot, own in dotted):
            continue
        others = [*taken, *dots]
        free = [
            spot
            for spot in label.spots
            if _inside(spot.box, page)
            and (dot is None or _is_own(spot.box, dot, [own for _, own in dotted]))
            and not _meets(grown(spot.box, label.gap), others)
            and not any(_meets(box, others) for box in _line_boxes(spot))
        ]
        if not free and label.always:
            free = list(label.spots)
        free = [spot for spot in free if not _is_crossed(label, spot, taken)] or free
        spot = min(free, key=lambda spot: _covered(spot.box, blocked), default=None)
        if spot is not None and _covered(spot.box, blocked) <= (1 if label.always else label.bears) * _area(spot.box):
            placed.append((label, spot))
            taken += [spot.box, *_line_boxes(spot)]
            if dot is not None:
                (dots if label.dense else taken).append(dot)
                dotted.append((spot, dot))
    return placed


def _is_own(box: Box, dot: Box, others: Iterable[Box]) -> bool:
    """Return whether words are clearly nearer to their own dot than to others."""
    own = _read_apart(box, dot)
    clear = own + max(_RULES.clear_least, _RULES.clear_share * own)
    return all(_read_apart(box, other) >= clear for other in others)


def _read_apart(box: Box, dot: Box) -> float:
    """Return how far from words a dot seems; beside it they read as its name."""
    is_level = box[1] < (dot[1] + dot[3]) / 2 < box[3]
    return _apart(box, dot) * (_RULES.clear_level if is_level else 1)


def _apart(one: Box, other: Box) -> float:
    across = max(0.0, one[0] - other[2], other[0] - one[2])
    return math.hypot(across, max(0.0, one[1] - other[3], other[1] - one[3]))


def root_of(spot: Spot) -> tuple[float, float]:
    """Return where the line from words to their foot leaves them.

    It is the point of their box nearest to the foot.
    """
    left, upper, right, lower = spot.box
    x, y = spot.foot or (spot.x, spot.y)
    return min(max(x, left), right), min(max(y, upper), lower)


def _line_boxes(spot: Spot) -> list[Box]:
    """Return small boxes along the line from words to their foot, but for its end, where a dot may stand."""
    if spot.foot is None:
        return []
    start, end = root_of(spot), spot.foot
    way = math.hypot(end[0] - start[0], end[1] - start[1])
    step = _RULES.line_step
    shares = np.arange(step, way - step, step) / way
    points = [(start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share) for share in shares]
    return [around(x, y, 1) for x, y in points]


def _meets(box: Box, others: Sequence[Box]) -> bool:
    return any(
        box[0] < right and left < box[2] and box[1] < lower and upper < box[3] for left, upper, right, lower in others
    )


def _is_crossed(label: Label, spot: Spot, others: Sequence[Box]) -> bool:
    """Return whether the line from a callout to its place runs over other words, but for those beside the place."""
    if label.foot is None:
        return False
    (x, y), length = label.foot, math.dist(label.foot, (spot.x, spot.y))
    beside = around(x, y, _BESIDE_FOOT)
    others = [box for box in others if not _meets(beside, [box])]
    shares = (away / length for away in range(_BESIDE_FOOT, int(length), _LOOK))
    return any(_meets(around(x + (spot.x - x) * share, y + (spot.y - y) * share, 1), others) for share in shares)


def _covered(box: Box, obstacles: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> float:
    """Return how many square pixels of obstacles a box covers."""
    left, upper, right, lower = obstacles.T
    across = np.minimum(right, box[2]) - np.maximum(left, box[0])
    down = np.minimum(lower, box[3]) - np.maximum(upper, box[1])
    return float((across.clip(0) * down.clip(0)).sum())


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _inside(box: Box, page: Box) -> bool:
    return box[0] >= page[0] and box[1] >= page[1] and box[2] <= page[2] and box[3] <= page[3]


def around(x: float, y: float, reach: float) -> Box:
    """Return the square round a point."""
    return (x - reach, y - reach, x + reach, y + reach)


def grown(box: Box, by: float) -> Box:
    """Return a box that reaches further on all sides."""
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)


def spot_at(x: float, y: float, words: TextBlock, angle: float = 0) -> Spot:
    """Return the spot of words whose middle is given.

    Turned words cover the box round their corners.
    """
    cosine, sine = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    across = (words.width * cosine + words.height * sine) / 2
    down = (words.width * sine + words.height * cosine) / 2
    return Spot(x, y, angle, (x - across, y - down, x + across, y + down))


_HALF = 0.42
"""Height of the letters above their middle, as a share of the line's: on the screen lines are lower."""


def spots_beside(x: float, y: float, words: TextBlock, gap: float, sides: Sequence[str] = _RULES.sides) -> list[Spot]:
    """Return the spots of words beside a point, ``gap`` pixels away from it."""
    side, over = gap + words.width / 2, gap + words.height * _HALF
    across, down = side * _RULES.corner_across, over * _RULES.corner_down
    shifts = {
        "right": (side, 0),
        "left": (-side, 0),
        "below": (0, over),
        "above": (0, -over),
        "right-below": (across, down),
        "right-above": (across, -down),
        "left-below": (-across, down),
        "left-above": (-across, -down),
        "centre": (0, 0),
    }
    return [spot_at(x + shifts[name][0], y + shifts[name][1], words) for name in sides]
