// Columns in short form give back what was packed, also where values are many, repeated or not of ASCII.
import assert from "node:assert/strict";
import { test } from "node:test";
import { packLists, packValues } from "../../timemap/web/events/columns.js";
import { createEvents } from "../../timemap/web/events/events.js";

const WRITTEN = ["", "Kobane", "Koban\u00ee", "\u0643\u0648\u0628\u0627\u0646\u064a", "\ufeff\u{1f30d}", "a\u0000b"];
const all = (column) => Array.from({ length: column.length }, (_, row) => column.at(row));

for (const [what, values] of Object.entries({
  "few texts": WRITTEN,
  "texts that recur": Array.from({ length: 9000 }, (_, row) => WRITTEN[row % WRITTEN.length]),
  "many texts": Array.from({ length: 70_000 }, (_, row) => `${WRITTEN[row % WRITTEN.length]} ${row}`),
  "lists of texts": [[], ["YPG"], ["YPG", "\u0130d"], []],
  "very many lists": Array.from({ length: 3000 }, (_, row) => ["actor", `${row}`]),
  "objects and nothing": [null, { en: "Kobane", ku: "Koban\u00ee" }, null],
  "nothing at all": [],
})) {
  test(`${what}: each row and its place`, () => {
    const column = packValues(values);
    assert.deepEqual(all(column), values);
    for (const value of values.slice(-3)) {
      assert.equal(column.indexOf(value), values.findIndex((one) => String(one) === String(value)));
    }
    assert.equal(column.indexOf("nowhere"), -1);
  });
}

test("lists of numbers are one after the other", () => {
  const lists = packLists([[3, 1], [], [70_000], [2]]);
  assert.deepEqual(all(lists), [[3, 1], [], [70_000], [2]]);
  assert.deepEqual([...lists.values.subarray(lists.starts[2], lists.starts[3])], [70_000]);
});

test("no row of the events is an object", () => {
  const count = 3000;
  const each = (value) => Array.from({ length: count }, (_, row) => value(row));
  const events = createEvents({
    id: each((row) => `event-${row}`), start: each((row) => row), end: each((row) => row + 1),
    lon: each(() => 38), lat: each(() => 36), title: each((row) => `Title ${row}`), categories: each(() => [1, 2]),
    column: each((row) => row === 7), own: each((row) => row % 2), actors: each((row) => [`Actor ${row}`]),
  });
  assert.equal(Object.values(events).filter(Array.isArray).length, 0);
  assert.deepEqual([events.title.at(2999), events.actors.at(5)], ["Title 2999", ["Actor 5"]]);
  assert.deepEqual([events.column[7], events.own[7]], [1, 1]);
  assert.equal(events.indexOf("event-2998"), 2998);
});
