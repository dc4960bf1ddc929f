// Coordinates are decoded and projected as the published formulas of Web Mercator say.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import {
  boxOf,
  decodeLine,
  inside,
  latOf,
  lonOf,
  meets,
  toWorld,
  worldLines,
  worldX,
  worldY,
} from "../../timemap/web/map/geometry.js";
import { createView } from "../../timemap/web/map/view.js";

const near = (actual, expected, within = 1e-9) =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);

// tests/timemap/document/test_encoding.py reads them, too.
const CASES = JSON.parse(readFileSync(new URL("../cases/encoding.json", import.meta.url), "utf8"));

test("deltas add up to the degrees from which they were made", () => {
  for (const { degrees, deltas } of CASES.lines) assert.deepEqual([...decodeLine(deltas)], degrees.flat());
  const [{ degrees, deltas }] = CASES.lines;
  assert.notDeepEqual([...decodeLine([deltas[0] + 1, ...deltas.slice(1)])], degrees.flat(), "others would be noticed");
  assert.equal(decodeLine([]).length, 0);
});

test("one line is taken as a list of one", () => {
  assert.equal(worldLines([0, 0, 100000, 0]).length, 1);
  assert.equal(worldLines([[0, 0, 100000, 0], [0, 0]]).length, 2);
  assert.deepEqual(worldLines([]), []);
});

test("the world is a square from the date line and 85.0511° N", () => {
  near(worldX(-180), 0);
  near(worldX(180), 1);
  near(worldY(0), 0.5);
  near(worldY(85.05112878), 0, 1e-9);
  near(worldY(-85.05112878), 1, 1e-9);
});

test("a point falls on the tile that OpenStreetMap numbers for it", () => {
  // Kobane at zoom 10: tile 621/398, by the formula of the OpenStreetMap wiki ("Slippy map tilenames")
  assert.equal(Math.floor(worldX(38.35347) * 1024), 621);
  assert.equal(Math.floor(worldY(36.89095) * 1024), 398);
});

test("projecting and back gives the same degrees", () => {
  for (const [lon, lat] of [[38.35347, 36.89095], [-70, -33], [0, 0]]) {
    near(lonOf(worldX(lon)), lon);
    near(latOf(worldY(lat)), lat);
  }
});

test("boxes enclose all lines, and the box of nothing meets none", () => {
  const box = boxOf([Float64Array.of(0, 5, 2, 1), Float64Array.of(-1, 3)]);
  assert.deepEqual(box, [-1, 1, 2, 5]);
  assert.ok(meets(box, [2, 5, 9, 9]));
  assert.ok(!meets(box, [2.1, 0, 9, 9]));
  assert.ok(!meets(boxOf([]), [-1e9, -1e9, 1e9, 1e9]));
});

test("a hole counts as outside", () => {
  const rings = [Float64Array.of(0, 0, 10, 0, 10, 10, 0, 10), Float64Array.of(4, 4, 6, 4, 6, 6, 4, 6)];
  assert.ok(inside(rings, 2, 5));
  assert.ok(!inside(rings, 5, 5));
  assert.ok(!inside(rings, 11, 5));
});

test("a view projects one point, a line of degrees and a line of the world alike", () => {
  const view = createView({ zoom: 9, originX: 79000, originY: 51000, width: 800, height: 600 });
  const degrees = Float64Array.of(38.35347, 36.89095, 37.16, 36.2);
  const whole = view.projectInto(degrees, new Float64Array(4));
  const placed = view.place(toWorld(degrees));
  assert.deepEqual(view.project(38.35347, 36.89095), [whole[0], whole[1]]);
  whole.forEach((value, at) => near(placed[at], value, 1e-6));
});

test("the bounds of a view are the degrees of its corners", () => {
  const view = createView({ zoom: 0, originX: 0, originY: 0, width: 256, height: 256 });
  near(view.bounds.west, -180);
  near(view.bounds.east, 180);
  near(view.bounds.north, 85.05112878, 1e-6);
  near(view.bounds.south, -85.05112878, 1e-6);
});
