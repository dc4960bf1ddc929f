// The list says how many events are seen and why these, and sources become links only where they lead to the web.
import assert from "node:assert/strict";
import { test } from "node:test";
import { headingOf } from "../../timemap/web/panel/list.js";
import { periodOn } from "../../timemap/web/map/plate.js";
import { isWebAddress } from "../../timemap/web/panel/sources.js";
import { sentence } from "../../timemap/web/map/summary.js";

const STATE = { mode: "day", window: 7, moment: 16349, range: [16252, 16463] };

test("the heading says how many of those that range and filters leave are seen, and on which days", () => {
  assert.equal(headingOf(1, 12, STATE), "Seen: 1 of 12 events, within 7 days of 6 October 2014");
  assert.equal(headingOf(0, 1, { ...STATE, window: 0 }), "Seen: 0 of 1 event, on 6 October 2014");
  assert.equal(headingOf(5, 12, { ...STATE, mode: "until" }), "Seen: 5 of 12 events, up to 6 October 2014");
  assert.equal(headingOf(12, 12, { ...STATE, mode: "range" }), "Seen: 12 of 12 events, from 1 July 2014 to 27 January 2015");
});

test("of the periods of a day the shortest is named", () => {
  const periods = [{ name: "chapter", start: 0, end: null }, { name: "siege", start: 10, end: 20 }];
  assert.equal(periodOn(periods, 10).name, "siege");
  assert.equal(periodOn(periods, 20).name, "chapter");
  assert.equal(periodOn(periods, -1), undefined);
});

test("only web addresses become links", () => {
  assert.ok(isWebAddress("https://example.org/a"));
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "nothing", ""]) assert.ok(!isWebAddress(bad), bad);
});

test("the map says who holds areas, or that none is drawn", () => {
  assert.match(sentence(16349, 2, ["A", "B"]), /^Map on 6 October 2014: 2 events, areas held by A; B\./);
  assert.match(sentence(16349, 1, []), /1 event, no area of control/);
});
