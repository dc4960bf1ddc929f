// Two days are compared by what changed between them; the divider stays where it can be taken, and each side is cut at
// it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { changesBetween, eventsBetween, keptBetween, telling, waysOfCells } from "../../timemap/web/compare/changes.js";
import { outlineOf } from "../../timemap/web/compare/clip.js";
import { kept, shareAfter } from "../../timemap/web/compare/divider.js";
import { sectionsOf } from "../../timemap/web/legend/entries.js";
import { together } from "../../timemap/web/legend/presence.js";
import { SIGNS } from "../../timemap/web/legend/signs.js";

const HOLDERS = { 10: [0, 0, 1, -1], 20: [0, 1, 1, 2], 30: [0, 0, 1, -1] };
const topology = {
  cells: [{ km2: 5 }, { km2: 7 }, { km2: 11 }, { km2: 13 }],
  at: (day) => ({ holders: HOLDERS[Math.min(30, day - (day % 10))] }),
  holdsOf: (cell) => HOLDS[cell],
};
const HOLDS = [[[10, null, 0]], [[10, 20, 0], [20, 30, 1], [30, null, 0]], [[10, null, 1]], [[20, 30, 2]]];
const JOINED = [[0, 1, "agreed", 15, null]];

test("what changed is told by who lost it, who got it and how, the largest first", () => {
  assert.deepEqual(changesBetween(topology, 10, 20, []), [
    { from: -1, to: 2, way: "unknown", km2: 13, cells: [3] },
    { from: 0, to: 1, way: "taken", km2: 7, cells: [1] },
  ]);
  assert.deepEqual(changesBetween(topology, 10, 20, JOINED).map(({ way }) => way), ["unknown", "agreed"]);
  assert.deepEqual(
    changesBetween(topology, 20, 10, JOINED).map(({ from, to, way }) => [from, to, way]),
    [
      [2, -1, "unknown"],
      [1, 0, "agreed"],
    ],
  );
  assert.deepEqual(changesBetween(topology, 10, 30, []), []);
});

test("what did not change is told by who holds it, nobody left out, the largest first", () => {
  assert.deepEqual(keptBetween(topology, 10, 30), [{ holder: 0, km2: 12 }, { holder: 1, km2: 11 }]);
  assert.deepEqual(keptBetween(topology, 10, 20), [{ holder: 1, km2: 11 }, { holder: 0, km2: 5 }]);
});

test("each cell knows how it passed on", () => {
  assert.deepEqual(waysOfCells(changesBetween(topology, 10, 20, []), 4), [null, "taken", null, "unknown"]);
});

test("events in between begin after the earlier day and not after the later, whichever comes first", () => {
  const events = { start: [10, 11, 20, 21] };
  assert.deepEqual(eventsBetween(events, 10, 20, null), [1, 2]);
  assert.deepEqual(eventsBetween(events, 20, 10, null), [1, 2]);
  assert.deepEqual(eventsBetween(events, 10, 20, Uint8Array.of(1, 0, 1, 1)), [2]);
});

test("two key dates are the day before a period and the day after it, where land changed hands", () => {
  const periods = [
    { name: "war", start: 20, end: 29 },
    { name: "longer", start: 20, end: 31 },
    { name: "open", start: 20, end: null },
    { name: "early", start: 5, end: 20 },
  ];
  assert.deepEqual(telling(periods, [10, 40], topology), [{ name: "war", left: 19, right: 29 }]);
});

test("keys move the divider by a little or a lot, and it never leaves the map", () => {
  assert.equal(shareAfter("ArrowRight", false, 0.5), 0.52);
  assert.equal(shareAfter("ArrowLeft", true, 0.5), 0.4);
  assert.equal(shareAfter("Home", false, 0.5), kept(0));
  assert.equal(shareAfter("PageDown", false, 0.5), null);
  assert.ok(kept(0) > 0 && kept(1) < 1);
});

test("each side is cut at the divider", () => {
  const map = { getSize: () => ({ x: 100, y: 50 }), containerPointToLayerPoint: () => ({ x: -10, y: -20 }) };
  assert.equal(outlineOf(map, "left", 0.3), "polygon(-10px -20px, 20px -20px, 20px 30px, -10px 30px)");
  assert.equal(outlineOf(map, "right", 0.3), "polygon(20px -20px, 90px -20px, 90px 30px, 20px 30px)");
});

test("the legend of two sides explains what is on either", () => {
  const none = {
    controllers: [],
    weak: false,
    rim: false,
    zones: [],
    documented: { controllers: [], zones: [] },
    lastKnown: { controllers: [], zones: [] },
    counted: false,
    categories: [],
    stacked: false,
    wheres: [],
    own: false,
    signs: Object.fromEntries(Object.keys(SIGNS).map((name) => [name, []])),
  };
  const signs = { ...none.signs, posts: ["standing turkey"], border: ["seen"] };
  const early = { controllers: [2, 0], zones: [] };
  const late = { controllers: [1, 2], zones: [1] };
  const one = { ...none, ...early, documented: early, wheres: ["area"], signs };
  const other = { ...none, ...late, weak: true, lastKnown: late, wheres: ["exact", "area"] };
  const both = {
    weak: true,
    controllers: [0, 1, 2],
    zones: [1],
    documented: { controllers: [0, 2], zones: [] },
    lastKnown: late,
    wheres: ["area", "exact"],
    signs,
  };
  assert.deepEqual(together(one, other), { ...none, ...both });
  assert.deepEqual(together(none, none), none);
});

test("the legend of a documented day and a later one explains full and greyed colours", () => {
  const nobody = { controllers: [], zones: [] };
  const none = { ...nobody, documented: nobody, lastKnown: nobody, wheres: [], categories: [], signs: {} };
  const signs = Object.fromEntries(Object.keys(SIGNS).map((name) => [name, []]));
  const of = (documented, lastKnown) => {
    const controllers = [...new Set([...documented, ...lastKnown])];
    const [early, late] = [documented, lastKnown].map((list) => ({ controllers: list, zones: [] }));
    const seen = { ...none, signs, controllers, documented: early, lastKnown: late };
    const legendWords = { areas: "now", areasLastKnown: "last", greyed: "greyed", lastKnown: "" };
    const data = { controllers: [{}, {}, {}], legendWords };
    const [{ title, entries }] = sectionsOf({ data }, { seen, state: {}, names: new Map(), onPaper: true });
    return [title, ...entries.map(({ words, look: { index, full, greyed } }) => words || [index, full, greyed])];
  };
  assert.deepEqual(of([0], []), ["now", [0, true, false]]);
  assert.deepEqual(of([], [0]), ["last", [0, false, true]]);
  const both = [[0, true, false], [1, true, true], [2, false, true]];
  assert.deepEqual(of([0, 1], [1, 2]), ["now", ...both, "greyed"]);
});
