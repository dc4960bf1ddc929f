// Lines of patterns: darker than their area on a light ground, lighter on a dark one.

import assert from "node:assert/strict";
import { test } from "node:test";

import { patternColour, shade } from "../../timemap/web/areas/patterns.js";

test("lines are darker in the light theme and lighter in the dark one", () => {
  assert.equal(patternColour("#808080", "light"), "#464646");
  assert.equal(patternColour("#808080", "dark"), "#c0c0c0");
  assert.equal(shade("#ff8000", { lighter: 1 }), "#ffffff");
});
