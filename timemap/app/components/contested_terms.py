"""Links on contested terms that tell, on hover and focus, who says what."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import streamlit as st

from geodata.sources.bibliography import entry_of
from geodata.text.contested_terms import contested_words, first_occurrences
from geodata.text.topics import topics
from timemap.document.assets import script
from timemap.text import page_texts
from timemap.text.markdown import escape_markdown, safe_link
from timemap.web import WEB

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.records.terms import Term
    from geodata.text.contested_terms import Segment

KEY = "contested-words"
"""Key of the component in the session; there is one on a page."""

_COMPONENT = "app/contested.js"
_STYLES = ("app/contested.css", "terms/termnote.css")


def mark_terms(atlas: Atlas, *texts: str) -> tuple[str, ...]:
    r"""Return texts as Markdown, with contested wordings as links.

    They are read together: each wording is a link where it first stands.

    Without the browser side of `explain` the link leads to the page that lists the wordings.

    >>> from geodata.atlas import load
    >>> print(*mark_terms(load(), "A *safe zone*"))
    A \*[safe zone](<./sources_and_words?part=Contested+terms&term-words=safe+zone&wording=held-safe-zone>)\*
    """
    lines = (" ".join(text.split()) for text in texts)
    pieces = first_occurrences(contested_words(line, atlas.terms) for line in lines)
    return tuple("".join(map(_markdown, text)) for text in pieces)


def render_term_notes(atlas: Atlas) -> None:
    """Let the marked words of this page tell what stands behind them.

    To be called once, where the page ends.
    """
    component = st.components.v2.component(
        "contested_words",
        css="\n".join((WEB / name).read_text(encoding="utf-8") for name in _STYLES),
        js=_component_script(),
        isolate_styles=False,
    )
    component(key=KEY, data={"topics": wordings(atlas)})


@cache
def _component_script() -> str:
    return f'{script(_COMPONENT)}\nexport default $modules["{_COMPONENT}"].contestedWords;\n'


@lru_cache(maxsize=4)
def wordings(atlas: Atlas) -> list[dict[str, Any]]:
    """Return every topic for the browser: its name and its wordings.

    Each wording has who uses it and a source.
    """
    directions = {language.code: language.direction for language in atlas.languages}

    def told(term: Term) -> dict[str, str]:
        entry = entry_of(atlas, term.source) if term.source else None
        return {
            "id": term.id,
            "text": term.wording,
            "language": term.language,
            "direction": directions.get(term.language, "ltr"),
            "usedBy": term.used_by,
            "meaning": term.meaning,
            "source": (entry.publisher or entry.title.partition("/")[0]) if entry else "",
            "address": (safe_link(entry.url) if entry else None) or "",
        }

    return [{"name": topic.name, "wordings": [told(term) for term in topic.terms]} for topic in topics(atlas.terms)]


def _markdown(piece: Segment) -> str:
    """Return a piece of a line without losing the spaces at its ends."""
    text = escape_markdown(piece.text)
    if piece.terms:
        ids = ",".join(term.id for term in piece.terms)
        asked = urlencode({"part": page_texts.CONTESTED_TERMS, "term-words": piece.text, "wording": ids}, safe=",")
        return f"[{text}](<./sources_and_words?{asked}>)"
    before, after = (" " if end.isspace() else "" for end in (piece.text[0], piece.text[-1]))
    return f"{before}{text}{after}" if text else " "
