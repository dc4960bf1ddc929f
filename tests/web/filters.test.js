// Which events pass the filters: what Python says of the same events; and how many would pass with another choice.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createEvents } from "../../timemap/web/events/events.js";
import { createFilters } from "../../timemap/web/find/filters.js";
import { isoDay } from "../../timemap/web/time/dates.js";

const { categories, parties, cases, document } = JSON.parse(
  readFileSync(new URL("../cases/filters.json", import.meta.url), "utf8"),
);
const ENTRIES = { categories: categories.map((id) => ({ id })), parties: parties.map((id) => ({ id })) };
const DATA = { ...ENTRIES, letters: document.letters, spellings: document.spellings };
const none = document.columns.id.map(() => 0);
const EVENTS = createEvents({ ...document.columns, lon: none, lat: none });
const ALL = { range: [isoDay("2010-01-01"), isoDay("2030-01-01")], categories: [], parties: [], words: "" };

function stateOf({ range, ...wishes }) {
  return { ...ALL, ...wishes, range: range?.map(isoDay) ?? ALL.range };
}

function passing(filters, state) {
  const { shown } = filters.derive(state, null);
  return Array.from(EVENTS.visible({ ...state, shown, mode: "range" }), (index) => EVENTS.id.at(index));
}

for (const wish of cases) {
  test(`${wish.what}: as in Python`, () => {
    const filters = createFilters(DATA, EVENTS);
    assert.deepEqual(passing(filters, stateOf(wish)), wish.ids);
    assert.equal(filters.count(stateOf(wish)), wish.ids.length);
  });
}

test("nothing is hidden where nothing filters, and what stays the same stays the same array", () => {
  const { derive } = createFilters(DATA, EVENTS);
  assert.equal(derive(ALL, null).shown, null);
  const before = { ...ALL, words: "kobane", ...derive({ ...ALL, words: "kobane" }, null) };
  assert.equal(derive({ ...before, moment: 1 }, before).shown, before.shown);
  assert.equal(derive({ ...before, words: "kobani" }, before).shown, before.shown);
  assert.notEqual(derive({ ...before, words: "wall" }, before).shown, before.shown);
  assert.equal(derive({ ...before, words: "" }, before).shown, null);
});

test("the count of each category and party is what choosing it alone would leave, beside the other filters", () => {
  const filters = createFilters(DATA, EVENTS);
  for (const wish of cases) {
    const state = stateOf(wish);
    const counted = filters.counts(state);
    categories.forEach((id, at) =>
      assert.equal(counted.categories[at], filters.count({ ...state, categories: [id] }), `${wish.what}: ${id}`),
    );
    parties.forEach((id, at) =>
      assert.equal(counted.parties[at], filters.count({ ...state, parties: [id] }), `${wish.what}: ${id}`),
    );
  }
});

test("texts folded before, in idle time, give the same answers", () => {
  const waiting = [];
  const filters = createFilters(DATA, EVENTS, (run) => waiting.push(run));
  assert.equal(waiting.length, 1);
  while (waiting.length > 0) waiting.shift()();
  assert.deepEqual(passing(filters, { ...ALL, words: "afrin" }), ["afrin"]);
});

test("events without parties, spellings and actors are filtered too", () => {
  const { id, start, end, title } = document.columns;
  const bare = createEvents({ id, start, end, title, categories: document.columns.categories, lon: none, lat: none });
  const filters = createFilters({ categories: ENTRIES.categories }, bare);
  assert.equal(filters.count({ ...ALL, words: "wall" }), 1);
  assert.equal(filters.count({ ...ALL, parties: ["turkey"] }), 0);
  assert.equal(filters.counts(ALL).parties.length, 0);
});

test("very many events are searched in parts, and as soon as all are read the answer is whole", () => {
  const count = 12_000;
  const each = (value) => Array.from({ length: count }, (_, row) => value(row));
  const many = createEvents({
    id: each((row) => `event-${row}`), start: each((row) => row), end: each((row) => row + 1),
    lon: each(() => 38), lat: each(() => 36), categories: each(() => [0]), parties: each(() => []),
    title: each((row) => (row % 3 === 0 ? `Kobane ${row}` : `Afrin ${row}`)),
    summary: each((row) => `word${row % 700}`),
  });
  const waiting = [];
  const { derive, index } = createFilters(DATA, many, (run) => waiting.push(run));
  const state = { ...ALL, words: "koba" };
  const early = { ...state, ...derive(state, null) };
  assert.ok(early.shown.every((value, row) => value <= Number(row % 3 === 0)));
  let told = 0;
  index.whenWhole(() => void (told += 1));
  while (waiting.length > 0) waiting.shift()();
  assert.ok(index.isWhole());
  assert.equal(told, 1);
  const { shown } = derive(state, early);
  assert.ok(shown.every((value, row) => value === Number(row % 3 === 0)));
  const both = derive({ ...state, words: "word699 afrin" }, early).shown;
  assert.ok(both.every((value, row) => value === Number(row % 700 === 699 && row % 3 !== 0)));
});
