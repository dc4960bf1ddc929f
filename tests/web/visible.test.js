// Which events are seen on a day, by the same cases as in Python; and modes have the names of the pages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createEvents } from "../../timemap/web/events/events.js";
import { isoDay } from "../../timemap/web/time/dates.js";
import { modeWords } from "../../timemap/web/time/modes.js";

const { events, whole, cases, names } = JSON.parse(
  readFileSync(new URL("../cases/visible.json", import.meta.url), "utf8"),
);
const rows = events
  .map(({ id, days }) => ({ id, start: isoDay(days[0]), end: isoDay(days[1]) }))
  .sort((one, other) => one.start - other.start);
const EVENTS = createEvents({
  id: rows.map(({ id }) => id),
  start: rows.map(({ start }) => start),
  end: rows.map(({ end }) => end),
  lon: rows.map(() => 0),
  lat: rows.map(() => 0),
});

for (const { what, moment, mode, window, range = whole, ids } of cases) {
  test(`${what}: as in Python`, () => {
    const state = { moment: isoDay(moment), range: range.map(isoDay), mode, window, shown: null };
    assert.deepEqual(Array.from(EVENTS.visible(state), (index) => EVENTS.id.at(index)), ids);
  });
}

test("modes are called as on the pages", () => {
  for (const { mode, name } of names) assert.equal(modeWords({ mode, window: 0 }), name);
});
