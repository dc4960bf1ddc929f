"""Words of the legend, for the screen and for pictures."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIST = Path(__file__).with_name("legend_words.json")


@cache
def legend_words() -> Mapping[str, str]:
    """Return the words by name.

    Some have a name in braces that is to be filled in.

    >>> legend_words()["lastKnown"].format(words=legend_words()["post"])
    'Military post, last known'
    """
    words: dict[str, str] = json.loads(_LIST.read_text(encoding="utf-8"))
    return words
