"""Command `base`: make the base map of an atlas for a box."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from geodata.io.settings import numbers_in
from geodata.io.tables import read_table
from geodata.records.places import Place

HELP = "make the base map of an atlas for any part of the world"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder of the atlas")
    parser.add_argument(
        "--box",
        type=_box,
        required=True,
        metavar="WEST,SOUTH,EAST,NORTH",
        help="the box in degrees, such as 9,49,11,51",
    )
    parser.add_argument(
        "--border",
        type=_border,
        metavar="HOME,NEIGHBOUR",
        help="codes of three letters: the country of all places, and the one beyond the border that the map is about",
    )
    parser.add_argument("--natural-earth", type=Path, help="the folder with the ne_10m shapefiles")


def run(given: argparse.Namespace) -> int:
    """Make the base map; return 0, or 1 where that cannot be done."""
    from shapely import Point, box  # noqa: PLC0415 - only this command needs it

    from geodata.base_map_build import MissingSourceError  # noqa: PLC0415 - needs packages that only a build needs
    from geodata.base_map_build.any_box import BoxRequest, UnknownCountryError, build_box  # noqa: PLC0415 - likewise

    if not given.folder.is_dir():
        sys.stderr.write(f'got "{given.folder}", expected the folder of an atlas\n')
        return 1
    home, neighbour = given.border or ("", "")
    table = next((path for path in _tables(given.folder, "places.csv") if path.is_file()), None)
    places = () if table is None else read_table(table, Place).records
    request = BoxRequest(box(*given.box), home, neighbour, tuple(Point(place.lon, place.lat) for place in places))
    out = given.folder / "base"
    try:
        build_box(request, out, given.natural_earth)
    except (MissingSourceError, UnknownCountryError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f'cannot build: "{error.filename}": {error.strerror}\n')
        return 1
    sys.stdout.write(
        f"{out} has countries, borders, rivers, towns and hill shading; lakes and provinces are left out. Borders are "
        "about a kilometre exact.\n"
    )
    return 0


def _tables(folder: Path, name: str) -> tuple[Path, Path]:
    return folder / "tables" / name, folder / name


def _box(text: str) -> list[float]:
    numbers = numbers_in(text.replace(",", " "), "area-bounds")
    if numbers is None:
        message = f'got "{text}", expected west, south, east and north in degrees, such as 9,49,11,51'
        raise argparse.ArgumentTypeError(message)
    return numbers


def _border(text: str) -> tuple[str, str]:
    home, _, neighbour = text.upper().partition(",")
    if not all(code.isalpha() and len(code) == len("DEU") for code in (home, neighbour)) or home == neighbour:
        message = f'got "{text}", expected two codes of three letters, such as ITA,SVN'
        raise argparse.ArgumentTypeError(message)
    return home, neighbour
