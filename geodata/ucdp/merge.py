"""Releases put together: new, revised, and withdrawn events."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geodata.ucdp.releases import Release
from geodata.ucdp.store import LoadedRelease, Reported

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geodata.ucdp.reading import UcdpFile

_OF_RELEASE = frozenset(("release", "withdrawn_in"))
"""Columns that may differ where an event is the same."""


@dataclass(slots=True)
class Changes:
    """Ids of events, by what a release changed about them."""

    added: list[str] = field(default_factory=list)
    revised: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    """Those that lie outside the region now."""
    outdated: list[str] = field(default_factory=list)
    """Those of which a later release has told already."""


def merge(reported: Reported, file: UcdpFile, loaded: LoadedRelease) -> tuple[Reported, Changes]:
    """Return the reported events with those of a release, and what it changed.

    An id that comes again is a new version of its event. One that a later release of the same months no longer has is
    withdrawn: the event stays in the table, marked, so that an older release does not bring it back. The order in which
    releases are read does not matter.
    """
    release = _release(loaded.file)
    rows = {row["id"]: row for row in reported.rows}
    later = [known for one in reported.releases if (known := _release(one.file)).rank > release.rank]
    changes = Changes()
    for row in file.rows:
        _take(rows, row, release, later, changes)
    present = {row["id"] for row in file.rows}
    for gone, row in _others(rows, present, release):
        if gone in file.outside:
            changes.moved.append(gone)
        elif gone not in file.ids and release.covers(row["start"]):
            changes.withdrawn.append(gone)
        else:
            continue
        rows[gone] = row | {"withdrawn_in": release.version}
    releases = {one.version: one for one in reported.releases} | {loaded.version: loaded}
    ordered = sorted(releases.values(), key=lambda one: _release(one.file).rank)
    return Reported(tuple(sorted(rows.values(), key=_by_day)), tuple(ordered)), changes


def _take(
    rows: dict[str, dict[str, Any]], row: dict[str, Any], release: Release, later: list[Release], changes: Changes
) -> None:
    """Put an event of a release among those that are there, unless a later one has told of it."""
    before = rows.get(row["id"])
    if before is None:
        is_outdated = any(one.covers(row["start"]) for one in later)
    else:
        is_outdated = _told_last(before).rank > release.rank
    if is_outdated:
        changes.outdated.append(row["id"])
        return
    rows[row["id"]] = row | {"release": release.version, "withdrawn_in": ""}
    if before is None:
        changes.added.append(row["id"])
    elif before["withdrawn_in"] or _content(before) != _content(row):
        changes.revised.append(row["id"])
    else:
        changes.unchanged.append(row["id"])


def _others(
    rows: Mapping[str, dict[str, Any]], present: set[str], release: Release
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the events that hold, are not among those of a release, and of which no later one has told."""
    for row_id, row in list(rows.items()):
        if row_id not in present and not row["withdrawn_in"] and _told_last(row).rank <= release.rank:
            yield row_id, row


def _told_last(row: Mapping[str, Any]) -> Release:
    """Return the release that told of an event last."""
    return _of_version(row["withdrawn_in"] or row["release"])


def _release(file: str) -> Release:
    release = Release.named(file)
    if release is None:
        message = f'got "{file}", expected the name of a release'
        raise ValueError(message)
    return release


def _of_version(version: str) -> Release:
    return _release(f"GEDEvent_v{version.replace('.', '_')}.csv")


def _content(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _OF_RELEASE}


def _by_day(row: Mapping[str, Any]) -> tuple[Any, str]:
    return row["start"], row["id"]
