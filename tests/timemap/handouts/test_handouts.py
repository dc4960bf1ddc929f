"""Handouts are opened again by an independent reader: all that a lesson says is on paper, and nothing that it hides."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from matplotlib import rc_context
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from geodata.lessons.prose import strip_markdown
from geodata.lessons.reader import LESSONS, lesson_ids, read_lesson
from geodata.lessons.writer import lesson_markdown
from timemap.cli.main import main
from timemap.handouts.imprint import Paper
from timemap.handouts.lesson_pdf import HandoutSheet, lesson_pdf, whole
from timemap.handouts.lesson_thumbnail import lesson_picture
from timemap.state.snapshot import snapshot_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.lessons.model import Lesson

pytestmark = pytest.mark.slow

SIEGE = "the-siege-of-kobane"
TRICKY = 'one #panic("no") $x^2$ @ref <label> \\u{41} {{7*7}}'
DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks of the direction of writing, which a reader of PDFs adds."""

OTHER_SCRIPTS = f"""---
title: حصار كوباني
language: ar
words:
- word: کۆبانێ
  explanation: Kobanê ya li ser sînor, İstanbul ışığı
---

من يقول ذلك؟ {TRICKY}

## بداية الحصار

```scene
moment: 2014-09-19
view: kobane
events: [siege-begins, erdogan-un-safe-zone-map]
```

في منتصف أيلول هاجم التنظيم المنطقة. {TRICKY}

::: question
من أحصى القرى؟
:::

::: teacher
ملاحظة للمعلم {TRICKY}
:::
"""

MIXED = """---
title: Kobane in two scripts
language: en
aims:
- قل من ضرب.
- Say who reports it.
---

English first.

ظهر.

- أشياء
- Things

## بداية الحصار

```scene
moment: 2014-10-06
view: kobane
```

نص.

::: question
من أحصى القرى؟
:::
"""
"""Its Arabic parts each have a letter of their own: ض, ظ, ش and ؟."""

TWO_DAYS = """---
title: Two days
---

## The siege

```scene
moment: 2014-10-06
compare: 2015-01-26
view: kobane
events: [mishtenur-hill-arin-mirkan, kobane-city-recaptured]
```

What has changed?
"""


def written(folder: Path, *options: str) -> PdfReader:
    """Write a handout by the command line and open it."""
    out = folder / "handout.pdf"
    assert main(["handout", *options, str(out)]) == 0
    return PdfReader(out)


@cache
def text_of(reader: PdfReader) -> str:
    """Return all text of a PDF without spaces, with straight quotation marks as lessons have them."""
    text = DIRECTIONS.sub("", " ".join(page.extract_text() for page in reader.pages))
    for curved, straight in (("\N{LEFT DOUBLE QUOTATION MARK}", '"'), ("\N{RIGHT DOUBLE QUOTATION MARK}", '"')):
        text = text.replace(curved, straight)
    return spaceless(
        text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("\N{LEFT SINGLE QUOTATION MARK}", "'")
    )


def spaceless(text: str) -> str:
    """Return a text without spaces: a reader of PDFs guesses where they were."""
    return re.sub(r"\s+", "", text)


def addresses(reader: PdfReader) -> Iterator[str]:
    """Yield where the links of a PDF lead."""
    for page in reader.pages:
        for link in page.get("/Annots", []):
            yield link.get_object()["/A"]["/URI"]


def fonts(reader: PdfReader) -> set[str]:
    """Return the names of the fonts that the pages of a PDF carry."""
    names = set()
    for page in reader.pages:
        carried = page["/Resources"].get_object()
        assert isinstance(carried, DictionaryObject)
        fonts_of_page = carried["/Font"].get_object()
        assert isinstance(fonts_of_page, DictionaryObject)
        for font in fonts_of_page.values():
            about = font.get_object()
            assert isinstance(about, DictionaryObject)
            names.add(str(about["/BaseFont"]).partition("+")[2].partition("-")[0])
    return names


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    whole = read_lesson(LESSONS / f"{SIEGE}.md").lesson
    return whole.model_copy(update={"scenes": whole.scenes[:4]})


@pytest.fixture(scope="module")
def lesson_file(lesson: Lesson, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("lesson") / "four-scenes.md"
    file.write_text(lesson_markdown(lesson), encoding="utf-8")
    return str(file)


@pytest.fixture(scope="module")
def sheet(lesson_file: str, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    return written(tmp_path_factory.mktemp("sheet"), lesson_file)


@pytest.fixture(scope="module")
def notes(lesson_file: str, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    return written(tmp_path_factory.mktemp("notes"), lesson_file, "--teacher", "--paper", "letter")


@pytest.fixture
def other_scripts(tmp_path: Path) -> str:
    file = tmp_path / "other.md"
    file.write_text(OTHER_SCRIPTS, encoding="utf-8")
    return str(file)


def test_a_worksheet_has_every_scene_with_text_and_question_the_words_and_the_aims(
    sheet: PdfReader, lesson: Lesson, atlas: Atlas
) -> None:
    text = text_of(sheet)
    parts = [part for scene in lesson.scenes for part in (scene.title, scene.text, scene.question)]
    parts += [lesson.text, *lesson.aims, *(word.word for word in lesson.words if word.word)]
    parts += [atlas.event(event).title for scene in lesson.scenes for event in scene.events]
    assert [part for part in parts if spaceless(strip_markdown(part)) not in text] == []


def test_a_worksheet_has_no_note_for_the_teacher(sheet: PdfReader, notes: PdfReader, lesson: Lesson) -> None:
    told = [
        strip_markdown(part)
        for note in (lesson.teacher, *(scene.teacher for scene in lesson.scenes))
        for part in [note]
    ]
    assert all(told)
    assert [note for note in told if spaceless(note) in text_of(sheet)] == []
    assert [note for note in told if spaceless(note) not in text_of(notes)] == []


def test_every_source_is_listed_with_its_publisher_and_led_to(
    sheet: PdfReader, notes: PdfReader, lesson: Lesson, atlas: Atlas
) -> None:
    events = [atlas.event(event) for scene in lesson.scenes for event in scene.events]
    sources = [atlas.source(source) for event in events for source in event.sources]
    for reader in (sheet, notes):
        text, led_to = text_of(reader), set(addresses(reader))
        assert {source.url for source in sources} <= led_to
        publishers = [atlas.publisher(source.publisher) for source in sources]
        assert [one.name for one in publishers if spaceless(one.name) not in text] == []
        assert [one.kind for one in publishers if spaceless(atlas.kind_name(one.kind)) not in text] == []
        assert [one.name for one in publishers if spaceless(one.affiliation_note) not in text] == []


def test_a_handout_says_what_it_is_from_whom_and_under_which_licence(
    sheet: PdfReader, notes: PdfReader, lesson: Lesson, atlas: Atlas
) -> None:
    for reader in (sheet, notes):
        assert reader.metadata is not None
        assert reader.metadata.title == lesson.title
        assert reader.metadata.author == atlas.setting("title")
        assert reader.metadata.creation_date is not None
        assert "/StructTreeRoot" in reader.root_object
        assert str(reader.root_object["/Lang"]) == "en"
        text = text_of(reader)
        for words in (atlas.setting("attribution"), atlas.setting("licence"), atlas.setting("disclaimer")):
            assert spaceless(words) in text
        assert spaceless(f"Data version {atlas.version}") in text
        assert spaceless(f"Page 1 of {len(reader.pages)}") in text


def test_pages_are_as_large_as_asked_for_and_not_too_many(sheet: PdfReader, notes: PdfReader) -> None:
    sizes = [
        {(round(page.mediabox.width), round(page.mediabox.height)) for page in one.pages} for one in (sheet, notes)
    ]
    assert sizes == [{(595, 842)}, {(612, 792)}]
    assert 4 <= len(sheet.pages) <= 6
    assert 3 <= len(notes.pages) <= 5


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", lesson_ids())
def test_a_short_worksheet_has_all_questions_on_two_pages(tmp_path: Path, name: str, paper: str, atlas: Atlas) -> None:
    reader, lesson = written(tmp_path, name, "--short", "--paper", paper), read_lesson(LESSONS / f"{name}.md").lesson
    assert len(reader.pages) == 2
    assert {round(page.mediabox.width) for page in reader.pages} == {595 if paper == "a4" else 612}
    text = text_of(reader)
    asked = [part for scene in lesson.scenes for part in (scene.title, scene.question)]
    assert [part for part in [*asked, lesson.text] if spaceless(strip_markdown(part)) not in text] == []
    assert [scene.teacher for scene in lesson.scenes if spaceless(strip_markdown(scene.teacher)) in text] == []
    assert len(re.findall(r"Map:\d", text)) >= 2
    for words in (atlas.setting("attribution"), atlas.setting("licence"), atlas.setting("disclaimer")):
        assert spaceless(words) in text


def test_a_worksheet_says_how_far_it_has_come_and_can_be_left(lesson: Lesson, dataset: Dataset) -> None:
    snapshot = snapshot_of(dataset.atlas, today=date(2026, 11, 30))
    two = lesson.model_copy(update={"scenes": lesson.scenes[:2]})
    said: list[tuple[int, int]] = []
    content = whole(lesson_pdf(dataset, two, snapshot, Paper.A4, HandoutSheet.FULL), said.append)
    assert said == [(0, 2), (1, 2), (2, 2)]
    assert content.startswith(b"%PDF")
    steps = lesson_pdf(dataset, two, snapshot, Paper.A4, HandoutSheet.SHORT)
    assert next(steps) == (0, 2)
    steps.close()
    assert list(steps) == []


def test_two_scenes_share_a_page(sheet: PdfReader, lesson: Lesson) -> None:
    pages = [spaceless(page.extract_text()) for page in sheet.pages]
    on_page = [sum(spaceless(strip_markdown(scene.text))[:40] in page for scene in lesson.scenes) for page in pages]
    assert [number for number in on_page if number] == [2, 2]


@pytest.mark.parametrize("options", [[], ["--teacher"]])
def test_any_script_can_be_read_and_no_word_of_a_lesson_is_markup(
    tmp_path: Path, other_scripts: str, options: list[str]
) -> None:
    reader = written(tmp_path, other_scripts, *options)
    words = ["حصار", "كوباني", "القرى", *(["للمعلم"] if options else ["کۆبانێ", "sînor", "İstanbul", "ışığı"])]
    assert [word for word in words if word not in text_of(reader)] == []
    assert spaceless(TRICKY) in text_of(reader)
    assert fonts(reader) >= {"LibertinusSerif", "DejaVuSans"}
    assert not any(font.startswith("LastResort") for font in fonts(reader))
    assert str(reader.root_object["/Lang"]) == "ar"


def test_an_event_far_from_the_map_says_where_it_was(tmp_path: Path, other_scripts: str, atlas: Atlas) -> None:
    place = atlas.event("erdogan-un-safe-zone-map").place
    assert spaceless(f"({place}, not on this map)") in text_of(written(tmp_path, other_scripts))


def test_two_days_that_are_compared_have_a_map_each(tmp_path: Path) -> None:
    file = tmp_path / "two.md"
    file.write_text(TWO_DAYS, encoding="utf-8")
    reader = written(tmp_path, str(file))
    for words in ("6 October 2014 compared with 26 January 2015", "Map: 6 October 2014", "Map: 26 January 2015"):
        assert spaceless(words) in text_of(reader)


def test_an_exercise_hides_the_days_until_its_solution(tmp_path: Path) -> None:
    options = ["--order", "6", "--seed", "4", "--from", "2014-09-01", "--to", "2015-02-01", "--categories", "battle"]
    reader = written(tmp_path, *options)
    first, *others = (page.extract_text() for page in reader.pages)
    solution = " ".join(others)
    heads = re.findall(
        r"(\d{1,2})(?:\D{1,3}\d{1,2})? (September|October|November|December|January) (201[45]):", solution
    )
    assert len(heads) == 6
    for day, month, year in heads:
        assert f"{day} {month} {year}" not in first
    letters = re.search(r"[A-F](?:, [A-F]){5}", solution)
    assert letters
    assert sorted(letters[0].split(", ")) == list("ABCDEF")
    assert len(set(addresses(reader))) >= 6
    assert "1 September 2014" in first.split("\n")[2]


def test_another_seed_gives_another_exercise(tmp_path: Path) -> None:
    texts = [text_of(written(tmp_path, "--order", "8", "--seed", seed)) for seed in ("1", "1", "2")]
    assert texts[0] == texts[1] != texts[2]


@pytest.mark.parametrize(("options", "is_told"), [([], False), (["--address", "https://maps.example.org/"], True)])
def test_an_exercise_tells_only_an_address_that_can_be_opened(
    tmp_path: Path,
    options: list[str],
    is_told: bool,  # noqa: FBT001 # a case
    atlas: Atlas,
) -> None:
    text = text_of(written(tmp_path, "--order", "8", "--seed", "1", *options))
    assert spaceless(f"Data version {atlas.version}.") in text
    assert ("maps.example.org" in text) == is_told
    assert spaceless("To open this view") not in text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["no-such-lesson"], "expected a Markdown or zip file, or one of: a-border-closed"),
        (["missing.md"], "missing.md"),
        ([], "expected a lesson"),
        ([SIEGE, "--order", "4"], "cannot be combined"),
        (["--order", "4", "--short"], "cannot be combined"),
        ([SIEGE, "--teacher", "--short"], "cannot be combined"),
        (["--order", "4", "--teacher"], "cannot be combined"),
        (["--order", "4", SIEGE], "cannot be combined"),
        (["--order", "1"], "from 2 to 20"),
        (["--order", "9", "--from", "2014-10-06", "--to", "2014-10-07"], "of those chosen can be"),
        (["--order", "4", "--from", "2014-10-06", "--to", "2013-10-07"], "is before"),
        (["--order", "4", "--categories", "picnic"], "picnic"),
        (["--order", "4", "--from", "1999-01-01"], 'got "1999-01-01" in --from, expected a date from 20'),
        ([SIEGE, "--seed", "3"], "--seed: only valid with --order"),
        ([SIEGE, "--to", "2015-01-01", "--categories", "battle"], "--to, --categories: only valid with --order"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    out = tmp_path / "none.pdf"
    assert main(["handout", *options, str(out)]) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_a_name_with_another_ending_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["handout", SIEGE, str(tmp_path / "n.html")]) == 2
    assert capsys.readouterr().err == 'got "n.html", expected a file name that ends in .pdf\n'
    assert list(tmp_path.iterdir()) == []


def test_paper_of_another_size_is_answered_with_the_sizes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["handout", SIEGE, str(tmp_path / "n.pdf"), "--paper", "a3"])
    assert 'argument --paper: got "a3", expected one of: a4, letter' in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (OTHER_SCRIPTS.replace("2014-09-19", "19.9.2014"), "moment"),
        ("---\ntitle: Nothing\n---\n\nNo scene at all.\n", "has no scene"),
    ],
)
def test_a_lesson_with_faults_is_not_printed_but_its_faults_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    file = tmp_path / "faulty.md"
    file.write_text(text, encoding="utf-8")
    assert main(["handout", str(file), str(tmp_path / "none.pdf")]) == 2
    assert said in capsys.readouterr().err


def test_a_folder_that_does_not_exist_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["handout", SIEGE, "--teacher", str(tmp_path / "no" / "x.pdf")]) == 1
    assert "cannot write" in capsys.readouterr().err


def lefts(path: Path) -> dict[str, float]:
    """Return where each text of the first page begins from the left, in points."""
    found: dict[str, float] = {}

    def see(text: str, matrix: list[float], place: list[float], *_: object) -> None:
        if text.strip():
            found.setdefault(text.strip(), place[4] * matrix[0] + place[5] * matrix[2] + matrix[4])

    PdfReader(path).pages[0].extract_text(visitor_text=see)
    return found


def test_each_part_runs_in_the_direction_of_its_own_letters(tmp_path: Path) -> None:
    (tmp_path / "mixed.md").write_text(MIXED, encoding="utf-8")
    assert main(["handout", str(tmp_path / "mixed.md"), "--teacher", str(tmp_path / "mixed.pdf")]) == 0
    found = lefts(tmp_path / "mixed.pdf")
    middle = PdfReader(tmp_path / "mixed.pdf").pages[0].mediabox.width / 2
    for letter in "ضظش؟":
        assert {left > middle for text, left in found.items() if letter in text} == {True}, letter
    assert {left > middle for text, left in found.items() if text.startswith("English first")} == {False}


def test_letters_on_the_picture_of_a_lesson_stand_on_their_halo(lesson: Lesson, dataset: Dataset) -> None:
    pictures = []
    for hinting in ("none", "force_autohint"):  # hinted letters are wider than their halo
        first, *others = lesson.scenes
        scene = first.model_copy(update={"title": hinting})  # a picture of its own
        with rc_context({"text.hinting": hinting}):
            pictures.append(lesson_picture(dataset, lesson.model_copy(update={"scenes": (scene, *others)})))
    assert pictures[0] == pictures[1]
