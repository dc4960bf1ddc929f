// A lesson goes from its start through its scenes and no further; each scene is a state of the map that one can come
// back to.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  daysOf,
  isLesson,
  isThere,
  knownScene,
  markedBy,
  sceneAfter,
  stateOf,
} from "../../timemap/web/lesson/lessonstate.js";
import { elapsedWords } from "../../timemap/web/lesson/notes.js";
import { pointedOut } from "../../timemap/web/lesson/highlightedareas.js";

import { sceneOf } from "../../timemap/web/lesson/addscenebutton.js";

const SCENES = [
  { moment: 5, compare: null, mode: "day", window: 3, range: null, events: ["a"] },
  { moment: 9, compare: 11, mode: "range", window: 7, range: [8, 12], events: [] },
];

test("steps lead from the start to the last scene and not beyond", () => {
  assert.deepEqual(
    [sceneAfter(0, 1, 2), sceneAfter(2, 1, 2), sceneAfter(0, -1, 2), sceneAfter(2, -1, 2)],
    [1, null, null, 1],
  );
});

test("an address may name any scene; it is kept within the lesson", () => {
  assert.deepEqual([-1, 1, 9, 1.5, "2", undefined].map((scene) => knownScene(scene, 2)), [0, 1, 2, 0, 0, 0]);
});

test("a scene is a day or two, a way of seeing events, and a range; without one the whole", () => {
  const free = { categories: [], parties: [], words: "", own: "", hidden: [], selected: -1, cell: -1, playing: false };
  assert.deepEqual(stateOf({ scenes: SCENES }, 1, [0, 100]), {
    moment: 5,
    compare: null,
    mode: "day",
    window: 3,
    range: [0, 100],
    ...free,
  });
  assert.deepEqual(stateOf({ scenes: SCENES }, 2, [0, 100]), {
    moment: 9,
    compare: 11,
    mode: "range",
    window: 7,
    range: [8, 12],
    ...free,
  });
  assert.equal(stateOf({ scenes: SCENES }, 0, [0, 100]).moment, 5);
});

test("who moved the date has left the scene, who chose an event of it has not", () => {
  const wanted = stateOf({ scenes: SCENES }, 2, [0, 100]);
  assert.equal(isThere({ ...wanted, selected: 4 }, wanted), true);
  assert.equal(isThere({ ...wanted, moment: 10 }, wanted), false);
  assert.equal(isThere({ ...wanted, range: [8, 13] }, wanted), false);
  assert.equal(isThere({ ...wanted, compare: null }, wanted), false);
});

test("a scene says its day, its two days or its range", () => {
  const scene = { moment: 16349, compare: null, range: null };
  assert.equal(daysOf(scene), "6 October 2014");
  assert.equal(daysOf({ ...scene, range: [16344, 16360] }), "1 October 2014 to 16 October 2014");
  const two = daysOf({ ...scene, compare: 16461, range: [16344, 16462] });
  assert.equal(two, "6 October 2014 compared with 26 January 2015");
});

test("events of a scene are marked, unknown ones passed over", () => {
  const events = { count: 3, indexOf: (id) => ["a", "b", "c"].indexOf(id) };
  assert.deepEqual(markedBy(["c", "gone"], events), Uint8Array.of(0, 0, 1));
  assert.equal(markedBy(["gone"], events), null);
});

test("time goes by in minutes and seconds", () => {
  assert.deepEqual([0, 59_999, 60_000, 3_725_000, -5].map(elapsedWords), ["0:00", "0:59", "1:00", "62:05", "0:00"]);
});

const DATA = {
  controllers: [
    { id: "north", name: "North" },
    { id: "south", name: "South" },
  ],
  areas: { zones: [{ id: "strip", name: "The strip" }] },
};
const RINGS = { north: [Int32Array.of(1)], south: [Int32Array.of(2)], strip: [Int32Array.of(3)] };
const STATE = {
  controllers: [{ controller: 0, rings: RINGS.north }, { controller: 1, rings: RINGS.south }],
  zones: [{ zone: 0, controllers: [1], cells: [4], rings: RINGS.strip }],
};

test("holders and zones are pointed out in the order of the scene, with their names and outlines", () => {
  assert.deepEqual(pointedOut(["strip", "north"], DATA, STATE), [
    { name: "The strip", controller: 1, rings: RINGS.strip },
    { name: "North", controller: 0, rings: RINGS.north },
  ]);
});

test("who holds nothing on the day is not pointed out, nor is what nobody knows", () => {
  assert.deepEqual(
    pointedOut(["strip", "south", "gone"], DATA, { controllers: [STATE.controllers[0]], zones: [] }),
    [],
  );
});

const VIEW = { lat: 36.9, lon: 38.4, zoom: 11 };

test("what the map shows becomes a scene: days as dates, no range where it is the whole, the chosen event", () => {
  const state = { moment: 16349, compare: null, range: [16344, 16360], mode: "until", window: 3, selected: 1 };
  const events = { id: ["a", "b"] };
  assert.deepEqual(sceneOf(state, [0, 20000], events, VIEW), {
    moment: "2014-10-06",
    compare: null,
    range: ["2014-10-01", "2014-10-17"],
    mode: "until",
    window: 3,
    view: VIEW,
    events: ["b"],
  });
  const bare = sceneOf({ ...state, selected: -1, range: [0, 20000] }, [0, 20000], events, VIEW);
  assert.deepEqual([bare.range, bare.events], [null, []]);
  assert.equal(sceneOf({ ...state, compare: 16350 }, [0, 20000], events, VIEW).compare, "2014-10-07");
});

const TOLD_SCENE = {
  title: "One",
  moment: 5,
  compare: null,
  range: null,
  mode: "day",
  window: 7,
  view: VIEW,
  events: [],
  areas: [],
  terms: [],
  claims: [],
  sources: [],
  text: "<p>x</p>",
  question: "",
  teacher: "",
};
const TOLD = {
  id: "draft",
  title: "A lesson",
  language: "en",
  age: "",
  minutes: null,
  aims: [],
  words: [],
  sources: [],
  intro: "",
  teacher: "",
  scenes: [TOLD_SCENE],
};

test("only what can be run is taken for a lesson", () => {
  assert.equal(isLesson(TOLD), true);
  assert.equal(isLesson({ ...TOLD, scenes: [{ ...TOLD_SCENE, range: [1, 9] }] }), true);
  const scenes = [
    { title: 5 },
    { moment: "5" },
    { compare: "5" },
    { compare: undefined },
    { view: null },
    { view: { lat: 1, lon: 2 } },
    { events: "a" },
    { range: [1] },
    { range: undefined },
    { text: undefined },
  ];
  for (const change of scenes)
    assert.equal(isLesson({ ...TOLD, scenes: [{ ...TOLD_SCENE, ...change }] }), false, JSON.stringify(change));
  for (const change of [
    { id: 5 },
    { scenes: [] },
    { scenes: null },
    { scenes: [null] },
    { words: "a" },
    { intro: null },
  ])
    assert.equal(isLesson({ ...TOLD, ...change }), false, JSON.stringify(change));
  for (const wrong of [null, undefined, "x", 5, [], {}]) assert.equal(isLesson(wrong), false);
});
