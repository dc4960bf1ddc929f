// Events with several categories: any of them lets an event through, the first gives its symbol, all are named.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createTopology } from "../../timemap/web/areas/topology.js";
import { createEvents } from "../../timemap/web/events/events.js";
import { categoryWords } from "../../timemap/web/events/eventwords.js";
import { createFilters } from "../../timemap/web/find/filters.js";
import { presence } from "../../timemap/web/legend/presence.js";

// tests/timemap/document/test_categories.py reads them, too.
const CASES = JSON.parse(readFileSync(new URL("../cases/categories.json", import.meta.url), "utf8"));
const NUMBERS = CASES.events.map((_, index) => index);
const numberOf = (id) => CASES.categories.findIndex((category) => category.id === id);
const EVENTS = createEvents({
  id: CASES.events.map(({ id }) => id), categories: CASES.events.map(({ categories }) => categories.map(numberOf)),
  start: NUMBERS, end: NUMBERS.map((day) => day + 1), lon: NUMBERS, lat: NUMBERS, where: NUMBERS.map(() => "town"),
});
const STATE = { moment: 0, range: [0, NUMBERS.length], mode: "range", window: 0 };
const WORLD = { west: -180, south: -90, east: 180, north: 90, zoom: 8 };

test("the first category gives the symbol, all are named", () => {
  assert.deepEqual(NUMBERS.map(EVENTS.mainCategory), CASES.events.map(({ main }) => numberOf(main)));
  assert.deepEqual(
    NUMBERS.map((index) => categoryWords(CASES.categories, EVENTS, index)),
    CASES.events.map(({ words }) => words),
  );
});

for (const { chosen, shown, symbols } of CASES.choices) {
  test(`what ${chosen.join(" or ") || "no filter"} lets through is seen, and the legend shows these alone`, () => {
    const { derive } = createFilters({ categories: CASES.categories }, EVENTS);
    const state = { ...STATE, ...derive({ categories: chosen, parties: [], words: "" }, null) };
    assert.deepEqual(
      Array.from(EVENTS.visible(state), (index) => EVENTS.id.at(index)),
      shown,
    );
    const seen = presence(
      { data: {}, events: EVENTS, topology: createTopology({ arcs: [], cells: [], holds: [] }) },
      state,
      WORLD,
    );
    assert.deepEqual(seen.categories, symbols.map(numberOf));
  });
}
