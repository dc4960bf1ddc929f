"""Pages of the site, in the order of the navigation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timemap.handouts import lesson_thumbnail
from timemap.handouts.lesson_thumbnail import picture_words
from timemap.site import content, linked_data
from timemap.site.help import HELP
from timemap.site.preview import HEIGHT, WIDTH
from timemap.site.reports import event_reports, term_reports
from timemap.text import page_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geodata.dataset import Dataset
    from geodata.lessons.model import Lesson
    from timemap.exports.formats import Format
    from timemap.site.charts import Numbers
    from timemap.state.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class SiteData:
    """Data from which pages are made."""

    dataset: Dataset
    """What is known."""

    lessons: Sequence[Lesson]
    """The lessons of the site."""

    snapshot: Snapshot
    """Who makes the site, and when."""

    numbers: Numbers
    """The charts."""

    tables: Sequence[Format]
    """Formats of the files of all events."""

    pdfs: Sequence[tuple[str, str]]
    """The PDFs of each lesson: end of the file's name, and words of the link."""

    address: str = ""
    """URL of the folder, with a slash at its end; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the site."""

    file: str
    """Name of its file, and of its template."""

    title: str
    """Its heading and its name in the navigation; empty for the first page, which has the name of the site."""

    values: Callable[[SiteData], dict[str, Any]] | None = None
    """What its template needs; None for what is made without a template of its own."""

    start_id: str = ""
    """By what name the start card of the map leads to it; empty where it does not."""


def _index(site: SiteData) -> dict[str, Any]:
    shown = {"shown": site.snapshot.state.moment, "size": (WIDTH, HEIGHT), "tables": site.tables}
    linked = linked_data.of_dataset(site.dataset.atlas, site.snapshot, site.address, site.tables)
    return content.start(site.dataset.atlas) | shown | {"linked": linked, "package": linked_data.PACKAGE}


def _events(site: SiteData) -> dict[str, Any]:
    return content.events(site.dataset.atlas) | {
        "linked": linked_data.of_events(site.dataset.atlas),
        "report_of": event_reports(site.dataset.atlas, site.address),
    }


def _lessons(site: SiteData) -> dict[str, Any]:
    size = (lesson_thumbnail.WIDTH, lesson_thumbnail.HEIGHT)
    return {"lessons": site.lessons, "pdfs": site.pdfs, "picture_words": picture_words, "picture_size": size}


def _terms(site: SiteData) -> dict[str, Any]:
    return content.words(site.dataset.atlas) | {"report_of": term_reports(site.dataset.atlas, site.address)}


PAGES = (
    SitePage("index.html", "", _index),
    SitePage("map.html", "Map"),
    SitePage("lessons.html", "Lessons", _lessons, start_id="lessons"),
    SitePage("events.html", "Events", _events),
    SitePage("numbers.html", page_texts.NUMBERS, lambda site: site.numbers.values),
    SitePage("claims.html", page_texts.FACT_CHECK, lambda site: content.claims(site.dataset.atlas)),
    SitePage("words.html", page_texts.CONTESTED_TERMS, _terms, start_id="words"),
    SitePage("sources.html", "Sources", lambda site: content.sources(site.dataset.atlas)),
    SitePage("about.html", page_texts.METHOD, lambda site: content.about(site.dataset)),
    SitePage(HELP, "Help"),
)
"""Every page but those that the help leads to."""

NAVIGATION = tuple((page.file, page.title) for page in PAGES if page.title)
"""Files and names of the pages that every page leads to."""

START_PAGES = {page.start_id: page.file for page in PAGES if page.start_id}
"""Files of the pages to which the start card of the map leads, by their names there."""
