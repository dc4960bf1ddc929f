"""Rows of CSV texts: which are kept where quotation marks and line ends are odd."""

from __future__ import annotations

import pytest

from geodata.io.csv_reader import split


def test_a_lost_quotation_mark_takes_no_later_row_with_it() -> None:
    text = 'id,title,place\na,"one,Kobane\nb,two,Kobane\nc,"three, with more",Kobane\nd,four,Kobane\n'
    lines, (problem,) = split(text, "events.csv")
    assert [cells[0] for _, cells in lines] == ["id", "b", "c", "d"]
    assert [number for number, _ in lines] == [1, 3, 4, 5]
    assert (problem.row, problem.value) == (2, 'a,"one,Kobane')


def test_a_cell_of_several_lines_is_one_row() -> None:
    lines, problems = split('id,title\na,"one\ntwo, and ""three"""\nb,four\n', "events.csv")
    assert problems == []
    assert lines[1:] == [(2, ["a", 'one\ntwo, and "three"']), (3, ["b", "four"])]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_part_rows(end: str) -> None:
    lines, problems = split(end.join(("id,title", 'a,"one\ntwo"', "b,three", "")), "events.csv")
    assert problems == []
    assert [cells for _, cells in lines] == [["id", "title"], ["a", "one\ntwo"], ["b", "three"]]
