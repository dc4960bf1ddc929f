import assert from "node:assert/strict";
import { test } from "node:test";
import { wholePercents } from "../../timemap/web/areas/percents.js";

test("whole percentages sum to 100 where rounding each would not", () => {
  const shares = [0.005, 0.19, 0.805]; // 1 + 19 + 81 if each is rounded
  assert.equal(shares.reduce((sum, share) => sum + Math.round(100 * share), 0), 101);
  assert.deepEqual(wholePercents(shares), [1, 19, 80]);
  assert.deepEqual(wholePercents([1, 1, 1]), [34, 33, 33]);
});

test("a whole is 100 and nothing is 0", () => {
  assert.deepEqual(wholePercents([0, 1, 0]), [0, 100, 0]);
  assert.deepEqual(wholePercents([0, 0, 0]), [0, 0, 0]);
});
