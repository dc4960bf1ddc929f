// The legend hears of what lies in view on the moment, and of nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createEvents } from "../../timemap/web/events/events.js";
import { presence } from "../../timemap/web/legend/presence.js";
import { softParts } from "../../timemap/web/areas/edgefade.js";
import { createTopology } from "../../timemap/web/areas/topology.js";

const UNIT = 100_000;
const square = (x, y) => [x * UNIT, y * UNIT, UNIT, 0, 0, UNIT, -UNIT, 0, 0, -UNIT];
const DATA = {
  confidences: ["high", "medium", "low"],
  knownUntil: { control: 50 },
  areas: {
    arcs: [square(0, 0), square(5, 5)],
    cells: [
      { place: 0, rings: [[[0]]] },
      { place: 1, rings: [[[1]]] },
    ],
    holds: [
      [[0, null, 0, 0, -1]],
      [
        [0, 30, 1, 2, -1],
        [30, null, 2, 1, 0],
      ],
    ],
  },
  base: { border: [[0, UNIT, UNIT, 0]] },
  focus: { lon: 0.5, lat: 0.5 },
  wall: [{ start: 20, line: [[0, UNIT, UNIT, 0]] }],
  crossings: [
    {
      lon: 0.5,
      lat: 1,
      states: [
        [0, 10, "open"],
        [10, null, "closed"],
      ],
    },
  ],
  quarters: [
    {
      day: 5,
      marks: [
        { lon: 0.5, lat: 0.5, controller: 1 },
        { lon: 9, lat: 9, controller: 2 },
      ],
    },
    { day: 9, marks: [] },
  ],
  posts: [{ lon: 5.5, lat: 5.5, start: 25, end: null, lastKnown: null, holder: "x" }],
};
const EVENTS = createEvents({
  id: ["a", "b", "c"],
  start: [1, 1, 40],
  end: [2, 2, 41],
  lon: [0.5, 0.5, 5.5],
  lat: [0.5, 0.5, 5.5],
  categories: [[3, 4], [4], [3]],
  where: ["exact", "area", "town"],
});
const STATE = { moment: 1, range: [0, 100], mode: "day", window: 0, shown: null };
const HERE = { west: -1, south: -1, east: 2, north: 2, zoom: 8 };
const THERE = { west: 4, south: 4, east: 7, north: 7, zoom: 8 };
const look = (patch, bounds) =>
  presence({ data: DATA, events: EVENTS, topology: createTopology(DATA.areas) }, { ...STATE, ...patch }, bounds);

test("what lies in the window and only that", () => {
  assert.deepEqual(look({}, HERE), {
    controllers: [0],
    weak: false,
    rim: false,
    zones: [],
    documented: { controllers: [0], zones: [] },
    lastKnown: { controllers: [], zones: [] },
    counted: false,
    categories: [3, 4],
    stacked: true,
    wheres: ["exact", "area"],
    own: false,
    signs: {
      focus: ["seen"],
      quarters: [],
      callouts: [],
      border: ["seen"],
      wall: [],
      crossings: ["open"],
      posts: [],
    },
  });
  const there = look({ moment: 40 }, THERE);
  assert.deepEqual(
    [there.controllers, there.zones, there.categories, there.signs.posts, there.signs.border, there.signs.focus],
    [[2], [0], [3], ["standing x"], [], []],
  );
});

test("the wall from its day, crossings by their state, last known after the last supported day", () => {
  assert.deepEqual(look({ moment: 20 }, HERE).signs.wall, ["seen"]);
  assert.deepEqual(look({ moment: 20 }, HERE).signs.crossings, ["closed"]);
  const greyed = [50, 51].map((moment) => look({ moment }, HERE).lastKnown.controllers);
  assert.deepEqual(greyed, [[], look({ moment: 51 }, HERE).controllers]);
});

test("weak evidence is explained while some of it is seen, and last known alone is not weak", () => {
  assert.deepEqual([10, 40, 51].map((moment) => look({ moment }, THERE).weak), [true, false, false]);
  assert.equal(look({ moment: 10 }, HERE).weak, false);
});

test("the soft edge is explained where it is seen, not along a border and not without areas", () => {
  const rim = [[0, 0, UNIT, 0, 0, UNIT, -UNIT, 0, 0, -UNIT]];
  const data = { ...DATA, areas: { ...DATA.areas, rim } };
  const seen = (bounds, moment = 1) =>
    presence({ data, events: EVENTS, topology: createTopology(data.areas) }, { ...STATE, moment }, bounds).rim;
  assert.equal(seen(HERE), true);
  assert.equal(seen({ west: 0.1, south: 0.9, east: 0.9, north: 1.5 }), false);
  assert.equal(seen(THERE), false);
  assert.equal(seen(HERE, -5), false);
});

test("the rim along a border is not soft, the rest is", () => {
  const parts = softParts([Float64Array.from([0, 0, 1, 0, 1, 1, 0, 1, 0, 0])], [Float64Array.from([0, 1, 1, 1])]);
  assert.ok(parts.length > 0);
  for (const part of parts) for (let at = 1; at < part.length; at += 2) assert.ok(part[at] < 1);
  assert.ok(parts.some((part) => part.includes(0)));
});

test("quarters are explained where one is near enough to see them, from the report until the next", () => {
  const near = { ...HERE, zoom: 13 };
  assert.deepEqual(
    [
      look({ moment: 6 }, near).signs.quarters,
      look({ moment: 6 }, HERE).signs.quarters,
      look({ moment: 4 }, near).signs.quarters,
      look({ moment: 9 }, near).signs.quarters,
    ],
    [["1 5"], [], [], []],
  );
});
