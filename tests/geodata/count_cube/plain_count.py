"""Count of events row by row, in plain Python, to compare engines with."""

from __future__ import annotations

import math
import re
from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from geodata.count_cube.periods import EPOCH
from geodata.count_cube.query import Days
from geodata.count_cube.tiles import FARTHEST_NORTH, tile_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geodata.count_cube.cube import CountCube
    from geodata.count_cube.tiles import TileRange

Row = tuple[Any, Any, Any, Any]
"""Date, latitude, longitude and category, as they stand in a table."""

Counts = Counter[tuple[int, int, str]]
"""Events by cell, day since 1970-01-01 and category."""

NO_LIMIT = Days()


def plain_count(rows: Iterable[Row], tiles: TileRange, days: Days = NO_LIMIT) -> tuple[Counts, Counter[str]]:
    """Return the counts, and how many rows are not counted, by the reason."""
    counts: Counts = Counter()
    rest: Counter[str] = Counter()
    for when, lat, lon, category in rows:
        day = day_of(when)
        north, east = number_of(lat), number_of(lon)
        if is_blank(when):
            rest["no date"] += 1
        elif day is None:
            rest["a date that cannot be read"] += 1
        elif is_blank(lat) or is_blank(lon):
            rest["no position"] += 1
        elif not is_on_map(north, east):
            rest["a position that is not on the map"] += 1
        else:
            x, y = tile_at(east, north, tiles.level)
            column, row = x - tiles.west, y - tiles.north
            is_inside = 0 <= column < tiles.width and 0 <= row < tiles.height
            is_in_time = (days.first or date.min) <= day <= (days.last or date.max)
            if is_inside and is_in_time:
                counts[row * tiles.width + column, (day - EPOCH).days, category or ""] += 1
            else:
                rest["outside"] += 1
    return counts, rest


def is_blank(cell: Any) -> bool:  # noqa: ANN401 - a cell of any kind
    return cell is None or (isinstance(cell, str) and not cell.strip())


def is_on_map(lat: float, lon: float) -> bool:
    return abs(lat) <= FARTHEST_NORTH and abs(lon) <= 180 and (lat, lon) != (0, 0)


def day_of(cell: Any) -> date | None:  # noqa: ANN401 - as above
    """Return the day of a cell.

    Forms of text are 2014-10-06, 6.10.2014 and 6 October 2014.
    """
    if isinstance(cell, datetime):
        cell = cell.date()
    if cell is None or isinstance(cell, date):
        return cell if cell is None or 1900 <= cell.year <= 2099 else None
    text = cell.strip()
    numbers = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", text, re.ASCII)
    parts = numbers.groups() if numbers else ()
    if numbers := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[T ].*)?", text, re.ASCII):
        parts = numbers.groups()[::-1]
    if named := re.fullmatch(r"(\d{1,2} [A-Z][a-z]+ \d{4})", text, re.ASCII):
        try:
            return day_of(datetime.strptime(named[1], "%d %B %Y"))  # noqa: DTZ007 - a day
        except ValueError:
            return None
    try:
        return day_of(date(*map(int, parts))) if parts else None
    except ValueError:
        return None


def number_of(cell: Any) -> float:  # noqa: ANN401 - as above
    """Return the number of a cell; "not a number" where there is none."""
    if isinstance(cell, str):
        return float(cell) if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", cell.strip(), re.ASCII) else math.nan
    return math.nan if cell is None else cell


def counts_of(cube: CountCube) -> Counts:
    """Return the counts of a cube by day."""
    assert cube.period == "day"
    columns = zip(*(getattr(cube, name).tolist() for name in ("cell", "step", "category", "count")), strict=True)
    return Counter(
        {(cell, cube.first + step, cube.categories[category]): count for cell, step, category, count in columns}
    )
