// A layer of the base map is drawn as its row in the table says: lines by zoom or rank, areas filled.
import assert from "node:assert/strict";
import { test } from "node:test";

import { createLayer, riverWidth } from "../../timemap/web/map/baselayer.js";

/** Path that takes any line. */
class Path {
  moveTo() {}

  lineTo() {}

  closePath() {}
}

const LINE = [3820000, 3680000, 40000, 10000];
const RINGS = [[3820000, 3670000, 20000, 0, 0, 10000, -20000, -10000]];
const COLOURS = { wall: "brown", zoneLabel: "blue", water: "aqua" };
const EVERYWHERE = [-1, -1, 2, 2];

/** Draw a layer and return what was filled, and stroked with which look. */
function drawn(shapes, row, zoom) {
  const strokes = [];
  const fills = [];
  let dashes = [];
  const ctx = {
    save() {},
    restore() {},
    translate() {},
    setLineDash: (parts) => (dashes = parts),
    fill: (_, rule) => fills.push([ctx.fillStyle, rule]),
    stroke: () => strokes.push([ctx.strokeStyle, ctx.lineWidth, dashes]),
  };
  const view = { zoom, scale: 256 * 2 ** zoom, originX: 0, originY: 0, box: EVERYWHERE };
  const layer = createLayer({ made: shapes }, { id: "made", ...row }, Path);
  layer.paint(ctx, view, COLOURS);
  assert.deepEqual(dashes, [], "what is drawn next has full lines");
  return { strokes, fills, isArea: layer.isArea };
}

test("plain lines are wider on a near map and have the dashes of the row", () => {
  const row = { stroke: "zone-label", width: 1, nearWidth: 2, dashes: [4, 2] };
  assert.deepEqual(drawn([LINE, LINE], row, 8.5).strokes, [["blue", 1, [4, 2]], ["blue", 1, [4, 2]]]);
  assert.deepEqual(drawn([LINE], row, 9), { strokes: [["blue", 2, [4, 2]]], fills: [], isArea: false });
});

test("lines with a rank are as wide as it says, and small ones wait for a nearer map", () => {
  const shapes = [{ rank: 1, line: LINE }, { rank: 9, line: LINE }];
  assert.deepEqual(drawn(shapes, { stroke: "wall", byRank: true }, 8).strokes, [["brown", riverWidth(1, 8), []]]);
});

test("areas are filled with their holes left out, and outlined", () => {
  const row = { stroke: "wall", width: 1, nearWidth: 2, fill: "water" };
  const area = { strokes: [["brown", 1, []]], fills: [["aqua", "evenodd"]], isArea: true };
  assert.deepEqual(drawn([{ rings: RINGS }], row, 8), area);
});
