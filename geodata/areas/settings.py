"""What the derivation may be told is read from `settings.toml`; no coordinate stands in code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

SETTINGS = Path(__file__).with_name("settings.toml")


@dataclass(frozen=True, slots=True)
class Settings:
    """How far claims reach and how finely they are drawn."""

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


def read_settings(path: Path = SETTINGS) -> Settings:
    """Return the settings; a missing key raises KeyError, an unknown one TypeError."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return Settings(**raw["covered"], **raw["cells"])
