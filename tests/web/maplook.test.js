// What the map on the screen and the one in pictures draw alike, held by one table of cases.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { areaColour } from "../../timemap/web/areas/patterns.js";
import { remaining } from "../../timemap/web/areas/edgefade.js";
import { shownRadius, strength } from "../../timemap/web/events/eventmarks.js";
import { borderWidth } from "../../timemap/web/border/borderpicture.js";
import { crossingSize, postSize } from "../../timemap/web/border/bordersymbols.js";
import { spotsBeside } from "../../timemap/web/labels/labelplacement.js";
import { riverWidth } from "../../timemap/web/map/baselayer.js";

// tests/timemap/static_map/test_map_look.py reads them, too.
const CASES = JSON.parse(readFileSync(new URL("../cases/map_look.json", import.meta.url), "utf8"));

/** Tell whether two numbers are the same but for rounding. @type {(one: number, other: number) => boolean} */
const isNear = (one, other) => Math.abs(one - other) < 1e-9;

/** Return the cases of which `asWanted` says no. */
const wrong = (cases, asWanted) => cases.filter((row) => !asWanted(row));

const isRing = ({ where, radius, chosen, shown }) => shownRadius(where, radius, chosen) === shown;

test("a ring is shown, cut down or left out as in pictures", () => {
  assert.deepEqual(wrong(CASES.rings, isRing), []);
});

test("older events are as pale as in pictures", () => {
  assert.deepEqual(wrong(CASES.strengths, ({ age, strength: wanted }) => isNear(strength(age), wanted)), []);
});

test("the last known state has the colours of pictures", () => {
  assert.deepEqual(wrong(CASES.lastKnown, ({ colour, shown }) => areaColour(colour, true) === shown), []);
});

test("areas fade at the rim as in pictures", () => {
  assert.deepEqual(wrong(CASES.fading, ({ away, left }) => isNear(remaining(away), left)), []);
});

test("border and rivers are as wide as in pictures", () => {
  assert.deepEqual(wrong(CASES.border, ({ zoom, width }) => isNear(borderWidth(zoom), width)), []);
  assert.deepEqual(wrong(CASES.rivers, ({ rank, zoom, width }) => isNear(riverWidth(rank, zoom), width)), []);
});

test("crossings and posts are as large as in pictures", () => {
  assert.deepEqual(wrong(CASES.crossings, ({ zoom, size }) => isNear(crossingSize(zoom), size)), []);
  assert.deepEqual(wrong(CASES.posts, ({ zoom, size }) => isNear(postSize(zoom), size)), []);
});

test("names are tried on the same sides, and as far away, as in pictures", () => {
  const { at: [x, y], size: [width, height], gap, order, across } = CASES.beside;
  const spots = spotsBeside(x, y, width, height, gap);
  assert.deepEqual(spots.map((spot) => spot.x - x), across);
  assert.deepEqual(order, spots.map((spot) => sideOf(spot.x - x, spot.y - y)));
});

/** @type {(across: number, down: number) => string} */
function sideOf(across, down) {
  return [across && (across > 0 ? "right" : "left"), down && (down > 0 ? "below" : "above")].filter(Boolean).join("-");
}

test("a case that does not hold is noticed", () => {
  const [row] = CASES.rings;
  assert.deepEqual(wrong([row, { ...row, shown: row.shown + 1 }], isRing), [{ ...row, shown: row.shown + 1 }]);
});
