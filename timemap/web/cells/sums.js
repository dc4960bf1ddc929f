// Prefix sums along time, for one subtraction per cell and step.
//
// geodata/count_cube/sums.py does the same; tests/cases/count_cube.json holds both to the same answers.

/**
 * @typedef {object} CellSums For each cell with events how many there were up to each step with events.
 * @property {Uint32Array} cells Cells that have events in the categories asked for, in order.
 * @property {Uint32Array} starts For each of them where its steps begin; at the end where all end.
 * @property {Uint32Array} steps Steps with events, in order within a cell.
 * @property {Uint32Array} sums Events of the cell up to each of these steps.
 */

/**
 * Return the sums of some categories of a cube.
 *
 * Categories are given by their numbers; all count where none are given.
 *
 * @param {Pick<import("#timemap/cells/cube.js").CountCube, "cell" | "step" | "category" | "count">} cube
 * @param {Iterable<number>} [categories]
 * @returns {CellSums}
 */
export function sumCells(cube, categories) {
  const chosen = categories === undefined ? undefined : new Set(categories);
  const { cell, step, category, count } = cube;
  const [cells, starts] = [new Uint32Array(cell.length), new Uint32Array(cell.length + 1)];
  const [steps, sums] = [new Uint32Array(cell.length), new Uint32Array(cell.length)];
  let [size, groups] = [0, 0];
  for (let index = 0; index < cell.length; index++) {
    if (chosen !== undefined && !chosen.has(category[index])) continue;
    const isNew = groups === 0 || cells[groups - 1] !== cell[index];
    if (isNew) {
      cells[groups] = cell[index];
      starts[groups++] = size;
    }
    if (isNew || steps[size - 1] !== step[index]) {
      steps[size] = step[index];
      sums[size] = isNew ? 0 : sums[size - 1];
      size += 1;
    }
    sums[size - 1] += count[index];
  }
  starts[groups] = size;
  return {
    cells: cells.slice(0, groups),
    starts: starts.slice(0, groups + 1),
    steps: steps.slice(0, size),
    sums: sums.slice(0, size),
  };
}

/**
 * Return for each cell how many events there were in a window of time.
 *
 * Both steps are included. The counts are written into the array that is given.
 *
 * @param {CellSums} sums
 * @param {number} first
 * @param {number} last
 * @param {Uint32Array} [into]
 */
export function countBetween(sums, first, last, into = new Uint32Array(sums.cells.length)) {
  for (let group = 0; group < sums.cells.length; group++)
    into[group] = last < first ? 0 : upTo(sums, group, last) - upTo(sums, group, first - 1);
  return into;
}

/**
 * Return how many events a cell had up to a step.
 *
 * @param {CellSums} sums
 * @param {number} group
 * @param {number} step
 */
function upTo({ starts, steps, sums }, group, step) {
  const start = starts[group];
  let [low, high] = [start, starts[group + 1]];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (steps[middle] <= step) low = middle + 1;
    else high = middle;
  }
  return low === start ? 0 : sums[low - 1];
}
