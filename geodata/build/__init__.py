"""The base geography is built from packages of public registries, by settings and seeds that stand in tables."""

from geodata.build.base import build_base
from geodata.build.sources import MissingSourceError

__all__ = ["MissingSourceError", "build_base"]
