// A chosen event is seen: the moment stays where that is so already, and moves to the event otherwise.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayFor } from "../../timemap/web/events/selection.js";

const EVENTS = { start: [100, 200], end: [105, 201] };
const STATE = { moment: 150, window: 7, range: [50, 300] };

test("on this day the moment moves unless the event is within the window", () => {
  assert.equal(dayFor(EVENTS, 1, { ...STATE, mode: "day" }), 200);
  assert.equal(dayFor(EVENTS, 1, { ...STATE, mode: "day", moment: 195 }), 195);
  assert.equal(dayFor(EVENTS, 0, { ...STATE, mode: "day", moment: 111 }), 111);
  assert.equal(dayFor(EVENTS, 0, { ...STATE, mode: "day", moment: 112 }), 100);
});

test("up to this day only a later event moves it", () => {
  assert.equal(dayFor(EVENTS, 0, { ...STATE, mode: "until" }), 150);
  assert.equal(dayFor(EVENTS, 1, { ...STATE, mode: "until" }), 200);
});

test("the whole range never moves it, and the day stays in the range", () => {
  assert.equal(dayFor(EVENTS, 1, { ...STATE, mode: "range" }), 150);
  assert.equal(dayFor(EVENTS, 0, { ...STATE, mode: "day", range: [103, 300] }), 103);
});
