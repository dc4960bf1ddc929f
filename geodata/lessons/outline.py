"""Outline of a lesson file: front matter, sections and blocks.

No line is lost.
"""

from __future__ import annotations

from dataclasses import dataclass
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

Fence = Literal["scene", "picture"]
"""What a block of fields is about."""

Marked = Literal["question", "teacher"]
"""Texts that stand between marks of their own."""

Kind = Literal["front", "text"] | Fence | Marked

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


def outline(text: str) -> tuple[SectionPart | None, tuple[LessonSection, ...]]:
    """Return the front matter, ``None`` where there is none, and the sections.

    The first is what has no heading.

    Args:
        text: a whole file; lines end with a line feed.
    """
    lines = text.split("\n")
    tokens = _headings_parser().parse(text.rstrip() + "\n")
    front = next((token for token in tokens if token.type == "front_matter"), None)
    start = _map(front)[1] if front else 0
    matter = SectionPart("front", 2, "\n".join(lines[1 : start - 1])) if front else None
    found = [(title, line) for title, line in _headings(tokens) if line >= start]
    ends = [line for _, line in found] + [len(lines)]
    sections = [LessonSection("", start + 1, _parts(lines[start : ends[0]], start))]
    for (title, line), end in zip(found, ends[1:], strict=True):
        sections.append(LessonSection(title, line + 1, _parts(lines[line + 1 : end], line + 1)))
    return matter, tuple(sections)


def headings_of(text: str) -> list[str]:
    r"""Return the ## headings in a text.

    Those that other Markdown would hide are included.

    >>> headings_of("## One\n\n- two\n## Three ##")
    ['One', 'Three']
    """
    return [title for title, _ in _headings(_headings_parser().parse(text + "\n"))]


def _headings_parser() -> MarkdownIt:
    # Nothing else is known to this parser, so that a block left open never swallows the scenes after it.
    return MarkdownIt("zero").use(front_matter_plugin).enable(["heading", "code"])


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
    for token in _blocks_parser().parse("\n".join(lines).rstrip() + "\n"):
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


def _blocks_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
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
