// An area is found from a point, hangs together, and tells what it rests on.
import assert from "node:assert/strict";
import { test } from "node:test";

import { createAreaFinder, sizeOf } from "../../timemap/web/areas/areaof.js";
import { evidenceOf } from "../../timemap/web/areas/evidence.js";
import { outlineOf } from "../../timemap/web/areas/edgelengths.js";
import { createTopology } from "../../timemap/web/areas/topology.js";

/** Four squares side by side, each a degree wide, made of one arc each side. */
function rowOfSquares(holds) {
  const arcs = [];
  const add = (...points) =>
    arcs.push(
      points.flatMap(([x, y], at) =>
        at === 0 ? [x * 1e5, y * 1e5] : [(x - points[at - 1][0]) * 1e5, (y - points[at - 1][1]) * 1e5],
      ),
    ) - 1;
  const uprights = [0, 1, 2, 3, 4].map((x) => add([x, 0], [x, 1]));
  const cells = [0, 1, 2, 3].map((x) => ({
    place: x,
    km2: 10 * (x + 1),
    rings: [[[add([x, 0], [x + 1, 0]), uprights[x + 1], add([x + 1, 1], [x, 1]), ~uprights[x]]]],
  }));
  return createTopology({ arcs, cells, holds, changes: [0, 10, 20] });
}

const TWO = [0, null, 2, 0, -1];
const topology = rowOfSquares([
  [[0, null, 1, 0, -1]],
  [[0, 10, 1, 0, -1], [10, null, 1, 2, -1]],
  [TWO],
  [[0, 20, 1, 0, -1], [20, null, 2, 0, 0]],
]);
const finder = createAreaFinder(topology);

test("a point leads to its cell, or to none", () => {
  assert.equal(finder.cellAt(1.5, 0.5), 1);
  assert.equal(finder.cellAt(9, 0.5), -1);
});

test("an area is what hangs together; a zone is all of it", () => {
  assert.deepEqual(finder.areaOf(0, 5), { controller: 1, zone: -1, cells: [0, 1] });
  assert.deepEqual(finder.areaOf(3, 5), { controller: 1, zone: -1, cells: [3] });
  assert.deepEqual(finder.areaOf(3, 25), { controller: 2, zone: 0, cells: [3] });
  assert.equal(finder.areaOf(0, -5), null);
  assert.deepEqual(finder.areasOn(5).map(({ cells }) => cells), [[3], [0, 1], [2]]);
  assert.equal(sizeOf(topology, [0, 1]), 30);
});

test("an area tells its places, since when, how strong the evidence is, and what is disputed", () => {
  const evidence = {
    holds: [
      [[0, null, 1, 0, 7, 0]],
      [
        [0, 10, 1, 0, -1, -1],
        [10, null, 1, 2, 8, 1],
      ],
      [[0, null, 2, 0, -1, -1]],
      [
        [0, 20, 1, 0, -1, -1],
        [20, null, 2, 0, -1, -1],
      ],
    ],
    notes: ["a note", "another"],
    statements: [{ text: "disputed" }],
    disputes: { 1: [[0, 12, 15]], 3: [[0, 22, null]] },
    topics: { controllers: [[], [0], [1]], zones: [[2]] },
  };
  const found = evidenceOf(evidence, topology, finder.areaOf(0, 14), 14);
  assert.deepEqual(
    [found.km2, found.since, found.sinceBefore, found.statements, found.topics],
    [30, 0, true, [0], [0]],
  );
  assert.deepEqual(
    found.places.map(({ cell, confidence, since, source, note, disputes }) => [
      cell,
      confidence,
      since,
      source,
      note,
      disputes,
    ]),
    [
      [1, 2, 0, 8, "another", [0]],
      [0, 0, 0, 7, "a note", []],
    ],
  );
  assert.deepEqual(found.shares.map((share) => Math.round(share * 30)), [10, 0, 20]);
  assert.deepEqual(evidenceOf(evidence, topology, finder.areaOf(1, 11), 11).statements, []); // not yet disputed
  const zone = evidenceOf(evidence, topology, finder.areaOf(3, 25), 25);
  assert.deepEqual([zone.since, zone.sinceBefore, zone.topics], [20, false, [1, 2]]);
});

test("the outline of an area is told apart into fronts and borders; its inside and the rim are neither", () => {
  const edges = {
    states: ["North", "East"],
    between: [
      [0, 1, -1, 5],
      [1, 2, -1, 7],
      [2, 3, -1, 2],
      [0, -1, 0, 3],
      [1, -1, 0, 4],
      [1, -1, -1, 9],
      [3, -1, 1, 8],
    ],
  };
  assert.deepEqual(outlineOf(edges, [1, 1, 2, -1], [0, 1]), {
    fronts: [{ controller: 2, km: 7 }],
    borders: [{ state: "North", km: 7 }],
  });
  assert.deepEqual(outlineOf(edges, [1, 1, 2, -1], [2]), { fronts: [{ controller: 1, km: 7 }], borders: [] });
  assert.deepEqual(outlineOf(undefined, [1], [0]), { fronts: [], borders: [] });
});
