"""The base geography is built from packages of public registries, by settings and seeds that stand in tables."""

from geodata.base_map_build.base import build_base
from geodata.base_map_build.sources import MissingSourceError

__all__ = ["MissingSourceError", "build_base"]
