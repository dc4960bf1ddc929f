// Symbols stand on their spots, or beside them where a mark or a name would be covered.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FARTHEST, symbolPlaces } from "../../timemap/web/events/symbolplaces.js";

const group = (x, y, ...members) => ({ x, y, members: members.length > 0 ? members : [0] });
const NONE = { marks: [], names: [] };
const round = (x, y, reach) => [x - reach, y - reach, x + reach, y + reach];

test("a symbol that covers nothing stands on its spot", () => {
  assert.deepEqual(symbolPlaces([group(50, 50)], NONE, 1), [{ ...group(50, 50), at: [50, 50], foot: [50, 50], onMark: false }]);
});

test("at a town it stands above it and keeps its spot", () => {
  const [placed] = symbolPlaces([group(50, 50)], { marks: [round(50, 50, 4)], names: [] }, 1);
  assert.deepEqual([placed.x < 51, placed.y < 40, placed.at, placed.onMark], [true, true, [50, 50], true]);
});

test("names are kept clear of where there is room, marks always", () => {
  const everywhere = [[-200, -200, 300, 300]];
  const [placed] = symbolPlaces([group(50, 50)], { marks: [round(50, 50, 4)], names: everywhere }, 1);
  assert.ok(Math.hypot(placed.x - 50, placed.y - 50) > 9);
  assert.deepEqual(symbolPlaces([group(50, 50)], { marks: everywhere, names: [] }, 1)[0].x, 50);
});

test("a symbol that steps aside covers no other", () => {
  const [lower, upper] = symbolPlaces([group(50, 50), group(50, 31)], { marks: [round(50, 50, 4)], names: [] }, 1);
  assert.deepEqual([upper.x, upper.y], [50, 31]);
  assert.ok(Math.max(Math.abs(lower.x - 50), Math.abs(lower.y - 31)) >= 18);
  assert.ok(Math.hypot(lower.x - 50, lower.y - 50) <= 1.1 * FARTHEST);
});

test("room is left for the number of several events", () => {
  const [placed] = symbolPlaces([group(50, 50, 1, 2, 3)], { marks: [], names: [round(34, 34, 3)] }, 1);
  assert.notDeepEqual([placed.x, placed.y], [50, 50]);
});
