import assert from "node:assert/strict";
import { test } from "node:test";

import { stepOf } from "../../timemap/web/map/panbuttons.js";

test("a press moves the map by a quarter of what is seen of it", () => {
  assert.deepEqual(stepOf({ x: 800, y: 600 }, -1, 0), [-200, 0]);
  assert.deepEqual(stepOf({ x: 800, y: 600 }, 0, 1), [0, 150]);
  assert.deepEqual(stepOf({ x: 801, y: 602 }, 1, -1), [200, -150]);
});
