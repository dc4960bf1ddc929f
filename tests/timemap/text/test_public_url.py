"""No file names an address that only this computer or this network can open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.timemap.snapshots import snapshot_on
from timemap.attribution import credit_of
from timemap.text.public_url import public_address

if TYPE_CHECKING:
    from geodata.atlas import Atlas

LOCAL = (
    "http://localhost:8501/",
    "http://LOCALHOST./",
    "http://map.localhost/",
    "http://127.0.0.1:8501/map",
    "http://[::1]:8501/",
    "http://0.0.0.0:8501/",
    "http://192.168.0.7:8501/",
    "http://10.1.2.3/",
    "http://172.16.5.4/",
    "http://169.254.1.1/",
    "http://[fe80::1]/",
    "http://[fd00::7]/",
    "http://classroom-pc:8501/",
    "http://printer.local/",
    "http://nas.fritz.lan/",
    "file:///home/teacher/map.html",
)
PUBLIC = (
    "https://maps.example.org/",
    "https://localhost.example.org/map",
    "http://8.8.8.8/",
    "https://xn--mgba.example/",
)


@pytest.mark.parametrize("page", LOCAL)
def test_a_local_address_is_not_printed_but_what_brings_the_view_back_is(page: str, atlas: Atlas) -> None:
    assert public_address(page) == ""
    assert public_address(f"{page}?moment=2014-10-06") == "?moment=2014-10-06"
    credit = credit_of(atlas, (), replace(snapshot_on(atlas, date(2014, 10, 6)), address=page))
    assert page not in credit.text
    assert f"version={atlas.version}" in credit.address


@pytest.mark.parametrize("page", PUBLIC)
def test_a_public_one_is(page: str, atlas: Atlas) -> None:
    assert public_address(page) == page
    credit = credit_of(atlas, (), replace(snapshot_on(atlas, date(2014, 10, 6)), address=page))
    assert credit.address.startswith(f"{page}?")
