"""Build of the site: pages, map, style sheet and downloads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.lessons.writer import lesson_file
from geodata.sources.bibliography import bibliography, bibliography_csv
from timemap.attribution import credit_of
from timemap.document.render import render
from timemap.exports.formats import FORMATS
from timemap.handouts.imprint import Paper
from timemap.handouts.lesson_pdf import HandoutSheet, lesson_pdf, whole
from timemap.handouts.lesson_thumbnail import lesson_picture
from timemap.site import manifest
from timemap.site.charts import numbers
from timemap.site.help import HELP, help_contents, help_pictures
from timemap.site.pages import NAVIGATION, PAGES, START_PAGES, SiteData
from timemap.site.preview import preview
from timemap.site.templating import environment, style_sheet
from timemap.state.initial import initial_state
from timemap.state.map_state import filter_by_state
from timemap.text import page_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.dataset import Dataset
    from geodata.lessons.model import Lesson
    from timemap.state.snapshot import Snapshot

HANDOUTS = tuple(
    (f"{sheet}-{paper}", f"{page_texts.SHEET_NAMES[sheet]}, {page_texts.PAPER_NAMES[paper]}", paper, sheet)
    for sheet in (HandoutSheet.FULL, HandoutSheet.SHORT, HandoutSheet.NOTES)
    for paper in Paper
)
"""The PDFs of a lesson: end of the file's name, words of the link, paper, and what it is."""

TABLES = tuple(row for row in FORMATS if row.is_data)
"""Formats of the files that hold all events; the areas in them are those of the day that the map opens on."""


def build(
    dataset: Dataset, lessons: Sequence[Lesson], snapshot: Snapshot, *, handouts: bool = False
) -> dict[str, bytes]:
    """Return the files of the site by their paths.

    None of them needs anything but the others.

    Args:
        dataset: what the site tells.
        lessons: the lessons on it.
        snapshot: who makes it, and when.
        handouts: whether every lesson has its PDFs beside it, which takes some seconds each.
    """
    atlas, today = dataset.atlas, snapshot.today
    credit = credit_of(atlas, (), snapshot)
    pdfs = HANDOUTS if handouts else ()
    counted = numbers(dataset, today, snapshot.address)
    site = SiteData(dataset, lessons, snapshot, counted, TABLES, [(end, words) for end, words, *_ in pdfs])
    templates = environment(credit=credit, sentence=atlas.setting("sentence"), today=today, navigation=NAVIGATION)
    files = {
        page.file: templates.get_template(page.file)
        .render(page=page.file, heading=page.title or credit.title, **page.values(site))
        .encode()
        for page in PAGES
        if page.values
    }
    template = templates.get_template("help.html")
    files |= {name: template.render(page=HELP, **values).encode() for name, values in help_contents()}
    files |= help_pictures()
    opening = replace(initial_state(atlas, today=today), lessons=tuple(lessons), home="index.html", pages=START_PAGES)
    files["map.html"] = render(dataset, view=opening).encode()
    files["map.png"] = preview(dataset, snapshot)
    files |= counted.files
    files["style.css"] = style_sheet().encode()
    everything = filter_by_state(snapshot.state, atlas)
    files |= {f"events{row.ending}": row.write(dataset, everything, snapshot) for row in TABLES}
    files["sources.csv"] = bibliography_csv(bibliography(atlas))
    for lesson in lessons:
        name, text = lesson_file(lesson, lesson.id)
        files[f"lessons/{name}"] = text
        files[f"lessons/{lesson.id}.png"] = lesson_picture(dataset, lesson)
        for end, _, paper, sheet in pdfs:
            files[f"lessons/{lesson.id}-{end}.pdf"] = whole(lesson_pdf(dataset, lesson, snapshot, paper, sheet))
    files[manifest.NAME] = manifest.manifest(files)
    return files
