"""GeoJSON export: one collection of features with attribution."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from geodata.areas.timeline.evidence import sources_of
from timemap.attribution import credit_of
from timemap.document.source_list import source_entry
from timemap.exports.features import areas_frame, border_frame, events_frame, zones_frame

if TYPE_CHECKING:
    import geopandas as gpd

    from geodata.atlas import Atlas
    from geodata.dataset import Dataset
    from geodata.text.selection import Selection
    from timemap.state.snapshot import Snapshot


def write_geojson(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return events, areas, zones and border as GeoJSON (RFC 7946).

    The events are those of the selection, the rest that of the day.

    Every feature says in ``kind`` whether it is an event, area, zone or border, and carries attribution, licence and
    sources, since programs drop what the collection says; what is not known is null; sources are a list of objects.
    """
    atlas, areas, geography = dataset.atlas, dataset.areas, dataset.geography
    credit = credit_of(atlas, selection.events, snapshot)
    day = snapshot.state.moment
    events = _features("event", events_frame(atlas, selection.events).set_index("id", drop=False))
    held = [
        *_features("area", areas_frame(atlas, areas, day)),
        *_features("zone", zones_frame(atlas, areas, day)),
    ]
    of_events = [event.sources for event in selection.events]
    of_areas = [sources_of(atlas, area, day) for area in areas.on(day)]
    of_zones = [sources_of(atlas, zone, day) for zone in areas.zones_on(day)]
    for feature, sources in zip([*events, *held], [*of_events, *of_areas, *of_zones], strict=True):
        feature["properties"]["sources"] = [_source(atlas, source) for source in sources]
    features = [*_features("border", border_frame(geography)), *held, *events]
    rights = {"attribution": credit.attribution, "licence": credit.licence}
    for feature in features:
        for name, words in rights.items():
            feature["properties"].setdefault(name, words)  # the border has its own
    collection = {
        "type": "FeatureCollection",
        "title": credit.heading,
        "description": credit.text,
        "date": day.isoformat(),
        "attribution": credit.attribution,
        "licence": credit.licence,
        "version": credit.version,
        "features": features,
    }
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def _source(atlas: Atlas, source_id: str) -> dict[str, str | None]:
    return {name: text or None for name, text in source_entry(atlas, source_id).items()}


def _features(kind: str, frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    features = []
    for feature in frame.to_geo_dict(drop_id=kind != "event")["features"]:
        feature["properties"] = {"kind": kind, **feature["properties"]}
        features.append(feature)
    return features
