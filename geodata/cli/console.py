"""Output of commands that every console and code page can show."""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata

from anyascii import anyascii

_ERRORS = "readable"


def prepare_console() -> None:
    """Let both streams write what their encoding lacks in ASCII letters.

    Without that a file or pipe on Windows, which is written in an old code page, would stop a command in the middle.
    """
    codecs.register_error(_ERRORS, _readable)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ERRORS)


def _readable(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return in_ascii(error.object[error.start : error.end]), error.end


def in_ascii(text: str) -> str:
    """Return what a text is read as, or the numbers of its signs in Unicode.

    >>> in_ascii("\N{LATIN SMALL LETTER S WITH CEDILLA}…²"), in_ascii(chr(0xE000))
    ('s...2', '[U+E000]')
    """
    read = "".join(anyascii(sign) or ("" if _is_letter(sign) else _number(sign)) for sign in text)
    return read or "".join(map(_number, text))


def _is_letter(sign: str) -> bool:
    """Return whether a sign may be left out of a word that is read: some letters and marks have no sound."""
    return unicodedata.category(sign)[0] in "LM"


def _number(sign: str) -> str:
    return f"[U+{ord(sign):04X}]"
