"""Fixtures of all tests: tables, base map and areas, and copies."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from geodata.areas.partition.cache import FOLDER
from geodata.io.tables import TABLES
from tests import project_data

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.geography import Geography

# How long an example takes says nothing of what is tested: on a busy machine it would fail a test that is right.
# The same examples are made in every run, so that a test does not fail today for what was there yesterday.
settings.register_profile("at any speed", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("at any speed")


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return project_data.atlas()


@pytest.fixture(scope="session")
def geography() -> Geography:
    return project_data.geography()


@pytest.fixture(scope="session")
def areas() -> AreasInTime:
    return project_data.areas()


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    return project_data.dataset()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a copy of our tables."""
    return shutil.copytree(TABLES, tmp_path / "tables")


@pytest.fixture(scope="session")
def cells(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that starts with the cached cells.

    So they are not built again for every table.
    """
    kept = tmp_path_factory.mktemp("kept") / "cells"
    return shutil.copytree(FOLDER, kept) if FOLDER.is_dir() else kept
