"""Releases of UCDP Candidate: names, addresses, order, and which ones are looked for."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.ucdp.download import DownloadError, NotPublishedError
from geodata.ucdp.releases import FOLDER, Release, candidates
from geodata.ucdp.updating import fetch_newer


@pytest.mark.parametrize(
    ("name", "months"),
    [
        ("GEDEvent_v26_0_8.csv", (2026, 8, 8)),
        ("GEDEvent_v25_0_12.csv", (2025, 12, 12)),
        ("GEDEvent_v26_01_26_06.csv", (2026, 1, 6)),
        ("gedevent_v24_01_24_09 (1).csv", (2024, 1, 9)),
    ],
)
def test_the_name_of_a_file_tells_its_months(name: str, months: tuple[int, int, int]) -> None:
    assert Release.named(name) == Release(*months)


@pytest.mark.parametrize(
    "name", ["GEDEvent_v26_1.csv", "GEDEvent_v26_0_13.csv", "GEDEvent_v25_06_25_01.csv", "GEDEvent_v25_01_26_03.csv"]
)
def test_other_names_tell_no_months(name: str) -> None:
    assert Release.named(name) is None


@pytest.mark.parametrize("name", ["GEDEvent_v26_0_8.csv", "GEDEvent_v26_01_26_06.csv", "GEDEvent_v09_0_10.csv"])
def test_file_and_address_are_written_as_ucdp_does(name: str) -> None:
    release = Release.named(name)
    assert release is not None
    assert release.address == FOLDER + name


def test_several_months_come_after_the_last_of_them_and_before_the_next() -> None:
    names = ("v26_0_6", "v26_01_26_06", "v26_0_7", "v27_0_1")
    releases = [Release.named(f"GEDEvent_{name}.csv") for name in names]
    assert sorted(filter(None, releases), key=lambda release: release.rank, reverse=True) == releases[::-1]


def test_no_release_is_looked_for_before_its_month_is_over_or_long_after() -> None:
    wanted = [release for group in candidates(date(2015, 1, 1), date(2026, 3, 31)) for release in group]
    assert max((release.year, release.last) for release in wanted) == (2026, 2)
    assert min(release.year for release in wanted) == 2025


def test_published_releases_are_fetched_and_months_of_a_longer_one_are_not() -> None:
    published = {Release(2026, 1, 6).address, Release(2026, 7, 7).address, Release(2026, 6, 6).address}
    asked = []

    def fetch(address: str) -> bytes:
        asked.append(address)
        if address not in published:
            raise NotPublishedError
        return address.encode()

    found = list(fetch_newer(date(2026, 5, 24), date(2026, 10, 2), fetch))
    assert [release.version for release, _ in found] == ["26.01.26.06", "26.0.7"]
    assert [file.origin for _, file in found] == [release.address for release, _ in found]
    assert Release(2026, 6, 6).address not in asked
    assert Release(2026, 9, 9).address in asked


def test_a_server_out_of_reach_is_no_release_that_is_missing() -> None:
    def fetch(_: str) -> bytes:
        message = "there is no connection"
        raise DownloadError(message)

    with pytest.raises(DownloadError, match="no connection"):
        list(fetch_newer(date(2026, 5, 24), date(2026, 10, 2), fetch))
