"""The wheel that `pip install .` makes: what is in it, and that it works from another folder."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from geodata import __version__
from geodata.areas.partition.cache import FOLDER, cache_folder
from tests.browser.app_server import await_health, end, free_port
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

pytestmark = pytest.mark.slow

ELSEWHERE = {
    "app.py": "timemap/served/app.py",
    "pages/": "timemap/served/pages/",
    "docs/": "timemap/served/docs/",
    ".streamlit/": "timemap/served/.streamlit/",
}
"""Where files outside the packages lie in the wheel."""

SHOW_PATHS = """
from timemap.app.page_files import APP_FILE, MAIN_SCRIPT, page_file

print(APP_FILE, MAIN_SCRIPT, page_file("map"), sep="\\n")
"""


def wanted() -> list[str]:
    """Return the paths in the wheel of all files that are kept and that the packages and the server need."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "geodata", "timemap", *ELSEWHERE]
    kept = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\0")[:-1]
    return [path_in_wheel(path) for path in kept]


def path_in_wheel(path: str) -> str:
    for start, there in ELSEWHERE.items():
        if path.startswith(start):
            return there + path.removeprefix(start)
    return path


def absent(paths: Collection[str], names: Collection[str]) -> list[str]:
    """Return the paths that are not among the names."""
    return sorted(set(paths) - set(names))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from this checkout without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder that holds the packages as they are installed, and that nobody may write."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for path in folders:
        path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    yield folder
    for path in folders:
        path.chmod(stat.S_IRWXU)


def surroundings(installed: Path, home: Path) -> dict[str, str]:
    """Return the environment of a program that finds the installed packages and keeps its cache in a folder."""
    changed = {"PYTHONPATH": str(installed), "XDG_CACHE_HOME": str(home / "cache"), "PYTHONDONTWRITEBYTECODE": "1"}
    return os.environ | changed


def run(installed: Path, home: Path, *arguments: str) -> str:
    """Run Python with the installed packages in a folder of its own, and return what it says."""
    home.mkdir(exist_ok=True)
    command = [sys.executable, "-P", *arguments]
    done = subprocess.run(
        command, cwd=home, env=surroundings(installed, home), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def pins(lines: Collection[str]) -> dict[str, str]:
    """Return the wanted version of every package."""
    wanted = [Requirement(line) for line in lines]
    return {canonicalize_name(one.name): str(one.specifier) for one in wanted}


def about(wheel: Path, name: str) -> str:
    """Return a text that tells about the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(f"kobane_timeline_map-{__version__}.dist-info/{name}").decode()


def test_all_files_are_in_the_wheel_and_no_others(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    paths = wanted()
    assert "geodata/py.typed" in paths
    assert "timemap/py.typed" in paths
    assert absent(paths, names) == []
    assert absent([name for name in names if ".dist-info/" not in name], paths) == []


def test_a_file_that_is_left_out_is_noticed() -> None:
    assert absent(["geodata/a.csv", "geodata/b.csv"], ["geodata/a.csv"]) == ["geodata/b.csv"]


def test_the_wheel_asks_for_the_pinned_packages(wheel: Path) -> None:
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    asked = Parser().parsestr(about(wheel, "METADATA")).get_all("Requires-Dist") or []
    assert pins(asked) == pins([line for line in lines if line and not line.startswith("#")])


def test_the_wheel_has_its_commands_and_licences(wheel: Path) -> None:
    commands = about(wheel, "entry_points.txt")
    assert "timemap = timemap.cli.main:main" in commands
    assert "geodata = geodata.cli.main:main" in commands
    assert about(wheel, "licenses/LICENSE") == (ROOT / "LICENSE").read_text("utf-8")


def test_the_version_stands_once(wheel: Path) -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert cited["version"] == Parser().parsestr(about(wheel, "METADATA"))["Version"] == __version__


def test_installed_commands_work_from_another_folder(installed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept = home / "cache" / "kobane-timeline-map" / "areas"
    if FOLDER.is_dir():  # with the cells that are kept it takes seconds
        shutil.copytree(FOLDER, kept)
    run(installed, home, "-m", "geodata", "areas", "2019-11-01", "--geojson", "areas.geojson")
    assert json.loads((home / "areas.geojson").read_text("utf-8"))["features"]
    run(installed, home, "-m", "timemap", "export", "siege.csv", "--from", "2014-10-01", "--to", "2014-10-31")
    assert "Kobane" in (home / "siege.csv").read_text("utf-8-sig")
    assert list(kept.glob("*.json"))
    assert not (installed / ".cache").exists()


def test_cells_are_kept_where_they_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    assert cache_folder(ROOT) == ROOT / ".cache" / "areas"
    assert tmp_path not in cache_folder(ROOT).parents
    assert cache_folder(tmp_path).parent.name == "kobane-timeline-map"


def test_the_installed_app_finds_its_pages(installed: Path, tmp_path: Path) -> None:
    paths = [Path(path) for path in run(installed, tmp_path, "-c", SHOW_PATHS).splitlines()]
    assert [path.name for path in paths] == ["app.py", "main.py", "map.py"]
    assert all(path.is_file() and installed in path.parents for path in paths)
    assert (paths[0].parent / ".streamlit" / "config.toml").is_file()


def test_the_installed_app_finds_its_help(installed: Path, tmp_path: Path) -> None:
    script = "from timemap.help.folder import docs_folder; print(docs_folder())"
    folder = Path(run(installed, tmp_path, "-c", script).strip())
    assert installed in folder.parents
    assert (folder / "index.md").is_file()


def test_commands_and_files_say_the_version(installed: Path, tmp_path: Path) -> None:
    for module in ("timemap", "geodata"):
        assert run(installed, tmp_path, "-m", module, "--version").strip() == __version__


def test_the_installed_app_runs_from_another_folder(installed: Path, tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log.txt"
    command = [sys.executable, "-P", "-m", "timemap", "app", "--port", str(port), "--no-browser"]
    settings = surroundings(installed, tmp_path) | {"STREAMLIT_SERVER_ADDRESS": "127.0.0.1"}
    with log.open("wb") as out, subprocess.Popen(command, cwd=tmp_path, env=settings, stdout=out, stderr=out) as app:
        try:
            await_health(app, f"http://127.0.0.1:{port}", log)
        finally:
            end(app)
    assert "External URL" not in log.read_text("utf-8")  # the settings that come along are read
