"""The scripts that install and check: what they call, and the exit code that they give."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
INSTALLED = re.compile(r"(?:\.venv/bin|tests/web/node_modules/\.bin)/\w+")
TOOLS = sorted({*INSTALLED.findall((HERE / "check.sh").read_text("utf-8")), "bin/node"})


def script(path: Path, text: str) -> None:
    """Write an executable script."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/usr/bin/env bash\n{text}\n", "utf-8")
    path.chmod(0o755)


def run(root: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script of the tests in a copy, with the tools of the copy first on the path."""
    shutil.copy(HERE / name, root / "tests" / name)
    path = os.pathsep.join([str(root / "bin"), os.environ["PATH"]])
    return subprocess.run(
        ["bash", root / "tests" / name, *arguments],  # noqa: S607 - the user's own Bash
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"PATH": path},
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with stand-ins for all tools; each says what it was called with and succeeds."""
    for tool in TOOLS:
        script(tmp_path / tool, f'echo "{Path(tool).name} $*"')
    return tmp_path


@pytest.fixture
def stages(tmp_path: Path) -> Path:
    """Return a folder with stand-ins for the two scripts that the whole run calls."""
    for name in ("setup", "check"):
        script(tmp_path / "tests" / f"{name}.sh", f'echo "{name} $*"')
    return tmp_path


@pytest.mark.parametrize(("arguments", "called"), [([], ["setup ", "check "]), (["quick"], ["check quick"])])
def test_the_whole_run_installs_and_checks_and_the_quick_one_only_checks(
    stages: Path, arguments: list[str], called: list[str]
) -> None:
    done = run(stages, "run.sh", *arguments)
    assert (done.returncode, done.stdout.splitlines()) == (0, called)


def test_nothing_is_checked_where_the_installation_failed(stages: Path) -> None:
    script(stages / "tests/setup.sh", "exit 1")
    done = run(stages, "run.sh")
    assert (done.returncode, done.stdout) == (1, "")


def test_a_failed_check_fails_the_whole_run(stages: Path) -> None:
    script(stages / "tests/check.sh", "exit 3")
    assert run(stages, "run.sh").returncode == 3


@pytest.mark.parametrize("name", ["run.sh", "check.sh"])
def test_an_argument_that_is_not_known_is_refused(root: Path, name: str) -> None:
    done = run(root, name, "fast")
    assert (done.returncode, done.stderr) == (2, f"usage: bash tests/{name} [quick]\n")


def test_checks_without_an_installation_name_the_script_that_installs(root: Path) -> None:
    shutil.rmtree(root / ".venv")
    done = run(root, "check.sh")
    assert done.returncode == 1
    assert "bash tests/setup.sh" in done.stderr


def test_every_part_is_run_and_its_output_shown(root: Path) -> None:
    done = run(root, "check.sh", "quick")
    assert done.returncode == 0
    for call in (
        "ruff check",
        "ruff format --check",
        "mypy app.py",
        "eslint --config",
        "node --test",
        "python -m pytest",
    ):
        assert call in done.stdout
    assert "-m not browser and not slow" in done.stdout
    assert "-m not browser" not in run(root, "check.sh").stdout


@pytest.mark.parametrize("tool", TOOLS)
def test_any_part_that_fails_fails_the_check(root: Path, tool: str) -> None:
    script(root / tool, "exit 1")
    assert run(root, "check.sh").returncode == 1
