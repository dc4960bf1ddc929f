"""An address is read and written in the browser as in Python: both are asked the same and must answer the same."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from itertools import cycle, product
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote

import pytest

from geodata.dates.iso import day_number
from geodata.lessons.reader import lesson_ids
from tests.hostile import ADDRESSES, TEXTS
from tests.paths import ROOT
from timemap.document.choices import choices_data
from timemap.document.events import event_columns
from timemap.document.source_list import SourceList
from timemap.state.fields import IN_ADDRESS, table
from timemap.state.initial import whole_span
from timemap.state.map_state import default_state, filter_by_state
from timemap.state.url import read_parameters, write_parameters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodata.atlas import Atlas

TODAY = date(2026, 6, 1)
READER = ROOT / "tests" / "web" / "read_addresses.js"

FIXED = (
    "",
    "from=2014-07-01&amp;moment=2015-01-26&amp;categories=battle",
    "from=2014-07-01&to=2015-01-26",
    "from=2014-07-01&to=2015-01-26&mode=day",
    "from=2016-01-01&to=2015-01-01",
    "from=1066-10-14",
    "to=1999-01-01",
    "from=1999-01-01&to=2015-01-26",
    "from=soon&to=2014-02-30",
    "moment=20141006",
    "moment=2039-01-01&compare=2039-01-01",
    "moment=2015-01-26)",
    "compare=2015-01-26",
    "mode=until&window=30",
    "mode=sideways&window=-1",
    "window=03660",
    "window=367",
    "hidden=wall,isis",
    "hidden=everything,events,",
    "hidden=,",
    "words=%20Koban%C3%AE%20",
    "words=" + "x" * 300,
    "words=%E2%80%8B%00%EF%BB%BF",
    "words=%1C",
    "words=%C2%A0%C2%85%E3%80%80kobane%E2%80%8B%09",
    "words=" + "%E2%80%8B" * 200 + "kobane",
    "moment=%EF%BB%BF2015-01-26&compare=2015-01-26%1C",
    "categories=battle%1C,%C2%85trial,%E2%80%8B",
    "categories=battle,nothing-such,battle",
    "categories=,",
    "parties=<script>alert(1)</script>",
    "language=ar",
    "language=xx",
    "lat=36.75&lon=38.55&zoom=8.256",
    "lat=36.75&lon=38.55",
    "lat=99&lon=38.55&zoom=8",
    "zoom=8",
    "lesson=the-siege-of-kobane&scene=4",
    "lesson=the-siege-of-kobane&scene=4)",
    "lesson=nothing-such&scene=4",
    "lesson=the-siege-of-kobane&scene=4&presenting=yes",
    "lesson=the-siege-of-kobane&presenting=no",
    "presenting=yes",
    "event=siege-begins",
    "event=siege-begins&moment=2014-09-15&window=7",
    "event=siege-begins&from=2020-01-01&words=kobane",
    "event=no-such-event",
    "version=newest",
    "version=0a1b2c3d4e",
    "momnet=2015-01-26&embed=true&utm_source=mail&fbclid=1",
)


def made(atlas: Atlas) -> list[str]:
    """Return addresses of good and bad values in many combinations, always the same."""
    draw = random.Random(20141006)  # noqa: S311 (nothing secret)
    values = {
        "from": ["2012-07-19", "2014-09-15", "2019-10-09", "2014-09-31", "1990-01-01"],
        "to": ["2015-01-26", "2026-06-01", "2013-01-01", "later"],
        "moment": ["2014-10-06", "2015-01-26", "2026-03-05", "x"],
        "compare": ["2014-10-06", "2019-10-31", "0"],
        "mode": ["day", "until", "range", "never"],
        "window": ["0", "7", "366", "9999"],
        "categories": [atlas.categories[0].id, ",".join(row.id for row in atlas.categories[:3]), "x"],
        "parties": [atlas.parties[0].id, "x,y"],
        "words": ["kobane", "عفرين", "zzzz"],
        "language": ["en", "tr", "xx"],
        "event": [atlas.events[3].id, atlas.events[-9].id, "nobody"],
        "hidden": ["zones", "isis,sdf", "evidence,nothing"],
        "scene": ["2", "-1"],
        "presenting": ["yes", "1"],
    }
    addresses = []
    for _ in range(300):
        names = draw.sample(sorted(values), draw.randint(1, 6))
        addresses.append("&".join(f"{name}={quote(draw.choice(values[name]), safe=',')}" for name in names))
    return addresses


def hostile(atlas: Atlas) -> list[str]:
    """Return the addresses of the corpus, and each of its texts in a part of an address, several at once."""
    draw = random.Random(20151231)  # noqa: S311 (nothing secret)
    texts = list(TEXTS.values())
    values = [*texts, "2014-10-06", "day", "7", "36.8", atlas.events[3].id, atlas.categories[0].id]
    one_each = [f"{name}={quote(text)}" for name, text in zip(cycle(IN_ADDRESS), texts, strict=False)]
    several = [
        "&".join(f"{draw.choice(IN_ADDRESS)}={quote(draw.choice(values), safe=',')}" for _ in range(draw.randint(1, 5)))
        for _ in range(200)
    ]
    return [*ADDRESSES, *one_each, *several, "&".join(f"{quote(text[:99])}=1" for text in texts)]


def known(atlas: Atlas) -> dict[str, Any]:
    """Return what a document knows when it reads an address."""
    whole, default = whole_span(atlas, TODAY), default_state(atlas, TODAY)
    days = [day_number(whole.start), day_number(whole.end)]
    return {
        "fields": table(),
        "whole": days,
        "range": days,
        "moment": day_number(default.moment),
        "mode": default.mode,
        "choices": choices_data(default),
        "controllers": [{"id": row.id} for row in atlas.controllers],
        "categories": [{"id": row.id} for row in atlas.categories],
        "parties": [{"id": row.id} for row in atlas.parties],
        "languages": [{"code": code} for code in atlas.name_languages],
        "lessonIds": list(lesson_ids()),
        "version": atlas.version,
    }


def passing(atlas: Atlas, addresses: Sequence[str]) -> dict[str, list[str]]:
    """Return the events that pass each filter of the addresses, alone and with the others."""
    empty: dict[str, Any] = {"categories": (), "parties": (), "words": ""}
    default = default_state(atlas, TODAY)
    passes: dict[str, list[str]] = {}
    for address in addresses:
        params = dict(parse_qsl(address))
        for asked in (params, {name: value for name, value in params.items() if name in empty}):
            view, _ = read_parameters(asked, atlas, TODAY)
            for kept in product((False, True), repeat=3):
                filters = {
                    name: getattr(view, name) if keep else none
                    for keep, (name, none) in zip(kept, empty.items(), strict=True)
                }
                bare = replace(default, **filters)
                if bare.filtered:
                    key = json.dumps(list(filters.values()), ensure_ascii=False, separators=(",", ":"))
                    passes[key] = list(filter_by_state(bare, atlas).ids)
    return passes


def test_both_sides_read_and_write_the_same(atlas: Atlas) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.fail("node is not installed")
    addresses = [*FIXED, *made(atlas), *hostile(atlas)]
    columns = event_columns(atlas, atlas.events, SourceList(atlas))
    asked = {
        "data": known(atlas),
        "events": {name: columns[name] for name in ("id", "formerId", "start", "end")},
        "passing": passing(atlas, addresses),
        "addresses": addresses,
    }
    run = subprocess.run([node, str(READER)], input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    for address, answer in zip(addresses, json.loads(run.stdout), strict=True):
        query = re.sub("^[?#]", "", address)
        named = dict(parse_qsl(query, keep_blank_values=True))  # of one named twice the last counts
        view, problems = read_parameters(dict(reversed(named.items())), atlas, TODAY)
        said = [[problem.column, problem.value, problem.expected, problem.hint] for problem in problems]
        assert answer["written"] == write_parameters(view, atlas, TODAY), address
        assert sorted(answer["problems"]) == sorted(said), address
