"""Comparison of a reader's judgements of claims with the record.

A matter of opinion is not called right or wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodata.io.csv_writer import to_csv

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geodata.atlas import Atlas
    from geodata.records.terms import Claim, Verdict

COLUMNS = ("number", "statement", "my_judgement", "record", "compared", "finding", "article")
"""Names of the columns of a comparison for a spreadsheet."""


@dataclass(frozen=True, slots=True)
class ClaimComparison:
    """Judgement of one claim, beside the record."""

    claim: Claim
    number: int
    """Place of the claim among all claims, from 1."""
    judged: Verdict
    """What the reader found."""
    record: Verdict
    """What the record says."""

    @property
    def same(self) -> bool | None:
        """Whether both agree.

        ``None`` where the record finds no matter of fact: each may weigh it.
        """
        return self.judged == self.record if self.record.checkable else None

    @property
    def in_words(self) -> str:
        """How both compare, in words."""
        return {True: "Agree", False: "Differ", None: "Opinion"}[self.same]


def compare(atlas: Atlas, judgements: Mapping[str, str]) -> tuple[ClaimComparison, ...]:
    """Return the claims that were judged, beside the record.

    They are in the order of their table.

    Args:
        atlas: knows claims and verdicts; what it does not know is passed over.
        judgements: the id of a verdict by the id of a claim.
    """
    verdicts = {verdict.id: verdict for verdict in atlas.verdicts}
    return tuple(
        ClaimComparison(claim, number, verdicts[judgements[claim.id]], verdicts[claim.verdict])
        for number, claim in enumerate(atlas.claims, 1)
        if judgements.get(claim.id) in verdicts and claim.verdict in verdicts
    )


def comparison_csv(atlas: Atlas, comparisons: Iterable[ClaimComparison]) -> bytes:
    """Return comparisons as CSV with a header.

    Each row names the article whose claims they are.
    """
    article = atlas.setting("founding-article")
    rows = (
        (one.number, one.claim.statement, one.judged.name, one.record.name, one.in_words, one.claim.finding, article)
        for one in comparisons
    )
    return to_csv(COLUMNS, rows)
