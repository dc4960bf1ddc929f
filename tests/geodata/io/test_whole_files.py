"""Files appear whole or not at all: with a limit of size as of a full disk, without rights, with things in the way."""

from __future__ import annotations

import os
import resource
import stat
from collections import UserDict
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geodata.cli.arguments import can_write, write_files
from geodata.io.whole_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator


ROOM = 1000
NOBODY = 65534


@contextmanager
def little_room() -> Iterator[None]:
    """Let no file grow beyond some bytes; what is written up to there stays."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def no_rights(folder: Path) -> Iterator[None]:
    """Take away the right to write into a folder, from the superuser as well."""
    mode, user = folder.stat().st_mode, os.getuid()
    folder.chmod(0o555)
    if user == 0:
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        if user == 0:
            os.setresuid(0, 0, 0)
        folder.chmod(mode)


def under(folder: Path) -> dict[str, bytes]:
    """Return all files under a folder with what is in them, and its folders."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"" for path in folder.rglob("*")
    }


def test_files_are_written_into_folders_that_are_made(tmp_path: Path) -> None:
    write_whole({tmp_path / "a" / "b" / "خريطة كوباني.txt": b"map", tmp_path / "c": b""}, folders=True)
    assert under(tmp_path) == {"a": b"", "a/b": b"", "a/b/خريطة كوباني.txt": b"map", "c": b""}


def test_a_new_file_has_the_usual_rights_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    new, usual, old = (tmp_path / name for name in ("new", "usual", "old"))
    usual.touch()
    old.touch()
    old.chmod(0o640)
    write_whole({new: b"1", old: b"2"})
    assert new.stat().st_mode == usual.stat().st_mode
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert old.read_bytes() == b"2"


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("there")
    (tmp_path / "there").write_bytes(b"old")
    write_whole({tmp_path / "link": b"new"})
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there").read_bytes() == b"new"


def test_without_room_the_old_files_stay_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    files = {tmp_path / "new" / "small": b"small", tmp_path / "old": b"x" * (ROOM + 1)}
    with little_room(), pytest.raises(OSError, match="too large") as caught:
        write_whole(files, folders=True)
    assert caught.value.filename == str(tmp_path / "old")
    assert under(tmp_path) == {"old": b"old"}


def test_a_full_device_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "map.csv").symlink_to("/dev/full")
    assert not write_files({tmp_path / "map.csv": b"x"})
    assert capsys.readouterr().err == f'cannot write "{tmp_path / "map.csv"}": No space left on device\n'


def test_without_rights_it_is_said_before_and_when_it_is_tried(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a" / "map.csv"
    file.parent.mkdir()
    file.write_bytes(b"old")
    with no_rights(file.parent):
        assert not can_write(file)
        assert not write_files({file: b"new"})
    assert capsys.readouterr().err == f'cannot write "{file}": Permission denied\n' * 2
    assert under(tmp_path) == {"a": b"", "a/map.csv": b"old"}


@pytest.mark.parametrize(
    ("name", "said"),
    [("folder", "Is a directory"), ("file/map.csv", "Not a directory"), ("file/more/map.csv", "Not a directory")],
)
def test_what_is_in_the_way_is_said_and_stays(
    name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"old")
    before = under(tmp_path)
    assert not can_write(tmp_path / name, folders=True)
    assert not write_files({tmp_path / "first": b"1", tmp_path / name: b"2"}, folders=True)
    assert capsys.readouterr().err == f'cannot write "{tmp_path / name}": {said}\n' * 2
    assert under(tmp_path) == before


def test_who_interrupts_leaves_nothing_behind(tmp_path: Path) -> None:
    class Files(UserDict[Path, bytes]):
        """Files of which the second is never given out."""

        def __getitem__(self, path: Path) -> bytes:
            if path.name == "second":
                raise KeyboardInterrupt
            return super().__getitem__(path)

    (tmp_path / "old").write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write_whole(Files({tmp_path / "old": b"new", tmp_path / "second": b""}))
    assert under(tmp_path) == {"old": b"old"}
