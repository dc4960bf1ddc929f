// What lies over the map leaves a largest free part, and points under it or close to it are not well seen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FARTHEST, freeBox, isClear } from "../../timemap/web/map/visiblearea.js";
import { placeLabels } from "../../timemap/web/labels/labelplacement.js";
import { FIELD_TABLE } from "./fieldtable.js";

const COLUMN = [700, 10, 940, 400];

test("the largest part that nothing covers is found, whatever covers the rest", () => {
  assert.deepEqual(freeBox(950, 460, []), [0, 0, 950, 460]);
  assert.deepEqual(freeBox(950, 460, [COLUMN]), [0, 0, 700, 460]);
  assert.deepEqual(freeBox(950, 460, [[0, 0, 950, 300]]), [0, 300, 950, 460]);
  assert.deepEqual(freeBox(950, 460, [COLUMN, [-20, 430, 960, 500]]), [0, 0, 700, 430]);
  assert.deepEqual(freeBox(100, 100, [[-5, -5, 105, 105]]), [0, 0, 100, 100]);
});

test("a point is well seen inside the window, away from its edges and from what covers it", () => {
  const size = { x: 950, y: 460 };
  for (const [x, y, clear] of [
    [300, 200, true],
    [10, 200, false],
    [300, 450, false],
    [800, 200, false],
    [690, 200, false],
    [670, 200, true],
    [800, 430, true],
  ]) {
    assert.equal(isClear({ x, y }, size, [COLUMN]), clear, `${x} ${y}`);
  }
});

test("no name stands where it could not be seen, unless it must stand somewhere", () => {
  const at = (box) => ({ box });
  const hidden = { id: "hidden", priority: 1, spots: [at([10, 10, 20, 20])] };
  const moved = { id: "moved", priority: 1, insists: true, spots: [at([10, 10, 20, 20]), at([60, 10, 70, 20])] };
  const must = { id: "must", priority: 0, always: true, spots: [at([30, 10, 40, 20])] };
  const placed = placeLabels([hidden, moved, must], [], [[0, 0, 50, 50]]);
  assert.deepEqual(placed.map(({ candidate, spot }) => [candidate.id, spot.box[0]]), [["must", 30], ["moved", 60]]);
});

test("a view is named within the limits of the table", () => {
  for (const [name, most] of Object.entries(FARTHEST)) {
    const field = FIELD_TABLE.fields.find((row) => row.name === name);
    assert.deepEqual([field.least, field.most], [-most, most], name);
  }
});
