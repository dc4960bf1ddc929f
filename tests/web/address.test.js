// Addresses of a document that opens on a lesson.

import assert from "node:assert/strict";
import { test } from "node:test";

import { createAddress, openingState } from "../../timemap/web/state/address.js";
import { FIELD_TABLE } from "./fieldtable.js";

const EVENTS = { id: [], start: [], end: [], indexOf: () => -1 };
const DATA = {
  fields: FIELD_TABLE,
  whole: [15000, 20000],
  range: [15000, 20000],
  moment: 16349,
  mode: "day",
  choices: { categories: [], parties: [], words: "", language: "en", window: 0, hidden: [] },
  controllers: [],
  categories: [],
  parties: [],
  languages: [{ code: "en" }],
  version: "0a1b2c3d",
  lesson: { id: "walls", scene: 0 },
};
const address = createAddress(
  DATA,
  { events: EVENTS, lessons: () => ["walls"], shown: () => null },
  openingState(DATA, EVENTS),
);

test("an address that names a day leaves the lesson on which the document opens", () => {
  const { state, problems } = address.read("#moment=2014-11-05&amp;compare=2015-01-26");
  assert.deepEqual([state.lesson, state.moment, state.compare, problems], ["", 16379, 16461, []]);
});

test("an address that names a scene alone stays in it, and one that names nothing opens the lesson", () => {
  assert.deepEqual([address.read("#scene=4").state.lesson, address.read("#scene=4").state.scene], ["walls", 4]);
  assert.equal(address.read("").state.lesson, "walls");
});

test("what is written comes back the same, in the lesson and out of it", () => {
  for (const text of ["#scene=4", "#moment=2014-11-05", "#words=kobane"]) {
    const { state } = address.read(text);
    const { state: again } = address.read(new URLSearchParams(address.write(state)).toString());
    assert.deepEqual(again, state);
  }
});
