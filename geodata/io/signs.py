"""Signs that cannot be seen, or look like others: read as meant, or named."""

from __future__ import annotations

import re
import unicodedata

LONGEST_READ = 200
"""Characters of a value that are looked at for a hint."""

_NO_MEANING = (
    "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}\N{MONGOLIAN VOWEL SEPARATOR}"
    "\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}\N{POP DIRECTIONAL FORMATTING}"
    "\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}"
)
"""Signs that say nothing: breaks of lines and directions of text are worked out where it is shown."""

_OVERRIDES = "\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}"
"""They show letters in another order than they are read in."""

_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Part of how Kurdish and Persian words in Arabic letters are spelled."""

_HYPHENS = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
_DASHES = _HYPHENS + "\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{SMALL HYPHEN-MINUS}\N{FULLWIDTH HYPHEN-MINUS}"

_SEMICOLONS = "\N{ARABIC SEMICOLON}\N{FULLWIDTH SEMICOLON}"

_WITHOUT_MEANING = re.compile(f"[{_NO_MEANING}]")
_REFUSED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + _OVERRIDES + "]")
"""XML, workbooks and PDF cannot hold these, or they mislead who reads them."""


def clean_text(text: str) -> str:
    r"""Return a text without signs that say nothing.

    Letters and their marks are composed, and lines end in one way.

    >>> clean_text("Koban\ufeffe\N{COMBINING CIRCUMFLEX ACCENT}\r\n") == "Kobanê\n"
    True
    """
    if text.isascii():
        return text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _WITHOUT_MEANING.sub("", lines))


def clean_name(text: str) -> str:
    """Return a name that is looked up, with usual spaces and hyphens.

    >>> clean_name("Government\N{NO-BREAK SPACE}of\N{LEFT-TO-RIGHT MARK} Syria")
    'Government of Syria'
    """
    if text.isascii():
        return clean_text(text)
    return "".join(map(_usual, clean_text(text)))


def clean_code(text: str) -> str:
    """Return an id, a day or a number, with usual dashes and no joiners.

    >>> clean_code("2014\N{EN DASH}10\N{NON-BREAKING HYPHEN}06\N{ZERO WIDTH JOINER}")
    '2014-10-06'
    """
    if text.isascii():
        return clean_text(text)
    return re.sub(f"[{_DASHES}]", "-", re.sub(f"[{_JOINERS}]", "", clean_name(text)))


def clean_list(text: str) -> str:
    """Return the values of a cell that holds several, with usual semicolons."""
    return text if text.isascii() else re.sub(f"[{_SEMICOLONS}]", ";", text)


def clean_header(text: str) -> str:
    r"""Return the name of a column, on one line.

    >>> clean_header("last\ufeff\nday ")
    'last day'
    """
    return " ".join(clean_code(text).split())


def _usual(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind == "Zs":
        return " "
    if kind == "Cf":
        return sign if sign in _JOINERS + _OVERRIDES else ""
    return "-" if sign in _HYPHENS else sign


def refused_sign(text: str) -> str:
    """Return the first sign that no cell may hold, or nothing.

    >>> name_of(refused_sign("a" + chr(7)))
    'U+0007 (a control character)'
    """
    found = _REFUSED.search(text)
    return found[0] if found else ""


def name_of(sign: str) -> str:
    """Return a sign by its number and name in Unicode.

    >>> name_of("\N{EN DASH}")
    'U+2013 (EN DASH)'
    """
    kinds = {"Cc": "a control character", "Cs": "half of a character"}
    name = unicodedata.name(sign, kinds.get(unicodedata.category(sign), "no character"))
    return f"U+{ord(sign):04X} ({name})"


def odd_signs(text: str) -> str:
    """Return what cannot be told from other signs by looking at it, by name.

    Those are signs that are no letter of a word in ASCII around them.

    >>> odd_signs("YPG\N{EN DASH}Syria"), odd_signs("k\N{CYRILLIC SMALL LETTER O}bane"), odd_signs("Kobanê")
    ('U+2013 (EN DASH)', 'U+043E (CYRILLIC SMALL LETTER O)', '')
    """
    mixed = any(letter.isascii() and letter.isalpha() for letter in text)
    return ", ".join(name_of(sign) for sign in dict.fromkeys(text) if not sign.isascii() and _is_odd(sign, mixed=mixed))


def naming(value: str) -> str:
    """Return which signs of a value are not what they look like.

    Empty where all are.
    """
    named = odd_signs(value[:LONGEST_READ])
    return f"It contains {named}." if named else ""


def _is_odd(sign: str, *, mixed: bool) -> bool:
    if not sign.isalnum():
        return not unicodedata.category(sign).startswith("M")
    fullwidth = unicodedata.normalize("NFKC", sign) != sign
    return fullwidth or (mixed and not unicodedata.name(sign, "LATIN").startswith("LATIN"))


def visible(text: str) -> str:
    """Return a text in which every sign is seen, on one line.

    >>> visible("Koban" + chr(0x200B) + "e" + chr(27) + "[31m")
    'Koban[U+200B]e[U+001B][31m'
    """
    line = re.sub(r"[ \t\r\n]+", " ", text).strip(" ")
    return "".join(sign if _is_seen(sign) else f"[U+{ord(sign):04X}]" for sign in line)


def _is_seen(sign: str) -> bool:
    return sign.isprintable() or sign in _JOINERS or unicodedata.category(sign) == "Zs"


def western_digits(text: str) -> str:
    """Return ``text`` with the digits of every script as 0-9.

    >>> western_digits("\N{EXTENDED ARABIC-INDIC DIGIT TWO}0\N{ARABIC-INDIC DIGIT ONE}4")
    '2014'
    """
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)
