"""The bibliography lists every source once, with who published it."""

from geodata.atlas import load
from geodata.bibliography import bibliography


def test_every_source_is_listed_once_with_the_events_that_cite_it() -> None:
    atlas = load()
    entries = bibliography(atlas)
    assert sorted(entry.url for entry in entries) == sorted(source.url for source in atlas.sources)
    assert entries[0].events == max(entry.events for entry in entries)
    first = entries[0]
    assert first.events == sum(
        any(atlas.source(source).url == first.url for source in event.sources) for event in atlas.events
    )


def test_a_source_without_a_title_is_named_by_its_address() -> None:
    assert all(entry.title for entry in bibliography(load()))
