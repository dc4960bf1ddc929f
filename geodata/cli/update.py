"""Command that gets newer events from UCDP and keeps them apart."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.cli.arguments import can_write, write_files
from geodata.cli.table_import import as_problem
from geodata.io.problems import FEW, in_brief
from geodata.ucdp.releases import ATTRIBUTION, EXAMPLE, FOLDER, LICENCE, Release
from geodata.ucdp.store import FOLDER as STORE
from geodata.ucdp.store import NOT_CHECKED, TABLE

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.table_import.importer import Importer
    from geodata.ucdp.merge import Changes
    from geodata.ucdp.region import Region
    from geodata.ucdp.store import Reported
    from geodata.ucdp.updating import ReleaseFile

HELP = "get newer events from UCDP and keep them apart from ours"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    parser.add_argument(
        "--from",
        dest="origins",
        action="append",
        default=[],
        metavar="FILE|ADDRESS",
        help=f"a release, such as {EXAMPLE}, as a file or at an https address; may be given again. Without it, the "
        f"releases since our last event are fetched from {FOLDER}",
    )
    parser.add_argument(
        "--out", type=Path, default=Path(STORE), metavar="FOLDER", help=f"where the events are kept ({STORE})"
    )


def run(given: argparse.Namespace) -> int:
    """Get releases and keep their events.

    Return 0, or 1 where nothing could be got or written.
    """
    from geodata.atlas import load  # noqa: PLC0415 - only this command needs it
    from geodata.dataset import geography_of  # noqa: PLC0415 - only this command needs it
    from geodata.table_import.importer import Importer  # noqa: PLC0415 - only this command needs it
    from geodata.ucdp.download import DownloadError  # noqa: PLC0415 - only this command needs it
    from geodata.ucdp.reading import NotUcdpError  # noqa: PLC0415 - only this command needs it
    from geodata.ucdp.region import Region  # noqa: PLC0415 - only this command needs it
    from geodata.ucdp.store import StoreError, files_of, read_reported  # noqa: PLC0415 - only this command needs it

    table, today = given.out / TABLE, datetime.now(UTC).date()
    if not can_write(table, folders=True):
        return 1
    atlas = load()
    try:
        reported = read_reported(table)
        importer, region = Importer(atlas, geography_of(atlas)), Region.of(atlas)
        count = 0
        for release, file in _releases(given.origins, atlas, today):
            reported = _merged(reported, release, file, (importer, region), today)
            count += 1
    except StoreError as error:
        sys.stderr.write(f'cannot read "{table}": {error}.\n')
        return 1
    except (DownloadError, NotUcdpError, _NoReleaseError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if not count:
        sys.stdout.write("UCDP has published no release since our last event. Nothing was changed.\n")
        return 0
    held = sum(not row["withdrawn_in"] for row in reported.rows)
    if not write_files({given.out / name: content for name, content in files_of(reported).items()}, folders=True):
        return 1
    sys.stdout.write(f"{held:,} reported events in the region are in {table}. {NOT_CHECKED}\n")
    sys.stdout.write(f"Source: {ATTRIBUTION}, {LICENCE}.\n")
    sys.stdout.write(f"To compare them with ours: python -m geodata compare {table}\n")
    return 0


class _NoReleaseError(ValueError):
    """What is given is no release that can be read."""


def _releases(origins: Sequence[str], atlas: Atlas, today: date) -> Iterator[tuple[Release, ReleaseFile]]:
    """Yield releases with their files.

    Those that are given, or the newer ones.
    """
    from geodata.ucdp.download import DownloadError  # noqa: PLC0415 - as above
    from geodata.ucdp.updating import fetch_newer  # noqa: PLC0415 - as above

    if origins:
        for origin, release in [(one, _release_of(one)) for one in origins]:  # all names before the first file
            yield release, _file(origin, release)
        return
    try:
        yield from fetch_newer(atlas.setting_day("events-known-until"), today)
    except DownloadError as error:
        message = (
            f"cannot fetch from {FOLDER}: {error}. Where there is no network, fetch a release such as {EXAMPLE} "
            f"elsewhere and give it with --from {EXAMPLE}."
        )
        raise DownloadError(message) from error


def _release_of(origin: str) -> Release:
    name = origin.replace("\\", "/").rstrip("/").rpartition("/")[2]
    release = Release.named(name)
    if release is None:
        message = f'got "{name}", expected a name such as {EXAMPLE}, which tells which months a release is of'
        raise _NoReleaseError(message)
    return release


def _file(origin: str, release: Release) -> ReleaseFile:
    from geodata.table_import.files.formats import LARGEST_FILE  # noqa: PLC0415 - as above
    from geodata.ucdp.download import DownloadError, download  # noqa: PLC0415 - as above
    from geodata.ucdp.updating import ReleaseFile  # noqa: PLC0415 - as above

    if "://" in origin:
        try:
            return ReleaseFile(download(origin), release.file, origin)
        except DownloadError as error:
            message = f"cannot fetch {origin}: {error}."
            raise DownloadError(message) from error
    try:
        with Path(origin).open("rb") as source:
            return ReleaseFile(source.read(LARGEST_FILE + 1), release.file)
    except OSError as error:
        message = f'cannot read "{origin}": {error.strerror}'
        raise OSError(message) from error


def _merged(
    reported: Reported, release: Release, file: ReleaseFile, reader: tuple[Importer, Region], today: date
) -> Reported:
    from geodata.ucdp.merge import merge  # noqa: PLC0415 - as above
    from geodata.ucdp.reading import NotUcdpError, read_ucdp  # noqa: PLC0415 - as above

    try:
        found = read_ucdp(file.content, file.file, *reader)
    except NotUcdpError as error:
        message = f'cannot read "{file.origin or file.file}": {error}.'
        raise NotUcdpError(message) from error
    for sentence in in_brief(map(as_problem, found.faults), FEW):
        sys.stdout.write(sentence + "\n")
    reported, changes = merge(reported, found, file.loaded(release, today, found))
    sys.stdout.writelines(f"{line}\n" for line in _told(release, changes))
    return reported


def _told(release: Release, changes: Changes) -> Iterable[str]:
    """Yield what a release changed, in words."""
    counts = {
        "new": changes.added,
        "revised": changes.revised,
        "unchanged": changes.unchanged,
        "withdrawn": changes.withdrawn,
        "now outside the region": changes.moved,
        "known from a later release": changes.outdated,
    }
    said = ", ".join(f"{len(ids):,} {words}" for words, ids in counts.items() if ids)
    yield f"Release {release.version}: {said or 'no events in the region'}."
    for words in ("revised", "withdrawn", "now outside the region"):
        if ids := counts[words]:
            more = f" and {len(ids) - FEW:,} more" if len(ids) > FEW else ""
            yield f"  {words}: {', '.join(ids[:FEW])}{more}"
