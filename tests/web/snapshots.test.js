// A report counts until the next one; the last one for its own day.
import assert from "node:assert/strict";
import { test } from "node:test";

import { reportedWords, reportOn } from "../../timemap/web/quarters/snapshots.js";

test("a report counts until the next, the last for its own day alone", () => {
  const front = [{ day: 10 }, { day: 20 }];
  assert.deepEqual([9, 10, 19, 20, 21].map((day) => reportOn(front, day)?.day ?? null), [null, 10, 10, 20, null]);
  assert.equal(reportOn([], 5), null);
});

test("a place is told with its holder and the day of the report", () => {
  assert.equal(reportedWords("A", 16440, false), "Held by A, reported on 5 January 2015");
  assert.equal(reportedWords("A", 16440, true), "Held by A, reported on 5 January 2015 (location estimated)");
});
