"""Folder of a new atlas: example tables, settings and a page of help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodata.data import DATA
from geodata.io.missing_tables import NEEDED
from geodata.io.tables import read_table
from geodata.io.whole_files import write_whole
from geodata.new_atlas.table_guide import markdown_table, tables_guide
from geodata.records.settings import Setting
from geodata.records.tables import KINDS

if TYPE_CHECKING:
    from pathlib import Path

STARTER = DATA / "starter"
"""Folder of the example tables."""

HELP = "README.md"


class FolderInUseError(Exception):
    """Error for a folder that holds something already.

    The message says which.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(f'cannot write "{folder}": it is there already, and nothing in it is overwritten')


def write_new(folder: Path) -> None:
    """Write a new atlas into a folder that is not there or empty.

    Raises:
        FolderInUseError: if something is in it.
        OSError: if it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderInUseError(folder)
    files = {folder / "tables" / path.name: path.read_bytes() for path in sorted(STARTER.glob("*.csv"))}
    write_whole({**files, folder / HELP: help_page(folder.name).encode()}, folders=True)


def help_page(name: str) -> str:
    """Return the page of help of an atlas in a folder with this name."""
    text = (STARTER / "help.md").read_text(encoding="utf-8")
    rows = read_table(STARTER / "settings.csv", Setting).records
    settings = markdown_table(("setting", "what it is"), ((f"`{row.id}`", row.note) for row in rows))
    ordered = sorted(KINDS, key=lambda table: table not in NEEDED)
    parts = {"FOLDER": name, "SETTINGS": settings, "TABLES": tables_guide({table: KINDS[table] for table in ordered})}
    for mark, part in parts.items():
        text = text.replace(f"{{{mark}}}", part)
    return text
