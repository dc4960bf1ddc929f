"""A saved file brings tables and answers back; one that is none, damaged or too large is refused with a sentence."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from geodata.table_import.recipe import AcceptedValue, Correction, Recipe
from timemap.own_data import saved_file
from timemap.own_data.brought_table import BroughtTable
from timemap.own_data.limits import MOST_TABLES
from timemap.own_data.saved_file import LIST, SavedFileError, is_saved_file, read_saved_file

RECIPE = (
    Recipe(answers={"encoding": "cp1254"}, columns={"Tarih": "start"})
    .with_correction(Correction(column="Tarih", typed="31.02.2018", meant="28.02.2018", row=4))
    .with_accepted(AcceptedValue(column="Yer", value="?"))
)
TABLES = (
    BroughtTable("Events of 2014", "olaylar.csv", "Tarih;Yer\n1 Ekim 2014;İl".encode("cp1254"), "file", RECIPE),
    BroughtTable("Added events", "added events", b"date,title\n", "added"),
)
ENTRY = {"name": "a", "file": "a.csv", "origin": "file", "table": "tables/1", "recipe": "recipes/1.json"}


def archive(listed: object, **entries: bytes | str) -> bytes:
    """Return an archive with a list of tables and other entries; their names have "_" for "/"."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(LIST, json.dumps(listed))
        for name, content in entries.items():
            made.writestr(name.replace("_", "/", 1), content)
    return out.getvalue()


def test_tables_come_back_with_their_answers() -> None:
    content = saved_file.saved_file(TABLES)
    assert is_saved_file(content)
    read = read_saved_file(content)
    kept = [(each.name, each.file, each.content, each.origin, each.recipe) for each in read]
    assert kept == [(each.name, each.file, each.content, each.origin, each.recipe) for each in TABLES]
    assert len({each.key for each in (*read, *TABLES)}) == 4
    assert saved_file.saved_file(read) == content


def test_other_files_are_none() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("table.csv", "a,b")
    assert not is_saved_file(out.getvalue())
    assert not is_saved_file(b"PK\x03\x04 damaged")
    assert not is_saved_file(b"")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 damaged", "not a file that was saved here"),
        (saved_file.saved_file(TABLES)[:-40], "not a file that was saved here"),
        (archive({}), "not a file that was saved here"),
        (archive([]), "not a file that was saved here"),
        (archive({"own_data": 2, "tables": []}), "not a file that was saved here"),
        (archive({"own_data": 1, "tables": [ENTRY]}), "not a file that was saved here"),
        (archive({"own_data": 1, "tables": [{**ENTRY, "table": "../../etc/passwd"}]}), "not a file"),
        (archive({"own_data": 1, "tables": [{**ENTRY, "name": "a" * 200}]}), "not a file that was saved here"),
        (archive({"own_data": 1, "tables": [ENTRY] * (MOST_TABLES + 1)}), "not a file that was saved here"),
        (
            archive({"own_data": 1, "tables": [ENTRY]}, tables_1=b"a", **{"recipes_1.json": "[]"}),
            "Its answers cannot be read: the recipe",
        ),
    ],
)
def test_one_that_is_none_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(SavedFileError, match=said):
        read_saved_file(content)


def test_what_would_be_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    recipes = {"recipes_1.json": "{}", "recipes_2.json": "{}"}
    second = {**ENTRY, "table": "tables/2", "recipe": "recipes/2.json"}
    content = archive({"own_data": 1, "tables": [ENTRY, second]}, tables_1=b"0" * 900, tables_2=b"0" * 900, **recipes)
    monkeypatch.setattr(saved_file, "LARGEST_TOTAL", 1_000)
    with pytest.raises(SavedFileError, match="too large"):
        read_saved_file(content)
    monkeypatch.setattr(saved_file, "LARGEST_TOTAL", 2_000)
    assert len(read_saved_file(content)) == 2
    monkeypatch.setattr(saved_file, "LARGEST_FILE", 800)
    with pytest.raises(SavedFileError, match="too large"):
        read_saved_file(content)
