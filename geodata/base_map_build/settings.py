"""Settings of the base map build: `settings.toml` and `notices.toml`."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from pathlib import Path

from shapely import Polygon, box

from geodata.geography import Notice

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Country:
    """A country whose outline is built."""

    iso: str
    """ISO 3166-1 code of three letters."""
    name: str
    """Plain English name."""
    zone: str
    """The time zone whose outline is the country's."""
    divided: bool
    """True when its first-level divisions are built too."""


@dataclass(frozen=True)
class Detail:
    """Amount of detail that the built files keep."""

    outline_m: float
    """Tolerance of the countries and divisions, in metres."""
    water_m: float
    """Tolerance of lakes and wide rivers, in metres."""
    river_m: float
    """Tolerance of river lines, in metres."""
    great_river_m: float
    """Tolerance of the lines of the great rivers, in metres."""
    smallest_lake_km2: float
    """Lakes below this size are left out."""
    tie_deg: float
    """Longest stretch, in degrees, by which a division line is tied to the country outline."""
    smallest_exclave_km2: float
    """Smaller parts of a country apart from its main land are given to the country around them."""


@dataclass(frozen=True)
class TownRules:
    """Rules for the towns that are shown."""

    least: int
    """Population from which on a town is shown."""
    near_border_km: float
    """How far from the border smaller towns are shown too."""
    least_near_border: int
    """Population from which on a town near the border is shown."""
    least_in_country: int
    """Population from which on a town anywhere in the country is shown."""
    country: str
    """The country that our own places lie in, by its code of two letters."""
    own_names: dict[str, str]
    """Countries, by that code, whose towns GeoNames calls by the names of one language, each with its column."""
    same_km: float
    """A town this near to a place that is already there is that place."""
    ranks: tuple[int, ...]
    """Least population of each rank but the last."""


@dataclass(frozen=True)
class ReliefRules:
    """Rules for the picture of the relief."""

    width: int
    """Pixels from west to east."""
    height: int
    """Pixels from north to south."""
    darkest: int
    """Darkest grey, from 0 to 255, which is white."""
    quality: int
    """Quality of the compression, from 0 to 100."""


@dataclass(frozen=True)
class BuildSettings:
    """Settings of the build."""

    area: Polygon
    """The box of the base map, in degrees."""
    wide: Polygon
    """The box with its margin: what is read."""
    parallel: float
    """The latitude on which lengths of the plane are true, in degrees."""
    detail: Detail
    """How much detail is kept."""
    countries: tuple[Country, ...]
    """The countries of the area; where outlines overlap the first one wins."""
    country: str
    """Code of the country that our own places lie in."""
    neighbour: str
    """Code of the country on the other side of the border that the map is about."""
    great_rivers: dict[str, tuple[str, ...]]
    """The great rivers, each with the names that the source gives to its pieces."""
    dividing_river: str
    """The one of them that divides the land in two banks, and along which reservoirs are joined."""
    towns: TownRules
    """Which towns are shown."""
    relief: ReliefRules
    """How the picture of the relief is made."""


@dataclass(frozen=True)
class Seed:
    """Named point on the feature that it names."""

    kind: str
    """What is named: `lake`, `river`, or a country's ISO code for a division."""
    name: str
    """The name to give."""
    lon: float
    """Degrees east."""
    lat: float
    """Degrees north."""


def read_settings(path: Path = HERE / "settings.toml") -> BuildSettings:
    """Return the settings.

    A missing key raises KeyError, an unknown one TypeError.
    """
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    area = raw["area"]
    corners = (area["west"], area["south"], area["east"], area["north"])
    return BuildSettings(
        area=box(*corners),
        wide=box(*corners).buffer(area["margin"], join_style="mitre"),
        parallel=area["parallel"],
        detail=Detail(**raw["detail"]),
        countries=tuple(Country(iso, **entry) for iso, entry in raw["countries"].items()),
        country=raw["border"]["country"],
        neighbour=raw["border"]["neighbour"],
        great_rivers={name: tuple(pieces) for name, pieces in raw["great_rivers"].items()},
        dividing_river=raw["dividing_river"]["name"],
        towns=TownRules(**{**raw["towns"], "ranks": tuple(raw["towns"]["ranks"])}),
        relief=ReliefRules(**raw["relief"]),
    )


def read_seeds(path: Path) -> tuple[Seed, ...]:
    """Return the seeds of a CSV table with the columns kind, name, lon, lat."""
    with path.open(encoding="utf-8", newline="") as table:
        return tuple(
            Seed(row["kind"], row["name"], float(row["lon"]), float(row["lat"])) for row in csv.DictReader(table)
        )


def read_notices(path: Path = HERE / "notices.toml") -> dict[str, Notice]:
    """Return the notice of each built file, by its name without ending."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {file: Notice(**raw["notices"][key]) for file, key in raw["files"].items()}
