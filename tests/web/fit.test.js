// The type of a scene is as large as its panel allows, within limits; what does not fit is scrolled to before the next
// scene.
import assert from "node:assert/strict";
import { test } from "node:test";

import { largestFitting, scrollBefore, typeLimits } from "../../timemap/web/lesson/fit.js";

test("presented, type is 24 pixels at least in a window of 1080 lines, and grows and shrinks with the window", () => {
  const least = ([width, height]) => typeLimits({ width, height }, true)[0];
  assert.deepEqual(
    [
      [1920, 1080],
      [1440, 1080],
      [3840, 2160],
      [1280, 720],
      [640, 360],
    ].map(least),
    [24, 24, 48, 16, 16],
  );
  assert.ok(Math.abs(least([1024, 768]) - 24 * 768 / 1080) < 0.01);
  for (const [width, height] of [[1920, 1080], [800, 1200], [320, 200]]) {
    const [low, high] = typeLimits({ width, height }, true);
    assert.ok(low <= high);
  }
});

test("beside the map type does not follow the window", () => {
  assert.deepEqual(typeLimits({ width: 3840, height: 2160 }, false), typeLimits({ width: 320, height: 200 }, false));
});

test("the largest size that fits is taken; where none does, one that is easy to read", () => {
  assert.equal(largestFitting([24, 34], (size) => size <= 29.7), 29.5);
  assert.equal(largestFitting([24, 34], () => true), 34);
  assert.equal(largestFitting([24, 34], () => false), 24);
  assert.equal(largestFitting([14, 17], () => false), 15);
  assert.equal(largestFitting([16, 16.3], () => true), 16);
});

test("a question under the edge is brought into sight first, page by page; then there is nothing to scroll", () => {
  const panel = { top: 100, bottom: 600, scrolled: 0 };
  assert.equal(scrollBefore({ ...panel, end: 700 }, 1), 108);
  assert.equal(scrollBefore({ ...panel, end: 2000 }, 1), 460);
  assert.equal(scrollBefore({ ...panel, end: 600.5 }, 1), 0);
  assert.equal(scrollBefore({ ...panel, end: -50, scrolled: 900 }, 1), 0);
});

test("the way back leads to the title first", () => {
  const panel = { top: 100, bottom: 600, end: 500 };
  assert.equal(scrollBefore({ ...panel, scrolled: 70 }, -1), -70);
  assert.equal(scrollBefore({ ...panel, scrolled: 900 }, -1), -460);
  assert.equal(scrollBefore({ ...panel, scrolled: 0 }, -1) + 0, 0);
});
