// The map in words: measures, shapes, outlines, routes, steps and phrases, on land that is made up.
import assert from "node:assert/strict";
import { test } from "node:test";

import { createTopology } from "../../timemap/web/areas/topology.js";
import { createEvents } from "../../timemap/web/events/events.js";
import { createDescriber, plainSections } from "../../timemap/web/textmap/describe.js";
import { hereWords, nextAlong } from "../../timemap/web/textmap/here.js";
import { createLand, firstMet } from "../../timemap/web/textmap/land.js";
import { DIRECTIONS, directionOf, distanceOf, pointsAlong } from "../../timemap/web/textmap/measures.js";
import { createNames } from "../../timemap/web/textmap/names.js";
import { mainSides } from "../../timemap/web/textmap/outline.js";
import { sideWords, wayFrom } from "../../timemap/web/textmap/areaphrases.js";
import { stretchesOf } from "../../timemap/web/textmap/routes.js";
import { shapeOf } from "../../timemap/web/textmap/shape.js";
import {
  counted, firstOf, kmWords, listed, named, nodesOf, plain, say, sizeWords,
} from "../../timemap/web/textmap/text.js";
import { createWalk } from "../../timemap/web/textmap/walk.js";

const KOBANE = { lat: 36.89, lon: 38.35 };
const DAY = 100;

test("a distance is that on the globe, a direction one of eight", () => {
  assert.equal(Math.round(distanceOf(KOBANE, { lat: 37.89, lon: 38.35 })), 111);
  assert.equal(distanceOf(KOBANE, KOBANE), 0);
  const ways = [[1, 0], [1, 1.25], [0, 1], [-1, 1.25], [-1, 0], [-1, -1.25], [0, -1], [1, -1.25]];
  const found = ways.map(([lat, lon]) => DIRECTIONS[directionOf(KOBANE, { lat: 36.89 + lat, lon: 38.35 + lon })]);
  assert.deepEqual(found, DIRECTIONS);
});

test("points along a line are as far apart as asked for", () => {
  const points = pointsAlong([38, 36, 38, 36.5, 38, 37], 10);
  assert.equal(points.length, 12);
  for (let at = 1; at < points.length; at += 1) {
    assert.ok(Math.abs(distanceOf(points[at - 1], points[at]) - 10) < 0.01);
  }
  assert.deepEqual(pointsAlong([], 1), []);
});

/** Return a box as a ring, counter-clockwise. */
const box = (west, south, east, north) => Float64Array.from([
  west, south, east, south, east, north, west, north, west, south,
]);

test("a shape has its middle, its axis and how long it is", () => {
  const wide = shapeOf([box(38, 36, 40, 36.2)]);
  assert.equal(wide.axis, 2);
  assert.ok(wide.stretch > 7 && Math.abs(wide.middle.lon - 39) < 1e-6 && Math.abs(wide.middle.lat - 36.1) < 1e-6);
  assert.equal(shapeOf([box(38, 36, 38.2, 38)]).axis, 0);
  const slant = Float64Array.from([38, 36, 38.1, 36, 40, 37.5, 39.9, 37.5, 38, 36]);
  assert.equal(shapeOf([slant]).axis, 1);
  const round = shapeOf([box(38, 36, 39.24, 37)]);
  assert.ok(round.stretch < 1.05 && round.fill > 0.9);
  assert.equal(Math.round(round.high), 111);
});

test("parts, holes and a point inside are found", () => {
  const two = shapeOf([box(38, 36, 39, 37), box(41, 36, 42, 37)]);
  assert.deepEqual([two.parts, two.holes], [2, 0]);
  assert.ok(two.point.lon < 39 || two.point.lon > 41);
  const back = box(38.3, 36.3, 38.7, 36.7).reverse();
  const turned = Float64Array.from(back, (_, at) => back[at % 2 === 0 ? at + 1 : at - 1]);
  const ring = shapeOf([box(38, 36, 39, 37), turned]);
  assert.deepEqual([ring.parts, ring.holes], [1, 1]);
  assert.ok(ring.point.lon < 38.3 || ring.point.lon > 38.7);
});

test("the sides of a line are one, some or all", () => {
  assert.deepEqual(mainSides({ km: [9, 1, 0, 0, 0, 0, 0, 1], east: 0, north: 10 }), [0]);
  assert.deepEqual(mainSides({ km: [5, 0, 0, 0, 5, 0, 0, 0], east: 0, north: 0 }), [0, 4]);
  assert.deepEqual(mainSides({ km: [1, 1, 1, 1, 1, 1, 1, 1], east: 0, north: 0 }), [0, 2, 4, 6]);
  assert.deepEqual(mainSides({ km: [4, 4, 4, 0, 0, 0, 0, 0], east: 6, north: 6 }), [1]);
  assert.deepEqual(mainSides(undefined), []);
  assert.equal(sideWords([0, 2]), "in the north and east");
  assert.equal(sideWords([0, 2, 4, 6]), "on all sides");
  assert.equal(sideWords([]), "");
});

test("stretches of a route join what is short or equal", () => {
  const stations = Array.from({ length: 16 }, (_, km) => ({ km, cells: [km < 5 || km === 10 ? 0 : 1] }));
  const passed = [{ km: 6, off: 1, index: 0, cell: -1, spot: {} }];
  const found = stretchesOf({ stations, passed, length: 16 }, [3, 4]);
  assert.deepEqual(found.map(({ from, to, holders }) => [from, to, ...holders]), [[0, 5, 3], [5, 16, 4]]);
  assert.deepEqual(found.map((stretch) => stretch.passed.length), [0, 1]);
  assert.deepEqual(stretchesOf({ stations: [], passed: [], length: 0 }, []), []);
});

test("a walk takes steps within the map and no further", () => {
  const walk = createWalk(KOBANE, () => [38, 36, 39, 38]);
  assert.deepEqual(walk.step(0, 10), { moved: true, atEdge: false });
  assert.equal(Math.round(distanceOf(KOBANE, walk.point())), 10);
  assert.equal(DIRECTIONS[directionOf(KOBANE, walk.point())], "north");
  assert.ok(walk.step(4, 10).moved);
  assert.ok(distanceOf(KOBANE, walk.point()) < 0.01);
  assert.deepEqual(walk.step(2, 200), { moved: true, atEdge: true });
  assert.ok(Math.abs(walk.point().lon - 39) < 0.001 && walk.point().lat === KOBANE.lat);
  assert.deepEqual(walk.step(2, 1), { moved: false, atEdge: true });
  assert.ok(!walk.to({ lat: 30, lon: 38 }) && walk.to({ lat: 37, lon: 38.5 }));
});

test("texts are plain English, with names in their own language", () => {
  const names = { en: "Afrin (city)", ku: "Efr\u00een" };
  assert.deepEqual(say`In ${named(names, "ku")}.`, ["In ", { name: "Efr\u00een", lang: "ku" }, "."]);
  assert.equal(plain(say`In ${named(names, "en")}, ${1234}.`), "In Afrin, 1,234.");
  assert.deepEqual(named(names, "ar"), ["Afrin"]);
  assert.equal(plain(listed([["a"], ["b"], ["c"]])), "a, b and c");
  assert.equal(plain(firstOf([["a"], ["b"], ["c"], ["d"]], 2)), "a, b and 2 more");
  assert.equal(plain(firstOf([["a"], ["b"], ["c"]], 2)), "a, b and c");
  assert.deepEqual([counted(1, "area"), counted(1200, "area"), counted(2, "city", "cities")],
    ["1 area", "1,200 areas", "2 cities"]);
  assert.equal(plain(wayFrom({ lat: 36.89, lon: 38.46 }, KOBANE, ["Kobane"])), "10 km east of Kobane");
  assert.equal(plain(wayFrom(KOBANE, KOBANE, ["Kobane"])), "at Kobane");
});

/** Two cells side by side, the western one that of A, the eastern one that of B; Turkey lies to the north. */
function smallWorld() {
  const steps = (points) => points.flatMap(([x, y], at) => (
    at === 0 ? [x, y] : [x - points[at - 1][0], y - points[at - 1][1]]).map((value) => Math.round(value * 1e5)));
  const home = [[37, 35], [41, 35], [41, 37], [37, 37], [37, 35]];
  const abroad = [[37, 37], [41, 37], [41, 39], [37, 39], [37, 37]];
  const arcs = [
    [[38.5, 36], [38.5, 37]],
    [[38.5, 37], [38, 37], [38, 36], [38.5, 36]],
    [[38.5, 36], [39, 36], [39, 37], [38.5, 37]],
  ];
  const controllers = ["A", "B"].map((name) => ({ id: name, name, names: [] }));
  const place = (id, lat, lon, kind) => ({ id, names: { en: id, ku: `${id}\u00ea` }, lat, lon, kind });
  return {
    subject: {
      region: "northern Syria", side: "Syrian", border: "Turkish border", borderStart: "the sea", banks: "",
      post: "Turkish military post",
    },
    controllers, unknownHolder: "Not known", strengths: ["strong", "some", "weak"], bounds: [[35, 37], [39, 41]],
    focus: { id: "Kobane", names: { en: "Kobane" }, ...KOBANE },
    places: [place("West", 36.5, 38.2, "city"), place("East", 36.5, 38.8, "town")],
    areas: {
      arcs: arcs.map(steps), rim: [], zones: [], changes: [0, DAY],
      cells: [{ place: 0, km2: 4900, rings: [[[0, 1]]] }, { place: 1, km2: 4900, rings: [[[2, ~0]]] }],
      holds: [[[0, null, 0, 0, -1]], [[0, DAY, 0, 0, -1], [DAY, null, 1, 2, -1]]],
    },
    evidence: { holds: [[[0, null, 0, 0, -1, -1]], [[0, DAY, 0, 0, -1, -1], [DAY, null, 1, 2, -1, -1]]] },
    edges: {
      states: ["Turkey"],
      between: [[0, 1, -1, 111], [0, -1, 0, 44], [0, -1, -1, 155], [1, -1, 0, 44], [1, -1, -1, 155]],
    },
    base: {
      home: "SYR", homeCode: "SY", river: "Euphrates", plain: false,
      lakes: [], towns: [], borders: [], divisions: [], divisionLines: [], relief: null,
      border: [steps([[37, 37], [41, 37]])],
      rivers: [{ name: "Euphrates", rank: 1, line: steps([[38.7, 37.5], [38.7, 35.5]]) }],
      countries: [
        { iso: "SYR", name: "Syria", rings: [steps(home)] },
        { iso: "TUR", name: "Turkey", rings: [steps(abroad)] },
      ],
    },
    crossings: [], wall: [], posts: [], quarters: [], callouts: [], handovers: { ways: [], successions: [] },
  };
}

const EVENT = {
  id: ["bridge"], title: ["Bridge opened"], place: ["East"], lat: [36.5], lon: [38.8], start: [DAY], end: [DAY + 1],
  categories: [[0]], precision: ["day"], sources: [[]], parties: [[]],
};

function described(day = DAY, language = "en") {
  const data = smallWorld();
  const known = { data, topology: createTopology(data.areas), events: createEvents(EVENT) };
  const describer = createDescriber(known);
  const state = { moment: day, language, shown: null, hidden: [] };
  const here = { known, ground: describer.groundOf(), state, names: createNames(data, day, language) };
  return { describer, state, here, text: plainSections(describer.sectionsOf(state)) };
}

test("a day is told as a whole: sizes, change, event, borders, routes", () => {
  const { text } = described();
  for (const words of [
    "- A: 4,900 km\u00b2, 50% of the land shown, in 1 area; 4,900 km\u00b2 less than a month before.",
    "Compared with the day before, land changed hands:\n\n- 4,900 km\u00b2 passed from A to B: East.",
    "- Bridge opened (East, 59 km south-east of Kobane).",
    "It borders B for 111 km in the east and Turkey for 44 km in the north.",
    "Its nearest edge is 13 km east of Kobane.",
    "All of it was added in the month before: 4,900 km\u00b2 from A. Evidence: weak 100%.",
    "The Euphrates runs through it for 1",
    "1. Kilometre 0 to 89: no area shown.\n2. Kilometre 89 to 134: A.",
    "B on both banks",
  ]) assert.ok(text.includes(words), `${words}\n\n${text}`);
});

test("a day later the change is one day old, a day before there was none", () => {
  assert.ok(described(DAY + 1).text.includes("Land last changed hands on 11 April 1970, 1 day before:"));
  assert.ok(described(DAY - 1).text.includes("No land has changed hands yet"));
  assert.ok(described(-1).text.includes("No areas are known for this day."));
});

test("a number and its unit stay on one line of the page, and the bare text has a plain space", () => {
  const text = say`${sizeWords(4)} passed, ${kmWords(13)} west of 1 kmara`;
  assert.equal(nodesOf(text).join(""), "4\u00a0km\u00b2 passed, 13\u00a0km west of 1 kmara");
  assert.equal(plain(text), "4 km\u00b2 passed, 13 km west of 1 kmara");
});

test("names follow the language", () => {
  const { describer, state } = described(DAY, "ku");
  const title = describer.sectionsOf(state).find(({ title: [first] }) => first === "B")?.title;
  assert.deepEqual(title, ["B", ": ", { name: "East\u00ea", lang: "ku" }]);
});

test("beyond the base map is the edge of the map; the sea is water without a country within it", () => {
  const { here } = described();
  const ways = hereWords(here, { lat: 38, lon: 38.35 }).map(plain).join(" ");
  assert.match(ways, /North of here: the edge of the map after 111 km\./);
  assert.match(ways, /West of here: the edge of the map after 118 km\./);
  assert.doesNotMatch(ways, /the sea/);
  const data = smallWorld();
  data.bounds = [[30, 30], [45, 45]];
  data.base.countries[0].rings = [[3.8e6, 3.5e6, 3e5, 0, 0, 2e5, -3e5, 0, 0, -2e5]];
  const { groundAt } = createLand(data, createTopology(data.areas));
  const kinds = [[36, 37.5], [36, 39], [38, 37.5], [34, 39], [36, 36]].map(([lat, lon]) => groundAt({ lat, lon }).kind);
  assert.deepEqual(kinds, ["sea", "home", "state", "edge", "edge"]);
  data.base.countries = [];
  assert.equal(createLand(data, createTopology(data.areas)).groundAt({ lat: 36, lon: 39 }).kind, "unknown");
});

test("the Turkish border is as far as Turkey is in that direction", () => {
  const { here } = described();
  for (const [lat, words] of [[36.997, "less than 1 km"], [36.989, "1 km"], [36.96, "4 km"], [36.7, "33 km"]]) {
    const told = hereWords(here, { lat, lon: 38.35 }).map(plain).join(" ");
    assert.match(told, new RegExp(`The Turkish border, ${words} north\\.`));
    assert.match(told, new RegExp(`North of here: Turkey after ${words}\\.`));
  }
  const slant = [Float64Array.from([38, 37, 39, 38])];
  assert.deepEqual(firstMet({ lat: 37, lon: 38.5 }, slant)?.direction, 7);
  assert.equal(Math.round(firstMet({ lat: 37, lon: 38.1 }, slant)?.km ?? 0), 7);
  assert.equal(firstMet({ lat: 37, lon: 40 }, [Float64Array.from([41, 37.2, 41.1, 37.21])]), null);
});

test("a spot says what is there and what comes next in each direction", () => {
  const { here } = described();
  const at = (lat, lon) => hereWords(here, { lat, lon }).map(plain).join(" ");
  const words = at(36.5, 38.2);
  for (const part of [
    "Here: held by A, strong evidence.", "Nearest place: West, here.", "North of here: Turkey after 56 km.",
    "East of here: B after 27 km.",
    "South of here: Syria outside the land shown after 56 km.",
  ]) assert.ok(words.includes(part), `${part}\n${words}`);
  assert.equal(nextAlong(here, { lat: 36.5, lon: 38.2 }, 2)?.spot.controller, 1);
  assert.match(at(38, 38.35), /^123 km north of Kobane. Here: Turkey\./);
  assert.match(at(36.5, 38.75), /The Euphrates, 4 km west\./);
});
