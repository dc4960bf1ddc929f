"""Fetching of releases that are newer than our events."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from geodata.ucdp.download import NotPublishedError, download
from geodata.ucdp.releases import Release, candidates
from geodata.ucdp.store import LoadedRelease

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from geodata.ucdp.reading import UcdpFile


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """File of a release, from where it is."""

    content: bytes
    file: str
    """Name of the file."""
    origin: str = ""
    """Address that it was fetched from; empty where it was a file."""

    def loaded(self, release: Release, today: date, found: UcdpFile) -> LoadedRelease:
        """Return what is kept of the release.

        Args:
            release: that the file is of.
            today: when it was read.
            found: its events.
        """
        digest = sha256(self.content).hexdigest()
        return LoadedRelease(release.version, release.file, self.origin, today.isoformat(), digest, len(found.ids))


def fetch_newer(
    since: date, today: date, fetch: Callable[[str], bytes] = download
) -> Iterator[tuple[Release, ReleaseFile]]:
    """Yield the releases that may hold events since a day.

    They come in the order of their months. Releases that are not published are passed over.

    Args:
        since: the day.
        today: the day on which it is looked.
        fetch: returns the file at an address, or raises `NotPublishedError`.

    Raises:
        DownloadError: if the server cannot be reached.
    """
    done: Release | None = None
    for group in candidates(since, today):
        for release in group:
            if done is not None and done.year == release.year and release.last <= done.last:
                continue
            try:
                content = fetch(release.address)
            except NotPublishedError:
                continue
            yield release, ReleaseFile(content, release.file, release.address)
            done = release if release.first != release.last else done
            break
