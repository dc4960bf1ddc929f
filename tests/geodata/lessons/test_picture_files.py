"""A scene's picture is read with all that must be said about it; where something is wrong, only the picture is lost."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from geodata.cli.main import main
from geodata.lessons.image import prepare
from geodata.lessons.lesson_file import LONGEST_BUNDLE
from geodata.lessons.model import Lesson
from geodata.lessons.picture import PICTURE_FIELDS
from geodata.lessons.reader import read_lesson
from geodata.lessons.writer import lesson_file, lesson_markdown
from tests.images import BLOCK, drawn, saved

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.lessons.reader import ReadLesson

FRONT = "---\ntitle: A lesson\n---\n\n"
SCENE = "## {title}\n\n```scene\nmoment: 2014-10-06\nview: kobane\nevents: black-flags-raised\n```\n\nText.\n\n"
GOOD = FRONT + SCENE.format(title="With a picture") + BLOCK + "\n" + SCENE.format(title="Without")
FIRST = 15
"""Line of the block of the picture in the text above."""


def read_in(folder: Path, text: str = GOOD) -> ReadLesson:
    """Read a lesson beside which a picture lies."""
    (folder / "bridge.jpg").write_bytes(saved(drawn()))
    (folder / "lesson.md").write_text(text, "utf-8")
    return read_lesson(folder / "lesson.md")


def told(read: ReadLesson) -> list[tuple[int | None, str, str]]:
    return [(problem.row, problem.column, problem.value) for problem in read.problems]


def without_picture(read: ReadLesson) -> bool:
    """Return whether all of the lesson is there but its picture."""
    scenes = [(scene.title, scene.text, scene.picture) for scene in read.lesson.scenes]
    return scenes == [("With a picture", "Text.", None), ("Without", "Text.", None)]


def test_a_picture_beside_the_lesson_is_read_with_all_that_is_said_about_it(tmp_path: Path) -> None:
    read = read_in(tmp_path)
    assert read.problems == ()
    pictured, bare = read.lesson.scenes
    assert bare.picture is None
    assert pictured.picture is not None
    assert [getattr(pictured.picture, name) for name in PICTURE_FIELDS] == [
        "bridge.jpg",
        "A bridge, made for a test.",
        "Made by the tests",
        "CC0 1.0",
        "A red rectangle above a blue one.",
    ]
    assert pictured.picture.image == prepare(saved(drawn()))


@pytest.mark.parametrize("name", PICTURE_FIELDS)
@pytest.mark.parametrize("empty", [True, False], ids=["empty", "absent"])
def test_each_field_that_is_missing_is_told_and_only_the_picture_is_lost(
    tmp_path: Path, name: str, *, empty: bool
) -> None:
    (line,) = (line for line in BLOCK.splitlines(keepends=True) if line.startswith(f"{name}:"))
    read = read_in(tmp_path, GOOD.replace(line, f"{name}:\n" if empty else ""))
    assert told(read) == [(FIRST, name, "")]
    words = {"file": "next to the lesson", "alt": "alternative text"}.get(name, name)
    assert words in read.problems[0].expected
    assert without_picture(read)


@pytest.mark.parametrize(
    ("old", "new", "problem", "words"),
    [
        ("bridge.jpg", "river.jpg", (16, "file", "river.jpg"), "an existing file"),
        ("bridge.jpg", "../bridge.jpg", (16, "file", "../bridge.jpg"), "next to the lesson"),
        ("bridge.jpg", "a/../../bridge.jpg", (16, "file", "a/../../bridge.jpg"), "next to the lesson"),
        ("bridge.jpg", "..\\bridge.jpg", (16, "file", "..\\bridge.jpg"), "next to the lesson"),
        ("bridge.jpg", "/etc/hostname", (16, "file", "/etc/hostname"), "next to the lesson"),
        ("bridge.jpg", "C:\\bridge.jpg", (16, "file", "C:\\bridge.jpg"), "next to the lesson"),
        ("bridge.jpg", "https://example.org/a.jpg", (16, "file", "https://example.org/a.jpg"), "next to the lesson"),
        ("bridge.jpg", ".", (16, "file", "."), "an existing file"),
        ("bridge.jpg", "lesson.md", (16, "file", "lesson.md"), "a JPEG, PNG or WebP picture"),
        ("bridge.jpg", "outside.jpg", (16, "file", "outside.jpg"), "next to the lesson"),
        ("bridge.jpg", "[a, b]", (16, "file", "a, b"), "text"),
        ("CC0 1.0", "[CC0]", (19, "licence", "CC0"), "text"),
        ("CC0 1.0", "x" * 301, (19, "licence", "x" * 80 + "\N{HORIZONTAL ELLIPSIS}"), "at most 300 characters"),
        ("licence:", "license:", (19, "license", "license"), "one of the fields file, caption, credit, licence, alt"),
    ],
)
def test_what_is_wrong_with_a_picture_is_told_in_its_line_and_only_the_picture_is_lost(
    tmp_path: Path, old: str, new: str, problem: tuple[int, str, str], words: str
) -> None:
    folder = tmp_path / "lesson"
    folder.mkdir()
    (tmp_path / "bridge.jpg").write_bytes(saved(drawn()))
    (folder / "outside.jpg").symlink_to(tmp_path / "bridge.jpg")
    read = read_in(folder, GOOD.replace(old, new, 1))
    assert problem in told(read)
    assert any(words in found.expected for found in read.problems if (found.row, found.column) == problem[:2])
    assert without_picture(read)


def test_a_colon_and_a_number_sign_in_what_is_said_of_a_picture_are_part_of_it(tmp_path: Path) -> None:
    read = read_in(tmp_path, GOOD.replace("A bridge, made", "Bridge #2: made"))
    assert read.problems == ()
    assert read.lesson.scenes[0].picture is not None
    assert read.lesson.scenes[0].picture.caption == "Bridge #2: made for a test."


def test_a_second_picture_of_a_scene_and_one_before_the_first_are_told(tmp_path: Path) -> None:
    twice = read_in(tmp_path, GOOD.replace(BLOCK, BLOCK + "\n" + BLOCK.replace("A bridge", "Another")))
    assert told(twice) == [(FIRST + 8, "picture", "```picture")]
    assert twice.lesson.scenes[0].picture is not None
    assert twice.lesson.scenes[0].picture.caption.startswith("A bridge")
    early = read_in(tmp_path, GOOD.replace(BLOCK, "").replace("## With", BLOCK + "\n## With", 1))
    assert told(early) == [(5, "picture", "picture")]
    assert without_picture(early)


def test_a_picture_in_the_prose_is_refused_with_what_to_do_instead(tmp_path: Path) -> None:
    read = read_in(tmp_path, GOOD.replace("Text.", "![A bridge](bridge.jpg)", 1))
    assert told(read) == [(13, "text", "![A bridge](bridge.jpg)")]
    assert "```picture" in read.problems[0].expected


def test_a_lesson_with_pictures_is_written_as_a_zip_file_that_reads_back_as_the_same_lesson(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "Bridge.png").write_bytes(saved(drawn(90, 40), "PNG"))
    two = GOOD + "\n" + BLOCK.replace("bridge.jpg", "pictures/Bridge.png")
    read = read_in(tmp_path, two)
    assert read.problems == ()
    name, content = lesson_file(read.lesson, "lesson")
    assert name == "lesson.zip"
    (tmp_path / name).write_bytes(content)
    with zipfile.ZipFile(tmp_path / name) as archive:
        assert archive.namelist() == ["lesson.md", "bridge.webp", "bridge-2.webp"]
    again = read_lesson(tmp_path / name)
    assert (again.file, again.problems) == ("lesson.md", ())
    first, second = (scene.picture for scene in again.lesson.scenes)
    assert first is not None
    assert second is not None
    assert (first.file, second.file) == ("bridge.webp", "bridge-2.webp")
    assert lesson_file(again.lesson, "lesson") == (name, content)
    own = [scene.picture.image for scene in read.lesson.scenes if scene.picture]
    assert [first.image, second.image] == own


def test_a_lesson_without_pictures_is_written_as_text() -> None:
    lesson = Lesson(id="a", title="A")
    assert lesson_file(lesson, "a") == ("a.md", lesson_markdown(lesson).encode())


def zipped(path: Path, files: dict[str, bytes]) -> ReadLesson:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return read_lesson(path)


def test_a_zip_file_made_by_hand_is_read_also_with_a_folder_in_it(tmp_path: Path) -> None:
    read = zipped(
        tmp_path / "by hand.zip",
        {
            "my lesson/": b"",
            "my lesson/A lesson.md": GOOD.replace("bridge.jpg", "bru\u0308cke.jpg").encode(),
            "my lesson/br\u00fccke.jpg": saved(drawn()),
            "__MACOSX/my lesson/._A lesson.md": b"\0",
        },
    )  # fmt: skip
    assert (read.lesson.id, read.problems) == ("a-lesson", ())
    assert read.lesson.scenes[0].picture is not None


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"bridge.jpg": b""}, "a zip file with one lesson"),
        ({"a.md": b"", "b.md": b""}, "a zip file with one lesson"),
        ({"a.md": b"\xff\xfea"}, "UTF-8 text"),
        ({"a.md": b"a" * 1_000_001}, "a file of at most 1,000,000 bytes"),
    ],
)
def test_a_zip_file_that_holds_no_lesson_is_told(tmp_path: Path, files: dict[str, bytes], expected: str) -> None:
    read = zipped(tmp_path / "wrong.zip", files)
    assert [problem.expected.startswith(expected) for problem in read.problems] == [True]
    assert read.lesson.scenes == ()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"PK\x03\x04 cut off", "a readable zip file"),
        (GOOD.encode(), "a readable zip file"),
        (b"\0" * (LONGEST_BUNDLE + 1), "a zip file of at most 20,000,000 bytes"),
    ],
)
def test_what_is_no_zip_file_is_told(tmp_path: Path, content: bytes, expected: str) -> None:
    (tmp_path / "wrong.zip").write_bytes(content)
    assert [problem.expected for problem in read_lesson(tmp_path / "wrong.zip").problems] == [expected]


@pytest.mark.parametrize("name", ["../bridge.jpg", "river.jpg", "/bridge.jpg"])
def test_in_a_zip_file_too_nothing_but_what_lies_beside_the_lesson_is_a_picture(tmp_path: Path, name: str) -> None:
    read = zipped(
        tmp_path / "a.zip",
        {"in/a.md": GOOD.replace("bridge.jpg", name).encode(), "bridge.jpg": saved(drawn()), "in/b.jpg": b""},
    )
    assert told(read) == [(16, "file", name)]
    assert without_picture(read)


def test_a_picture_that_unpacks_to_very_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.md", GOOD)
        archive.writestr("bridge.jpg", b"\0" * 50_000_000)
    assert path.stat().st_size < 100_000
    read = read_lesson(path)
    assert told(read) == [(16, "file", "bridge.jpg")]
    assert "at most 4 MB" in read.problems[0].expected


def test_the_check_says_line_and_field_of_a_lesson_and_of_one_in_a_zip_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read_in(tmp_path, GOOD.replace("credit: Made by the tests\n", ""))
    (tmp_path / "zipped.zip").write_bytes(lesson_file(read_in(tmp_path).lesson, "zipped")[1])
    (tmp_path / "lesson.md").write_text(GOOD.replace("credit: Made by the tests\n", ""), "utf-8")
    assert main(["check", str(tmp_path / "lesson.md")]) == 1
    assert 'lesson.md, line 15, credit: got "", expected a credit that names who' in capsys.readouterr().out
    assert main(["check", str(tmp_path / "zipped.zip")]) == 1  # two scenes are too few for a lesson
    told = capsys.readouterr().out
    assert "zipped.md, line 1, scene" in told
    assert "credit" not in told
