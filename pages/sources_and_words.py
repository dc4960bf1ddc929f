"""What the map rests on: sources, contested words, how areas are made, how far knowledge reaches, and licences."""

from itertools import groupby
from pathlib import Path

import pandas as pd
import streamlit as st

import geodata
from geodata.areas.figures import compare
from geodata.atlas import Atlas
from geodata.bibliography import bibliography
from geodata.datewords import day_in_words, in_words
from timemap import entrance, loaded
from timemap.eventtable import DOMAIN
from timemap.plain import link, plain, safe_link

NOTES = Path(geodata.__file__).parent / "notes"
KILOMETRES = st.column_config.NumberColumn(format="localized", width="small")


def spaced(number: int) -> str:
    """Return a number with thin spaces between its thousands."""
    return f"{number:,}".replace(",", "\u202f")


def sources(atlas: Atlas) -> None:
    """Show the bibliography, to be sorted by its headers."""
    entries = bibliography(atlas)
    kinds = sorted({entry.kind for entry in entries if entry.kind})
    chosen = st.multiselect("Kind of publisher", kinds, placeholder="All", key="kinds")
    rows = [
        {
            "Title": entry.title,
            "Publisher": entry.publisher,
            "Kind": entry.kind,
            "Based in": entry.based_in,
            "Affiliation": entry.note,
            "Date": entry.date,
            "Events": entry.events,
            "Address": safe_link(entry.url),
        }
        for entry in entries
        if not chosen or entry.kind in chosen
    ]
    st.markdown(f"{spaced(len(rows))} of {spaced(len(entries))} sources. Click a header to sort.")
    links = st.column_config.LinkColumn(width=130, display_text=DOMAIN)
    widths = {"Title": 330, "Publisher": 150, "Kind": 130, "Based in": 110, "Affiliation": 220, "Date": 92}
    columns = {name: st.column_config.TextColumn(width=width) for name, width in widths.items()}
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=560, column_config={**columns, "Address": links})


def words(atlas: Atlas) -> None:
    """Show each contested matter with all its wordings."""
    st.markdown(
        "The same thing is named differently by those who took part. Each wording stands here with who uses it."
    )
    addresses = {source.id: source.url for source in atlas.sources}
    for topic, terms in groupby(sorted(atlas.terms, key=lambda term: term.topic), key=lambda term: term.topic):
        with st.expander(plain(topic)):
            for term in terms:
                language = plain(atlas.language_name(term.language))
                source = link("source", addresses.get(term.source, ""))
                st.markdown(
                    f"**{plain(term.wording)}** ({language}), used by {plain(term.used_by)}  \n"
                    f"{plain(term.meaning)} {source}"
                )


def areas(atlas: Atlas) -> None:
    """Say how areas are made, with published sizes beside the derived ones."""
    st.markdown((NOTES / "method.md").read_text(encoding="utf-8"))
    st.subheader("Published sizes beside the derived ones", anchor=False)
    known = loaded.load_areas(atlas)
    names = {zone.id: zone.name for zone in atlas.zones}
    rows = [
        {
            "Area": ", ".join(names[zone] for zone in figure.zones),
            "Day": day_in_words(figure.day),
            "Derived, km²": round(one.km2),
            "Published from, km²": round(figure.low_km2),
            "to, km²": round(figure.high_km2),
            "Outside by, %": round(100 * one.miss, 1),
            "Published by": figure.publisher,
            "Note": figure.note,
        }
        for figure in atlas.figures
        for one in compare([figure], known.zones_on(figure.day), figure.day)
    ]
    sizes = dict.fromkeys(("Derived, km²", "Published from, km²", "to, km²"), KILOMETRES)
    st.dataframe(pd.DataFrame(rows), hide_index=True, column_config=sizes)


def coverage(atlas: Atlas) -> None:
    """Show until when something is known, region by region."""
    addresses = {source.id: source.url for source in atlas.sources}
    ends = ("control-known-until", "events-known-until")
    control, events = (day_in_words(atlas.setting_day(name)) for name in ends)
    st.markdown(
        f"Control is supported by sources until {control}, events until {events}. Later days show the last known state."
    )
    rows = [
        {
            "Region": plain(row.region),
            "Last known": in_words(row.last_known, row.date_precision),
            "Administration": plain(row.administration),
            "Turkish troops": plain(row.troops),
            "Sources": " ".join(link(str(at), addresses.get(source, "")) for at, source in enumerate(row.sources, 1)),
            "Note": plain(row.note),
        }
        for row in atlas.coverage
    ]
    st.table(pd.DataFrame(rows).set_index("Region"))


def licences(atlas: Atlas) -> None:
    """Show where the base map comes from, with its licences."""
    st.markdown(f"{plain(atlas.setting('disclaimer'))}\n\n{plain(atlas.setting('attribution'))}")
    rows = [
        {"Layer": layer, "Attribution": notice.attribution, "Licence": notice.licence}
        for layer, notice in loaded.load_geography().notices.items()
    ]
    st.table(pd.DataFrame(rows).set_index("Layer"))


PARTS = {
    "Sources": sources,
    "Contested words": words,
    "How areas are made": areas,
    "How far knowledge reaches": coverage,
    "Licences": licences,
}


def page() -> None:
    """Draw the page; only the open part is made."""
    entrance.require_app("sources_and_words")
    st.title("Sources and words", anchor=False)
    atlas = loaded.load_atlas()
    for tab, part in zip(st.tabs(list(PARTS), key="part", bind="query-params"), PARTS.values(), strict=True):
        if tab.open:
            with tab:
                part(atlas)


page()
