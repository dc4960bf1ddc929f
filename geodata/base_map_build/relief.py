"""Relief picture: a pale grey hillshade on Web Mercator."""

from __future__ import annotations

import importlib
import io
import json
from typing import TYPE_CHECKING, Any

import numpy as np

from geodata.io.whole_files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from shapely import Polygon

    from geodata.base_map_build.settings import ReliefRules
    from geodata.geography import Notice

WHITE = 255


def write_relief(raw: Path, out: Path, area: Polygon, rules: ReliefRules, notice: Notice) -> None:
    """Write ``relief.webp``, and its corners as ``relief.json``.

    Leaflet wants them as [[south, west], [north, east]].
    """
    pictures: Any = importlib.import_module("PIL.Image")
    pictures.MAX_IMAGE_PIXELS = None
    west, south, east, north = area.bounds
    with pictures.open(raw) as world:
        rows, columns = _mercator_rows(south, north, rules.height), np.linspace(west, east, rules.width)
        across, down = world.width / 360, world.height / 180
        crop = world.crop(
            (
                int((west + 180) * across) - 2,
                int((90 - north) * down) - 2,
                int((east + 180) * across) + 3,
                int((90 - south) * down) + 3,
            )
        ).convert("L")
    grey = np.asarray(crop, dtype=float)
    x = (columns + 180) * across - (int((west + 180) * across) - 2) - 0.5
    y = (90 - rows) * down - (int((90 - north) * down) - 2) - 0.5
    picture = pictures.fromarray(_pale(_sample(grey, x, y), rules.darkest))
    drawn = io.BytesIO()
    picture.save(drawn, "WEBP", quality=rules.quality, method=6)
    about = {
        "file": "relief.webp",
        "bounds": [[south, west], [north, east]],
        "projection": "EPSG:3857",
        "attribution": notice.attribution,
        "licence": notice.licence,
    }
    text = json.dumps(about, ensure_ascii=False, indent=1) + "\n"
    write_whole({out / "relief.webp": drawn.getvalue(), out / "relief.json": text.encode()})


def _mercator_rows(south: float, north: float, count: int) -> NDArray[np.float64]:
    """Return the latitude of each row of a Web Mercator picture, from the north."""
    low, high = (np.arcsinh(np.tan(np.radians(latitude))) for latitude in (south, north))
    return np.asarray(np.degrees(np.arctan(np.sinh(np.linspace(high, low, count)))))


def _sample(grey: NDArray[np.float64], x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the grey at every crossing of y rows and x columns, between four pixels each."""
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)[:, None]
    right_share, low_share = x - left, y[:, None] - top
    upper = grey[top, left] * (1 - right_share) + grey[top, left + 1] * right_share
    lower = grey[top + 1, left] * (1 - right_share) + grey[top + 1, left + 1] * right_share
    return np.asarray(upper * (1 - low_share) + lower * low_share)


def _pale(grey: NDArray[np.float64], darkest: int) -> NDArray[np.uint8]:
    """Return the picture with its greys stretched between the darkest wanted and white."""
    low, high = np.percentile(grey, (1, 99))
    return np.asarray(darkest + np.clip((grey - low) / (high - low), 0, 1) * (WHITE - darkest), dtype=np.uint8)
