// The list says how many events are seen and when they were, and sources become links only where they lead to the web.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { matchWords } from "../../timemap/web/events/eventwords.js";
import { periodOn } from "../../timemap/web/map/datelabel.js";
import { sentence } from "../../timemap/web/map/ariasummary.js";
import { wayBack } from "../../timemap/web/panel/card.js";
import { onDay } from "../../timemap/web/panel/list.js";
import { besides, headingOf, noneBecause } from "../../timemap/web/panel/listwords.js";
import { isWebAddress, shortAddress, sourcesOf } from "../../timemap/web/panel/sources.js";
import { isoDay } from "../../timemap/web/time/dates.js";
import { EVENTS, FILTERS, stateWith, WHOLE } from "./search_data.js";

const HALF_YEAR = [isoDay("2014-07-01"), isoDay("2015-02-01")];
const heading = (count, patch) => headingOf(count, 310, stateWith(patch), WHOLE);

test("the heading says how many events are seen, and when", () => {
  assert.equal(heading(3, {}), "3 events on 6 October 2014");
  assert.equal(heading(1, {}), "1 event on 6 October 2014");
  assert.equal(heading(0, {}), "No events on 6 October 2014");
  assert.equal(heading(17, { window: 7 }), "17 events, 29 September \u2013 13 October 2014");
  assert.equal(heading(2, { window: 7, range: [isoDay("2014-10-05"), WHOLE[1]] }), "2 events, 5\u201313 October 2014");
  assert.equal(heading(5, { mode: "until" }), "5 events up to 6 October 2014");
  assert.equal(heading(310, { mode: "range" }), "All 310 events");
  assert.equal(heading(39, { mode: "range", range: HALF_YEAR }), "39 events, July 2014 \u2013 January 2015");
  assert.equal(heading(2, { mode: "range", range: [HALF_YEAR[0], HALF_YEAR[0] + 3] }), "2 events, 1\u20133 July 2014");
});

test("with filters it says how many match", () => {
  assert.equal(heading(39, { mode: "range", words: "afrin" }), "39 of 310 events match");
  assert.equal(heading(1, { mode: "range", parties: ["isis"] }), "1 of 310 events matches");
  assert.equal(heading(0, { mode: "range", categories: ["trial"] }), "No events match");
  assert.deepEqual(
    [310, 1].map((count) => matchWords(count, count)),
    ["Showing all 310 events", "Showing the only event"],
  );
});

test("beside the day's events the days around are offered, and back", () => {
  const told = (patch) => {
    const state = stateWith(patch);
    return besides(state, EVENTS, EVENTS.visible(state), FILTERS.count(state)).map(({ words, button, patch: set }) => [
      words,
      button,
      set,
    ]);
  };
  assert.deepEqual(told({}), [["1 more within 7 days", "Show them", { window: 7 }]]);
  assert.deepEqual(told({ window: 7 }), [["", "Only 6 October 2014", { window: 0 }]]);
  assert.deepEqual(told({ moment: isoDay("2019-01-01") }), []);
  assert.deepEqual(told({ mode: "range" }), []);
  assert.deepEqual(told({ categories: ["battle"] }), [["", "Show all 3 matches", { mode: "range" }]]);
  assert.deepEqual(told({ categories: ["battle"], mode: "range" }), []);
  assert.deepEqual(told({ categories: ["displacement"] }), []);
});

test("the day's own events come first", () => {
  const state = stateWith({ window: 30, moment: isoDay("2014-10-08") });
  assert.deepEqual(onDay(EVENTS.visible(state), EVENTS, state), { all: [1, 0], own: 1 });
  const { all, own } = onDay(EVENTS.visible(state), EVENTS, { ...state, window: 0 });
  assert.deepEqual([[...all], own], [[0, 1], 0]);
});

test("an empty list says what may be wrong, unless other days have events", () => {
  assert.equal(noneBecause(stateWith(), 3), "");
  assert.equal(noneBecause(stateWith({ words: "xyz" }), 0), "Try fewer or different words.");
  assert.equal(noneBecause(stateWith({ categories: ["trial"] }), 0), "No events match these filters.");
  assert.equal(noneBecause(stateWith({ range: [0, 10] }), 0), "There are no events on these dates.");
});

test("a card says why range or filters hide its event, and leads back to it", () => {
  const [siege, wall] = ["siege", "wall"].map((id) => EVENTS.indexOf(id));
  assert.equal(wayBack(EVENTS, stateWith({ selected: siege })), null);
  const outside = stateWith({ selected: siege, range: [isoDay("2015-01-01"), isoDay("2016-01-01")] });
  assert.equal(wayBack(EVENTS, outside).words, "This event is outside the dates shown.");
  assert.deepEqual(wayBack(EVENTS, outside).patch(outside), {
    range: [isoDay("2014-10-06"), isoDay("2016-01-01")],
    moment: isoDay("2014-10-06"),
  });
  const hidden = stateWith({ selected: wall, words: "kobane" });
  assert.equal(wayBack(EVENTS, hidden).words, "Your filters hide this event.");
  assert.equal(stateWith({ selected: wall, ...wayBack(EVENTS, hidden).patch() }).shown, null);
});

test("of the periods of a day the shortest is named", () => {
  const periods = [{ name: "chapter", start: 0, end: null }, { name: "siege", start: 10, end: 20 }];
  assert.equal(periodOn(periods, 10).name, "siege");
  assert.equal(periodOn(periods, 20).name, "chapter");
  assert.equal(periodOn(periods, -1), undefined);
});

test("only web addresses become links", () => {
  assert.ok(isWebAddress("https://example.org/a"));
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "nothing", ""])
    assert.ok(!isWebAddress(bad), bad);
});

test("a source without a title goes by its address, shortened as in Python", () => {
  const { rows } = JSON.parse(readFileSync(new URL("../cases/source_addresses.json", import.meta.url), "utf8"));
  for (const [address, short] of rows) assert.equal(shortAddress(address), short);
});

test("the map says who holds areas, or that none is drawn", () => {
  assert.match(sentence(16349, 2, ["A", "B"]), /^Map on 6 October 2014: 2 events, areas held by A; B\./);
  assert.match(sentence(16349, 1, []), /1 event, no areas shown/);
});

test("sources get back what they share, and the address as a title where they have none", () => {
  const [wikipedia, unknown] = [["Wikipedia", "Encyclopedia", "", "written by volunteers"], ["", "", "", ""]];
  const table = {
    publishers: [wikipedia, unknown],
    publisher: [0, 1, 0],
    title: ["One", "lost", ""],
    date: ["2014", "", ""],
    url: ["https://a/1", "", "https://a/2"],
  };
  const ofWikipedia = { publisher: "Wikipedia", kind: "Encyclopedia", basedIn: "", note: "written by volunteers" };
  assert.deepEqual(sourcesOf(table), [
    { ...ofWikipedia, title: "One", date: "2014", url: "https://a/1" },
    { publisher: "", kind: "", basedIn: "", note: "", title: "lost", date: "", url: "" },
    { ...ofWikipedia, title: "https://a/2", date: "", url: "https://a/2" },
  ]);
});
