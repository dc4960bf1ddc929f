"""Outline of a lesson file: front matter, sections and blocks.

No line is lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, get_args

from markdown_it import MarkdownIt
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

if TYPE_CHECKING:
    from markdown_it.token import Token

MARK = ":::"
"""Opens and closes a question or a note for the teacher."""

FENCE = "```"
"""Opens and closes a block of fields: what a scene shows, or its picture."""

FRONT = "---"
"""Opens and closes the front matter."""

Fence = Literal["scene", "picture"]
"""What a block of fields is about."""

Marked = Literal["question", "teacher"]
"""Texts that stand between marks of their own."""

Kind = Literal["front", "text"] | Fence | Marked

MOST_SECTIONS = 200
"""Headings of a file that are read; a lesson has a tenth of them."""

LONGEST_SECTION = 100_000
"""Characters under one heading that are taken apart; the rest is text, which is refused for its length."""

FENCED: tuple[Fence, ...] = get_args(Fence)
MARKED: tuple[Marked, ...] = get_args(Marked)
"""In the order of the file."""


@dataclass(frozen=True, slots=True)
class SectionPart:
    """A stretch of lines of one kind."""

    kind: Kind
    line: int
    """Number of the first line of ``text`` in the file; the file starts with 1."""
    text: str
    """The lines themselves, without those that open and close the part."""
    closed: bool = True
    """Whether the line that ends it is there."""


@dataclass(frozen=True, slots=True)
class LessonSection:
    """Section of a lesson file, under one heading."""

    title: str
    """The heading; empty for what stands before the first one."""
    line: int
    """Number of its line."""
    parts: tuple[SectionPart, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Front matter and sections of a lesson file."""

    front: SectionPart | None
    """``None`` where there is none."""
    sections: tuple[LessonSection, ...]
    """The first is what has no heading."""
    left_out: int | None
    """Number of the line of the first heading that is too many; ``None`` for all read."""


def outline(text: str) -> Outline:
    """Return the front matter and the sections of a lesson file.

    Args:
        text: a whole file; lines end with a line feed.
    """
    lines = text.split("\n")
    matter, start = _front_matter(lines)
    rest = "\n".join(lines[start:])
    found = [(title, line + start) for title, line in _headings(_headings_parser().parse(rest.rstrip() + "\n"))]
    ends = [line for _, line in found] + [len(lines)]
    found, more = found[:MOST_SECTIONS], found[MOST_SECTIONS:]
    sections = [LessonSection("", start + 1, _parts(lines[start : ends[0]], start))]
    for (title, line), end in zip(found, ends[1:], strict=False):
        sections.append(LessonSection(title, line + 1, _parts(lines[line + 1 : end], line + 1)))
    return Outline(matter, tuple(sections), more[0][1] + 1 if more else None)


def _front_matter(lines: list[str]) -> tuple[SectionPart | None, int]:
    """Return the front matter, ``None`` where there is none, and the index of the first line behind it.

    Blank lines may come before it. Where the line that closes it is missing it ends before a blank line or a heading.
    """
    opening = next((index for index, line in enumerate(lines) if line.strip()), len(lines))
    text = "\n".join(lines[opening:]).rstrip() + "\n"
    token = next(iter(MarkdownIt("zero").use(front_matter_plugin).disable("inline").parse(text)), None)
    if token is not None and token.type == "front_matter":
        start = opening + _map(token)[1]
        return SectionPart("front", opening + 2, "\n".join(lines[opening + 1 : start - 1])), start
    if opening == len(lines) or lines[opening].rstrip() != FRONT:
        return None, 0
    behind = range(opening + 1, len(lines))
    start = next((at for at in behind if not lines[at].strip() or lines[at].startswith("#")), len(lines))
    return SectionPart("front", opening + 2, "\n".join(lines[opening + 1 : start]), closed=False), start


def headings_of(text: str) -> list[str]:
    r"""Return the ## headings in a text.

    Those that other Markdown would hide are included.

    >>> headings_of("## One\n\n- two\n## Three ##")
    ['One', 'Three']
    """
    return [title for title, _ in _headings(_headings_parser().parse(text + "\n"))]


def first_heading(text: str) -> int | None:
    """Return the line, from 0, of the first ## heading in a text.

    ``None`` where there is none.
    """
    return next((line for _, line in _headings(_headings_parser().parse(text + "\n"))), None)


@cache
def _headings_parser() -> MarkdownIt:
    # Nothing else is known to this parser, so that a block left open never swallows the scenes after it.
    # The parts of a line do not matter here, and long lines of brackets take long to be taken apart.
    return MarkdownIt("zero").enable(["heading", "code"]).disable("inline")


def _headings(tokens: list[Token]) -> list[tuple[str, int]]:
    return [
        (tokens[index + 1].content, _map(token)[0])
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.markup == "##"
    ]


def _map(token: Token) -> tuple[int, int]:
    first, last = token.map or (0, 0)
    return first, last


def _parts(lines: list[str], offset: int) -> tuple[SectionPart, ...]:
    """Return the parts of a section whose first line has the index ``offset`` in the file."""
    parts: list[SectionPart] = []
    after = 0
    cut = next((at for at, length in enumerate(accumulate(map(len, lines))) if length > LONGEST_SECTION), len(lines))
    for token in _blocks_parser().parse("\n".join(lines[:cut]).rstrip() + "\n"):
        kind = _kind_of(token)
        if kind is None:
            continue
        first, last = _map(token)
        parts += _text(lines[after:first], offset + after)
        fenced = kind in FENCED
        closing = last - 1 if fenced else last
        marks = ("`", "~") if fenced else (MARK[0],)
        closed = first < closing < len(lines) and lines[closing].lstrip().startswith(marks)
        content = lines[first + 1 : closing if closed else last]
        parts.append(SectionPart(kind, offset + first + 2, "\n".join(content), closed))
        after = closing + 1 if closed else last
    return (*parts, *_text(lines[after:], offset + after))


@cache
def _blocks_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).disable("inline")
    for name in MARKED:
        parser.use(container_plugin, name, validate=lambda given, _, name=name: given.strip() == name)
    return parser


def _kind_of(token: Token) -> Fence | Marked | None:
    if token.level:
        return None
    if token.type == "fence":
        return next((name for name in FENCED if token.info.strip() == name), None)
    return next((name for name in MARKED if token.type == f"container_{name}_open"), None)


def _text(lines: list[str], offset: int) -> list[SectionPart]:
    filled = [index for index, line in enumerate(lines) if line.strip()]
    if not filled:
        return []
    first, last = filled[0], filled[-1]
    return [SectionPart("text", offset + first + 1, "\n".join(lines[first : last + 1]))]
