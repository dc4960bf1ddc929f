"""File cache of the built cells.

A file that is damaged, or of other input, counts as none.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import shapely
from platformdirs import user_cache_path
from shapely import MultiPolygon, Polygon

import geodata
from geodata.areas.partition.cells import Cell, Cells
from geodata.io.whole_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

CODE = Path(__file__).parent
"""Folder of the code that builds the cells; the one above it has their projection and settings."""


def cache_folder(root: Path) -> Path:
    """Return the folder of the cache.

    In a checkout it lies beside the code, else in the user's folder for caches.
    """
    if (root / "pyproject.toml").is_file():
        return root / ".cache" / "areas"
    return user_cache_path("kobane-timeline-map") / "areas"


FOLDER = cache_folder(Path(geodata.__file__).resolve().parents[1])


def key_of(parts: Iterable[bytes]) -> str:
    """Return a name for the cells made from these parts by this code.

    Any change of either gives another name.
    """
    code = [path.read_bytes() for path in sorted((*CODE.glob("*.py"), *CODE.parent.glob("*.py")))]
    whole = hashlib.sha256(shapely.__version__.encode() + shapely.geos_version_string.encode())
    for part in (*code, *parts):
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()[:32]


def read_cells(folder: Path, key: str) -> Cells | None:
    """Return the cells kept under a key, or None.

    None, too, where the file is not what was written.
    """
    try:
        check, body = (folder / f"{key}.json").read_bytes().split(b"\n", 1)
    except (OSError, ValueError):
        return None
    if check.decode("ascii", "replace") != hashlib.sha256(body).hexdigest():
        return None
    return _unpack(body)


def write_cells(folder: Path, key: str, cells: Cells) -> None:
    """Keep cells under a key.

    A folder that cannot be written keeps nothing, and readers never see half a file.
    """
    body = _pack(cells)
    check = hashlib.sha256(body).hexdigest().encode("ascii")
    with suppress(OSError):
        write_whole({folder / f"{key}.json": check + b"\n" + body}, folders=True)


def _pack(cells: Cells) -> bytes:
    rows = [[cell.place, cell.km2, shapely.to_wkb(cell.shape, hex=True)] for cell in cells.cells]
    return json.dumps([shapely.to_wkb(cells.covered, hex=True), rows]).encode("ascii")


def _unpack(body: bytes) -> Cells | None:
    covered, rows = json.loads(body)
    outline = shapely.from_wkb(covered)
    shapes = [shapely.from_wkb(shape) for _, _, shape in rows]
    if not isinstance(outline, Polygon) or not all(isinstance(shape, MultiPolygon) for shape in shapes):
        return None
    cells = tuple(Cell(place, shape, km2) for (place, km2, _), shape in zip(rows, shapes, strict=True))
    return Cells(outline, cells)
