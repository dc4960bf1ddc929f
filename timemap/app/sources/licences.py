"""Licences and origin of the base map and the points of places."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

import streamlit as st

from timemap.app import resources
from timemap.text import page_texts
from timemap.text.base_layers import layers_in_words
from timemap.text.markdown import escape_markdown, link
from timemap.text.numbers import pluralize

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.geography import Notice

_ADDRESS = re.compile(r"(?P<address>https?://(?P<name>\S*[\w/]))(?P<rest>\W*)")


def render_licences(atlas: Atlas) -> None:
    """Draw the part."""
    st.header("Licences", anchor=False)
    paragraphs = (*(atlas.setting(name) for name in ("disclaimer", "attribution", "licence")), page_texts.PROGRAM)
    st.markdown("\n\n".join(map(escape_markdown, paragraphs)))
    st.subheader("Base map", anchor=False)
    notices = sorted(
        resources.load_geography().notices.items(), key=lambda item: (item[1].attribution, item[1].licence)
    )
    items = [
        _item(notice, [layer for layer, _ in layers]) for notice, layers in groupby(notices, key=lambda item: item[1])
    ]
    st.markdown("\n".join(items))
    if atlas.places:
        st.subheader("Coordinates of places", anchor=False)
        origins = Counter(place.coord_source for place in atlas.places)
        st.markdown(
            "\n".join(
                f"- {pluralize(count, 'place', 'places')}: {linked(origin)}" for origin, count in origins.most_common()
            )
        )


def linked(text: str) -> str:
    r"""Return ``text`` as it stands, in Markdown, with its addresses as links.

    >>> print(linked("CC BY 4.0, https://creativecommons.org/by/4.0/."))
    CC BY 4\.0\, [creativecommons\.org\/by\/4\.0\/](<https://creativecommons.org/by/4.0/>)\.
    """
    return " ".join(_word(word) for word in text.split())


def _word(word: str) -> str:
    found = _ADDRESS.fullmatch(word)
    return (
        f"{link(found['name'], found['address'])}{escape_markdown(found['rest'])}" if found else escape_markdown(word)
    )


def _item(notice: Notice, layers: list[str]) -> str:
    name = escape_markdown(layers_in_words(layers))
    return f"- **{name}**  \n  {linked(notice.attribution)}  \n  {linked(notice.licence)}"
