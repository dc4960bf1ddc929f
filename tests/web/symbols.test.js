// Less sure means more cut away, and colours change as they say.
import assert from "node:assert/strict";
import { test } from "node:test";
import { areaColour, CUTS, shade, themed } from "../../timemap/web/areas/patterns.js";

test("less sure means more cut away", () => {
  assert.deepEqual(CUTS.map(({ width }) => width), CUTS.map(({ width }) => width).sort((one, other) => one - other));
  assert.equal(CUTS[0].width, 0);
});

test("a colour is darkened and drained as asked; the last known one keeps little hue", () => {
  assert.equal(shade("#ff8000", {}), "#ff8000");
  assert.equal(shade("#ff8000", { darker: 0.5 }), "#804000");
  assert.match(shade("#ff8000", { greyer: 1 }), /^#(..)\1\1$/);
  assert.equal(areaColour("#123456", false), "#123456");
  assert.notEqual(areaColour("#123456", true), "#123456");
});

test("a dark colour is lighter on the ground of the dark theme, and the same elsewhere", () => {
  assert.equal(themed("#202129", "light"), "#202129");
  assert.equal(themed("#fed710", "dark"), "#fed710");
  assert.equal(themed("#202129", "dark"), "#9e9ea2");
});
