// A stripe is soft at its edges and as deep as asked in its middle, and colours change as they say.
import assert from "node:assert/strict";
import { test } from "node:test";
import tokens from "../../timemap/style/tokens.json" with { type: "json" };
import { areaColour, holderColour, shade, stripeStrokes } from "../../timemap/web/areas/patterns.js";
import { LIGHT, OUTLINE } from "../../timemap/web/events/symbols.js";

const { stripe: STRIPE, unknownColour } = tokens.areas;

test("a stripe gets deeper from its edge to its middle, where it is as deep as asked", () => {
  const strokes = stripeStrokes(0.4);
  assert.deepEqual(
    strokes.map(({ width }) => width),
    STRIPE.map(({ width }) => width).sort((one, other) => other - one),
  );
  const left = strokes.map((_, at) => strokes.slice(0, at + 1).reduce((rest, { alpha }) => rest * (1 - alpha), 1));
  STRIPE.forEach(({ share }, at) => assert.ok(Math.abs(1 - left[at] - 0.4 * share) < 1e-9));
  assert.ok(Math.abs(left.at(-1) - 0.6) < 1e-9);
});

test("a colour is darkened and drained as asked; the last known one keeps little hue", () => {
  assert.equal(shade("#ff8000", {}), "#ff8000");
  assert.equal(shade("#ff8000", { darker: 0.5 }), "#804000");
  assert.match(shade("#ff8000", { greyer: 1 }), /^#(..)\1\1$/);
  assert.equal(areaColour("#123456", false), "#123456");
  assert.notEqual(areaColour("#123456", true), "#123456");
});

test("a controller has a colour of its own on the dark ground; one that is not known is grey in both themes", () => {
  const controller = { colour: "#202129", dark: "#989898" };
  assert.equal(holderColour(controller, { theme: "light" }), "#202129");
  assert.equal(holderColour(controller, { theme: "dark" }), "#989898");
  assert.equal(holderColour(controller, { theme: "dark", lastKnown: true }), areaColour("#989898", true));
  assert.deepEqual(["light", "dark"].map((theme) =>
    holderColour(undefined, { theme })), [unknownColour, unknownColour]);
});

test("of the two rims of a symbol one stands out 3 to 1 from any ground, light or dark", () => {
  const luminance = (colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  const least = (...rims) =>
    Math.min(
      ...Array.from({ length: 101 }, (_, at) => Math.max(...rims.map((rim) => contrast(luminance(rim), at / 100)))),
    );
  assert.ok(least(OUTLINE, LIGHT) >= 3);
  assert.ok(least(OUTLINE) < 3 && least(LIGHT) < 3, "one rim alone would not do");
});
