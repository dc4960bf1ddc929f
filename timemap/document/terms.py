"""Contested terms for the document, and which stand in its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.text.contested_terms import contested_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geodata.atlas import Atlas
    from timemap.document.source_list import SourceList

NONE = -1
"""Number of a source that was not seen."""


def terms_data(atlas: Atlas, texts: Iterable[str], sources: SourceList) -> dict[str, Any]:
    """Return what a contested word of the document can be asked for.

    Args:
        atlas: what is known.
        texts: all texts in which wordings are to be found; markup is no word.
        sources: the sources of the document.

    Returns:
        ``topics``: their names; ``terms``: the wordings ``{id, topic, wording, language, usedBy, meaning, source}``
        with topic and source by number, -1 for none; ``found``: the numbers of the wordings by what stands in a text.
    """
    topics = list(dict.fromkeys(term.topic for term in atlas.terms))
    numbers = {term.id: number for number, term in enumerate(atlas.terms)}
    pieces = contested_words("\n".join(texts), atlas.terms)
    return {
        "topics": topics,
        "terms": [
            {
                "id": term.id,
                "topic": topics.index(term.topic),
                "wording": term.wording,
                "language": term.language,
                "usedBy": term.used_by,
                "meaning": term.meaning,
                "source": sources.number(term.source) if term.source else NONE,
            }
            for term in atlas.terms
        ],
        "found": {piece.text: [numbers[term.id] for term in piece.terms] for piece in pieces if piece.terms},
    }
