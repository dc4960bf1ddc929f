"""Encodings of a text: which are possible, and which reads our places."""

# ruff: noqa: RUF001 - letters and signs of the languages of the region
from __future__ import annotations

import codecs
import io
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import chardet
import charset_normalizer

from geodata.table_import.questions import Option, Question
from geodata.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LABELS = {
    "utf-8": "Unicode (UTF-8)",
    "utf-16-le": "Unicode (UTF-16)",
    "utf-16-be": "Unicode (UTF-16)",
    "utf-32-le": "Unicode (UTF-32)",
    "utf-32-be": "Unicode (UTF-32)",
    "cp1254": "Turkish (Windows-1254)",
    "cp1252": "Western European (Windows-1252)",
    "cp1250": "Central European (Windows-1250)",
    "cp1256": "Arabic (Windows-1256)",
    "iso8859-9": "Turkish (ISO 8859-9)",
    "iso8859-6": "Arabic (ISO 8859-6)",
    "cp1251": "Cyrillic (Windows-1251)",
    "mac-roman": "Western European (Mac Roman)",
    "mac-turkish": "Turkish (Mac)",
    "cp857": "Turkish (DOS 857)",
    "cp850": "Western European (DOS 850)",
    "cp720": "Arabic (DOS 720)",
}
"""Encodings that tables of the region come in, in words; those that are tried first stand above."""

_SINGLE_BYTE = tuple(LABELS)[5:]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

WIDE_MARKS = tuple(mark for mark, _ in _MARKS[1:])
"""Beginnings of texts in UTF-16 and UTF-32."""

_LATIN = frozenset("çğıöşüâîûêäßéèàáíóúñùôœæëïåøÇĞİÖŞÜÂÎÛÊÄÉÈÀÔŒ")
_SIGNS = frozenset("‘’“”«»„–—…°·•€£©®×½¼²³ ­´،؛؟")
_ARABIC = re.compile(
    r"[\u0621-\u0652\u0660-\u0669\u067e\u0686\u0698\u06a4\u06a9\u06af\u06b5\u06c6\u06cc\u06ce\u06d5\u0695]"
)
_CASE_INSIDE = re.compile(r"(?<=[a-zçğıöşüâîûê])[ÇĞİÖŞÜÂÎÛÊÄÉÈÀÔŒ]")
_TWO_SCRIPTS = re.compile(r"(?<=[A-Za-zçğıöşüâîûê])[\u0600-\u06ff]|(?<=[\u0600-\u06ff])[A-Za-zçğıöşüâîûê]")

_PIECE = 1 << 22
"""Bytes that are decoded at once."""

_LINES = 400
"""Lines with other signs than ASCII from which encodings are ranked."""

_LONGEST_LINE = 1000
_POSSIBLE = 0.6
"""An encoding is asked for when it reads so many of the signs that the likeliest reads."""

_BAD_SHARE = 0.2
"""A text in UTF-8 may have at most so many bad places among its signs; with more it is in another encoding."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """Encoding of a text, with the doubts about it."""

    name: str
    """As Python has it."""

    mark: int = 0
    """Bytes of the mark of their order at the beginning."""

    question: Question | None = None
    """What is asked where other texts are possible."""

    certain: bool = True
    """Whether the bytes themselves say it."""


def find_encoding(content: bytes, answer: str = "", places: frozenset[str] = frozenset()) -> Encoding:
    """Return the encoding of a text.

    ``places`` are folded names that it may hold; ``answer`` is an encoding that was chosen.

    >>> find_encoding(b"id,place").name, find_encoding("Kobanê".encode("utf-16")).name
    ('utf-8', 'utf-16-le')
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return Encoding(name, len(mark))
    if wide := wide_encoding(content):
        return Encoding(wide)
    if not _is_known(answer):
        answer = ""
    if _is_utf_8(content):
        return Encoding(answer or "utf-8")
    lines = _telling_lines(content)
    ranked = _ranked(lines, places)
    if answer and answer not in ranked:
        ranked = [answer, *ranked]
    question = _question(lines, ranked) if len(ranked) > 1 else None
    return Encoding(answer or ranked[0], 0, question, certain=False)


def to_utf_8(content: bytes, encoding: Encoding) -> bytes:
    """Return a text in UTF-8, its lines ended by line feeds.

    U+FFFD stands for each byte that cannot be read.
    """
    if encoding.name == "utf-8" and _is_valid(content):
        text = content[encoding.mark :]
    else:
        decoder, out = codecs.getincrementaldecoder(encoding.name)("replace"), io.BytesIO()
        for piece in _pieces(content[encoding.mark :]):
            out.write(decoder.decode(piece).encode("utf-8", "replace"))
        out.write(decoder.decode(b"", final=True).encode())
        text = out.getvalue()
    return text if b"\n" in text or b"\r" not in text else text.replace(b"\r", b"\n")


def _pieces(content: bytes) -> Iterator[bytes]:
    """Yield a text piece by piece, so that no second copy of it is held."""
    return (content[start : start + _PIECE] for start in range(0, len(content), _PIECE))


def _is_valid(content: bytes) -> bool:
    """Return whether all of a text is UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in _pieces(content):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_known(name: str) -> bool:
    try:
        return bool(name) and codecs.lookup(name).name != ""
    except LookupError:
        return False


def wide_encoding(content: bytes) -> str:
    """Return the encoding of a text in UTF-16 without a mark, or nothing."""
    start = content[: 1 << 16]
    start = start[: len(start) // 2 * 2]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if 20 * max(even, odd) <= len(start):
        return ""
    name = "utf-16-be" if even > odd else "utf-16-le"
    text = start.decode(name, "ignore")
    control = any(sign < " " and sign not in "\t\r\n\f\v" for sign in text)
    return "" if control or not any(sign in text for sign in "\t\r\n,;|") else name


def _is_utf_8(content: bytes) -> bool:
    """Return whether a text is in UTF-8, but for a few places."""
    if content.isascii() or _is_valid(content):
        return True
    text = b"\n".join(_telling_lines(content)).decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return bad <= _BAD_SHARE * (sum(sign > "\x7f" for sign in text) - bad)


def _telling_lines(content: bytes) -> list[bytes]:
    """Return the first lines that hold other signs than ASCII."""
    found: list[bytes] = []
    for match in re.finditer(rb"[^\r\n]*[\x80-\xff][^\r\n]*", content):
        found.append(match[0][:_LONGEST_LINE])
        if len(found) == _LINES:
            break
    return found


def _ranked(lines: Sequence[bytes], places: frozenset[str]) -> list[str]:
    """Return the encodings that read a text differently and well, the likeliest first."""
    sample = b"\n".join(lines)
    guesses = [guess["encoding"] for guess in chardet.detect_all(sample)[:3]]
    guesses += [guess.encoding for guess in list(charset_normalizer.from_bytes(sample))[:3]]
    names = list(_SINGLE_BYTE)
    for guess in filter(None, guesses):
        name = codecs.lookup(guess).name
        if name not in names and len(sample.decode(name, "replace")) == len(sample) and not name.startswith("utf"):
            names.append(name)  # one sign for each byte: the languages of the region have no others
    texts: dict[str, str] = {}
    for name in names:
        text = sample.decode(name, "replace")
        if text not in texts.values():
            texts[name] = text
    rated = {name: (_hits(text, places), _share(text)) for name, text in texts.items()}
    order = sorted(rated, key=lambda name: (-rated[name][0], -rated[name][1], names.index(name)))
    hits, share = rated[order[0]]
    least = {name: share * (_POSSIBLE if name in LABELS else 1) for name in order}
    return [name for name in order if rated[name][1] >= least[name] and 2 * rated[name][0] >= hits][:4]


def _share(text: str) -> float:
    """Return which share of the signs beyond ASCII stand where the languages of the region have them."""
    signs = [sign for sign in text if sign > "\x7f"]
    if not signs:
        return 0.0
    good = sum(sign in _LATIN or bool(_ARABIC.match(sign)) or (sign in _SIGNS) / 2 for sign in signs)
    bad = len(_CASE_INSIDE.findall(text)) + len(_TWO_SCRIPTS.findall(text))
    bad += sum(unicodedata.category(sign) in {"Cc", "Co", "Cn", "So"} for sign in signs)
    return max(good - bad, 0) / len(signs)


def _hits(text: str, places: frozenset[str]) -> int:
    """Return how many words or groups of words with other signs than ASCII are names of places."""
    if not places:
        return 0
    found = 0
    for cell in re.split(r"[,;|\t\n\"]", text):
        if cell.isascii():
            continue
        words = re.findall(r"[^\s()\[\]/.:]+", cell)[:40]
        for start in range(len(words)):
            for end in range(start + 1, min(start + 4, len(words) + 1)):
                part = " ".join(words[start:end])
                found += not part.isascii() and fold(part) in places
    return found


def label_of(name: str) -> str:
    """Return an encoding in words."""
    return LABELS.get(name, name)


def _question(lines: Sequence[bytes], names: Sequence[str]) -> Question:
    """Return the question for the encoding, with lines that read differently."""

    def differ(line: bytes) -> int:
        return len({line.decode(name, "replace") for name in names})

    shown = sorted(lines, key=differ, reverse=True)[:3]
    options = [
        Option(name, label_of(name), tuple(line.decode(name, "replace").strip()[:200] for line in shown))
        for name in names
    ]
    return Question("encoding", "Which of these reads right?", tuple(options))
