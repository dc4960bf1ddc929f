"""Fixtures of exports: the events of a day, and that day as a file.

Each test module names its ``DAY`` and the ``KIND`` of its file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.timemap.snapshots import snapshot_on, told_in_scripts
from timemap.exports import format_by_id

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.text.selection import Selection


@pytest.fixture(scope="module")
def selection(request: pytest.FixtureRequest, atlas: Atlas) -> Selection:
    """Return the events of the day, the first told in four scripts."""
    return told_in_scripts(atlas, snapshot_on(atlas, request.module.DAY))


@pytest.fixture(scope="module")
def content(request: pytest.FixtureRequest, atlas: Atlas, dataset: Dataset, selection: Selection) -> bytes:
    """Return the day in a file of the kind."""
    snapshot = snapshot_on(atlas, request.module.DAY)
    return format_by_id(request.module.KIND).write(dataset, selection, snapshot)
