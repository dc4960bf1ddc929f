"""Bytes of a count cube: a header in JSON and columns of small numbers.

``timemap/web/cells/cube.js`` reads them. After inflating (gzip) there are: the length of the header as four bytes,
little-endian; the header; then unsigned LEB128 numbers, column by column: for each cell with counts the distance from
the cell before and how many counts it has; for each count the distance of its step from the one before in the same
cell, its category, and the count less one.
"""

from __future__ import annotations

import gzip
import json
import struct
from typing import TYPE_CHECKING, Any

import numpy as np

from geodata.count_cube.cube import CountCube
from geodata.count_cube.periods import Period
from geodata.count_cube.tiles import TileRange

if TYPE_CHECKING:
    import numpy.typing as npt

VERSION = 1
_SEVEN = 7
_MORE = 0x80
_LENGTH = struct.Struct("<I")


def encode(cube: CountCube) -> bytes:
    """Return a cube as bytes, always the same ones."""
    header = json.dumps(header_of(cube), ensure_ascii=False, separators=(",", ":")).encode()
    starts = np.flatnonzero(np.diff(cube.cell, prepend=-1))
    sizes = np.diff(starts, append=len(cube))
    cells = np.diff(cube.cell[starts], prepend=0)
    steps = np.diff(cube.step, prepend=0)
    steps[starts] = cube.step[starts]
    columns = (cells, sizes, steps, cube.category, cube.count - 1)
    return gzip.compress(_LENGTH.pack(len(header)) + header + b"".join(map(to_varints, columns)), 6, mtime=0)


def header_of(cube: CountCube) -> dict[str, Any]:
    """Return what is to be known of a cube besides its counts."""
    return {
        "version": VERSION,
        "level": cube.tiles.level,
        "west": cube.tiles.west,
        "north": cube.tiles.north,
        "width": cube.tiles.width,
        "height": cube.tiles.height,
        "period": cube.period,
        "first": cube.first,
        "steps": cube.steps,
        "categories": cube.categories,
        "cells": len(np.unique(cube.cell)),
        "counts": len(cube),
        "counted": cube.counted,
        "rows": cube.rows,
        "outside": cube.outside,
        "left_out": dict(cube.left_out or {}),
        "notes": cube.notes,
    }


def decode(content: bytes) -> CountCube:
    """Return the cube of some bytes.

    Raises:
        ValueError: if they are not those of a cube of this version.
    """
    try:
        data = gzip.decompress(content)
        (length,) = _LENGTH.unpack_from(data)
        header = json.loads(data[_LENGTH.size : _LENGTH.size + length])
        if header["version"] != VERSION:
            message = f"got version {header['version']}, expected {VERSION}"
            raise ValueError(message)
        numbers = from_varints(data[_LENGTH.size + length :])
        cells, counts = header["cells"], header["counts"]
        found = np.split(numbers, np.cumsum([cells, cells, counts, counts]))
    except (OSError, EOFError, struct.error, KeyError, TypeError, UnicodeDecodeError) as error:
        message = "expected the bytes of a count cube"
        raise ValueError(message) from error
    gaps, sizes, steps, category, less_one = found
    return CountCube(
        tiles=TileRange(*(header[name] for name in ("level", "west", "north", "width", "height"))),
        period=Period(header["period"]),
        first=header["first"],
        steps=header["steps"],
        categories=tuple(header["categories"]),
        cell=np.repeat(np.cumsum(gaps), sizes),
        step=_sums_in_parts(steps, sizes),
        category=category,
        count=less_one + 1,
        rows=header["rows"],
        outside=header["outside"],
        left_out=header["left_out"],
        notes=tuple(header["notes"]),
    )


def _sums_in_parts(numbers: npt.NDArray[np.int64], sizes: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return running sums that begin anew in each part."""
    sums = np.cumsum(numbers)
    starts = np.cumsum(sizes) - sizes
    before = sums[starts] - numbers[starts] if len(sums) else sums
    in_parts: npt.NDArray[np.int64] = sums - np.repeat(before, sizes)
    return in_parts


def to_varints(numbers: npt.NDArray[np.int64]) -> bytes:
    """Return numbers from 0 on as unsigned LEB128.

    >>> to_varints(np.array([1, 127, 128, 300])).hex()
    '017f8001ac02'
    """
    rest = numbers.astype(np.uint64)
    parts, more = [], []
    while True:
        following = rest >> np.uint64(_SEVEN)
        parts.append((rest & np.uint64(_MORE - 1)).astype(np.uint8) | ((following > 0) * _MORE).astype(np.uint8))
        more.append(following > 0)
        rest = following
        if not rest.any():
            break
    used = np.column_stack([np.ones(len(numbers), bool), *more[:-1]])
    return bytes(np.column_stack(parts)[used])


def from_varints(data: bytes) -> npt.NDArray[np.int64]:
    """Return the numbers of unsigned LEB128.

    >>> from_varints(bytes.fromhex("017f8001ac02")).tolist()
    [1, 127, 128, 300]
    """
    octets = np.frombuffer(data, np.uint8)
    ends = np.flatnonzero(octets < _MORE)
    starts = np.concatenate([[0], ends[:-1] + 1]) if len(ends) else ends
    places = np.arange(len(octets)) - np.repeat(starts, ends - starts + 1)
    values = (octets & (_MORE - 1)).astype(np.int64) << (_SEVEN * places)
    return np.add.reduceat(values, starts) if len(starts) else np.array([], np.int64)
