// Steps of a slider over a count cube: reads the cube of a file and prints the times of steps in milliseconds as JSON.
import { readFileSync } from "node:fs";
import process from "node:process";
import { gunzipSync } from "node:zlib";

import { readCube } from "../../timemap/web/cells/cube.js";
import { countBetween, sumCells } from "../../timemap/web/cells/sums.js";

const STEPS = 400;

const start = performance.now();
const cube = readCube(gunzipSync(readFileSync(process.argv[2])));
const read = performance.now();
const sums = sumCells(cube);
const summed = performance.now();
const into = new Uint32Array(sums.cells.length);
const { steps } = cube.header;
const width = Math.max(1, Math.round(steps / 50));
const times = Array.from({ length: STEPS }, (_, number) => {
  const before = performance.now();
  // Days in a row at first, then far jumps.
  const first = (number < STEPS / 2 ? number : number * 7919) % steps;
  countBetween(sums, first, first + width, into);
  return performance.now() - before;
});
process.stdout.write(JSON.stringify({ read: read - start, sums: summed - read, cells: into.length, times }));
