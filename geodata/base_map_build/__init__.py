"""Build of the base map from packages of public registries."""

from geodata.base_map_build.base import build_base
from geodata.base_map_build.sources import MissingSourceError

__all__ = ["MissingSourceError", "build_base"]
