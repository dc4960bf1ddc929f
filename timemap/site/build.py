"""Build of the site: pages, map, style sheet and downloads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from geodata.defaults import LANGUAGE
from geodata.lessons.writer import lesson_file
from geodata.sources.bibliography import bibliography, bibliography_csv
from timemap.attribution import credit_of
from timemap.document.render import render
from timemap.exports.data_package import package_files
from timemap.exports.formats import FORMATS
from timemap.handouts.imprint import Paper
from timemap.handouts.lesson_pdf import HandoutSheet, lesson_pdf, whole
from timemap.handouts.lesson_thumbnail import lesson_picture
from timemap.site import file_list, linked_data, offline
from timemap.site.charts import numbers
from timemap.site.help import HELP, help_contents, help_pictures
from timemap.site.icons import icons
from timemap.site.pages import NAVIGATION, PAGES, START_PAGES, SiteData
from timemap.site.preview import PICTURE_SIZE, preview
from timemap.site.templating import environment, style_sheet
from timemap.state.initial import initial_state
from timemap.state.map_state import filter_by_state
from timemap.text import page_texts
from timemap.text.page_head import PageHead, head_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from geodata.dataset import Dataset
    from geodata.lessons.model import Lesson
    from timemap.attribution import Credit
    from timemap.state.snapshot import Snapshot

PREVIEW = "map.png"
"""Picture of the map, on the first page and in link previews."""

_AS_THEY_ARE = ".nojekyll"
"""Tells GitHub Pages to give out the files as they are, not to make pages of the lessons' Markdown."""

HANDOUTS = tuple(
    (f"{sheet}-{paper}", f"{page_texts.SHEET_NAMES[sheet]}, {page_texts.PAPER_NAMES[paper]}", paper, sheet)
    for sheet in (HandoutSheet.FULL, HandoutSheet.SHORT, HandoutSheet.NOTES)
    for paper in Paper
)
"""The PDFs of a lesson: end of the file's name, words of the link, paper, and what it is."""

TABLES = tuple(row for row in FORMATS if row.is_data)
"""Formats of the files that hold all events; the areas in them are those of the day that the map opens on."""


def build(
    dataset: Dataset, lessons: Sequence[Lesson], snapshot: Snapshot, *, handouts: bool = False, address: str = ""
) -> dict[str, bytes]:
    """Return the files of the site by their paths.

    None of them needs anything but the others.

    Args:
        dataset: what the site tells.
        lessons: the lessons on it.
        snapshot: who makes it, and when.
        handouts: whether every lesson has its PDFs beside it, which takes minutes for all.
        address: URL that the folder will have, with a slash at its end; empty where it is not known.
    """
    atlas, today = dataset.atlas, snapshot.today
    credit = credit_of(atlas, (), snapshot)
    pdfs = HANDOUTS if handouts else ()
    counted = numbers(dataset, today, snapshot.address)
    links = [(end, words) for end, words, *_ in pdfs]
    site = SiteData(dataset, lessons, snapshot, counted, TABLES, links, address)
    head = _heads(credit, today, address)
    templates = environment(
        credit=credit,
        sentence=atlas.setting("sentence"),
        today=today,
        navigation=NAVIGATION,
        head=lambda *about: Markup(head_tags(head(*about))),  # noqa: S704 (its texts are escaped)
    )
    files = {
        page.file: templates.get_template(page.file)
        .render(page=page.file, file=page.file, heading=page.title or credit.title, **page.values(site))
        .encode()
        for page in PAGES
        if page.values
    }
    template = templates.get_template("help.html")
    files |= {name: template.render(page=HELP, file=name, **values).encode() for name, values in help_contents()}
    files |= help_pictures()
    opening = replace(initial_state(atlas, today=today), lessons=tuple(lessons), home="index.html", pages=START_PAGES)
    map_head = head("map.html", credit.title, atlas.setting("sentence"))
    files["map.html"] = with_script(render(dataset, view=opening, head=map_head)).encode()
    files[PREVIEW] = preview(dataset, snapshot)
    files |= counted.files
    files["style.css"] = style_sheet().encode()
    everything = filter_by_state(snapshot.state, atlas)
    downloads = {f"events{row.ending}": row.write(dataset, everything, snapshot) for row in TABLES}
    downloads |= {linked_data.FOLDER + name: made for name, made in package_files(dataset, snapshot).items()}
    files["sources.csv"] = bibliography_csv(bibliography(atlas))
    for lesson in lessons:
        name, text = lesson_file(lesson, lesson.id)
        files[f"lessons/{name}"] = text
        files[f"lessons/{lesson.id}.png"] = lesson_picture(dataset, lesson)
        for end, _, paper, sheet in pdfs:
            files[f"lessons/{lesson.id}-{end}.pdf"] = whole(lesson_pdf(dataset, lesson, snapshot, paper, sheet))
    files |= icons(dataset, snapshot)
    files[offline.MANIFEST] = offline.app_manifest(credit.title, atlas.setting("sentence"), LANGUAGE.code)
    files[offline.SCRIPT] = offline.page_script()
    files[offline.WORKER] = offline.service_worker(files)
    files |= downloads  # for other programs: who visits the site once need not fetch them
    files[_AS_THEY_ARE] = b""
    files[file_list.NAME] = file_list.file_list(files)
    return files


def with_script(document: str) -> str:
    """Return the document of the map with the script of all pages."""
    return document.replace("<head>", f'<head>\n<script src="{offline.SCRIPT}" defer></script>', 1)


def _heads(credit: Credit, today: date, address: str) -> Callable[[str, str, str], PageHead]:
    """Return what gives the head of a page by its file, title and description.

    Without an address the picture is named as it lies beside the page.
    """

    def head(file: str, title: str, description: str) -> PageHead:
        return PageHead(
            title,
            description,
            site=credit.title,
            licence=credit.licence,
            made=today,
            address=address and address + file.removesuffix("index.html"),
            picture=(address or "../" * file.count("/")) + PREVIEW,
            picture_size=PICTURE_SIZE,
            picture_words=f"Map of {credit.day}",
        )

    return head
