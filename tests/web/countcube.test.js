// A count cube is read from its bytes as Python wrote it, and its prefix sums give the same counts as Python's.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";

import { readCube } from "../../timemap/web/cells/cube.js";
import { countBetween, sumCells } from "../../timemap/web/cells/sums.js";

const CASES = JSON.parse(readFileSync(new URL("../cases/count_cube.json", import.meta.url), "utf8")).cubes;
const COLUMNS = ["cell", "step", "category", "count"];

for (const { name, header, columns, bytes, windows } of CASES) {
  test(`${name}: its bytes are read as they were written`, () => {
    const cube = readCube(gunzipSync(Buffer.from(bytes, "base64")));
    assert.deepEqual(cube.header, header);
    for (const column of COLUMNS) assert.deepEqual([...cube[column]], columns[column]);
  });

  test(`${name}: a window of time has the counts of each cell`, () => {
    for (const { categories, first, last, cells, counts } of windows) {
      const sums = sumCells(columns, categories ?? undefined);
      assert.deepEqual([...sums.cells], cells);
      assert.deepEqual([...countBetween(sums, first, last)], counts);
    }
  });
}

test("counts are written into the array that is given", () => {
  const sums = sumCells({ cell: [3, 3], step: [0, 2], category: [0, 0], count: [5, 7] });
  const into = new Uint32Array(1);
  assert.equal(countBetween(sums, 0, 1, into), into);
  assert.deepEqual([...into], [5]);
});

test("bytes of another layout are refused", () => {
  const header = Buffer.from(JSON.stringify({ version: 99 }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  assert.throws(() => readCube(Buffer.concat([length, header])), /got version 99, expected 1/);
});
