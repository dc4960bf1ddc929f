"""Search index of rows: by words, in every spelling and script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from geodata.text.folding import fold, words_of
from geodata.text.spellings import spellings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from geodata.atlas import Atlas

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SearchIndex(Generic[T]):
    """Index of rows by the text in which they are searched."""

    rows: tuple[T, ...]
    texts: tuple[str, ...]
    """The text of each row, folded, with all other spellings of what it names."""

    @classmethod
    def of(cls, atlas: Atlas, rows: Iterable[T], text_of: Callable[[T], str]) -> SearchIndex[T]:
        """Return ``rows`` so that each is found by the words of its text.

        Args:
            atlas: knows which names are spellings of one thing.
            rows: what is looked for.
            text_of: gives the text of a row.
        """
        spellings, kept = spellings_of(atlas), tuple(rows)
        return cls(kept, tuple(spellings.expanded(text_of(row)) for row in kept))

    def search(self, words: str) -> tuple[T, ...]:
        """Return the rows in which every word begins a word, in their order.

        Nothing but blanks, apostrophes and invisible signs lets all of them pass. A text without any word, such as
        "?!", is found nowhere.

        >>> from geodata.atlas import load
        >>> names = SearchIndex.of(load(), ["the city of Kobanî", "Tell Abyad", "a citadel"], str)
        >>> names.search("cit"), names.search("كوباني CITY")
        (('the city of Kobanî', 'a citadel'), ('the city of Kobanî',))
        """
        if not fold(words):
            return self.rows
        wanted = [f" {word}" for word in words_of(words)]
        pairs = zip(self.rows, self.texts, strict=True) if wanted else ()
        return tuple(row for row, text in pairs if all(word in text for word in wanted))
