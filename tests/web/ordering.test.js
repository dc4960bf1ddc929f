// A set of events to be put in order has only one right order, is the same for its number everywhere, and each row is
// told where it belongs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { placeAt } from "../../timemap/web/exercise/drag.js";
import { FEWEST, inOrder, judged, MOST, mixedSet } from "../../timemap/web/exercise/ordering.js";

/** Events of one day each, ten days apart. */
function daily(count, changes = {}) {
  const indices = Array.from({ length: count }, (_, index) => index);
  const events = {
    id: indices.map((index) => `event-${index}`),
    start: indices.map((index) => index * 10),
    end: indices.map((index) => index * 10 + 1),
    precision: indices.map(() => "day"),
    title: indices.map((index) => `Event ${index}`),
  };
  for (const [name, values] of Object.entries(changes))
    for (const [index, value] of Object.entries(values)) events[name][index] = value;
  return { events, all: indices };
}

const SETS = Array.from({ length: 200 }, (_, set) => set);

test("a set has as many events as were asked for, each once, and never in order of time", () => {
  const { events, all } = daily(40);
  for (const set of SETS) {
    for (const number of [5, 6, 7, 8]) {
      const asked = mixedSet(events, all, number, set);
      assert.equal(new Set(asked).size, number);
      assert.notDeepEqual(asked, inOrder(events, asked));
    }
  }
});

test("the same number gives the same set, another one others", () => {
  const { events, all } = daily(40);
  assert.deepEqual(mixedSet(events, all, 6, 7), mixedSet(events, new Set(all), 6, 7));
  assert.ok(new Set(SETS.map((set) => String(mixedSet(events, all, 6, set)))).size > 190);
});

test("the same number of a set gives what it gives on paper", () => {
  const table = JSON.parse(readFileSync(new URL("../cases/ordering.json", import.meta.url), "utf8"));
  assert.deepEqual([FEWEST, MOST], table.numbers.screen);
  const dayOf = (text) => Date.parse(text) / 86_400_000;
  const column = (name) => table.events.map((row) => row[name]);
  const events = {
    id: column("id"),
    title: column("title"),
    precision: column("precision"),
    start: column("first").map(dayOf),
    end: column("last").map((day) => dayOf(day) + 1),
  };
  assert.ok(table.sets.length > 5);
  for (const { number, seed, among, asked } of table.sets) {
    const indices = [...events.id.keys()].filter((index) => !among || events.precision.at(index) === among);
    assert.deepEqual(
      mixedSet(events, indices, number, seed).map((index) => events.id.at(index)),
      asked,
      `${number} of set ${seed}`,
    );
  }
});

test("in which order events come changes nothing", () => {
  const { events, all } = daily(40);
  for (const set of SETS) assert.deepEqual(mixedSet(events, [...all].reverse(), 6, set), mixedSet(events, all, 6, set));
});

test("no two events share a day, and none is left out that way as long as there is room", () => {
  const { events, all } = daily(12, { end: { 0: 55, 6: 85 } }); // two long events cover five and two others
  for (const set of SETS) {
    const asked = inOrder(events, mixedSet(events, all, 8, set));
    assert.equal(asked.length, 8);
    asked.slice(1).forEach((index, before) => assert.ok(events.start[index] >= events.end[asked[before]]));
  }
});

test("titles that tell a year or a month are left out, words that only look like one are not", () => {
  const titles = { 0: "Protests of October begin", 1: "World day 2019 is marked", 2: "A march of Maybe 20140 people" };
  const { events, all } = daily(8, { title: titles });
  for (const set of SETS) assert.deepEqual(inOrder(events, mixedSet(events, all, 8, set)), [2, 3, 4, 5, 6, 7]);
});

test("events known to the day are not mixed with those known to the month", () => {
  const { events, all } = daily(12, { precision: { 1: "month", 3: "month" } });
  for (const set of SETS) assert.ok(!mixedSet(events, all, 8, set).some((index) => index === 1 || index === 3));
});

test("where there is room for fewer, fewer are asked; for less than five, none", () => {
  assert.equal(mixedSet(daily(6).events, daily(6).all, 8, 1).length, 6);
  assert.deepEqual(mixedSet(daily(4).events, daily(4).all, 8, 1), []);
  assert.deepEqual(mixedSet(daily(6).events, [], 8, 1), []);
});

test("as many as possible stand right; each other one is told which way it belongs", () => {
  const { events } = daily(6);
  assert.deepEqual(judged(events, [0, 1, 2, 3]), [0, 0, 0, 0]);
  assert.deepEqual(judged(events, [3, 0, 1, 2]), [1, 0, 0, 0]);
  assert.deepEqual(judged(events, [1, 2, 3, 0]), [0, 0, 0, -1]);
  assert.deepEqual(judged(events, [0, 4, 1, 2, 3, 5]), [0, 1, 0, 0, 0, 0]);
  assert.equal(judged(events, [2, 1, 0]).filter((sign) => sign === 0).length, 1);
});

test("hints are true: who belongs earlier has later events before it, who belongs later earlier ones after it", () => {
  const { events, all } = daily(40);
  for (const set of SETS) {
    const order = mixedSet(events, all, 8, set);
    const signs = judged(events, order);
    order.forEach((index, place) => {
      if (signs[place] < 0) assert.ok(order.slice(0, place).some((other) => other > index));
      if (signs[place] > 0) assert.ok(order.slice(place).some((other) => other < index));
    });
    const kept = order.filter((_, place) => signs[place] === 0);
    assert.deepEqual(kept, inOrder(events, kept));
  }
});

test("a dragged row changes places when the pointer has passed the middle of its neighbour", () => {
  const boxes = [[0, 20], [20, 60], [60, 80]].map(([top, bottom]) => ({ top, bottom }));
  assert.deepEqual([-5, 9, 11, 30, 69, 71, 500].map((y) => placeAt(boxes, 1, y)), [0, 0, 1, 1, 1, 2, 2]);
  assert.deepEqual([5, 39, 41, 71].map((y) => placeAt(boxes, 0, y)), [0, 0, 1, 2]);
});
