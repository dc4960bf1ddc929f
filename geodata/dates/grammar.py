"""Grammar of dates: parts in their order as year, month and day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from geodata.dates.fields import OTHER_CALENDARS, YEARS, Fields, NoDay, ReadDay, Reason, between, days_of, full_year
from geodata.dates.parts import AND, RANGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geodata.dates.parts import Item, Parts

Order: TypeAlias = Literal["day-first", "month-first", "year-first", ""]
"""Order of numbers: "3/4/2018" as 3 April or March 4, "14-10-06" as 6 October 2014; empty where it is not said."""

_SEASONS = ((3, 5), (6, 8), (9, 11), (12, 2))
"""First and last month of spring, summer, autumn and winter, as EDTF and meteorologists have them."""
_EDTF_SEASONS = range(21, 25)
_OTHER_EDTF_SEASONS = range(25, 42)
_MONTHS = range(1, 13)
_CENTURY = 100


class Grammar:
    """Reader of the parts of a date in one order."""

    def __init__(self, order: Order, *, is_hijri: bool) -> None:
        """Read numbers in an order, and years 1300-1500 as those of the Hijri calendar or as none."""
        self.order = order
        self.is_hijri = is_hijri

    def read(self, parts: Parts) -> ReadDay | NoDay:
        """Return the days that the parts say, as one date or as a range."""
        if "S" in parts.shape:
            return _season(parts)
        fields = self._whole(parts.items, parts.gaps)
        read = days_of(fields) if fields else self._special(parts)
        if read is not None:
            return read
        failed = NoDay(Reason.NO_YEAR if "M" in parts.shape and "Y" not in parts.shape else Reason.UNREADABLE)
        for first, last in self._splits(parts):
            found = between(first, last)
            if isinstance(found, ReadDay):
                return found
            failed = found
        return failed

    def _whole(self, items: Sequence[Item], gaps: Sequence[str]) -> Fields | None:
        """Return the fields of a date that has a year, or nothing."""
        if {RANGE, AND, "?"} & set(gaps):
            return None
        shape = "".join(item.kind for item in items)
        if "M" in shape or "H" in shape:
            return self._with_name(shape, items, gaps)
        return self._with_figures(shape, items) if len(set(gaps)) <= 1 else None

    def _with_figures(self, shape: str, items: Sequence[Item]) -> Fields | None:
        """Return the fields of a date in figures that has a year, or nothing."""
        values = [item.value for item in items]
        if shape == "L":
            values = [values[0] // 10_000, values[0] // _CENTURY % _CENTURY, values[0] % _CENTURY]
        elif shape == "NNY":
            values.reverse()
            if self.order == "month-first":
                values[1:] = reversed(values[1:])
        elif shape == "NY":
            values.reverse()
        elif shape == "NNN":
            return self._short(items)
        elif shape not in {"Y", "YNN"} and not (shape == "YN" and values[1] in _MONTHS):
            return None
        return self._fields(*values)

    def _with_name(self, shape: str, items: Sequence[Item], gaps: Sequence[str]) -> Fields | None:
        values = [item.value for item in items]
        is_hijri = "H" in shape
        shape = shape.replace("H", "M")
        places = {"NMY": "dmy", "MNY": "mdy", "YMN": "ymd", "YNM": "ydm", "MY": "my", "YM": "ym"}.get(shape)
        if places:
            number = dict(zip(places, values, strict=True))
            if is_hijri and number["y"] not in OTHER_CALENDARS:
                return None
            return Fields(number["y"], number["m"], number.get("d"), is_hijri)
        has_short_year = shape == "NMN" or (shape == "MNN" and gaps[1] == ",")
        if not has_short_year or items[-1].digits == 1 or is_hijri:
            return None
        return Fields(full_year(values[2]), *(reversed(values[:2]) if shape == "NMN" else values[:2]))

    def _short(self, items: Sequence[Item]) -> Fields | None:
        """Return the fields of a date whose year has two digits."""
        one, two, three = (item.value for item in items)
        year = items[0] if self.order == "year-first" else items[2]
        if year.digits == 1 or self.is_hijri:
            return None
        if self.order == "year-first":
            return self._fields(full_year(one), two, three)
        day, month = (two, one) if self.order == "month-first" else (one, two)
        return self._fields(full_year(three), month, day)

    def _fields(self, year: int, month: int | None = None, day: int | None = None) -> Fields:
        return Fields(year, month, day, self.is_hijri and year in OTHER_CALENDARS)

    def _special(self, parts: Parts) -> ReadDay | NoDay | None:
        """Return what a year and a number up to 99 say: years, a season of EDTF, or nothing that is sure."""
        if parts.shape != "YN" or parts.gaps[0] not in "-/" or parts.items[1].digits == 1:
            return None
        year, number = (item.value for item in parts.items)
        if number in _EDTF_SEASONS and parts.gaps[0] == "-":
            return _months_of_season(year, number - _EDTF_SEASONS[0])
        if number in _OTHER_EDTF_SEASONS and parts.gaps[0] == "-":
            return NoDay(Reason.AMBIGUOUS)
        if year in YEARS and number > year % _CENTURY:
            return between(Fields(year), Fields(year - year % _CENTURY + number))
        return NoDay(Reason.IMPOSSIBLE)

    def _splits(self, parts: Parts) -> Iterator[tuple[Fields, Fields]]:
        """Yield what can be read as the two ends of a range."""
        for place in sorted(range(len(parts.gaps)), key=lambda place: parts.gaps[place] != RANGE):
            if not self._parts_here(parts, place):
                continue
            items, gaps = parts.items, parts.gaps
            left = self._end(items[: place + 1], gaps[:place])
            after_month = parts.shape[0] in "MH" and left and left.day is not None and left.year is None
            right = _day_and_year(items[place + 1 :]) if after_month else None
            right = right or self._end(items[place + 1 :], gaps[place + 1 :])
            if left and right and self._fit(parts, place, left, right):
                yield left, right

    def _parts_here(self, parts: Parts, place: int) -> bool:
        """Return whether a range can be parted at a gap."""
        gap, others = parts.gaps[place], parts.gaps[:place] + parts.gaps[place + 1 :]
        if gap in {RANGE, AND}:
            return RANGE not in others and AND not in others
        named = "M" in parts.shape or "H" in parts.shape
        return gap in {"-", "/"} and (named or gap not in others) and not {RANGE, AND} & set(others)

    def _fit(self, parts: Parts, place: int, left: Fields, right: Fields) -> bool:
        """Return whether two ends are those of one range, not two dates of a list."""
        is_mixed = left.year is None and left.month is not None and left.is_hijri != right.is_hijri
        has_one_day = left.month is not None and (left.day is None) != (right.day is None)
        if is_mixed or has_one_day or (right.year is None and left.year is None):
            return False
        if parts.gaps[place] != AND or "between" in parts.words:
            return True
        return right.day is not None and left.day == right.day - 1 and left.month in {None, right.month}

    def _end(self, items: Sequence[Item], gaps: Sequence[str]) -> Fields | None:
        """Return the fields of one end of a range, which may lack what the other end says."""
        whole = self._whole(items, gaps)
        if whole or {RANGE, AND, "?"} & set(gaps):
            return whole
        values = [item.value for item in items]
        shape = "".join(item.kind for item in items)
        is_hijri, shape = "H" in shape, shape.replace("H", "M")
        if shape == "NN" and gaps[0] in {".", "/"}:
            shape = "MN" if self.order == "month-first" else "NM"
        if shape == "N":
            return Fields(day=values[0])
        if shape == "M":
            return Fields(month=values[0], is_hijri=is_hijri)
        if shape in {"NM", "MN"}:
            day, month = values if shape == "NM" else reversed(values)
            return Fields(month=month, day=day, is_hijri=is_hijri)
        return None


def _day_and_year(items: Sequence[Item]) -> Fields | None:
    """Return the end of a range such as "October 3-5, 2014"."""
    shape = "".join(item.kind for item in items)
    return Fields(items[1].value, day=items[0].value) if shape == "NY" else None


def _season(parts: Parts) -> ReadDay | NoDay:
    """Return the months of a season; of a winter, in which of two years it is said not, the year."""
    values = {item.kind: item.value for item in parts.items}
    if parts.shape in {"SY", "YS"} and set(parts.gaps) <= {" ", ",", "-", "."}:
        return _months_of_season(values["Y"], values["S"] - 1)
    if parts.shape in {"SYN", "SYY"} and values["S"] == len(_SEASONS) and parts.gaps[1] in "-/":
        year, next_year = (item.value for item in parts.items[1:])
        if next_year in {year + 1, (year + 1) % _CENTURY}:
            winter = between(Fields(year, 12), Fields(year + 1, 2))
            return replace(winter, approximate=True) if isinstance(winter, ReadDay) else winter
    return NoDay(Reason.NO_YEAR if parts.shape == "S" else Reason.UNREADABLE)


def _months_of_season(year: int, season: int) -> ReadDay | NoDay:
    """Return the months of a season, 0 being spring; seasons have no sharp ends, so they are approximate."""
    first, last = _SEASONS[season]
    read = between(Fields(year, first), Fields(year, last)) if first < last else days_of(Fields(year))
    return replace(read, approximate=True) if isinstance(read, ReadDay) else read
