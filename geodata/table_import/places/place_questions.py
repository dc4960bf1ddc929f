"""Rows without coordinates: places by name, each different one asked once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from geodata.table_import.places.country_names import country_name
from geodata.table_import.places.place_match import DIVISION, outright
from geodata.table_import.places.position_fit import is_on_earth
from geodata.table_import.places.position_words import degrees_words
from geodata.table_import.places.positions_check import precision_of
from geodata.table_import.questions import Option, Question

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from geodata.records.fields import LocationPrecision
    from geodata.table_import.places.gazetteer import Gazetteer
    from geodata.table_import.places.place_match import PlaceMatch

NONE = "none"
"""Answer of a recipe: no place of ours is meant, and the rows stay without a position."""

NO_TEXT = -1
"""Number of a row that names no place."""

By: TypeAlias = Literal["name", "answer", "none", "waiting", "unknown"]

_POINT = re.compile(r"\s*(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*")
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class PlaceToConfirm:
    """Place in words of which it must be confirmed what is meant."""

    text: str
    """The place as typed."""

    rows: int
    """So many rows name it."""

    matches: tuple[PlaceMatch, ...]
    """The places that may be meant, the likeliest first."""

    country: str = ""
    """Alpha-3 code of the country that these rows name; empty where they name none."""

    is_in_several_countries: bool = False
    """Whether the text is asked for rows of other countries too, so that the answer is kept by country."""

    @property
    def subject(self) -> str:
        """Text by which the answer is kept, with the country where needed."""
        return f"{self.text} [{self.country}]" if self.is_in_several_countries else self.text

    @property
    def question(self) -> Question:
        """The question to the user, with each place and none as answers."""
        short = self.text if len(self.text) <= _LONGEST_LABEL else f"{self.text[: _LONGEST_LABEL - 1]}…"
        rows = "1 row" if self.rows == 1 else f"{self.rows:,} rows"
        text = f'Which place is "{short}" ({rows})?'
        return Question("place", text, (*map(_option, self.matches), Option(NONE, "None of these")), self.subject)


@dataclass(frozen=True, slots=True)
class NamedPosition:
    """Position of rows by the place that they name."""

    text: str
    """The place as typed."""

    country: str
    """Alpha-3 code of the country that the rows name; empty where they name none."""

    admin: str
    """The division or district that the rows name; empty where they name none."""

    rows: int
    """So many rows say the same."""

    by: By
    """"name": matched by an exact name; "answer": said by the recipe; "none": no place of ours, as the recipe says;
    "waiting": asked; "unknown": no place of ours is like it."""

    match: PlaceMatch | None = None
    """The place that is meant; ``None`` without one, and where the recipe gives a point."""

    position: tuple[float, float] | None = None
    """Degrees north and east; ``None`` while nothing is known."""

    precision: LocationPrecision | None = None
    """Precision of the position: town, or area for divisions, districts and the land around a town."""


@dataclass(frozen=True, slots=True)
class PlacedByName:
    """Rows by the places that they name."""

    codes: npt.NDArray[np.int64]
    """For each row the number of its place; `NO_TEXT` where it names none."""

    places: tuple[NamedPosition, ...]
    """The different places, in the order in which they come."""

    to_confirm: tuple[PlaceToConfirm, ...]
    """What must be confirmed, that of most rows first."""

    @property
    def unknown(self) -> tuple[NamedPosition, ...]:
        """The places unlike any of ours; a recipe can give a point for each."""
        return tuple(place for place in self.places if place.by == "unknown")

    @property
    def by_name(self) -> tuple[NamedPosition, ...]:
        """The places that were matched by name alone, to be listed."""
        return tuple(place for place in self.places if place.by == "name")


def place_by_name(
    texts: Sequence[str],
    gazetteer: Gazetteer,
    *,
    countries: Sequence[str] = (),
    admins: Sequence[str] = (),
    answers: Mapping[str, str] | None = None,
) -> PlacedByName:
    """Return positions of rows by the places that they name.

    Exact names are matched at once; what is only near, or fits several places, waits for an answer.

    Args:
        texts: for each row its place in words; empty where it names none or has coordinates.
        gazetteer: the places that may be meant.
        countries: for each row the alpha-3 code of the country that it names; empty where no row does.
        admins: for each row the division or district that it names; empty where no row does.
        answers: of a recipe, as in ``{"place:Kubane": "kobane"}``: the id of a place, a point such as "36.89, 38.35",
            or "none". Answers that are none of these are asked again.
    """
    count = len(texts)
    keys: dict[tuple[str, str, str], int] = {}
    rows = zip(texts, countries or [""] * count, admins or [""] * count, strict=True)
    numbers = (keys.setdefault(row, len(keys)) if row[0].strip() else NO_TEXT for row in rows)
    codes = np.fromiter(numbers, np.int64, count=count)
    counts = np.bincount(codes[codes >= 0], minlength=len(keys))
    kept = answers or {}
    places, waiting = [], []
    for (text, country, admin), many in zip(keys, counts.tolist(), strict=True):
        matches = gazetteer.match(text, country=country, admin=admin)
        place = _placed(NamedPosition(text, country, admin, many, "unknown"), matches, gazetteer, kept)
        places.append(place)
        if place.by == "waiting":
            waiting.append((place, matches))
    return PlacedByName(codes, tuple(places), _grouped(waiting))


def _placed(
    place: NamedPosition, matches: Sequence[PlaceMatch], gazetteer: Gazetteer, answers: Mapping[str, str]
) -> NamedPosition:
    answered = _answered(place, matches, gazetteer, answers)
    if answered is not None:
        return answered
    match = outright(matches)
    if match is not None:
        return _with(place, "name", match)
    return _with(place, "waiting" if matches else "unknown")


def _answered(
    place: NamedPosition, matches: Sequence[PlaceMatch], gazetteer: Gazetteer, answers: Mapping[str, str]
) -> NamedPosition | None:
    """Return a place as a recipe says; ``None`` where it says nothing of it.

    An answer for all countries does not count for a place in another country than the row names.
    """
    of_country = answers.get(f"place:{place.text} [{place.country}]")
    answer = (answers.get(f"place:{place.text}", "") if of_country is None else of_country).strip()
    if answer == NONE:
        return _with(place, "none")
    # What was proposed is as exact as the text is; "5 km south of" makes an area of a town.
    match = next((match for match in matches if match.id == answer), None) or gazetteer.place(answer)
    if match is not None:
        is_elsewhere = place.country and match.country not in ("", place.country)
        return None if of_country is None and is_elsewhere else _with(place, "answer", match)
    if found := _POINT.fullmatch(answer):
        lat, lon = map(float, found.groups())
        if is_on_earth(lat, lon):
            return _with(place, "answer", point=(lat, lon))
    return None


def _with(
    place: NamedPosition, by: By, match: PlaceMatch | None = None, point: tuple[float, float] | None = None
) -> NamedPosition:
    precision = None
    if match is not None:
        point, precision = (match.lat, match.lon), match.precision
    elif point is not None:
        precision = precision_of(*point)
    return NamedPosition(place.text, place.country, place.admin, place.rows, by, match, point, precision)


def _grouped(waiting: Sequence[tuple[NamedPosition, tuple[PlaceMatch, ...]]]) -> tuple[PlaceToConfirm, ...]:
    """Return one question for each text and country, whatever districts its rows name."""
    matches: dict[tuple[str, str], dict[str, PlaceMatch]] = {}
    rows: dict[tuple[str, str], int] = {}
    for place, found in waiting:
        key = place.text, place.country
        rows[key] = rows.get(key, 0) + place.rows
        for match in found:
            matches.setdefault(key, {}).setdefault(match.id, match)
    texts = [text for text, _ in rows]
    several = {text for text in texts if texts.count(text) > 1}
    asked = (
        PlaceToConfirm(text, many, tuple(matches[text, country].values()), country, text in several)
        for (text, country), many in rows.items()
    )
    return tuple(sorted(asked, key=lambda place: -place.rows))


def _option(match: PlaceMatch) -> Option:
    kind = "province" if match.kind == DIVISION else match.kind.replace("-", " ")
    country = f", {country_name(match.country)}" if match.country else ""
    preview = f"{degrees_words(match.lat, match.lon)} ({match.precision})"
    return Option(match.id, f"{match.name}: {kind}{country}", (preview,))
