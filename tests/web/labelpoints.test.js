// Each place is named once, in the chosen language, and nothing else is.
import assert from "node:assert/strict";
import { test } from "node:test";

import { pointerTo } from "../../timemap/web/map/focus.js";
import { labelPoints } from "../../timemap/web/labels/labelpoints.js";
import { breakName } from "../../timemap/web/labels/lettering.js";
import { isRightToLeft, nameIn, otherNames, shortName } from "../../timemap/web/labels/names.js";

const focus = { names: { en: "Kobane (Ayn al-Arab)", ku: "Kobanî" }, lon: 38.353, lat: 36.891 };
const bounds = [[34, 35], [38, 43]];
const place = (id, en, lon, lat, kind, more = {}) => ({ id, names: { en, ...more }, lon, lat, kind });

test("the focus is not named a second time", () => {
  const points = labelPoints({
    bounds,
    focus,
    base: { towns: [{ names: { en: "Kobane" }, lon: 38.36, lat: 36.9, rank: 2 }] },
    places: [],
  });
  assert.deepEqual(points, []);
});

test("without a focus every place is named", () => {
  const points = labelPoints({
    bounds,
    focus: null,
    base: { towns: [{ names: { en: "Kobane" }, lon: 38.36, lat: 36.9, rank: 2 }] },
    places: [],
  });
  assert.deepEqual(points.map(({ names }) => names.en), ["Kobane"]);
});

test("a town that is also a place is named once and gets the names of both", () => {
  const base = { towns: [{ names: { en: "Aleppo", tr: "Halep" }, lon: 37.161, lat: 36.201, rank: 1 }] };
  const points = labelPoints({
    bounds,
    focus,
    base,
    places: [place("aleppo", "Aleppo (centre)", 37.15, 36.2, "city", { ar: "حلب" })],
  });
  assert.equal(points.length, 1);
  assert.deepEqual(points[0].names, { en: "Aleppo", tr: "Halep", ar: "حلب" });
});

test("quarters, crossings and places beyond the bounds are not named", () => {
  const places = [
    place("q", "Quarter", 38.5, 36.5, "district-of-city"),
    place("x", "Gate", 38.9, 36.6, "crossing"),
    place("d", "Damascus", 36.3, 33.5, "city"),
  ];
  assert.deepEqual(labelPoints({ bounds, focus, base: { towns: [] }, places }), []);
});

test("larger towns come first and from a lower zoom", () => {
  const places = [
    place("v", "Village", 39, 36.5, "village"),
    place("c", "City", 40, 36.5, "city"),
    place("t", "Town", 41, 36.5, "town"),
  ];
  const points = labelPoints({ bounds, focus, base: { towns: [] }, places });
  assert.deepEqual(points.map(({ names }) => names.en), ["City", "Town", "Village"]);
  assert.deepEqual(points.map(({ from }) => from), points.map(({ from }) => from).sort((one, other) => one - other));
});

test("a name missing in the language is the English one", () => {
  assert.equal(nameIn({ en: "Aleppo", tr: "" }, "tr"), "Aleppo");
  assert.equal(nameIn({ ar: "حلب" }, "ku"), "حلب");
  assert.equal(nameIn(null, "en"), "");
});

test("the other names leave out the one shown and repetitions", () => {
  assert.deepEqual(otherNames({ en: "Afrin", ku: "Efrîn", ar: "عفرين", tr: "Afrin" }, "en"), [
    { text: "Efrîn", language: "ku" },
    { text: "عفرين", language: "ar" },
  ]);
});

test("Arabic is told from Latin writing", () => {
  assert.ok(isRightToLeft("عين العرب"));
  assert.ok(!isRightToLeft("Serêkaniyê"));
});

test("names are shortened and broken for the map", () => {
  assert.equal(shortName("Kobane (Ayn al-Arab)"), "Kobane");
  assert.equal(shortName("(unnamed)"), "(unnamed)");
  assert.deepEqual(breakName("Euphrates Shield area"), ["Euphrates", "Shield area"]);
  assert.deepEqual(breakName("Afrin"), ["Afrin"]);
});

test("the arrow to the focus stands inside the window and points outward", () => {
  const seen = [100, 100, 900, 700];
  assert.equal(pointerTo(500, 400, seen), null);
  const { x, y, angle } = pointerTo(5000, 400, seen);
  assert.ok(x < 900 && x > 500);
  assert.deepEqual([y, angle], [400, 0]);
});
