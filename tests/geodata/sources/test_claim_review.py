"""Only what was judged is compared, and opinions are never called right or wrong."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from geodata.sources.claim_review import COLUMNS, compare, comparison_csv
from tests.project_data import atlas

ATLAS = atlas()
VERDICTS = {verdict.id: verdict for verdict in ATLAS.verdicts}
JUDGEMENTS = st.dictionaries(st.sampled_from([claim.id for claim in ATLAS.claims]), st.sampled_from(list(VERDICTS)))


@given(JUDGEMENTS)
def test_what_was_judged_is_compared_in_the_order_of_the_claims(judgements: dict[str, str]) -> None:
    found = compare(ATLAS, judgements)
    assert [one.claim.id for one in found] == [claim.id for claim in ATLAS.claims if claim.id in judgements]
    for one in found:
        assert ATLAS.claims[one.number - 1] == one.claim
        assert (one.judged.id, one.record.id) == (judgements[one.claim.id], one.claim.verdict)


@given(JUDGEMENTS)
def test_only_matters_of_fact_are_the_same_or_different(judgements: dict[str, str]) -> None:
    for one in compare(ATLAS, judgements):
        if VERDICTS[one.claim.verdict].checkable:
            assert one.same == (judgements[one.claim.id] == one.claim.verdict)
        else:
            assert one.same is None
            assert one.in_words == "Opinion"


def test_claims_and_verdicts_that_are_not_known_are_passed_over() -> None:
    first = ATLAS.claims[0].id
    assert compare(ATLAS, {"no-such-claim": "supported", first: "no-such-verdict"}) == ()
    odd = replace(ATLAS, verdicts=ATLAS.verdicts[:1])
    assert compare(odd, {claim.id: odd.verdicts[0].id for claim in ATLAS.claims if claim.verdict == "opinion"}) == ()


def test_opinions_and_what_the_author_felt_are_no_matters_of_fact() -> None:
    assert {verdict.id for verdict in ATLAS.verdicts if not verdict.checkable} == {"opinion", "personal"}


def test_the_table_for_a_spreadsheet_holds_each_comparison_and_cites_the_article() -> None:
    found = compare(ATLAS, {claim.id: "supported" for claim in ATLAS.claims})
    rows = list(csv.reader(io.StringIO(comparison_csv(ATLAS, found).decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(ATLAS.claims) + 1
    assert rows[2][:5] == ["2", ATLAS.claims[1].statement, "Supported", "Supported", "Agree"]
    assert {row[-1] for row in rows[1:]} == {ATLAS.setting("founding-article")}


def test_every_verdict_of_the_tables_is_somebodys_and_described() -> None:
    assert {claim.verdict for claim in ATLAS.claims} == set(VERDICTS)
    assert all(verdict.description for verdict in ATLAS.verdicts)
