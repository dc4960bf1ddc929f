// Labels keep to their side of the divider and whole in the window; the arrow to the focus is always named.
import assert from "node:assert/strict";
import { test } from "node:test";

import { between, beyond, uncut } from "../../timemap/web/labels/labelspots.js";
import { spotAt } from "../../timemap/web/labels/labelplacement.js";
import { focusCandidates } from "../../timemap/web/map/focuslabel.js";
import { createView } from "../../timemap/web/map/view.js";

const FOCUS = { id: "kobane", lon: 38.35, lat: 36.89, names: { en: "Kobane" } };
const WORDS = { lines: ["Kobane"], width: 300, height: 20 };

/** A window of 400 by 300 pixels with the focus at a pixel of it. */
function viewWith(x, y) {
  const [worldX, worldY] = createView({ zoom: 8, originX: 0, originY: 0, width: 400, height: 300 }).project(
    FOCUS.lon,
    FOCUS.lat,
  );
  return createView({ zoom: 8, originX: worldX - x, originY: worldY - y, width: 400, height: 300 });
}

const focusAt = (x, y) => focusCandidates(FOCUS, viewWith(x, y), WORDS, 1);

test("a name of the focus that the divider cuts stands on the side of the arrow", () => {
  assert.deepEqual(between([-Infinity, 210], focusAt(900, 150)), []);
  assert.equal(between([210, Infinity], focusAt(900, 150)).length, 1);
});

test("what need not stand is left out where the divider cuts it, and keeps its whole spots", () => {
  const town = { id: "town", spots: [spotAt(205, 100, 40, 12), spotAt(120, 100, 40, 12)] };
  assert.deepEqual(between([-Infinity, 210], [town]).map(({ spots }) => spots.length), [1]);
  assert.deepEqual(between([210, Infinity], [town]), []);
});

test("the divider keeps a name and what it is about on one side", () => {
  const led = { id: "zone", spots: [{ ...spotAt(300, 100, 40, 12), foot: [120, 100] }] };
  const beside = { id: "town", mark: [205, 97, 211, 103], spots: [spotAt(235, 100, 40, 12)] };
  assert.deepEqual(between([210, Infinity], [led, beside]), []);
  assert.deepEqual(between([110, Infinity], [led, beside]).map(({ id }) => id), ["zone", "town"]);
});

test("what lies beyond a side is the rest of the window", () => {
  const seen = [10, 20, 410, 320];
  assert.deepEqual(beyond([-Infinity, Infinity], seen), []);
  assert.deepEqual(beyond([-Infinity, 210], seen), [[210, 20, 410, 320]]);
  assert.deepEqual(beyond([210, Infinity], seen), [[10, 20, 210, 320]]);
});

test("names that the frame of the window cuts off are left out, also where it cuts their dot", () => {
  const whole = { id: "whole", spots: [spotAt(100, 100, 40, 12)] };
  const cut = { id: "cut", spots: [spotAt(10, 100, 40, 12)] };
  const dot = { id: "dot", mark: [-4, 97, 2, 103], spots: [spotAt(30, 100, 40, 12)] };
  const must = { id: "must", always: true, spots: [spotAt(10, 100, 40, 12)] };
  assert.deepEqual(uncut([0, 0, 400, 300], [whole, cut, dot, must]).map(({ id }) => id), ["whole", "must"]);
});
