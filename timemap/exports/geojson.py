"""GeoJSON export: one collection of features with attribution."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timemap.attribution import credit_of
from timemap.document.source_list import source_entry
from timemap.exports.features import areas_frame, border_frame, events_frame, zones_frame

if TYPE_CHECKING:
    import geopandas as gpd

    from geodata.dataset import Dataset
    from geodata.text.selection import Selection
    from timemap.state.snapshot import Snapshot


def write_geojson(dataset: Dataset, selection: Selection, snapshot: Snapshot) -> bytes:
    """Return events, areas, zones and border as GeoJSON (RFC 7946).

    The events are those of the selection, the rest that of the day.

    Every feature says in ``kind`` whether it is an event, area, zone or border, and carries attribution and licence;
    what is not known is null; sources are a list of objects.
    """
    atlas, areas, geography = dataset.atlas, dataset.areas, dataset.geography
    credit = credit_of(atlas, selection.events, snapshot)
    day = snapshot.state.moment
    events = _features("event", events_frame(atlas, selection.events).set_index("id", drop=False))
    for feature, event in zip(events, selection.events, strict=True):
        feature["properties"]["sources"] = [
            {name: text or None for name, text in source_entry(atlas, source).items()} for source in event.sources
        ]
    features = [
        *_features("border", border_frame(geography)),
        *_features("area", areas_frame(atlas, areas, day)),
        *_features("zone", zones_frame(atlas, areas, day)),
        *events,
    ]
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


def _features(kind: str, frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    features = []
    for feature in frame.to_geo_dict(drop_id=kind != "event")["features"]:
        feature["properties"] = {"kind": kind, **feature["properties"]}
        features.append(feature)
    return features
