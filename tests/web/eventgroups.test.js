// Events that would cover each other form groups; very many are counted; both stay put while the map is panned.
import assert from "node:assert/strict";
import { test } from "node:test";
import { edgesOf } from "../../timemap/web/events/offscreenindicators.js";
import { CELL, createEventGroups, groupsOf, MOST } from "../../timemap/web/events/eventgroups.js";
import { ringRadius, shortCount, strength } from "../../timemap/web/events/eventmarks.js";
import { createEvents } from "../../timemap/web/events/events.js";
import { createView } from "../../timemap/web/map/view.js";
import { worldX, worldY } from "../../timemap/web/map/geometry.js";

function eventsAt(points) {
  return createEvents({
    id: points.map((_, index) => String(index)),
    start: points.map((_, index) => index),
    end: points.map((_, index) => index + 1),
    lon: points.map(([lon]) => lon),
    lat: points.map(([, lat]) => lat),
  });
}

function viewAt(lon, lat, zoom, shift = 0) {
  const scale = 256 * 2 ** zoom;
  return createView({
    zoom,
    originX: worldX(lon) * scale - 400 + shift,
    originY: worldY(lat) * scale - 300,
    width: 800,
    height: 600,
  });
}

const all = (events) => Int32Array.from({ length: events.count }, (_, index) => index);

test("one spot is one group with all its events, the chosen one on top", () => {
  const events = eventsAt([[38, 36], [38, 36], [38, 36], [38.5, 36]]);
  const groups = createEventGroups(events);
  const members = (selected) =>
    groups.crowd(all(events), viewAt(38, 36, 10), selected).groups.map((group) => group.members);
  assert.deepEqual(members(-1), [[0, 1, 2], [3]]);
  assert.deepEqual(members(1), [[3], [0, 2, 1]]);
});

test("events of the day lie over those of other days, also later ones, and the chosen one over both", () => {
  const events = eventsAt([[38, 36], [38, 36], [38, 36], [38.5, 36]]);
  const groups = createEventGroups(events);
  const members = (selected, own) =>
    groups.crowd(all(events), viewAt(38, 36, 10), selected, Int32Array.from(own)).groups.map((group) => group.members);
  assert.deepEqual(members(-1, [0]), [[3], [1, 2, 0]]);
  assert.deepEqual(members(-1, []), [[0, 1, 2], [3]]);
  assert.deepEqual(members(3, [1]), [[0, 2, 1], [3]]);
});

test("near spots part when the map comes closer, and no event is lost at any zoom", () => {
  const events = eventsAt([[38, 36], [38.004, 36.002], [38.3, 36.1]]);
  const groups = createEventGroups(events);
  for (const [zoom, count] of [[8, 2], [15, 1]]) {
    const found = groups.crowd(all(events), viewAt(38, 36, zoom), -1);
    assert.equal(found.groups.length, zoom === 8 ? count : found.inView);
    assert.equal(found.groups.flatMap((group) => group.members).length, found.inView);
  }
});

test("events of many days gather into fewer groups, each where most of its events are", () => {
  const events = eventsAt([[38, 36], [38.02, 36], [38.02, 36], [38, 36.014]]); // some 15 and 13 pixels apart
  const groups = createEventGroups(events);
  const view = viewAt(38, 36, 10);
  const sizes = (ofManyDays) =>
    groups.crowd(all(events), view, -1, null, ofManyDays).groups.map(({ members }) => members.length);
  assert.deepEqual(sizes(false), [2, 2]);
  assert.deepEqual(sizes(true), [4]);
  const { groups: [{ x }] } = groups.crowd(all(events), view, -1, null, true);
  assert.equal(x, view.project(38.02, 36)[0]);
  const { groups: [chosen] } = groups.crowd(all(events), view, 0, null, true);
  assert.equal(chosen.x, view.project(38, 36)[0]);
});

test("groups do not depend on how the map is panned", () => {
  const events = eventsAt(
    Array.from({ length: 60 }, (_, index) => [38 + (index % 8) * 0.03, 36 + Math.floor(index / 8) * 0.02]),
  );
  const groups = createEventGroups(events);
  const members = (shift) =>
    groups.crowd(all(events), viewAt(38.1, 36.1, 8, shift), -1).groups.map((group) => group.members.join());
  assert.deepEqual(members(0), members(7));
});

test("more than fit are counted into cells, and a cell gives back its events", () => {
  const events = eventsAt(
    Array.from({ length: MOST + 1 }, (_, index) => [38 + (index % 50) * 0.001, 36 + Math.floor(index / 50) * 0.001]),
  );
  const groups = createEventGroups(events);
  const view = viewAt(38, 36, 10);
  const { cells, inView } = groups.crowd(all(events), view, -1);
  assert.equal(inView, MOST + 1);
  assert.equal(cells.counts.reduce((sum, count) => sum + count, 0), MOST + 1);
  const at = cells.counts.findIndex((count) => count > 0);
  const x = cells.left + (at % cells.columns) * CELL + CELL / 2;
  const y = cells.top + Math.floor(at / cells.columns) * CELL + CELL / 2;
  assert.equal(groups.inCell(all(events), view, x, y).length, cells.counts[at]);
});

test("events outside the area belong to the edge that they are farthest beyond", () => {
  const edges = edgesOf({ lon: [38, 32, 38, 46, 38, -77], lat: [36, 39.9, 33, 36, 41, 38.9] }, [
    [34.3, 35.3],
    [38.3, 43],
  ]);
  assert.deepEqual([...edges], [0, 4, 3, 2, 1, 4]);
});

test("older events fade in few steps and never vanish", () => {
  const steps = Array.from({ length: 4000 }, (_, day) => strength(day));
  assert.equal(steps[0], 1);
  assert.ok(steps.every((value, day) => value > 0.3 && (day === 0 || value <= steps[day - 1])));
  assert.ok(new Set(steps).size <= 7);
});

test("only uncertain places have a ring, and it can always be seen", () => {
  assert.equal(ringRadius("exact", 36, 1e5, false), 0);
  assert.ok(ringRadius("area", 36, 1, false) >= 13);
  assert.equal(ringRadius("town", 36, 256 * 2 ** 8, false), 0);
  assert.ok(ringRadius("town", 36, 256 * 2 ** 13, true) > 26);
});

test("counts have at most four characters", () => {
  assert.deepEqual([1, 999, 1000, 9949, 9950, 123456].map(shortCount), ["1", "999", "1.0k", "9.9k", "10k", "123k"]);
});

test("whether some events are drawn as one is told as the map draws them", () => {
  const events = eventsAt([[38, 36], [38.004, 36.002], [38.3, 36.1], [38.3, 36.1]]);
  const groups = groupsOf(events);
  assert.equal(groupsOf(events), groups);
  const drawn = (indices, zoom) =>
    groups
      .crowd(Int32Array.from(indices), viewAt(events.lon[indices[0]], events.lat[indices[0]], zoom), -1)
      .groups.some(({ members }) => members.length > 1);
  for (const indices of [[0, 1], [0, 2], [2, 3], [0]]) {
    for (const zoom of [7, 10, 14])
      assert.equal(groups.anyTogether(indices, 256 * 2 ** zoom), drawn(indices, zoom), `${indices} ${zoom}`);
  }
});

test("running counts of cells are what a plain count gives, whichever events come and go", () => {
  let seed = 11;
  const draw = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const points = Array.from({ length: 6000 }, () => [37.5 + draw(), 35.6 + 0.8 * draw()]);
  const events = eventsAt(points);
  const own = Uint8Array.from(points, () => Math.round(draw()));
  const groups = createEventGroups({ ...events, own });
  const view = viewAt(38, 36, 9);
  const everything = all(events);
  const parts = [[1000, 5500], [0, 4000], [100, 5900], [0, 3000]];
  const seen = [everything, ...parts.map((part) => everything.subarray(...part))];
  const few = everything.filter((index) => index % 2 === 0);
  for (const visible of [...seen, few, seen[1], few.subarray(7), everything]) {
    const { cells, inView, groups: drawn } = groups.crowd(visible, view, -1);
    const isIn = (index) => {
      const [x, y] = view.project(...points[index]);
      return x >= 0 && x <= view.width && y >= 0 && y <= view.height;
    };
    assert.equal(cells !== null, visible.filter(isIn).length > MOST);
    if (cells === null) {
      assert.equal(inView, visible.filter(isIn).length);
      assert.equal(drawn.flatMap(({ members }) => members).length, inView);
      continue;
    }
    const counts = new Map();
    const owned = new Map();
    for (const index of visible) {
      const [x, y] = view.project(...points[index]);
      const at = Math.floor((y - cells.top) / CELL) * cells.columns + Math.floor((x - cells.left) / CELL);
      counts.set(at, (counts.get(at) ?? 0) + 1);
      owned.set(at, (owned.get(at) ?? 0) + own[index]);
    }
    cells.counts.forEach((count, at) => {
      const [left, top] = [cells.left + (at % cells.columns) * CELL, cells.top + Math.floor(at / cells.columns) * CELL];
      if (left + CELL <= 0 || top + CELL <= 0 || left > view.width || top > view.height) return;
      assert.equal(count, counts.get(at) ?? 0);
      assert.equal(cells.own[at], owned.get(at) ?? 0);
    });
  }
});

test("of very many events near ones are one group too, and none is lost", () => {
  const count = 20_001;
  const pointOf = (index) => [38 + (index % 300) * 0.01, 36 + (index / 300) * 0.01];
  const events = eventsAt(Array.from({ length: count }, (_, index) => pointOf(index)));
  const groups = createEventGroups(events);
  const view = viewAt(38, 36, 9);
  const visible = all(events).subarray(0, 1500);
  const { groups: drawn, inView } = groups.crowd(visible, view, -1);
  const members = drawn.flatMap((group) => group.members).sort((one, other) => one - other);
  assert.equal(members.length, inView);
  assert.equal(new Set(members).size, inView);
  assert.ok(drawn.length < inView && drawn.length > 20);
  assert.deepEqual(groups.drawnIn(all(events), view.box, view.scale), null);
});
