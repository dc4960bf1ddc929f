"""Signs that no font has are named with their place before a PDF is made, and no error of a library is shown raw."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.timemap.snapshots import snapshot_on, told_in_scripts
from timemap.app.server import downloads
from timemap.cli.main import main
from timemap.exports.formats import format_by_id
from timemap.handouts import worksheet
from timemap.text.tool_errors import ToolError
from timemap.typst.signs import MissingSignsError, require_signs
from timemap.typst.typesetting import typeset

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset

CHECK, KEYCAP, UNSEEN = "\N{WHITE HEAVY CHECK MARK}", "1\ufe0f\N{COMBINING ENCLOSING KEYCAP}", "a\ufeffb"
EVENT = "ypg-takes-over-kobane-2012"
DAY = "2012-07-19"

LESSON = """---
title: Signs
age: 13-16
aims:
- Say who reports what.
---

A sentence.

## Scene

```scene
moment: 2014-10-06
view: kobane
events: [black-flags-raised]
```

Text.

::: question
Who says so SIGN?
:::
"""


def lacks_a_font(sign: str) -> bool:
    try:
        require_signs([sign])
    except MissingSignsError:
        return True
    return False


@pytest.fixture(params=[CHECK, KEYCAP, UNSEEN], ids=["check mark", "keycap", "unseen"])
def sign(request: pytest.FixtureRequest) -> str:
    """Return a sign, where no font on this machine has it."""
    if not lacks_a_font(request.param):
        pytest.skip("a font on this machine has it")
    return str(request.param)


@pytest.fixture
def marked(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> Atlas:
    """Let the command line read an event whose title has a sign that no font has."""
    if not lacks_a_font(CHECK):
        pytest.skip("a font on this machine has it")
    event = atlas.event(EVENT).model_copy(update={"title": f"Title {CHECK} end"})
    changed = replace(atlas, events=tuple(event if row.id == EVENT else row for row in atlas.events))
    monkeypatch.setattr("timemap.cli.main.load", lambda: changed)
    return changed


@pytest.mark.parametrize("options", [[], ["--short"], ["--teacher"]], ids=["full", "short", "notes"])
def test_a_sign_in_a_lesson_is_named_with_its_line_before_any_map_is_drawn(
    sign: str, options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def drawn(*_: object) -> Iterator[None]:
        pytest.fail("maps were drawn in vain")

    monkeypatch.setattr(worksheet, "scene_maps", drawn)
    lesson, out = tmp_path / "signs.md", tmp_path / "signs.pdf"
    lesson.write_text(LESSON.replace("SIGN", sign), "utf-8")
    assert main(["handout", *options, str(lesson), str(out)]) == 2
    told = capsys.readouterr().err
    shown = sign.replace("\ufeff", "[U+FEFF]")
    assert told.startswith(f'signs.md, line 21: got "Who says so {shown}?", expected text that can be printed.')
    assert {"U+2705", "U+20E3", "U+FEFF"} & set(told.replace(".", "").replace("(", "").split())
    assert told.count("\n") == 1
    assert not out.exists()


def test_a_lesson_in_a_zip_file_is_searched_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(tmp_path / "signs.zip", "w") as archive:
        archive.writestr("inner.md", LESSON.replace("SIGN", UNSEEN))
    assert main(["handout", "--teacher", str(tmp_path / "signs.zip"), str(tmp_path / "signs.pdf")]) == 2
    assert capsys.readouterr().err.startswith("inner.md, line 21: ")


def test_a_sign_that_another_font_has_is_printed(tmp_path: Path) -> None:
    lesson = tmp_path / "signs.md"
    lesson.write_text(LESSON.replace("SIGN", "\N{HEAVY CHECK MARK} کۆبانێ İ"), "utf-8")
    assert main(["handout", "--teacher", str(lesson), str(tmp_path / "signs.pdf")]) == 0
    assert (tmp_path / "signs.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("marked")
def test_a_sign_in_a_table_is_named_with_its_row_for_maps_and_exercises(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = f'events.csv, row 2, column title: got "Title {CHECK} end", expected text that can be printed.'
    out = tmp_path / "map.pdf"
    assert main(["export", str(out), "--moment", DAY]) == 2
    assert capsys.readouterr().err.startswith(said)
    options = ["--order", "2", "--from", DAY, "--to", "2013-03-31"]
    assert main(["handout", *options, str(out)]) == 2
    assert capsys.readouterr().err.startswith(said)
    assert not out.exists()


@pytest.mark.usefixtures("marked")
def test_a_box_on_a_picture_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "map.png"), "--moment", DAY]) == 0
    told = capsys.readouterr().err
    assert told.startswith(f'events.csv, row 2, column title: got "Title {CHECK} end"')
    assert told.endswith("The picture shows a box instead.\n")
    assert told.count("\n") == 1


def test_who_downloads_in_the_app_is_told(marked: Atlas, dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timemap.app.resources.load_atlas", lambda: marked)
    monkeypatch.setattr("timemap.app.resources.load_dataset", lambda: replace(dataset, atlas=marked))
    with pytest.raises(MissingSignsError) as caught:
        downloads.snapshot_file("pdf", {"moment": DAY})
    assert downloads.why_failed(caught.value).startswith(f'events.csv, row 2, column title: got "Title {CHECK} end"')


def test_an_error_of_a_library_is_one_line(
    atlas: Atlas, dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ToolError, match=r"\ATypst could not typeset the PDF: .+\Z") as caught:
        typeset("sheet", {"svg": "no drawing"})
    assert downloads.why_failed(caught.value) == f"{caught.value}."
    assert downloads.why_failed(KeyError("x")) == downloads.FAILED
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    snapshot = snapshot_on(atlas, date(2014, 10, 6))
    with pytest.raises(ToolError, match=r"\AGDAL could not write the GeoPackage: No such file or directory\Z"):
        format_by_id("gpkg").write(dataset, told_in_scripts(atlas, snapshot), snapshot)
