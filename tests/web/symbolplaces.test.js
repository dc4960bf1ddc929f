// Symbols stand on their spots, or beside them where a mark or a name would be covered.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FARTHEST, symbolPlaces } from "../../timemap/web/events/symbolplaces.js";

const group = (x, y, ...members) => ({ x, y, members: members.length > 0 ? members : [0] });
const NONE = { marks: [], names: [] };
const round = (x, y, reach) => [x - reach, y - reach, x + reach, y + reach];

test("a symbol that covers nothing stands on its spot", () => {
  assert.deepEqual(symbolPlaces([group(50, 50)], NONE, 1), [
    { ...group(50, 50), at: [50, 50], foot: [50, 50], onMark: false },
  ]);
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
  assert.ok(Math.hypot(lower.x - 50, lower.y - 50) <= FARTHEST);
});

test("room is left for the number of several events", () => {
  const [placed] = symbolPlaces([group(50, 50, 1, 2, 3)], { marks: [], names: [round(34, 34, 3)] }, 1);
  assert.notDeepEqual([placed.x, placed.y], [50, 50]);
});

test("a symbol stays on the side of its town that its spot lies on, and near it", () => {
  const ring = { marks: [round(50, 50, 16)], names: [] };
  for (const [east, south] of [[3, 0], [-3, 0], [0, 3], [0, -3], [2, 2], [-2, 1]]) {
    const [{ x, y }] = symbolPlaces([group(50 + east, 50 + south)], ring, 1);
    assert.ok((x - 50) * east + (y - 50) * south > 0, `${east} ${south}`);
    assert.ok(Math.hypot(x - 50 - east, y - 50 - south) <= FARTHEST);
    assert.ok(Math.hypot(x - 50, y - 50) >= 16 + 7);
  }
});

test("a symbol does not step over the border", () => {
  const border = [Array.from({ length: 60 }, (_, at) => [at * 6 - 100, 45]).flat()];
  const town = { marks: [round(50, 50, 4)], names: [] };
  assert.ok(symbolPlaces([group(50, 50)], town, 1)[0].y < 45);
  assert.ok(symbolPlaces([group(50, 50)], { ...town, border }, 1)[0].y > 45);
});

test("where there is no room on its side a symbol stays on its spot", () => {
  const all = { marks: [round(50, 50, 40)], names: [] };
  assert.deepEqual([symbolPlaces([group(50, 50)], all, 1)[0].x, symbolPlaces([group(50, 50)], all, 1)[0].y], [50, 50]);
});

test("where every spot hides a name the symbol hides least of it", () => {
  const ring = { marks: [round(50, 50, 16)], names: [[0, 62, 100, 120], [0, -20, 100, 38]] };
  const [{ x, y }] = symbolPlaces([group(52, 51)], ring, 1);
  assert.ok(x > 70 && Math.abs(y - 51) < 12);
});
