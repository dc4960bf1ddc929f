// Every shape and pattern that the tables may name exists, stays in its box, and colours change as they say.
import assert from "node:assert/strict";
import { test } from "node:test";
import { areaColour, CUTS, patternPath, PATTERNS, shade } from "../../timemap/web/areas/patterns.js";
import { shapePath, SHAPES } from "../../timemap/web/events/symbols.js";

test("the agreed names are all there", () => {
  const shapes = ["circle", "square", "diamond", "triangle-up", "triangle-down", "pentagon", "hexagon", "star", "cross", "plus", "ring", "flag", "house", "drop"];
  assert.deepEqual(Object.keys(SHAPES).sort(), shapes.sort());
  const patterns = ["solid", "diagonal", "back-diagonal", "horizontal", "vertical", "dots", "cross-hatch", "grid", "zigzag"];
  assert.deepEqual(Object.keys(PATTERNS).sort(), patterns.sort());
});

test("shapes start with a move, end closed, and no number leaves the unit box", () => {
  for (const [name, path] of Object.entries(SHAPES)) {
    assert.match(path, /^M.*Z$/, name);
    for (const number of path.replace(/A[^A-Z]*/g, "").match(/-?\d*\.?\d+/g)) assert.ok(Math.abs(Number(number)) <= 1, `${name}: ${number}`);
  }
  assert.equal(new Set(Object.values(SHAPES)).size, Object.keys(SHAPES).length);
});

test("names that nobody knows, also those of Object, give the plain look", () => {
  for (const name of ["spiral", "", "constructor", undefined]) {
    assert.equal(shapePath(name), SHAPES.circle);
    assert.equal(patternPath(name), "");
  }
});

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
