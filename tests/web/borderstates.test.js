// What stands at the border follows its intervals to the day.
import assert from "node:assert/strict";
import { test } from "node:test";

import { changeDays, crossingOn, postOn, wallOn } from "../../timemap/web/border/borderstates.js";
import { countUpTo } from "../../timemap/web/time/sorted.js";

const states = [[100, 101, "open", "day"], [150, 200, "closed", "month"], [200, null, "open", "day"]];

test("a crossing is what its interval says, from its first day to the day before its end", () => {
  assert.equal(crossingOn(states, 100).state, "open");
  assert.equal(crossingOn(states, 199).state, "closed");
  assert.equal(crossingOn(states, 200).state, "open");
  assert.deepEqual(crossingOn(states, 160), { state: "closed", since: 150, precision: "month", lastKnown: false });
});

test("between intervals, before them and without any the state is unknown", () => {
  for (const day of [99, 101, 149]) assert.equal(crossingOn(states, day).state, "unknown");
  assert.equal(crossingOn([], 100).state, "unknown");
});

test("an open state is only last known after the last supported day", () => {
  assert.equal(crossingOn(states, 300, 300).lastKnown, false);
  assert.equal(crossingOn(states, 301, 300).lastKnown, true);
  assert.equal(crossingOn(states, 160, 155).lastKnown, false);
});

test("a post stands from its start, is last known later, and gone at its end", () => {
  const post = { start: 10, end: 30, lastKnown: 20 };
  assert.deepEqual(
    [9, 10, 20, 21, 29, 30].map((day) => postOn(post, day)),
    ["absent", "standing", "standing", "last-known", "last-known", "absent"],
  );
  assert.equal(postOn({ start: 10, end: null, lastKnown: null }, 9999), "standing");
});

test("the wall grows by its reported sections", () => {
  const wall = [{ start: 5 }, { start: 9 }];
  assert.deepEqual([4, 5, 9].map((day) => wallOn(wall, day)), [[], [0], [0, 1]]);
});

test("between two days of change nothing at the border changes", () => {
  const border = {
    crossings: [{ states }],
    wall: [{ start: 120 }],
    posts: [{ start: 110, end: null, lastKnown: 130 }],
    knownUntil: 250,
  };
  const days = changeDays(border);
  assert.deepEqual(days, [100, 101, 110, 120, 131, 150, 200, 251]);
  const seen = (day) =>
    JSON.stringify([crossingOn(states, day, 250), wallOn(border.wall, day), postOn(border.posts[0], day)]);
  for (let day = 90; day < 260; day += 1) {
    if (countUpTo(days, day) === countUpTo(days, day - 1)) assert.equal(seen(day), seen(day - 1), `day ${day}`);
    else assert.ok(days.includes(day));
  }
});

test("a crossing's state is only last known after the day that supports it", () => {
  const supported = [[10, null, "open", "day", 20]];
  assert.equal(crossingOn(supported, 20, 100).lastKnown, false);
  assert.equal(crossingOn(supported, 21, 100).lastKnown, true);
  assert.ok(changeDays({ crossings: [{ states: supported }] }).includes(21));
});
