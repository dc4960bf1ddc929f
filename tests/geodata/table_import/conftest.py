"""Importer of tables, made once for all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodata.table_import.importer import Importer

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.geography import Geography


@pytest.fixture(scope="session")
def importer(atlas: Atlas, geography: Geography) -> Importer:
    return Importer(atlas, geography)
