"""Templates of the site's pages.

Every text is escaped unless it was made as HTML.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from geodata.dates.iso import iso_day
from geodata.dates.wording import day_in_words, in_words
from geodata.text.contested_terms import contested_words, first_occurrences
from timemap.attribution import span_in_words
from timemap.charts.sentences import number
from timemap.document.lessons import html_of
from timemap.document.security_policy import site_policy
from timemap.site.icons import SIZES, icon_name
from timemap.site.offline import SCRIPT
from timemap.style.palette import THEMES, in_css
from timemap.text import page_texts
from timemap.text.markdown import safe_link
from timemap.text.numbers import format_number, pluralize
from timemap.text.source_uses import uses_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geodata.atlas import Atlas
    from geodata.text.contested_terms import Segment
    from timemap.charts.section import Column

TEMPLATES = Path(__file__).parent / "templates"
_STYLE = Path(__file__).parent / "style.css"
_COLOURS = ("ink", "muted", "paper", "line", "accent", "quiet-fill")


def style_sheet() -> str:
    """Return the style sheet, in the colours of the page with the map."""
    light, dark = (" ".join(f"--{name}: {in_css(f'page-{name}', theme)};" for name in _COLOURS) for theme in THEMES)
    colours = f":root {{ {light} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
    return colours + _STYLE.read_text(encoding="utf-8")


def environment(**shared: Any) -> Environment:  # noqa: ANN401 - whatever templates are given
    """Return what renders the templates; ``shared`` is known to all of them."""
    made = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    made.trim_blocks = made.lstrip_blocks = True
    made.filters.update(
        day=day_in_words,
        iso_in_words=_iso_in_words,
        web=safe_link,
        format_number=format_number,
        prose=prose,
        span=span_in_words,
        cell=cell,
    )
    made.globals.update(
        words=page_texts,
        root="",
        linked="",
        policy=Markup(site_policy()),  # noqa: S704 - made here, without a word of anybody
        on_map=on_map,
        pluralize=pluralize,
        uses=uses_of,
        in_words=in_words,
        site_script=SCRIPT,
        icon=icon_name(min(SIZES)),
        theme_colour=in_css("page-accent"),
        **shared,
    )
    return made


def on_map(**asked: str | date | int) -> str:
    """Return the address of the map as it is to be opened.

    >>> on_map(lesson="the-siege-of-kobane", scene=4)
    'map.html#lesson=the-siege-of-kobane&scene=4'
    """
    return f"map.html#{urlencode(asked)}" if asked else "map.html"


def cell(value: Any, column: Column) -> str:  # noqa: ANN401 (a table holds days, numbers and texts)
    """Return what stands in a cell of a table, as it is read."""
    if value is None:
        return ""
    if column.kind == "number":
        return number(value) if column.decimals else format_number(round(value))
    if column.kind == "yes or no":
        return "yes" if value else "no"
    return str(value)


def prose(text: str) -> Markup:
    """Return prose of a lesson as HTML.

    Nothing but its own marks is markup.
    """
    return Markup(html_of(text))  # noqa: S704 - made by a parser that lets no HTML through


def marked(atlas: Atlas, *texts: str) -> tuple[Markup, ...]:
    """Return texts as HTML, with contested wordings as links.

    They are read together: each wording is a link to its entry where it first stands.
    """
    pieces = first_occurrences(contested_words(" ".join(text.split()), atlas.terms) for text in texts)
    return tuple(_linked(text) for text in pieces)


def _linked(segments: Iterable[Segment]) -> Markup:
    return Markup("").join(
        Markup('<a class="contested" href="words.html#{}">{}</a>').format(piece.terms[0].id, piece.text)
        if piece.terms
        else escape(piece.text)
        for piece in segments
    )


def _iso_in_words(text: str) -> str:
    day = iso_day(text)
    return day_in_words(day) if day else text
