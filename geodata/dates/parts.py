"""Parts of a written date: numbers, names, and what joins them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.dates.words import joined, vocabulary
from geodata.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.dates.words import Word

RANGE = "to"
AND = "and"

_TIME = re.compile(
    r"(?:(?<= )(?:a|um) )?"  # "le 6 octobre à 16:00", which elsewhere mean "to" and "about"
    r"(?<![0-9:])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?(?![0-9:])"
    r"(?: ?[ap]\.? ?m\b\.?)?(?: ?(?:z|utc|gmt)(?![^\W\d_]))?(?: ?[+-][0-9]{2}:?[0-9]{2}\b)?"
)
_BEFORE_TIME = re.compile(r"(?<=[0-9])t(?=[0-9]{1,2}:)")
_ORDINAL = re.compile(
    r"(?<=[0-9])(?:st|nd|rd|th|er|re|eme|e|ye|an|i|yi|[iu]n|[td][ea]n?|\N{ARABIC LETTER YEH})(?![^\W0-9_])"
)
_TOKEN = re.compile(r"[0-9]+|[^\W0-9_]+|[\W_]+")
_WORD_GAP = re.compile(r" ?[-.]? ?")

_YEAR_DIGITS = 4
_COMPACT_DIGITS = 8
_MOST_SMALL_DIGITS = 2

_DOTS = frozenset(".,;:\N{ARABIC COMMA}\N{ARABIC SEMICOLON}")
_UNSURE = "?~"
_BRACKETS = "()[]\"'"


@dataclass(frozen=True, slots=True)
class Item:
    """Number or name in a date."""

    kind: str
    """Y a number of four digits, N of one or two, L of eight; M a month, H one of the Hijri calendar, S a season."""

    value: int

    digits: int = 0
    """Digits as typed; 0 for a name."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts of a written date, in their order."""

    items: tuple[Item, ...]

    gaps: tuple[str, ...]
    """Between each two items what joins them: space, "." "," "/" "-", "to", "and", or "?" for anything else."""

    words: frozenset[str] = frozenset()
    """Kinds of the other words: about, part, from, open, between, outside, hijri-era; unknown for all that say more."""

    @property
    def shape(self) -> str:
        """Kinds of the items, as in "NMY" for 6 October 2014."""
        return "".join(item.kind for item in self.items)


def parts_of(text: str) -> Parts:
    """Return the parts of a text, without its times of the day.

    >>> parts = parts_of("about 3-5 Oct. 2014, 16:00")
    >>> parts.shape, parts.gaps, sorted(parts.words)
    ('NNMY', ('-', ' ', '.'), ['about'])
    """
    if any(unicodedata.category(letter) == "No" for letter in text):  # folding would make numbers of them
        return Parts((), (), frozenset({"unknown"}))
    plain = _ORDINAL.sub("", _TIME.sub(" ", _BEFORE_TIME.sub(" ", fold(text))))
    return _parse(_TOKEN.findall(plain))


def _parse(tokens: Sequence[str]) -> Parts:
    """Return the parts of the tokens of a folded text."""
    items: list[Item] = []
    gaps: list[str] = []
    kinds: set[str] = set()
    between, place = "", 0
    while place < len(tokens):
        token = tokens[place]
        place += 1
        if token[0].isalpha():
            word, used = _look_up(tokens[place - 1 :])
            place += used - 1
            item = _named(word)
            between += _said(word, kinds) if item is None else ""
        elif token[0] in "0123456789":
            item = _number(token)
        else:
            if any(sign in _UNSURE for sign in token):
                kinds.add("about")
            between += "".join(sign for sign in token if sign not in _UNSURE + _BRACKETS)
            continue
        if item is not None and item.kind in "MH" and items[-1:] == [item]:
            between = ""  # a month by its names in the Levant and in Egypt
        elif item is not None:
            gaps.append(between)
            items.append(item)
            between = ""
    if "open" in kinds and between.replace(" ", "") in {f"<{RANGE}>", "-"}:  # "2014 to present"
        between = ""
    elif "open" in kinds:
        kinds.add("unknown")
    kinds |= _outside(gaps[0] if gaps else "", between, is_part="part" in kinds)
    return Parts(tuple(items), tuple(_kind_of(gap) for gap in gaps[1:]), frozenset(kinds))


def _look_up(tokens: Sequence[str]) -> tuple[Word | None, int]:
    """Return what the first word or phrase says, and of how many tokens it is; no word where none is known."""
    known, words, ends = vocabulary(), [tokens[0]], [1]
    for place in range(1, len(tokens) - 1, 2):
        if not _WORD_GAP.fullmatch(tokens[place]) or not tokens[place + 1][0].isalpha():
            break
        words.append(tokens[place + 1])
        ends.append(place + 2)
    for candidate in joined(words):
        if candidate in known:
            return known[candidate], ends[candidate.count(" ")]
    return None, 1


def _named(word: Word | None) -> Item | None:
    kind = {"month": "M", "hijri": "H", "season": "S"}.get(word.kind) if word else None
    return Item(kind, word.value) if kind and word else None


def _said(word: Word | None, kinds: set[str]) -> str:
    """Note what a word says that is no part of the date; return how it joins the parts."""
    if word is None:
        kinds.add("unknown")
        return " "
    if word.kind in {RANGE, AND}:
        return f"<{word.kind}>"
    if word.kind != "filler":
        kinds.add(word.kind)
    return " "


def _number(token: str) -> Item:
    digits = len(token)
    kind = {_YEAR_DIGITS: "Y", _COMPACT_DIGITS: "L"}.get(digits, "N" if digits <= _MOST_SMALL_DIGITS else "X")
    return Item(kind, int(token) if kind != "X" else 0, digits)


def _outside(before: str, after: str, *, is_part: bool) -> set[str]:
    """Return the kinds of what stands before the first item and after the last one."""
    if is_part:  # "mid-October", "early to mid October"
        before = before.replace(f"<{RANGE}>", "").replace("-", "")
    ends = {before.replace(" ", ""), after.replace(" ", "")}
    if any(f"<{RANGE}>" in end for end in ends):
        return {"outside"}
    return set() if all(set(end) <= _DOTS and ".." not in end for end in ends) else {"unknown"}


def _kind_of(gap: str) -> str:
    """Return what joins two parts of a date.

    >>> [_kind_of(gap) for gap in ("", ". ", " - ", "-", ".-", "/", " <and> ", "+")]
    [' ', '.', 'to', '-', 'to', '/', 'and', '?']
    """
    for word in (RANGE, AND):
        if f"<{word}>" in gap:
            return word if set(gap.replace(f"<{word}>", "")) <= {" ", "."} else "?"
    core = gap.replace(" ", "")
    if core in {"", "/", "./"}:
        return core[-1:] or " "
    if core == "-":
        return "-" if gap == "-" else RANGE
    if core in {".-", "--", "..."}:
        return RANGE
    if set(core) <= _DOTS:
        return "." if set(core) == {"."} and len(core) == 1 else ("?" if core == ".." else ",")
    return "?"
