"""What tests ask for by name: our own tables, base geography and areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import ours

if TYPE_CHECKING:
    from geodata.areas import AreasInTime
    from geodata.atlas import Atlas
    from geodata.geography import Geography


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return ours.atlas()


@pytest.fixture(scope="session")
def geography() -> Geography:
    return ours.geography()


@pytest.fixture(scope="session")
def areas() -> AreasInTime:
    return ours.areas()
