// What stands at the border follows its intervals to the day.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { changeDays, crossingOn, postOn, wallOn } from "../../timemap/web/border/borderstates.js";
import { isoDay } from "../../timemap/web/time/dates.js";
import { countUpTo } from "../../timemap/web/time/sorted.js";

const CASES = JSON.parse(readFileSync(new URL("../cases/border.json", import.meta.url), "utf8"));

for (const { rows, day, state, last_known: lastKnown } of CASES.crossing_cases) {
  test(`a crossing is ${state}${lastKnown ? ", last known" : ""} on ${day}: as in Python`, () => {
    const all = CASES[rows].map((row) => [
      isoDay(row.from), isoDay(row.to), row.state, row.precision, isoDay(row.last_known ?? ""),
    ]);
    const found = crossingOn(all, isoDay(day), isoDay(CASES.knownUntil));
    assert.deepEqual([found.state, found.lastKnown], [state, lastKnown]);
  });
}

test("posts and the wall on a day are as in Python", () => {
  const posts = CASES.posts.map((row) => ({
    start: isoDay(row.from), end: isoDay(row.to), lastKnown: isoDay(row.last_known),
  }));
  for (const { post, day, state } of CASES.post_cases) assert.equal(postOn(posts[post], isoDay(day)), state, day);
  const wall = CASES.wall.map((start) => ({ start: isoDay(start) }));
  for (const { day, sections } of CASES.wall_cases) assert.deepEqual(wallOn(wall, isoDay(day)), sections, day);
});

const states = [[100, 101, "open", "day"], [150, 200, "closed", "month"], [200, null, "open", "day"]];

test("between intervals, before them and without any the state is unknown", () => {
  for (const day of [99, 101, 149]) assert.equal(crossingOn(states, day).state, "unknown");
  assert.equal(crossingOn([], 100).state, "unknown");
});

test("a post stands from its start, is last known later, and gone at its end", () => {
  const post = { start: 10, end: 30, lastKnown: 20 };
  assert.deepEqual(
    [9, 10, 20, 21, 29, 30].map((day) => postOn(post, day)),
    ["absent", "standing", "standing", "last-known", "last-known", "absent"],
  );
  assert.equal(postOn({ start: 10, end: null, lastKnown: null }, 9999), "standing");
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
