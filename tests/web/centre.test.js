// A name stands inside its area, as far from the outline as can be.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visualCentre } from "../../timemap/web/labels/centre.js";

test("the middle of a square", () => {
  const { x, y, distance } = visualCentre([[0, 0, 2, 0, 2, 2, 0, 2]]);
  assert.ok(Math.abs(x - 1) < 0.05 && Math.abs(y - 1) < 0.05 && Math.abs(distance - 1) < 0.05);
});

test("inside the thick arm of an L, not in its empty corner", () => {
  const { x, y } = visualCentre([[0, 0, 10, 0, 10, 1, 4, 1, 4, 8, 0, 8]]);
  assert.ok(x < 4 && y > 1);
});

test("not in a hole", () => {
  const { x, y } = visualCentre([[0, 0, 10, 0, 10, 10, 0, 10], [3, 3, 7, 3, 7, 7, 3, 7]]);
  assert.ok(x < 3 || x > 7 || y < 3 || y > 7);
});

test("nothing for nothing", () => {
  assert.equal(visualCentre([]), null);
  assert.equal(visualCentre([[1, 1, 1, 1]]), null);
});
