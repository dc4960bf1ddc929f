// A lesson goes from its start through its scenes and no further; each scene is a state of the map that one can come back to.
import assert from "node:assert/strict";
import { test } from "node:test";

import { isThere, knownScene, markedBy, sceneAfter, stateOf } from "../../timemap/web/lesson/course.js";
import { elapsedWords } from "../../timemap/web/lesson/notes.js";
import { pointedOut } from "../../timemap/web/lesson/pointed.js";

const SCENES = [
  { moment: 5, mode: "day", window: 3, range: null, events: ["a"] },
  { moment: 9, mode: "range", window: 7, range: [8, 12], events: [] },
];

test("steps lead from the start to the last scene and not beyond", () => {
  assert.deepEqual([sceneAfter(0, 1, 2), sceneAfter(2, 1, 2), sceneAfter(0, -1, 2), sceneAfter(2, -1, 2)], [1, null, null, 1]);
});

test("an address may name any scene; it is kept within the lesson", () => {
  assert.deepEqual([-1, 1, 9, 1.5, "2", undefined].map((scene) => knownScene(scene, 2)), [0, 1, 2, 0, 0, 0]);
});

test("a scene is a day, a way of seeing events, and a range; without one the whole", () => {
  const free = { shown: null, selected: -1, cell: -1, compare: null, playing: false };
  assert.deepEqual(stateOf({ scenes: SCENES }, 1, [0, 100]), { moment: 5, mode: "day", window: 3, range: [0, 100], ...free });
  assert.deepEqual(stateOf({ scenes: SCENES }, 2, [0, 100]), { moment: 9, mode: "range", window: 7, range: [8, 12], ...free });
  assert.equal(stateOf({ scenes: SCENES }, 0, [0, 100]).moment, 5);
});

test("who moved the date has left the scene, who chose an event of it has not", () => {
  const wanted = stateOf({ scenes: SCENES }, 2, [0, 100]);
  assert.equal(isThere({ ...wanted, selected: 4 }, wanted), true);
  assert.equal(isThere({ ...wanted, moment: 10 }, wanted), false);
  assert.equal(isThere({ ...wanted, range: [8, 13] }, wanted), false);
});

test("events of a scene are marked, unknown ones passed over", () => {
  const events = { count: 3, indexOf: (id) => ["a", "b", "c"].indexOf(id) };
  assert.deepEqual(markedBy(["c", "gone"], events), Uint8Array.of(0, 0, 1));
  assert.equal(markedBy(["gone"], events), null);
});

test("time goes by in minutes and seconds", () => {
  assert.deepEqual([0, 59_999, 60_000, 3_725_000, -5].map(elapsedWords), ["0:00", "0:59", "1:00", "62:05", "0:00"]);
});

const DATA = { controllers: [{ id: "north", name: "North" }, { id: "south", name: "South" }], areas: { zones: [{ id: "strip", name: "The strip" }] } };
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
  assert.deepEqual(pointedOut(["strip", "south", "gone"], DATA, { controllers: [STATE.controllers[0]], zones: [] }), []);
});
