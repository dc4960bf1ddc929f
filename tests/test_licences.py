"""Licences of all files, of the data they hold, and of the packages they need."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from docs.licences import Package, packages, table
from geodata.defaults import DEFAULTS
from geodata.geography import BASE
from geodata.io.tables import TABLES
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from geodata.atlas import Atlas

HOLDER = "the Kobane timeline map contributors"
NAMES = {
    "CC-BY-4.0": "CC BY 4.0",
    "CC-BY-SA-4.0": "CC BY-SA 4.0",
    "LGPL-3.0-or-later": "LGPL-3.0-or-later",
    "LicenseRef-Public-Domain": "Public domain",
    "ODbL-1.0": "ODbL 1.0",
}
"""What the licences of data are called in words, by their identifiers."""

ASKS_FOR_MORE = re.compile(r"\bA?L?GPL|\bMPL|\bEPL|\bCDDL|\bEUPL")
"""Licences that ask more of whoever passes a package on than its notice."""

ALLOWED = re.compile(
    r"\b(?:MIT(?:-CMU)?|BSD|0BSD|BSD-[23]-Clause|Apache|Apache-2\.0|ISC|ISCL|Zlib|CC0-1\.0|PSFL?|PSF-2\.0|LGPL|MPL|MPL-2\.0)\b"
    r"|Python Software Foundation|same as Leaflet"
)
"""Licences under which a package may be passed on beside our code."""

ALLOWED_IN_CHECKS = re.compile(r"\bGPL-[23]\.0|\bArtistic License\b|\bGPLv2")
"""Licences of programs that are run and not passed on."""

UNSTATED = {"streamlit-folium": "MIT"}
"""What the repository of a package says, where its metadata say nothing."""


def lint(folder: Path) -> tuple[int, dict[str, Any]]:
    """Return the exit code of ``reuse lint`` in a folder, and what it says."""
    command = [sys.executable, "-m", "reuse", "--root", str(folder), "lint", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, json.loads(done.stdout)


@pytest.fixture(scope="module")
def licences() -> dict[str, str]:
    """Return the licence of every file that we keep, by its path."""
    _, said = lint(ROOT)
    return {file["path"]: " AND ".join(one["value"] for one in file["spdx_expressions"]) for file in said["files"]}


def path_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def unnamed(packages: dict[str, str], text: str) -> list[str]:
    """Return the packages whose licence asks for more and that a text does not name."""
    return [name for name, licence in packages.items() if ASKS_FOR_MORE.search(licence) and name not in text]


def forbidden(found: Iterable[Package]) -> list[str]:
    """Return the packages without a licence that our use of them allows."""
    return [
        package.name
        for package in found
        if not ALLOWED.search(licence := package.licence or UNSTATED.get(package.name, ""))
        and (package.in_app or not ALLOWED_IN_CHECKS.search(licence))
    ]


def test_every_file_has_a_licence() -> None:
    code, said = lint(ROOT)
    assert (code, said["non_compliant"]["missing_licensing_info"]) == (0, [])


def test_a_file_of_data_without_a_licence_is_noticed(tmp_path: Path) -> None:
    shutil.copy(ROOT / "REUSE.toml", tmp_path)
    shutil.copytree(ROOT / "LICENSES", tmp_path / "LICENSES")
    (tmp_path / "new.geojson").write_text("{}", "utf-8")
    code, said = lint(tmp_path)
    assert code == 1
    assert said["non_compliant"]["missing_licensing_info"] == [str(tmp_path / "new.geojson")]


def test_files_of_the_base_map_have_the_licence_that_they_state(licences: dict[str, str]) -> None:
    files = [path for path in BASE.iterdir() if path.suffix in {".geojson", ".json"}]
    stated = {path_of(path): json.loads(path.read_text("utf-8"))["licence"] for path in files}
    assert len(stated) > 5
    assert {path: said for path, said in stated.items() if NAMES[licences[path]] not in said} == {}


def test_tables_have_the_licences_that_the_setting_names(licences: dict[str, str], atlas: Atlas) -> None:
    for words in (atlas.setting("licence"), DEFAULTS["licence"]):
        for path in TABLES.iterdir():
            for licence in licences[path_of(path)].split(" AND "):
                assert NAMES[licence] in words
    assert f"CC BY 4.0, {HOLDER}" in atlas.setting("licence")
    assert licences[path_of(TABLES / "settings.csv")] == "CC-BY-4.0"


def test_places_have_the_licences_of_their_points(licences: dict[str, str], atlas: Atlas) -> None:
    origins = " ".join(place.coord_source for place in atlas.places)
    asked = {"GeoNames": "CC-BY-4.0", "Module:Syrian Civil War": "CC-BY-SA-4.0", "geo-maps": "ODbL-1.0"}
    stated = licences[path_of(TABLES / "places.csv")].split(" AND ")
    assert {licence for origin, licence in asked.items() if origin in origins} == set(stated)


def test_the_licence_of_the_code_names_its_holder() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    template = (ROOT / "LICENSES" / "MIT.txt").read_text("utf-8")
    assert text == template.replace("<year> <copyright holders>", f"2026 {HOLDER}")


def test_packages_whose_licence_asks_for_more_are_named() -> None:
    licences = {package.name: package.licence for package in packages()}
    assert len(licences) > 50
    assert unnamed(licences, (ROOT / "docs" / "develop" / "licences.md").read_text("utf-8")) == []


def test_every_package_has_a_licence_that_our_use_allows() -> None:
    assert forbidden(packages()) == []


def test_a_licence_that_is_not_allowed_is_noticed() -> None:
    gpl, none, mit = ("one", "1", "GPL-3.0-or-later"), ("two", "1", ""), ("three", "1", "MIT License")
    assert forbidden([Package(*gpl, in_app=True), Package(*none, in_app=False), Package(*mit, in_app=True)]) == [
        "one",
        "two",
    ]
    assert forbidden([Package(*gpl, in_app=False)]) == []


def test_the_command_lists_every_package_with_its_licence() -> None:
    lines = table().splitlines()
    assert len(lines) == len(packages())
    assert any(line.split()[0] == "streamlit" and line.endswith("app") and "Apache-2.0" in line for line in lines)


def test_a_package_that_is_not_named_is_noticed() -> None:
    packages = {"fastkml": "LGPL", "other": "GPL-3.0-or-later", "free": "MIT", "odd": "PSF-2.0 AND MPL-2.0"}
    assert unnamed(packages, "fastkml is LGPL") == ["other", "odd"]
