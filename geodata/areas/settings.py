"""Settings of areas and their ranges: outline, samples, percentiles."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SETTINGS = Path(__file__).with_name("settings.toml")


@dataclass(frozen=True, slots=True)
class CellSettings:
    """Settings of the cells: reach of claims, precision of shapes."""

    south: float
    """Latitude south of which nothing is claimed."""
    beyond_km: float
    """Distance of the outline from the outermost places."""
    alone_km: float
    """Distance within which a place needs another one to support a claim."""
    closing_km: float
    """Radius with which bays of the outline are closed."""
    opening_km: float
    """Radius with which headlands of the outline are cut back."""
    corners: int
    """Corners in a quarter circle."""


@dataclass(frozen=True, slots=True)
class SampleSettings:
    """Settings of the sample points: how finely they stand for the land."""

    step_m: float
    """Distance of the points in the equal-area plane, in metres."""
    small_reach_km: float
    """Up to this reach of a place the points round it stand closer."""
    finer: int
    """So many times closer."""
    near: int
    """How many of the nearest places are tried for each point."""


@dataclass(frozen=True, slots=True)
class ResampleSettings:
    """Settings of the resampling: changes of evidence, bounds of the range."""

    low_left_out: float
    """Share of the holds of low confidence that are left out, on average."""
    low_percentile: int
    """Percentile of the sizes that the range begins with."""
    high_percentile: int
    """Percentile of the sizes that the range ends with."""
    tries: int
    """How many tries are made where nobody says otherwise."""
    seed: int
    """With which seed where nobody says otherwise."""


def read_settings(path: Path = SETTINGS) -> CellSettings:
    """Return the settings of the cells.

    A missing key raises KeyError, an unknown one TypeError.
    """
    raw = _read(path)
    return CellSettings(**raw["covered"], **raw["cells"])


def read_sample_settings(path: Path = SETTINGS) -> SampleSettings:
    """Return the settings of the sample points; see `read_settings`."""
    return SampleSettings(**_read(path)["samples"])


def read_resample_settings(path: Path = SETTINGS) -> ResampleSettings:
    """Return the settings of the resampling; see `read_settings`."""
    return ResampleSettings(**_read(path)["resampling"])


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
