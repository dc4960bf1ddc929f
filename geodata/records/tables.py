"""The tables: name of each file, and kind of record of its rows."""

from dataclasses import dataclass
from typing import get_args, get_type_hints

from geodata.records.base import Record
from geodata.records.border import CrossingState, WallSection
from geodata.records.control import (
    Controller,
    ControllerName,
    Coverage,
    Figure,
    HandoverKind,
    Statement,
    Succession,
    Zone,
)
from geodata.records.events import Actor, Callout, Category, Event, KeyDate, Party, Period, StartingPoint
from geodata.records.military import FrontMark, FrontSnapshot, Post
from geodata.records.places import FeatureName, Hold, Place, Spelling
from geodata.records.ranges_and_disputes import AreaRange, AreaTopic, Dispute, PointPrecision
from geodata.records.settings import Setting
from geodata.records.sources import Affiliation, Publisher, PublisherKind, Source
from geodata.records.terms import Claim, Language, Term, Verdict


@dataclass(frozen=True, eq=False)
class Tables:
    """Records of every table, by the name of its file.

    They are in the order of the file.
    """

    events: tuple[Event, ...]
    sources: tuple[Source, ...]
    publishers: tuple[Publisher, ...]
    publisher_kinds: tuple[PublisherKind, ...]
    affiliations: tuple[Affiliation, ...]
    actors: tuple[Actor, ...]
    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    point_precisions: tuple[PointPrecision, ...]
    spellings: tuple[Spelling, ...]
    feature_names: tuple[FeatureName, ...]
    holds: tuple[Hold, ...]
    disputes: tuple[Dispute, ...]
    periods: tuple[Period, ...]
    key_dates: tuple[KeyDate, ...]
    callouts: tuple[Callout, ...]
    starting_points: tuple[StartingPoint, ...]
    languages: tuple[Language, ...]
    terms: tuple[Term, ...]
    verdicts: tuple[Verdict, ...]
    claims: tuple[Claim, ...]
    posts: tuple[Post, ...]
    front_snapshots: tuple[FrontSnapshot, ...]
    front_marks: tuple[FrontMark, ...]
    categories: tuple[Category, ...]
    controllers: tuple[Controller, ...]
    controller_names: tuple[ControllerName, ...]
    successions: tuple[Succession, ...]
    handover_kinds: tuple[HandoverKind, ...]
    zones: tuple[Zone, ...]
    area_topics: tuple[AreaTopic, ...]
    area_ranges: tuple[AreaRange, ...]
    figures: tuple[Figure, ...]
    crossing_states: tuple[CrossingState, ...]
    wall_sections: tuple[WallSection, ...]
    coverage: tuple[Coverage, ...]
    statements: tuple[Statement, ...]
    settings: tuple[Setting, ...]


KINDS: dict[str, type[Record]] = {name: get_args(rows)[0] for name, rows in get_type_hints(Tables).items()}
"""Every table by the name of its file, with the kind of record that a row becomes."""
