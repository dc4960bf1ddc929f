// Ticks and words along a line stay where they are when the map is panned.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ticks, walk, wordSpots } from "../../timemap/web/labels/alongline.js";

const BOX = [-1000, -1000, 1000, 1000];

test("stops are evenly apart along the line, also round corners", () => {
  const [{ first, points }] = walk(Float64Array.of(0, 0, 25, 0, 25, 25), 10, BOX);
  assert.equal(first, 0);
  assert.deepEqual([...points], [0, 0, 10, 0, 20, 0, 25, 5, 25, 15, 25, 25]);
});

test("what is seen through a smaller box are the same stops", () => {
  const line = Float64Array.of(0, 0, 333, 0, 333, 71, 600, 71);
  const all = walk(line, 7, BOX)[0].points;
  for (const run of walk(line, 7, [100, -10, 420, 80])) {
    run.points.forEach((value, at) => assert.ok(Math.abs(value - all[run.first * 2 + at]) < 1e-9));
  }
});

test("a line that leaves the box and comes back makes two runs", () => {
  const runs = walk(Float64Array.of(0, 0, 50, 0, 50, 500, 90, 500, 90, 0, 140, 0), 10, [-5, -5, 200, 20]);
  assert.equal(runs.length, 2);
});

test("ticks stand square on the line on the chosen side", () => {
  const east = Float64Array.of(0, 0, 10, 0, 20, 0);
  assert.deepEqual([...ticks(east, 5, 1)].map((value) => value + 0), [0, 0, 0, 5, 10, 0, 10, 5, 20, 0, 20, 5]);
  assert.equal(ticks(east, 5, -1)[3], -5);
});

test("words stand on straight stretches only, and are never upside down", () => {
  const step = 8;
  const straight = walk(Float64Array.of(400, 10, 0, 10), step, BOX)[0];
  const [[spot]] = [...wordSpots(straight, { width: 80, step, period: 64, bend: 4 }).values()];
  assert.equal(spot.flipped, true);
  assert.ok(Math.abs(spot.angle) < 1e-9);
  const zigzag = Float64Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? at * 10 : (at % 4) * 30));
  assert.deepEqual(
    walk(zigzag, step, BOX).flatMap((run) => [...wordSpots(run, { width: 80, step, period: 64, bend: 4 })]),
    [],
  );
});

test("each stretch is named once, nearest to its middle", () => {
  const run = walk(Float64Array.of(-900, 0, 900, 0), 8, BOX)[0];
  const stretches = wordSpots(run, { width: 80, step: 8, period: 64, bend: 4 });
  assert.deepEqual([...stretches.keys()], [0, 1, 2, 3]);
  assert.ok(Math.abs(stretches.get(1)[0].x - (-900 + 1.5 * 64 * 8)) <= 3 * 8);
});
