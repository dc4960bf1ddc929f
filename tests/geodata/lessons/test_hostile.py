"""No text, file or picture makes the reader of lessons stop, cut in silence, or speak of what lies underneath."""

from __future__ import annotations

import io
import json
import tracemalloc
import unicodedata
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from geodata.checks.lessons import check_lessons
from geodata.cli.main import main
from geodata.io.problems import LONGEST_SHOWN
from geodata.lessons.image import MOST_SCANS, prepare
from geodata.lessons.lesson_file import LONGEST_BUNDLE, unpack
from geodata.lessons.outline import MOST_SECTIONS
from geodata.lessons.picture import UnfitPicture
from geodata.lessons.picture_files import MOST_PICTURES
from geodata.lessons.reader import id_of, read_lesson, read_lesson_text
from geodata.lessons.writer import lesson_markdown
from tests.geodata.lessons.test_front_matter import FOREIGN
from tests.hostile import TEXTS
from tests.images import BLOCK, drawn, saved
from tests.project_data import atlas
from timemap.document.lessons import html_of
from timemap.lesson_drafts.markdown import draft_file, read_draft

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.lessons.reader import ReadLesson

LONGEST_SENTENCE = 1_500
"""Characters of a problem: the value is cut, the ids of a table are not listed."""

TEMPLATE = """---
title: {title}
age: 13-16
minutes: 20
aims:
- {aim}
words:
- word: {word}
  explanation: {word}
---

{intro}

## {heading}

```scene
moment: 2014-10-06
view: {{place: kobane, zoom: 13}}
events: [black-flags-raised]
```

{text}

```picture
file: {file}
caption: {caption}
credit: {caption}
licence: CC0
alt: {caption}
```

::: question
{text}
:::

::: teacher
{text}
:::

## Good

```scene
moment: 2014-10-06
view: kobane
events: [black-flags-raised]
```

Good.
"""
PLAIN = dict.fromkeys(("title", "aim", "word", "intro", "heading", "text", "file", "caption"), "Plain")


def told(read: ReadLesson) -> list[str]:
    """Return all that is said of a lesson, when it is sure that none of it is long or foreign."""
    sentences = [problem.sentence() for problem in check_lessons([read], atlas())]
    for sentence in sentences:
        own = sentence.partition('", expected ')[2]  # what was typed may hold any word
        assert not FOREIGN.search(own), sentence
        assert len(sentence) < LONGEST_SENTENCE + LONGEST_SHOWN
    return sentences


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("field", PLAIN)
def test_every_text_of_the_corpus_is_kept_or_told_in_every_field(field: str) -> None:
    for what, text in TEXTS.items():
        typed = text if field in {"intro", "text"} else one_line(text)
        read = read_lesson_text(TEMPLATE.format(**PLAIN | {field: typed}), "my.md")
        sentences = told(read)
        assert "Good" in [scene.title for scene in read.lesson.scenes], what
        lesson, scene = read.lesson, read.lesson.scenes[0]
        kept = {"title": lesson.title, "aim": lesson.aims[:1], "intro": lesson.text, "heading": scene.title}
        if field in kept:
            value = kept[field]
            is_kept = one_line(value[0] if isinstance(value, tuple) and value else str(value)) == one_line(typed)
            names = {"aim": "aims", "heading": "line", "intro": "line"}
            assert is_kept or any(names.get(field, field) in sentence for sentence in sentences), what
        for prose in (lesson.text, scene.text, scene.question, scene.teacher):
            assert not any(mark in html_of(prose).lower() for mark in ("<script", "<img", "<svg", 'href="java')), what


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(PLAIN)),
            st.one_of(
                st.sampled_from([text[:300] for text in TEXTS.values()]),
                st.text(max_size=30),
                st.text(st.sampled_from("#-`:>*[](){}|&!<%\n\t \\'\"a1"), max_size=30),
            ),
        ),
        max_size=5,
    ),
    st.integers(0, 3),
)
def test_any_lesson_is_read_and_written_and_read_the_same(typed: list[tuple[str, str]], cut: int) -> None:
    text = TEMPLATE.format(**PLAIN | dict(typed))
    text = text[: len(text) * (4 - cut) // 4].replace("\0", "")
    read = read_lesson_text(text, "my.md")
    told(read)
    bare = read.lesson.model_copy(
        update={"scenes": tuple(scene.model_copy(update={"picture": None}) for scene in read.lesson.scenes)}
    )
    again = read_lesson_text(lesson_markdown(bare), "my.md")
    assert again.lesson == bare
    draft, problems = read_draft(text.encode("utf-8", "replace"), "my.md")
    assert len(problems) == len(read_lesson_text(text.encode("utf-8", "replace").decode(), "my.md").problems)
    name, content = draft_file(draft)
    assert name.removesuffix(".md").replace("-", "").isalnum()
    assert read_draft(content, name)[0].title == draft.title


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("---\ntitle: A\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n", "no references to other fields"),
        (f"---\ntitle: A\naims: {'[' * 10_000}\n---\n", "fewer nested brackets"),
        (f"---\ntitle: A\nwords:\n- {'- ' * 9_000}\n---\n", "fewer nested brackets"),
        (f"---\ntitle: A\naims: [{'a, ' * 100_000}]\n---\n", "at most 20,000 characters"),
        ("---\n" + "".join(f"k{number}: a\n" for number in range(20_000)) + "---\n", "at most 20,000 characters"),
        (f"---\ntitle: {'a' * 900_000}\n---\n", "at most 20,000 characters"),
        (TEMPLATE.format(**PLAIN | {"text": "![" * 50_000}), "a text of at most 20,000 characters"),
        (TEMPLATE.format(**PLAIN | {"text": "*a_ " * 50_000}), "a text of at most 20,000 characters"),
        (TEMPLATE.format(**PLAIN | {"text": "a\n" * 400_000}), "a text of at most 20,000 characters"),
        (TEMPLATE.format(**PLAIN | {"heading": "x" * 500_000}), "at most 300 characters"),
        ("---\ntitle: A\n---\n" + "## a\n" * 100_000, f"at most {MOST_SECTIONS} scenes"),
        ("---\ntitle: A\n" + "a: b\n" * 100_000, "a line with --- that ends the fields"),
    ],
)
def test_what_grows_without_end_is_refused_and_the_limit_is_said(text: str, words: str) -> None:
    assert any(words in sentence for sentence in told(read_lesson_text(text, "my.md")))


def text_with(line: str) -> bytes:
    return TEMPLATE.format(**PLAIN | {"text": line}).encode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04\x14\x00\xff\xfe", "This is a zip file or a Word document."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This is an old Word document."),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "This is a PDF file."),
        (saved(drawn()), "This is a picture."),
        (saved(drawn(), "PNG"), "This is a picture."),
        ("café".encode("latin-1"), "Save it as plain text in UTF-8."),
        ("كوباني".encode("cp1256"), "Save it as plain text in UTF-8."),
        (text_with("a\0b"), "text without NUL characters"),
        (b"<!DOCTYPE html><html><script>1</script>", "This is a web page."),
        (b"\x00" * 5000, "text without NUL characters"),
    ],
)
def test_a_file_under_a_wrong_name_is_named_as_what_it_is(content: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "my.md").write_bytes(content)
    sentences = told(read_lesson(tmp_path / "my.md"))
    assert any(words in sentence for sentence in sentences), sentences


@pytest.mark.parametrize("name", ["huge.md", "huge.zip"])
def test_of_a_huge_file_no_more_than_the_limit_is_read(name: str, tmp_path: Path) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    try:
        (sentence,) = told(read_lesson(tmp_path / name))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "at most" in sentence
    assert "bytes" in sentence
    assert most < 3 * LONGEST_BUNDLE


def test_text_in_utf_16_is_read_as_it_was_meant(tmp_path: Path) -> None:
    text = TEMPLATE.format(**PLAIN)
    (tmp_path / "my.md").write_text(text, "utf-16")
    assert read_lesson(tmp_path / "my.md").lesson == read_lesson_text(text, "my.md").lesson


DAMAGED = "The file is damaged. Download or copy it again."


def stored(text: bytes) -> bytes:
    """Return a zip file that holds a lesson as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("my.md", text)
    return out.getvalue()


def with_password(bundle: bytes) -> bytes:
    """Return a zip file that says of its first file that it is encrypted."""
    marked = bytearray(bundle)
    marked[6] |= 1
    marked[bundle.index(b"PK\x01\x02") + 8] |= 1
    return bytes(marked)


BUNDLE = stored(text_with("a"))


def test_text_under_the_name_of_a_zip_file_is_told_how_to_name_it(tmp_path: Path) -> None:
    (tmp_path / "my.zip").write_bytes(text_with("a"))
    assert "This is text: name it .md." in told(read_lesson(tmp_path / "my.zip"))[0]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04xx", DAMAGED),
        (BUNDLE[: len(BUNDLE) // 2], DAMAGED),
        (BUNDLE.replace(text_with("a")[:9], b"---other-"), DAMAGED),
        (b"", DAMAGED),
        (b"\x00" * 100, DAMAGED),
        (b"\xff\x00\xff", DAMAGED),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "This is a PDF file."),
        (with_password(BUNDLE), "Save it without a password."),
    ],
)
def test_a_zip_file_that_cannot_be_read_is_told_why(content: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "my.zip").write_bytes(content)
    (sentence,) = told(read_lesson(tmp_path / "my.zip"))
    assert f"expected a readable zip file. {words}" in sentence


@pytest.mark.parametrize(
    "name",
    [
        "CON.md",
        "../../x.md",
        "a\u202edm.exe.md",
        "a\nb.md",
        "x" * 240 + ".md",
        ".md",
        "عفرين.md",
        "<b>{{7*7}}.md",
        *(f"{text}.md" for text in TEXTS.values()),
    ],
)
def test_names_of_files_become_plain_ids(name: str) -> None:
    found = id_of(name)
    assert found
    assert len(found) <= 80
    assert found.isascii()
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    draft, _ = read_draft(TEMPLATE.format(**PLAIN | {"title": name.removesuffix(".md") or "x"}).encode(), name)
    written, _ = draft_file(draft)
    assert all(sign.isascii() and unicodedata.category(sign) != "Cc" for sign in written)
    assert "/" not in written
    assert "\\" not in written


def test_the_command_line_says_what_is_wrong_without_control_signs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "my.md"
    file.write_bytes(TEMPLATE.format(**PLAIN | {"title": "a\u202eb\x1b[31m: c", "text": "x\x07"}).encode())
    assert main(["check", str(file)]) == 1
    said = capsys.readouterr()
    assert said.err == ""
    assert "U+0007" in said.out
    assert "\x1b" not in said.out
    assert "\x07" not in said.out


def test_only_so_many_pictures_of_a_zip_file_are_prepared() -> None:
    texts = [
        f"## {number}\n\n```scene\nmoment: 2014-10-06\nview: kobane\n```\n\nText.\n\n"
        + BLOCK.replace("bridge.jpg", f"{number}.png")
        for number in range(MOST_PICTURES + 2)
    ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("my.md", "---\ntitle: A\n---\n" + "\n".join(texts))
        for number in range(MOST_PICTURES + 2):
            archive.writestr(f"{number}.png", saved(drawn(9, 9), "PNG"))
    draft, problems = read_draft(out.getvalue(), "my.zip")
    assert len(draft.scenes) == MOST_PICTURES + 2
    assert len([problem for problem in problems if f"at most {MOST_PICTURES} pictures" in problem.expected]) == 2


def test_a_picture_that_takes_hours_to_open_is_refused() -> None:
    out = io.BytesIO()
    Image.new("RGB", (16, 16)).save(out, "JPEG", progressive=True)
    jpeg = out.getvalue()
    assert isinstance(prepare(jpeg), bytes)
    scan = jpeg[jpeg.rindex(b"\xff\xda") : -2]
    refused = prepare(jpeg[:-2] + scan * MOST_SCANS + jpeg[-2:])
    assert isinstance(refused, UnfitPicture)
    assert "passes" in refused.expected


def test_a_zip_file_that_unpacks_to_very_much_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("my.md", b"a" * 60_000_000)
    problem = unpack(out.getvalue(), "my.zip")
    assert "at most 1,000,000 bytes" in json.dumps(str(problem))
