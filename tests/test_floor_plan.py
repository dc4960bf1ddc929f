"""The floor plan: few files beside the rooms, and imports that only lead downwards."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT

MOST = 10
"""So many entries may stand in the root of a package beside its rooms."""


def beside_the_rooms(package: Path) -> list[str]:
    """Return the names of what stands in the root of a package and is no room."""
    return sorted(entry.name for entry in package.iterdir() if not entry.is_dir())


def lint(folder: Path) -> str:
    """Return what the linter of imports says of the packages in a folder; empty where it finds nothing."""
    command = (str(Path(sys.executable).with_name("lint-imports")), "--no-cache")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with a copy of the code of both packages and of the rules."""
    for package in ("geodata", "timemap"):
        for file in (ROOT / package).rglob("*.py"):
            target = tmp_path / file.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("package", ["geodata", "timemap"])
def test_few_files_stand_beside_the_rooms(package: str) -> None:
    assert len(beside_the_rooms(ROOT / package)) <= MOST


def test_files_beside_the_rooms_are_found(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "more.py").touch()
    assert beside_the_rooms(tmp_path) == ["more.py"]


def test_imports_lead_downwards_only() -> None:
    assert not lint(ROOT)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("timemap/state/url.py", "if TYPE_CHECKING:\n    from timemap.app import session\n"),
        ("geodata/dates/iso.py", "from geodata import atlas\n"),
        ("geodata/areas/projection.py", "from geodata.areas.timeline import derive\n"),
        ("timemap/charts/axes.py", "import streamlit\n"),
        ("geodata/atlas.py", "import folium\n"),
    ],
)
def test_an_import_that_leads_upwards_is_found(file: str, line: str, copy: Path) -> None:
    path = copy / file
    path.write_text(f"{path.read_text('utf-8')}\n{line}", "utf-8")
    assert "broken" in lint(copy).lower()


def test_a_room_that_has_no_place_in_the_plan_is_found(copy: Path) -> None:
    room = copy / "timemap" / "annex"
    room.mkdir()
    (room / "__init__.py").touch()
    assert "annex" in lint(copy)
