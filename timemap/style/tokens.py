"""Numbers and colours that the map on the screen and pictures share.

The screen gets the same table with its script. Lengths are CSS pixels on a map of scale 1 unless the name has another
unit; strengths and shares go from 0 to 1. What one of the two does otherwise stands there, with the reason.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

Side = Literal["right", "left", "below", "above", "right-below", "right-above", "left-below", "left-above"]
Kind = Literal["focus", "zone", "country", "border", "city", "town", "village", "division", "lake", "river", "callout"]
CrossingStateName = Literal["open", "closed", "unknown"]
Point = tuple[float, float]

_TABLE = Path(__file__).with_name("tokens.json")


class _Group(BaseModel):
    """Group of the table. Every field has a value, and every value a field."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, alias_generator=to_camel)


class BaseLayer(_Group):
    """Layer of lines or filled areas on the base map."""

    id: str
    """Name of the layer in the document, which is that of its file unless it is made from another one."""
    stroke: str
    """Colour of the lines, by its name in the style sheet."""
    width: float = 0
    """Of the lines on a map of a whole region."""
    near_width: float = 0
    """The same on a map of something nearer."""
    by_rank: bool = False
    """Whether the width follows from the rank of each line instead; small ones appear as one comes nearer."""
    dashes: tuple[float, ...] = ()
    """Lengths of dashes and gaps; a full line where there are none."""
    fill: str | None = None
    """Colour of areas, by its name in the style sheet; none for lines. An online background has areas of its own."""


class BaseMapTokens(_Group):
    """Base map on land and sea."""

    near_from: float
    """Zoom from which lines have the width of a near map."""
    layers: tuple[BaseLayer, ...]
    """In the order in which they are drawn."""


class StripeStroke(_Group):
    """One of the strokes that make a stripe with soft edges.

    They are laid over each other.
    """

    width: float
    """Of the stroke."""
    share: float
    """How much of the depth of the stripe is reached here."""


class AreaTokens(_Group):
    """Areas by who held them."""

    pattern_tile: float
    """Side of the tile in which the lines of patterns are given."""
    pattern_strength: float
    """How strongly the lines of a pattern are drawn."""
    pattern_darker: float
    """How much darker they are than the colour of the holder, in the light theme."""
    pattern_lighter: float
    """How much lighter they are than it in the dark one."""
    stripes_apart: float
    """From one stripe of weak evidence to the next, along the edge of the picture."""
    stripe: tuple[StripeStroke, ...]
    """From its soft edge to its middle."""
    last_known_greyer: float
    """How much of its hue a state loses that is only the last known one."""
    last_known_darker: float
    """How much darker it is."""
    grey_weights: tuple[float, float, float]
    """How bright red, green and blue look."""
    unknown_colour: str
    """Of a holder that the data do not know."""
    front_width: float
    """Of the line between two holders."""
    zone_width: float
    """Of the line round a named zone."""
    zone_dashes: tuple[float, float]
    """Dash and gap in that line where its state is only the last known one."""
    zone_darker: float
    """How much darker than its holder's colour that line is in a theme that has no colour for it."""


class RimTokens(_Group):
    """Fading of the areas where the covered region ends."""

    width_degrees: float
    """How far inside it starts."""
    least_width: float
    most_width: float
    steps: int
    """Bands that make it."""
    near_border_degrees: float
    """The rim is a border, and does not fade, so near to one."""


class EventTokens(_Group):
    """Symbols of events, and rings where their place is uncertain."""

    ink: str
    """Outlines of symbols, in both themes."""
    paper: str
    """Rims of symbols, in both themes."""
    other_colour: str
    """Of events whose category is not in the table."""
    own_colour: str
    """Of the plate under the symbols of a visitor's own events, in both themes; the symbol on it has that of rims."""
    own_plate: str
    """Outline of the plate, in the square of a symbol from -1 to 1."""
    own_share: float
    """Size of the symbol on it, as a share of one without a plate."""
    radius: float
    """Half the width of a symbol; it never says how bad something was."""
    beside_size: float
    """Of an event beside the day, as a share of a plain one."""
    chosen_size: float
    """Of the chosen event."""
    together: float
    """Symbols nearer to each other than this are one group."""
    faded_strength: float
    """Of the oldest events where all up to a day are shown."""
    fading_days: float
    """Age of an event at which it has faded as far as it will."""
    fading_power: float
    """Of its share of these days: below 1 it fades fast at first."""
    fading_steps: int
    """Strengths from plain to faded."""
    town_reach_km: float
    """How far an event may lie from its point where a town is known; customary, not measured."""
    area_reach_km: float
    """The same where only an area is known."""
    least_ring: float
    """Least radius of the ring of an area."""
    town_ring_from: float
    """Radius from which the ring of a town is drawn; a smaller one says nothing."""
    most_ring: float
    """Largest radius of a ring, or circles would cover the map."""
    most_chosen_ring: float
    """The same of the chosen event."""
    ring_strength: float
    """Of all rings but that of the chosen event."""
    ring_width: float
    ring_rim_width: float
    """Of its light rim."""
    ring_dashes: tuple[float, float]
    """Dash and gap in the ring of an area; that of a town has none."""


class QuarterTokens(_Group):
    """Quarters of towns, by who was reported to hold them."""

    from_zoom: float
    """Zoom from which they can be told apart."""
    size: float
    """From the middle of a mark to its corner."""
    halo_width: float
    rim_width: float
    rim_dashes: tuple[float, float]
    """Dash and gap in the rim of a mark whose point is an estimate."""
    name_away: float
    """From the middle of a mark to its name."""


class BorderLineTokens(_Group):
    """Line of the border, and ticks along it where a wall was reported."""

    casing_more: float
    """By which the light casing is wider than the line in it."""
    tick_spacing: float
    """From one tick to the next."""
    tick_length: float
    """From the edge of the border to the end of a tick."""
    tick_width: float
    tick_casing_width: float


class MarkSize(_Group):
    """Half the width of a mark, which grows with the zoom."""

    zoom_less: float
    """What is taken from the zoom."""
    least: float
    most: float


class BorderMarkTokens(_Group):
    """Marks of crossings and military posts at the border."""

    crossing_size: MarkSize
    post_size: MarkSize
    fill: str
    """Colour inside a crossing, and inside a post that is only last known: a name in the style sheet."""
    post_rim: str
    """Colour of the rim of a post: a name in the style sheet. That of a crossing is the colour of its state."""
    post_halo: str
    """Colour round a post: a name in the style sheet."""
    post_halo_width: float
    mark_rim_width: float
    """Of the rims of both."""
    crossing_dashes: tuple[float, float]
    """Dash and gap in the rim of a crossing whose state is unknown or only last known."""
    post_dashes: tuple[float, float]
    """The same of a post that is only last known."""
    bar_width: float
    """Of the lines in a crossing, unless it is closed."""
    closed_bar_share: float
    """The same of a closed one, as a share of half its width."""
    crossing_outline: tuple[Point, ...]
    """In a square from -1 to 1."""
    post_outline: tuple[Point, ...]
    """The same of a post: a battlement."""
    bars: dict[CrossingStateName, tuple[tuple[Point, Point], ...]]
    """Lines in a crossing by its state: two pillars with a free way, a bar, or a point."""


class LabelTokens(_Group):
    """Placing of labels."""

    sides: tuple[Side, ...]
    """Sides of a point on which words are tried, the best first."""
    corner_across: float
    """How far towards a corner words stand, as a share of how far they stand beside a point."""
    corner_down: float
    """The same of how far they stand above it."""
    clear_share: float
    """How much farther a name keeps from other dots than from its own: a share of the way to its own."""
    clear_least: float
    """The least of that."""
    clear_level: float
    """How much of the way to a dot that is level with a name counts: beside it the name is read as that dot's."""
    line_step: float
    """Between two looks along the line from words to their place."""
    dot_reach: float
    """Half of what the dot of a place covers."""
    border_step: float
    """Between two looks along the border, which names leave free."""
    border_reach: float
    """Half of what the border covers there."""
    gate_reach: float
    """Half of what a crossing or a post covers."""
    story_priority: float
    """Of the towns that the story is about: before the zones, after the marked place."""
    farther: tuple[float, ...]
    """From such a town to its name at the end of a line, where there is no room beside it."""
    divisions_from: float
    """Zoom from which governorates and provinces are named."""
    country_columns: int
    """The name of a country is tried at so many spots across the map."""
    country_rows: int
    """And at so many down."""
    lake_share: float
    """Width of a lake that is named, as a share of its name's."""
    lake_least: float
    """The least of that."""
    lake_away: float
    """Most from the middle of a lake to its name."""
    along_step: float
    """Between two looks along a border or river beside which words stand."""
    callout_away: tuple[float, ...]
    """From a place to what is said of it, tried in turn."""
    callout_sides: tuple[Side, ...]
    """Sides on which that is tried, the best first."""
    callout_letters: int
    """Of a callout on one line."""
    zone_away: tuple[float, ...]
    """From the middle of a zone to its name beside it, tried in turn."""
    zone_directions: int
    """In which that is tried."""
    zone_on_own: float
    """What it costs, in such pixels, to stand beside the land and yet partly on it."""
    zone_rim: float
    """Land round a name on its own land."""
    zone_least: float
    """Width of the land of a zone that is named."""


class Naming(_Group):
    """Manner in which places of a kind are named."""

    kind: Kind
    """Whose lettering they have."""
    from_zoom: float = Field(alias="from")
    """Zoom from which they are named."""
    order: int
    """The smaller, the more important."""


class PlaceTokens(_Group):
    """Places that are named."""

    kinds: dict[str, Naming]
    """By kind of a place in our table."""
    other_kind: Naming
    """Of all other kinds."""
    ranks: dict[str, Naming]
    """By rank of a town of the base map."""
    other_rank: Naming
    """Of all other ranks."""
    unnamed: tuple[str, ...]
    """Kinds that are not named: crossings belong to the border, quarters to their town, points on roads to no one."""


class Lettering(_Group):
    """Look of words of a kind."""

    size: float
    """On the screen, where no words are smaller than 12 pixels."""
    picture_size: float
    """In pictures, which are printed at 300 dots to the inch: small letters can be read, and more names find room."""
    weight: int
    """Of the font; pictures know only plain and, from 600 on, bold."""
    colour: str
    """Name in the style sheet."""
    halo: float
    """Width of the light line round the letters."""
    spacing: float = 0
    """Between letters."""
    upper: bool = False
    """Whether they are capitals."""
    italic: bool = False
    priority: float
    """The smaller, the earlier they are placed."""


class Tokens(_Group):
    """The whole table."""

    base_map: BaseMapTokens
    areas: AreaTokens
    rim: RimTokens
    events: EventTokens
    quarters: QuarterTokens
    border_lines: BorderLineTokens
    border_marks: BorderMarkTokens
    labels: LabelTokens
    places: PlaceTokens
    lettering: dict[Kind, Lettering]


def parse_tokens(text: str) -> Tokens:
    """Return the table from its JSON.

    Raises:
        ValidationError: if a value is missing, is of another type or has no field here.
    """
    return Tokens.model_validate_json(text)


TOKENS = parse_tokens(_TABLE.read_text(encoding="utf-8"))
"""The table, read once."""
