// The boxes that are drawn anew are few, do not overlap and leave out nothing that has changed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fewBoxes } from "../../timemap/web/areas/changedboxes.js";

test("far apart they stay, overlapping or touching whole they become one, empty ones go", () => {
  assert.deepEqual(fewBoxes([[0, 0, 10, 10], [500, 300, 510, 310]]).length, 2);
  assert.deepEqual(fewBoxes([[0, 0, 10, 10], [5, 5, 20, 20]]), [[0, 0, 20, 20]]);
  assert.deepEqual(fewBoxes([[0, 0, 10, 10], [10, 0, 20, 10]]), [[0, 0, 20, 10]]);
  assert.deepEqual(fewBoxes([[0, 0, 0, 10], [3, 9, 9, 9]]), []);
});

test("whatever changes, all of it is covered, nothing twice, in at most four boxes", () => {
  let seed = 7;
  const draw = (below) => (seed = (seed * 16807) % 2147483647) % below;
  for (let round = 0; round < 40; round += 1) {
    const boxes = Array.from({ length: 1 + draw(30) }, () => {
      const [x, y] = [draw(900), draw(500)];
      return [x, y, x + 1 + draw(120), y + 1 + draw(90)];
    });
    const few = fewBoxes(boxes);
    assert.ok(few.length <= 4);
    for (const box of boxes)
      assert.ok(few.some((one) => one[0] <= box[0] && one[1] <= box[1] && one[2] >= box[2] && one[3] >= box[3]));
    few.forEach((one, at) =>
      few
        .slice(at + 1)
        .forEach((other) =>
          assert.ok(one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1]),
        ),
    );
  }
});
