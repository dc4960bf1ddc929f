// A view is the same as another when it shows the same part of the world on the same pixels.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createView, sameView } from "../../timemap/web/map/view.js";

const SHAPE = {
  zoom: 8,
  originX: 40_000,
  originY: 25_000,
  width: 800,
  height: 600,
  ratio: 1,
  seen: [10, 10, 790, 590],
};

test("two views of one shape are the same, and each difference counts", () => {
  assert.ok(sameView(createView(SHAPE), createView({ ...SHAPE })));
  for (const change of [
    { zoom: 9 },
    { originX: 40_001 },
    { originY: 25_001 },
    { width: 801 },
    { height: 601 },
    { ratio: 2 },
    { seen: [10, 10, 790, 580] },
  ]) {
    assert.ok(!sameView(createView(SHAPE), createView({ ...SHAPE, ...change })), JSON.stringify(change));
  }
});

test("no view is like none, and like no view", () => {
  assert.ok(sameView(null, null));
  assert.ok(!sameView(null, createView(SHAPE)));
});
