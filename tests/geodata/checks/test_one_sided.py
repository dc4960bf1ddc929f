"""Events that accuse or count victims are listed where at most one side is heard and nothing is told as contested."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.checks.one_sided import one_sided_events, one_sided_lines, sides_of
from geodata.cli.main import main
from tests.project_data import atlas

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from geodata.records.events import Event


def listed(event: Event, **changes: object) -> bool:
    """Return whether an event is listed after some changes to it."""
    changed = event.model_copy(update=changes)
    return changed in one_sided_events(replace(atlas(), events=(changed,)))


def accusing() -> Event:
    """Return an event of violence, told by sources of several sides, with nothing contested."""
    asking = {category.id for category in atlas().categories if category.both_sides}
    return next(
        event
        for event in atlas().events
        if asking & set(event.categories) and len(sides_of(atlas(), event)) > 1 and not event.contested
    )


def test_an_event_told_by_one_side_is_listed_and_one_told_by_two_is_not() -> None:
    event = accusing()
    assert not listed(event)
    one = next(source for source in event.sources if atlas().publisher(atlas().source(source).publisher).affiliation)
    assert listed(event, sources=(one,))
    assert not listed(event, sources=(one,), contested="The other side denies it.")
    assert not listed(event, sources=(one,), categories=("solidarity",), title="A concert")
    assert listed(event, sources=(one,), categories=("politics",), title="New sanctions on a commander")


def test_the_command_counts_and_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    found = one_sided_events(atlas())
    assert main(["check", "--one-sided"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told == list(one_sided_lines(atlas()))
    assert told[0].startswith(f"{len(found)} events ")
    assert len(told) == len(found) + 1


def test_a_table_that_cannot_be_read_is_no_all_clear(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = tmp_path / "my-events.csv"
    old.write_text("id,start,date_precision,title,summary,category\n", "utf-8")
    assert main(["check", "--one-sided", str(old)]) == 1
    assert "my-events.csv" in capsys.readouterr().err
