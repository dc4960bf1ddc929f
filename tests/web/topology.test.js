// Areas of a day: rings are stitched exactly, shared arcs vanish inside one holder, damaged data give less and never an
// error.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ringPoints, turning } from "../../timemap/web/areas/arcs.js";
import { changedCells, createTopology } from "../../timemap/web/areas/topology.js";

const UNIT = 100_000;

/** Two squares side by side and a hole in the left one that a third cell fills; deltas in 1/100,000 degree. */
function twoSquaresAndAnIsland(holds) {
  return {
    arcs: [
      [UNIT, 0, 0, UNIT], // 0: the shared side, northward
      [UNIT, UNIT, -UNIT, 0, 0, -UNIT, UNIT, 0], // 1: round the left square
      [UNIT, UNIT, UNIT, 0, 0, -UNIT, -UNIT, 0], // 2: round the right square, clockwise
      [40_000, 40_000, 20_000, 0, 0, 20_000, -20_000, 0, 0, -20_000], // 3: the island
    ],
    cells: [
      { place: 0, rings: [[[0, 1], [3]]] },
      { place: 1, rings: [[[0, 2]]] }, // given clockwise: either way must do
      { place: 2, rings: [[[3]]] },
    ],
    holds,
    zones: [{ id: "one", name: "One" }],
  };
}

const area = (topology, rings) => rings.reduce((sum, ring) => sum + turning(ringPoints(topology.arcs, ring)) / 2, 0);
const held = (state, controller) => state.controllers.find((entry) => entry.controller === controller);
const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

test("the side between two cells of one holder is gone, the hole of another stays", () => {
  const topology = createTopology(
    twoSquaresAndAnIsland([[[0, null, 5, 0, -1]], [[0, null, 5, 0, -1]], [[0, null, 7, 0, -1]]]),
  );
  const state = topology.at(10);
  assert.deepEqual(state.controllers.map(({ controller }) => controller), [5, 7]);
  const outer = held(state, 5);
  assert.equal(outer.rings.length, 2);
  assert.ok(outer.rings.every((ring) => !ring.includes(0) && !ring.includes(~0)));
  near(area(topology, outer.rings), 2 - 0.04);
  near(area(topology, held(state, 7).rings), 0.04);
});

test("areas of all holders together are the whole, whoever holds what", () => {
  for (const [left, right, island] of [[1, 2, 3], [1, 1, 1], [1, 2, 1], [2, 1, 1]]) {
    const topology = createTopology(
      twoSquaresAndAnIsland([[[0, null, left, 0, -1]], [[0, null, right, 0, -1]], [[0, null, island, 0, -1]]]),
    );
    const sum = topology.at(0).controllers.reduce((total, { rings }) => total + area(topology, rings), 0);
    near(sum, 2);
  }
});

test("fronts are the arcs between two different holders only", () => {
  const both = createTopology(
    twoSquaresAndAnIsland([[[0, null, 1, 0, -1]], [[0, null, 2, 0, -1]], [[0, null, 1, 0, -1]]]),
  );
  assert.deepEqual([...both.at(0).fronts], [0]);
  const empty = createTopology(twoSquaresAndAnIsland([[[0, null, 1, 0, -1]], [], [[0, null, 1, 0, -1]]]));
  assert.deepEqual([...empty.at(0).fronts], []);
});

test("a hold begins on its first day and is over on its end", () => {
  const topology = createTopology(twoSquaresAndAnIsland([[[10, 20, 1, 0, -1], [20, null, 2, 1, 0]], [], []]));
  assert.deepEqual(topology.changes, [10, 20]);
  const on = (day) => topology.at(day).controllers.map(({ controller }) => controller);
  assert.deepEqual([on(9), on(10), on(19), on(20), on(9999)], [[], [1], [1], [2], [2]]);
  assert.equal(topology.at(10), topology.at(19), "one state for all days without change");
  assert.deepEqual(changedCells(topology.at(19), topology.at(20)), [0]);
  assert.deepEqual(topology.hold(0, 20), [20, null, 2, 1, 0]);
});

test("zones are dissolved over their cells and say who holds them", () => {
  const topology = createTopology(
    twoSquaresAndAnIsland([[[0, null, 3, 0, 0]], [[0, null, 4, 2, 0]], [[0, null, 3, 2, -1]]]),
  );
  const state = topology.at(0);
  assert.deepEqual(
    state.zones.map(({ zone, controllers, cells }) => [zone, controllers, cells]),
    [[0, [3, 4], [0, 1]]],
  );
  near(area(topology, state.zones[0].rings), 2 - 0.04);
  assert.deepEqual(state.hatchings.map(({ confidence }) => confidence), [0, 2]);
});

test("cells that touch in one point give closed rings", () => {
  const topology = createTopology({
    arcs: [[0, 0, UNIT, 0, 0, UNIT, -UNIT, 0, 0, -UNIT], [UNIT, UNIT, UNIT, 0, 0, UNIT, -UNIT, 0, 0, -UNIT]],
    cells: [{ place: 0, rings: [[[0]]] }, { place: 1, rings: [[[1]]] }],
    holds: [[[0, null, 1, 0, -1]], [[0, null, 1, 0, -1]]],
  });
  const [{ rings }] = topology.at(0).controllers;
  near(area(topology, rings), 2);
});

test("damaged data give fewer areas, not an error", () => {
  for (const damaged of [
    undefined,
    {},
    { arcs: [], cells: [], holds: [] },
    { arcs: [[0, 0, UNIT, 0]], cells: [{ place: 0, rings: [[[0, 9, ~9]]] }], holds: [[[0, null, 1, 0, -1]]] },
    {
      arcs: [[0, 0, UNIT, 0]],
      cells: [{ place: 0, rings: [[[0]]] }, { place: 1, rings: [[[0]]] }, {}],
      holds: [[[0, null, 1, 0, -1]]],
    },
    {
      arcs: [[]],
      cells: [
        { place: 0, rings: [[]] },
        { place: 0, rings: [[[]]] },
      ],
      holds: [null, [[0, null, 1, 0, -1]]],
    },
  ]) {
    const topology = createTopology(damaged);
    for (const day of [-1, 0, 1]) assert.ok(Array.isArray(topology.at(day).controllers));
  }
});
