"""The document carries all contested terms with their sources, and says which of them stand in its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timemap.document.source_list import SourceList, source_entry
from timemap.document.terms import terms_data

if TYPE_CHECKING:
    from geodata.atlas import Atlas


def test_every_wording_comes_with_who_uses_it_and_its_source(atlas: Atlas) -> None:
    sources = SourceList(atlas)
    data = terms_data(atlas, [], sources)
    entries = sources.entries()
    told = [
        (
            data["topics"][row["topic"]],
            row["wording"],
            row["usedBy"],
            entries[row["source"]] if row["source"] >= 0 else None,
        )
        for row in data["terms"]
    ]
    assert told == [
        (term.topic, term.wording, term.used_by, source_entry(atlas, term.source) if term.source else None)
        for term in atlas.terms
    ]
    assert data["found"] == {}


def test_what_stands_in_a_text_leads_to_all_its_wordings(atlas: Atlas) -> None:
    data = terms_data(atlas, ["A safe zone.", "The Safe Zone, in Kobane"], SourceList(atlas))
    wordings = {
        text: [data["terms"][number]["wording"] for number in numbers] for text, numbers in data["found"].items()
    }
    assert list(wordings) == ["safe zone", "Safe Zone", "Kobane"]
    assert wordings["safe zone"] == wordings["Safe Zone"] == ["safe zone (güvenli bölge)"]
    assert all("Koban" in wording for wording in wordings["Kobane"])
