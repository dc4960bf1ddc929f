"""Content of an ordering exercise and its solution, for typesetting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timemap.attribution import credit_of, span_in_words
from timemap.handouts.imprint import about, printed
from timemap.handouts.ordering_data import ordering_data

if TYPE_CHECKING:
    from geodata.atlas import Atlas
    from geodata.lessons.ordering_exercise import Ordering
    from timemap.handouts.imprint import Paper
    from timemap.state.snapshot import Snapshot


def ordering_sheet(atlas: Atlas, ordering: Ordering, snapshot: Snapshot, paper: Paper) -> dict[str, Any]:
    """Return the exercise and, for pages of its own, the solution.

    ``snapshot`` has the range that is named on it.
    """
    names = {row.id: row.name for row in atlas.categories}
    data = ordering_data(atlas, ordering)
    for entry in data["solution"]:
        entry["sources"] = [printed(source) for source in entry["sources"]]
    number = len(ordering.asked)
    credit = credit_of(atlas, ordering.asked, snapshot, heading="Put the events in order")
    return {
        **about(credit, snapshot.today, paper, "Exercise", areas=False),
        "facts": [
            span_in_words(snapshot.state.span),
            *[names[category] for category in snapshot.state.categories],
            f"{number} events",
            f"exercise {ordering.seed}",
        ],
        "task": (
            f"Put these {number} events in order. Write their letters in the boxes, starting with the earliest event. "
            "Then compare with the solution. Which source gives which date?"
        ),
        "asked": data["asked"],
        "solution": data["solution"],
    }
