// The arrow to what lies outside the window is the nearest of eight.
import assert from "node:assert/strict";
import { test } from "node:test";
import { arrowFor } from "../../timemap/web/events/offscreenindicators.js";
import { pointerTo } from "../../timemap/web/map/focus.js";

test("each direction has its arrow, and those between have the nearest", () => {
  const angles = [0, 45, 90, 135, 180, -135, -90, -45].map((degrees) => (degrees * Math.PI) / 180);
  const arrows = ["\u2192", "\u2198", "\u2193", "\u2199", "\u2190", "\u2196", "\u2191", "\u2197"];
  assert.deepEqual(angles.map(arrowFor), arrows);
  assert.deepEqual(angles.map((angle) => arrowFor(angle + 0.3)), arrows);
  assert.equal(arrowFor(-Math.PI), "\u2190");
});

test("it stands inside the window on the way to what lies outside, and nowhere for what is seen", () => {
  assert.equal(pointerTo(50, 50, [0, 0, 100, 100]), null);
  const { x, y, angle } = pointerTo(500, 50, [0, 0, 100, 100]);
  assert.deepEqual([x, y, arrowFor(angle)], [56, 50, "\u2192"]);
});
