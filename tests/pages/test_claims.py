"""Every claim stands beside its record; who judges first sees none of it before comparing, and views are not marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geodata.sources.claim_review import compare
from tests.pages.app import entered
from timemap.app.claims.judge import in_words
from timemap.app.page_files import page_file
from timemap.text.markdown import escape_markdown
from timemap.text.source_lines import citation, event_on_map

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from geodata.atlas import Atlas
    from geodata.records.terms import Claim

PAGE = page_file("claims")


def opened(**params: str) -> AppTest:
    return entered("claims", **params)


def text_of(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(element.value for element in app.markdown)


def shown(app: AppTest) -> list[int]:
    """Return the numbers of the claims on the page."""
    headings = [element.value for element in app.markdown if element.value.startswith("### ")]
    return [int(heading.removeprefix("### ").partition(".")[0]) for heading in headings]


def numbers(atlas: Atlas, *claims: Claim) -> list[int]:
    return [atlas.claims.index(claim) + 1 for claim in claims]


def judge(app: AppTest, **verdicts: str) -> AppTest:
    for claim, verdict in verdicts.items():
        app.radio(key=f"judgement-0-{claim.replace('_', '-')}").set_value(verdict)
    return app.run()


def read(app: AppTest) -> str:
    """Return the texts of the page as a reader sees them."""
    bare = re.sub(r"(?<!\\)\[((?:[^\]\\]|\\.)*)\]\([^)]*\)", r"\1", text_of(app))
    return re.sub(r"\\(.)", r"\1", bare).replace("\N{WORD JOINER}", "")


def said(atlas: Atlas, claim: Claim) -> str:
    """Return a finding without the verdict at its beginning, which stands before it as a label."""
    verdict = next(row.name for row in atlas.verdicts if row.id == claim.verdict)
    return claim.finding.removeprefix(f"{verdict}.").strip()


def test_every_claim_has_its_verdict_its_sources_and_its_events(atlas: Atlas) -> None:
    app = opened()
    assert shown(app) == numbers(atlas, *atlas.claims)
    text, plainly = text_of(app), read(app)
    for claim in atlas.claims:
        assert claim.statement in plainly
        assert said(atlas, claim) in plainly
        assert all(citation(atlas, source) in text for source in claim.sources)
        assert all(event_on_map(atlas.event(event)) in text for event in claim.events)
    assert atlas.setting("founding-article") in plainly
    assert len(app.radio) == 0


def test_every_record_is_labelled_with_its_verdict(atlas: Atlas) -> None:
    records = [element.value for element in opened().markdown if element.value.startswith(":gray-badge[")]
    names = {verdict.id: verdict.name for verdict in atlas.verdicts}
    labels = [record.removeprefix(":gray-badge[").partition("]")[0] for record in records]
    assert labels == [escape_markdown(names[claim.verdict]) for claim in atlas.claims]


def test_no_finding_begins_with_its_verdict(atlas: Atlas) -> None:
    names = {row.id: row.name for row in atlas.verdicts}
    assert not [claim.id for claim in atlas.claims if claim.finding.startswith(names[claim.verdict])]


def test_a_claim_without_a_finding_shows_its_verdict_alone(atlas: Atlas) -> None:
    bare = next(claim for claim in atlas.claims if claim.verdict == "supported" and not claim.finding)
    app = opened()
    records = [element.value for element in app.markdown if element.value.startswith(":gray-badge[")]
    assert records[atlas.claims.index(bare)].strip() == ":gray-badge[Supported]"


def test_verdicts_topics_and_words_narrow_the_list_together(atlas: Atlas) -> None:
    app = opened()
    app.multiselect(key="claim-verdicts").set_value(["contested", "opinion"]).run()
    wanted = [claim for claim in atlas.claims if claim.verdict in {"contested", "opinion"}]
    assert shown(app) == numbers(atlas, *wanted)
    claim = next(claim for claim in wanted if claim.id == "claim-37")
    section = claim.section
    app.multiselect(key="claim-topics").set_value([section]).run()
    wanted = [claim for claim in wanted if claim.section == section]
    assert shown(app) == numbers(atlas, *wanted)
    app.text_input(key="claim-words").set_value("hdp police").run()
    assert shown(app) == numbers(atlas, claim)
    app.text_input(key="claim-words").set_value("zzzz").run()
    assert shown(app) == []
    assert "No claims match" in app.info[0].value


def test_every_spelling_and_script_is_searched_for() -> None:
    app = opened()
    found = {}
    for words in ("Kobane", "Kobanî", "عين العرب"):
        app.text_input(key="claim-words").set_value(words).run()
        found[words] = shown(app)
    assert found["Kobane"]
    assert len(set(map(tuple, found.values()))) == 1


def test_who_judges_first_sees_no_record(atlas: Atlas) -> None:
    app = opened(judge="true")
    assert shown(app) == numbers(atlas, *atlas.claims)
    assert [radio.value for radio in app.radio] == [None] * len(atlas.claims)
    assert "claim-verdicts" not in {element.key for element in app.multiselect}
    text = text_of(app)
    long = [claim for claim in atlas.claims if len(said(atlas, claim)) > 40]
    assert len(long) > len(atlas.claims) / 2
    assert not [claim.id for claim in long if said(atlas, claim)[-40:] in read(app)]
    assert ":gray-badge[Contested]" not in text
    assert all(citation(atlas, source) in text for claim in atlas.claims for source in claim.sources)
    app.text_input(key="claim-words").set_value("HRW").run()
    assert not [claim for claim in atlas.claims if "HRW" in claim.statement]
    assert shown(app) == []


def test_a_verdict_asked_for_in_the_address_gives_nothing_away(atlas: Atlas) -> None:
    app = opened(**{"judge": "true", "claim-verdicts": "Opinion"})
    assert shown(app) == numbers(atlas, *atlas.claims)


def test_comparing_shows_the_record_of_what_was_judged_and_of_nothing_else(atlas: Atlas) -> None:
    app = opened(judge="true")
    assert app.button(key="compare-judgements").disabled
    judge(app, claim_02="supported", claim_03="partly")
    assert app.get("progress")[0].proto.text == f"**2 of {len(atlas.claims)} judged**"
    assert said(atlas, atlas.claims[2]) not in read(app)
    judge(app, claim_03="contested")
    app.button(key="compare-judgements").click().run()
    text = read(app)
    assert said(atlas, atlas.claims[1]) in text
    assert said(atlas, atlas.claims[2]) in text
    assert said(atlas, atlas.claims[12]) not in text
    assert len(app.radio) == len(atlas.claims) - 2
    rows = app.table[0].value
    assert list(rows["My judgement"]) == list(rows["Our verdict"]) == ["Supported", "Contested"]
    assert list(rows["Result"]) == ["Agree", "Agree"]
    judge(app, claim_04="opinion")
    assert len(app.table[0].value) == 2
    app.button(key="compare-judgements").click().run()
    assert list(app.table[0].value["Result"]) == ["Agree", "Agree", "Differ"]
    assert len(app.get("download_button")) == 1


def test_progress_counts_what_is_on_the_page(atlas: Atlas) -> None:
    app = opened(judge="true")
    judge(app, claim_01="supported", claim_30="opinion")
    section = atlas.claims[0].section
    app.multiselect(key="claim-topics").set_value([section]).run()
    count = sum(claim.section == section for claim in atlas.claims)
    assert app.get("progress")[0].proto.text == f"**1 of {count} judged**"
    app.button(key="compare-judgements").click().run()
    assert list(app.table[0].value["No."]) == [1]
    app.multiselect(key="claim-topics").set_value([]).run()
    assert app.radio(key="judgement-0-claim-30").value == "opinion"


def test_views_are_not_called_right_or_wrong(atlas: Atlas) -> None:
    app = opened(judge="true")
    views = [claim for claim in atlas.claims if claim.verdict in {"opinion", "personal"}]
    judge(app, **{claim.id.replace("-", "_"): "supported" for claim in views[1:]})
    judge(app, **{views[0].id.replace("-", "_"): views[0].verdict})
    app.button(key="compare-judgements").click().run()
    assert set(app.table[0].value["Result"]) == {"Opinion"}
    assert "no right or wrong" in text_of(app)
    assert "matters of fact" not in text_of(app)


def test_judgements_live_through_another_page_and_end_by_starting_over(atlas: Atlas) -> None:
    app = opened(judge="true")
    judge(app, claim_01="supported")
    app.button(key="compare-judgements").click().run()
    judge(app, claim_02="partly")
    app.switch_page(page_file("sources_and_words")).run()
    app.query_params["judge"] = "true"
    app.switch_page(PAGE).run()
    assert list(app.table[0].value["My judgement"]) == ["Supported"]
    assert app.radio(key="judgement-0-claim-02").value == "partly"
    app.button(key="start-over").click().run()
    assert [radio.value for radio in app.radio] == [None] * len(atlas.claims)
    assert len(app.table) == 0
    assert app.button(key="start-over").disabled


def test_the_sentence_counts_facts_and_views_apart(atlas: Atlas) -> None:
    found = compare(atlas, {"claim-02": "supported", "claim-03": "supported", "claim-11": "supported"})
    assert in_words(found).startswith("1 of 2 judgements on matters of fact agrees with our verdict.")
    assert "1 claim is an opinion:" in in_words(found)
    assert in_words(found[:1]).startswith("1 of 1 judgement on matters of fact agrees")
    assert "view" not in in_words(found[:1])
