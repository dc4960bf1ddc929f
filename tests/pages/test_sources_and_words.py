"""The page of sources and words shows all of them, whatever is missing; what the filters ask for is what is shown."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from geodata.atlas import load
from geodata.dates.wording import day_in_words
from geodata.io.tables import TABLES
from geodata.records.references import REFERENCES
from geodata.records.tables import KINDS
from geodata.sources.bibliography import bibliography
from tests.pages.app import entered
from timemap.app.page_files import page_file
from timemap.app.sources.bibliography import AT_ONCE
from timemap.text.markdown import escape_markdown
from timemap.text.source_uses import USES

if TYPE_CHECKING:
    from pathlib import Path

    from geodata.atlas import Atlas

PARTS = ("bibliography", "terms", "coverage", "statements", "licences")


def opened(part: str | None = None, **params: str) -> AppTest:
    return entered("sources_and_words", **params, **({"part": part} if part else {}))


def drawn(folder: Path, *parts: str) -> AppTest:
    """Return parts of the page as they are drawn with the tables of ``folder``."""

    def script(parts: tuple[str, ...], folder: str) -> None:
        import importlib  # noqa: PLC0415 (only the body of this function is run)
        from pathlib import Path  # noqa: PLC0415

        from geodata.atlas import load  # noqa: PLC0415

        known = load(Path(folder))
        for part in parts:
            getattr(importlib.import_module(f"timemap.app.sources.{part}"), f"render_{part}")(known)

    app = AppTest.from_function(script, default_timeout=120, kwargs={"parts": parts, "folder": str(folder)}).run()
    assert not app.exception
    return app


def edit(file: Path, column: str, value: str) -> None:
    """Put ``value`` into a column of the first row of a table."""
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8"), newline="")))
    rows[1][rows[0].index(column)] = value
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)


def text(app: AppTest) -> str:
    return "\n".join(element.value for element in app.markdown)


def read(app: AppTest) -> str:
    """Return the text as it is read: contested words stand in it without what marks them."""
    return re.sub(r"\[([^\]]*)\]\(<\./sources_and_words[^>]*>\)", r"\1", text(app))


def items(app: AppTest) -> list[str]:
    """Return the items of all lists on the page, as Markdown without the mark of an item."""
    lists = [element.value for element in app.markdown if element.value.startswith("- ")]
    return [item for one in lists for item in one.removeprefix("- ").split("\n- ")]


def listed(app: AppTest) -> list[str]:
    """Return the sources that are listed, below the explained kinds and affiliations."""
    last = [element.value for element in app.markdown if element.value.startswith("- ")][-1]
    return last.removeprefix("- ").split("\n- ")


def press(app: AppTest, label: str) -> None:
    (button,) = (button for button in app.button if button.label == label)
    button.click().run()


def test_the_headings_go_down_one_by_one() -> None:
    for part in (None, "Contested terms", "Method", "Data coverage", "Licences"):
        app = opened(part)
        assert len(app.title) == 1
        assert app.header
        assert not app.subheader or part in {"Data coverage", "Licences"}


def test_all_sources_are_there_bit_by_bit_or_at_once(atlas: Atlas) -> None:
    app = opened()
    assert len(app.text_input) == 1
    assert len(listed(app)) == AT_ONCE
    press(app, f"Show {AT_ONCE} more")
    assert len(listed(app)) == 2 * AT_ONCE
    press(app, "Show all (for printing)")
    assert len(listed(app)) == len(atlas.sources)
    assert all(f"(<{source.url}>)" in text(app) for source in atlas.sources)


def test_a_source_stands_with_its_publisher_the_kind_and_what_is_known_of_it(atlas: Atlas) -> None:
    entry = next(entry for entry in bibliography(atlas) if entry.kind == "party-or-movement-media" and entry.events)
    shown = text(opened(**{"source-words": entry.title}))
    assert (
        f"**{escape_markdown(entry.publisher)}** :gray-badge[{escape_markdown(atlas.kind_name(entry.kind))}]" in shown
    )
    assert entry.note
    assert escape_markdown(entry.note) in shown
    assert all(f"./?event={event}" in shown for event in entry.events)


def test_filters_let_through_what_they_say(atlas: Atlas) -> None:
    app = opened()
    app.button_group(key="source-kinds").select("state-media")
    app.button_group(key="source-sides").select("russia").run()
    wanted = [e for e in bibliography(atlas) if e.kind == "state-media" and e.affiliation == "russia"]
    assert wanted
    assert f"**{len(wanted)}** of " in text(app)
    assert all(escape_markdown(entry.publisher) in text(app) for entry in wanted)
    app.text_input(key="source-words").set_value("zzzz").run()
    assert "No sources match" in app.info[0].value


def test_the_order_is_the_one_asked_for(atlas: Atlas) -> None:
    app = opened()
    most = max(bibliography(atlas), key=lambda entry: entry.uses)
    assert escape_markdown(most.title) in listed(app)[0]
    app.selectbox(key="source-order").select("Newest first").run()
    newest = max(source.date for source in atlas.sources)
    assert escape_markdown(day_in_words(date.fromisoformat(newest))) in listed(app)[0]


def test_filters_come_back_from_the_other_page_and_from_the_address() -> None:
    app = opened()
    app.button_group(key="source-kinds").select("ngo").run()
    app.switch_page(page_file("map")).run()
    assert not app.exception
    app.switch_page(page_file("sources_and_words")).run()
    assert app.button_group(key="source-kinds").value == ["ngo"]
    elsewhere = opened(**{"source-kinds": "NGO"})
    assert elsewhere.button_group(key="source-kinds").value == ["ngo"]


def test_every_topic_has_all_its_words_and_the_most_worded_comes_first(atlas: Atlas) -> None:
    app = opened("Words")
    counts = [int(expander.label.rsplit("(")[-1].split()[0]) for expander in app.expander]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == len(atlas.terms)
    shown = text(app)
    assert all(
        f"**{escape_markdown(term.wording)}**" in shown and escape_markdown(term.used_by) in shown
        for term in atlas.terms
    )
    app.selectbox(key="term-order").select("A to Z").run()
    assert [escape_markdown("Abdullah Öcalan") in app.expander[0].label, len(app.expander)] == [True, len(counts)]


def test_open_all_opens_all() -> None:
    app = opened("Words")
    assert [expander.proto.expanded for expander in app.expander].count(True) == 1
    app.toggle(key="term-open").set_value(True).run()
    assert all(expander.proto.expanded for expander in app.expander)


def test_a_search_shows_whole_topics_and_marks_what_it_found(atlas: Atlas) -> None:
    app = opened("Words")
    app.text_input(key="term-words").set_value("ethnic cleansing").run()
    (topic,) = app.expander
    assert topic.proto.expanded
    whole = [term for term in atlas.terms if escape_markdown(term.topic) in topic.label]
    assert len(items(app)) == len(whole)
    assert f":blue-background[{escape_markdown('ethnic cleansing')}]" in text(app)
    assert f"**{escape_markdown('forced displacement')}**" in text(app)
    app.text_input(key="term-words").set_value("zzzz").run()
    assert "No terms match" in text(app)


def test_published_sizes_stand_beside_derived_ones(atlas: Atlas) -> None:
    shown = text(opened("Areas"))
    assert shown.count("Derived: **") == shown.count("Published: **") == len(atlas.figures)


def test_every_region_names_its_sources(atlas: Atlas) -> None:
    shown = text(opened("Limits"))
    for region in atlas.coverage:
        assert f"### {escape_markdown(region.region)}" in shown
        for source in region.sources:
            entry = next(entry for entry in bibliography(atlas) if entry.id == source)
            assert f"[{escape_markdown(entry.title)}](<{entry.url}>)" in shown
            assert escape_markdown(entry.publisher) in shown


def test_every_statement_is_there_with_its_day_on_the_map(atlas: Atlas) -> None:
    app = opened("Limits")
    shown = text(app)
    assert "wording=" in shown
    assert all(escape_markdown(row.text) in read(app) for row in atlas.statements)
    assert all(f"(./?moment={row.moment})" in shown for row in atlas.statements if row.moment)
    unsourced = [row for row in atlas.statements if not row.sources and row.kind != "gap"]
    assert shown.count("No link recorded") == len(unsourced)
    app.button_group(key="statement-kinds").select("gap")
    app.button_group(key="statement-regions").select("idlib").run()
    wanted = {row.text for row in atlas.statements if (row.kind, row.region) == ("gap", "idlib")}
    assert {row.text for row in atlas.statements if escape_markdown(row.text) in read(app)} == wanted
    app.text_input(key="statement-words").set_value("zzzz").run()
    assert "No statements match" in app.info[0].value


def test_licences_name_every_layer() -> None:
    shown = text(opened("Licences"))
    assert "Countries, main border, other land borders" in shown.replace("\\", "")
    assert "(<https://opendatacommons.org/licenses/odbl/1-0/>)" in shown


@pytest.mark.parametrize("table", list(KINDS))
def test_without_any_one_table_every_part_is_drawn(table: str, folder: Path) -> None:
    (folder / f"{table}.csv").unlink()
    assert len(drawn(folder, *PARTS).header) == len(PARTS)


@pytest.mark.parametrize("table", ["figures", "zones"])
def test_without_figures_or_zones_the_method_is_drawn(table: str, folder: Path) -> None:
    (folder / f"{table}.csv").unlink()
    assert drawn(folder, "method").header


def test_an_empty_table_of_coverage_is_said(folder: Path) -> None:
    file = folder / "coverage.csv"
    file.write_text(file.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    assert "empty" in drawn(folder, "coverage").info[0].value


def test_a_day_that_cannot_be_read_is_said_with_the_one_used_instead(folder: Path) -> None:
    assert not drawn(folder, "coverage").warning
    file = folder / "settings.csv"
    file.write_text(
        re.sub(r"^(control-known-until),[^,]*", r"\1,soon", file.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )
    app = drawn(folder, "coverage")
    (warning,) = app.warning
    assert escape_markdown("soon") in warning.value
    used = day_in_words(load(folder).setting_day("control-known-until"))
    assert used in warning.value
    assert used in text(app)
    file.unlink()
    assert [escape_markdown("is missing") in warning.value for warning in drawn(folder, "coverage").warning] == [
        True,
        True,
    ]


def test_what_stands_in_the_tables_is_shown_as_it_stands(folder: Path) -> None:
    hostile = "<script>alert(1)</script> ![x](y) $z$"
    typed = {"sources": "title", "terms": "topic", "statements": "text", "coverage": "region"}
    for table, column in typed.items():
        edit(folder / f"{table}.csv", column, f"{hostile} {table}")
    app = drawn(folder, *PARTS)
    everything = text(app) + "".join(expander.label for expander in app.expander)
    assert all(escape_markdown(f"{hostile} {table}") in everything for table in typed)
    assert "<script>" not in everything
    assert "![x]" not in everything


def test_whatever_rests_on_a_source_has_words() -> None:
    assert {name for name, _, target in REFERENCES if target == "sources"} - {"events"} == set(USES)


def test_an_error_in_a_term_can_be_reported(tmp_path: Path) -> None:
    for name in KINDS:
        (tmp_path / f"{name}.csv").write_bytes((TABLES / f"{name}.csv").read_bytes())
    with (tmp_path / "settings.csv").open("a", encoding="utf-8") as file:
        file.write("report-address,maps@example.org,\n")
    app = drawn(tmp_path, "terms")
    term = load().terms[0]
    app.selectbox(key="reported-term").set_value(term.id).run()
    assert not app.exception
    (report,) = [block.value for block in app.code]
    assert f"Term: {term.wording}\nId: {term.id}\n" in report
    (link,) = app.get("link_button")
    assert link.proto.url.startswith("mailto:maps@example.org?subject=Error%3A%20")
