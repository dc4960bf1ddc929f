"""A visitor's table is read, mended cell by cell or everywhere, and whatever is wrong with it is said."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.table_import.columns.roles import Role
from geodata.table_import.importer import Importer, rows_of
from tests import project_data
from timemap.own_data import mending
from timemap.own_data.added_events import RECIPE, AddedEvent, added_table, read_added
from timemap.own_data.brought_table import BroughtTable
from timemap.own_data.problem_groups import ProblemGroup, of_kind, problem_groups, shown_problems
from timemap.own_data.reading import ReadTable, read_brought

MESSY = """Tarih;Yer;Olay;Enlem;Boylam;Kaynak
06.10.2014;Kobani;Birinci olay;;;Örnek
31.02.2018;Afrin;Olmayan gün;;;
31.02.2018;Afrin;Olmayan gün daha;;;
15.10.2019;Tel Abyad;Ters koordinat;38,95;36,69;
1 Kasim 2019;Kubane;Yakin ad;;;
20.11.2019;Afrin;Son olay;;;
"""


@pytest.fixture(scope="module")
def importer() -> Importer:
    data = project_data.dataset()
    return Importer(data.atlas, data.geography)


@pytest.fixture(scope="module")
def messy(importer: Importer) -> ReadTable:
    return read_brought(BroughtTable("olaylar.csv", "olaylar.csv", MESSY.encode("cp1254")), importer)


def groups(read: ReadTable) -> tuple[ProblemGroup, ...]:
    return problem_groups(shown_problems(read.found))


def group_of(read: ReadTable, column: str) -> ProblemGroup:
    return next(group for group in groups(read) if group.column == column)


def test_problems_are_grouped_and_those_that_a_question_settles_are_not_among_them(messy: ReadTable) -> None:
    assert [(group.column, group.value, group.rows) for group in groups(messy)] == [
        ("Tarih", "31.02.2018", (3, 4)),
        ("Enlem", "38,95", (5,)),
    ]
    assert "place:Kubane" in [question.key for question in messy.found.questions]
    assert [each.column for each in messy.found.faults] == ["Tarih", "Tarih", "Enlem", "Yer"]
    assert of_kind(groups(messy), columns=["Enlem"]) == (group_of(messy, "Enlem"),)
    assert of_kind(groups(messy), kinds=["type-error"]) == (group_of(messy, "Tarih"),)


def test_one_cell_or_all_with_the_value_are_mended(messy: ReadTable, importer: Importer) -> None:
    one = messy.brought.with_recipe(mending.mended(messy, group_of(messy, "Tarih"), "28.02.2018", 4))
    read = read_brought(one, importer, messy)
    assert read.opened is messy.opened
    assert group_of(read, "Tarih").rows == (3,)
    assert [row["start"] for row in rows_of(read.own.events) if row["row"] == 4] == [date(2018, 2, 28)]
    everywhere = messy.brought.with_recipe(mending.mended(messy, group_of(messy, "Tarih"), "27.02.2018", None))
    read = read_brought(everywhere, importer, messy)
    assert [row["start"].day for row in rows_of(read.own.events)][:3] == [6, 27, 27]


def test_a_mended_cell_that_is_still_wrong_is_mended_again(messy: ReadTable, importer: Importer) -> None:
    wrong = read_brought(
        messy.brought.with_recipe(mending.mended(messy, group_of(messy, "Tarih"), "soon", None)), importer, messy
    )
    assert (group_of(wrong, "Tarih").value, group_of(wrong, "Tarih").rows) == ("soon", (3, 4))
    right = mending.mended(wrong, group_of(wrong, "Tarih"), "28.02.2018", None)
    read = read_brought(wrong.brought.with_recipe(right), importer, wrong)
    assert [group.column for group in groups(read)] == ["Enlem"]


def test_a_pair_in_place_of_a_latitude_is_the_position(messy: ReadTable, importer: Importer) -> None:
    group = group_of(messy, "Enlem")
    assert group.fault.suggestion
    read = read_brought(
        messy.brought.with_recipe(mending.mended(messy, group, group.fault.suggestion, None)), importer, messy
    )
    assert [each.column for each in groups(read)] == ["Tarih"]
    (event,) = (row for row in rows_of(read.own.events) if row["row"] == 5)
    assert (event["lat"], event["lon"]) == (36.69, 38.95)
    assert [each.key for each in read.found.questions] == [each.key for each in messy.found.questions]


def test_an_accepted_problem_is_told_no_more(messy: ReadTable, importer: Importer) -> None:
    group = group_of(messy, "Tarih")
    one = read_brought(messy.brought.with_recipe(mending.accepted(messy, group, 3)), importer, messy)
    assert group_of(one, "Tarih").rows == (4,)
    both = read_brought(messy.brought.with_recipe(mending.accepted(messy, group, None)), importer, messy)
    assert [each.column for each in groups(both)] == ["Enlem"]
    assert both.own.events.num_rows == messy.own.events.num_rows


def test_a_role_is_taken_from_the_column_that_had_it(messy: ReadTable, importer: Importer) -> None:
    assert messy.found.matching is not None
    recipe = mending.with_role(messy.found.matching, messy.brought.recipe, "Kaynak", "title")
    read = read_brought(messy.brought.with_recipe(recipe), importer, messy)
    assert read.found.matching is not None
    assert read.found.matching.roles[Role.TITLE] == ("Kaynak",)
    assert "Olay" in read.found.matching.unused
    assert mending.without_answer(recipe.with_answer("a", "b"), "a") == recipe


def test_what_cannot_be_read_is_said_and_raises_nothing(importer: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    for content in (b"", b"%PDF-1.7", b"\x00\x01" * 100, b"PK\x03\x04", b"PAR1"):
        read = read_brought(BroughtTable("x", "x", content), importer)
        assert read.found.faults
        assert read.own.events.num_rows == 0
    many = read_brought(BroughtTable("x.csv", "x.csv", MESSY.encode()), importer, most_rows=3)
    assert (many.found.faults[0].value, many.found.events.num_rows) == ("6 rows", 0)

    def failing(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(importer, "read", failing)
    assert read_brought(BroughtTable("x.csv", "x.csv", MESSY.encode()), importer).found.faults[0].value == "a table"


def test_acled_says_why_its_rows_may_not_be_passed_on(importer: Importer) -> None:
    header = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1"
    header += ",inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2"
    header += ",admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
    read = read_brought(BroughtTable("acled.csv", "acled.csv", (header + "\n" + "," * 30 + "\n").encode()), importer)
    assert "ACLED" in read.own.restricted


def test_added_events_are_a_table_like_any_other(importer: Importer) -> None:
    events = (
        AddedEvent("06.10.2014", title='A "quoted" title', place="Kobane", words="Two\nlines", source="Class 8b"),
        AddedEvent("October 2014", title="By degrees", latitude="36.89", longitude="38.35"),
        AddedEvent("31.02.2015", title="No such day", place="Afrin"),
        AddedEvent("2015", title="=1+1", place="Afrin"),
    )
    content = added_table(events)
    assert read_added(content) == events
    assert read_added(added_table(())) == ()
    read = read_brought(BroughtTable("Added events", "added", content, "added", RECIPE), importer)
    assert [row["title"] for row in rows_of(read.own.events)] == [events[0].title, "By degrees", "=1+1"]
    assert [(each.row, each.column) for each in read.found.faults] == [(4, "date")]
    assert [question.key for question in read.found.questions] == []
    for wrong in (b"", b"a,b\n1,2\n", b"\xff", content + b'"', content + b"a,b,c,d,e,f,g,h,i,j,k\n"):
        with pytest.raises(ValueError, match=r"expected|decode"):
            read_added(wrong)
