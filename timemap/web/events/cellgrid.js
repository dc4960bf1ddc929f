// Grid of cells at a zoom, with running counts of the events seen in each.
// A step of the date changes the counts by the events that come and go, not by all that are seen.

/** @import {Box} from "#timemap/types.d.ts" */

/** @typedef {ReturnType<typeof createCellGrid>} CellGrid */
/** @typedef {{x: Float64Array, y: Float64Array, own?: ArrayLike<number>}} Points in world coordinates */

const FAR_APART = 2 ** 26; // more than there are columns at the closest zoom
const NONE = new Int32Array(0);

/**
 * Make the grid.
 *
 * @param {Points} points `own` is above 0 for those that are counted apart, too
 * @param {number} perCell cells across the whole world
 */
export function createCellGrid({ x, y, own }, perCell) {
  const numbered = cellsOf(x, y, perCell);
  const { cellOf, columns, rows, numbers } = numbered;
  const { starts, members } = membersOf(cellOf, columns.length);
  const counts = new Int32Array(columns.length);
  const ownCounts = own ? new Int32Array(columns.length) : null;
  const isSeen = new Uint8Array(x.length);
  /** @type {Int32Array} */
  let seen = NONE;

  /** Count some events in or out. @param {Int32Array} indices @param {1|-1} by */
  function add(indices, by) {
    for (const index of indices) {
      isSeen[index] += by;
      counts[cellOf[index]] += by;
      if (ownCounts && own && own[index] > 0) ownCounts[cellOf[index]] += by;
    }
  }

  /** Count what is seen now. @param {Int32Array} visible in order */
  function see(visible) {
    const { gone, come } = differenceOf(seen, visible);
    add(gone, -1);
    add(come, 1);
    seen = visible;
  }

  /** Do something with each event seen in a cell. @param {number} cell @param {(index: number) => void} run */
  function eachIn(cell, run) {
    for (let at = starts[cell]; counts[cell] > 0 && at < starts[cell + 1]; at += 1) {
      if (isSeen[members[at]]) run(members[at]);
    }
  }

  /** @param {Box} box @returns {(index: number) => boolean} */
  const inside = ([west, north, east, south]) => (index) =>
    x[index] >= west && x[index] <= east && y[index] >= north && y[index] <= south;

  const each = eachMeeting(numbered, perCell);
  return {
    see, columns, rows, counts, ownCounts, each,
    /** Whether more than a number of those seen lie in a box. @param {Box} box @param {number} number */
    areMoreIn(box, number) {
      const [left, top, right, bottom] = box.map((edge) => Math.floor(edge * perCell));
      const isIn = inside(box);
      /** @type {number[]} */
      const cut = [];
      let sum = 0;
      each(box, (cell) => {
        const [column, row] = [columns[cell], rows[cell]];
        if (column > left && column < right && row > top && row < bottom) sum += counts[cell];
        else cut.push(cell);
      });
      for (const cell of cut) {
        if (sum > number) return true;
        eachIn(cell, (index) => void (sum += isIn(index) ? 1 : 0));
      }
      return sum > number;
    },
    /** Those seen in a box, in order. @param {Box} box */
    within(box) {
      const isIn = inside(box);
      /** @type {number[]} */
      const found = [];
      each(box, (cell) => eachIn(cell, (index) => isIn(index) && found.push(index)));
      return Int32Array.from(found).sort();
    },
    /** Those seen in the cell at a point, in order. @param {number} atX @param {number} atY in cells */
    at(atX, atY) {
      const cell = numbers.get(Math.floor(atX) * FAR_APART + Math.floor(atY));
      return Array.from(cell === undefined ? NONE : members.subarray(starts[cell], starts[cell + 1]))
        .filter((index) => isSeen[index]);
    },
  };
}

/** Return what does something with each cell that meets a box. @param {Numbered} numbered @param {number} perCell */
function eachMeeting({ columns, rows, numbers }, perCell) {
  /** @type {(box: Box, run: (cell: number) => void) => void} */
  return (box, run) => {
    const [left, top, right, bottom] = box.map((edge) => Math.floor(edge * perCell));
    if ((right - left + 1) * (bottom - top + 1) > columns.length) {
      for (let cell = 0; cell < columns.length; cell += 1) {
        if (columns[cell] >= left && columns[cell] <= right && rows[cell] >= top && rows[cell] <= bottom) run(cell);
      }
      return;
    }
    for (let column = left; column <= right; column += 1) {
      for (let row = top; row <= bottom; row += 1) {
        const cell = numbers.get(column * FAR_APART + row);
        if (cell !== undefined) run(cell);
      }
    }
  };
}

/** Number the cells that have an event. @type {(x: Float64Array, y: Float64Array, perCell: number) => Numbered} */
export function cellsOf(x, y, perCell) {
  /** @type {Map<number, number>} */
  const numbers = new Map();
  const cellOf = new Int32Array(x.length);
  for (let index = 0; index < x.length; index += 1) {
    const key = Math.floor(x[index] * perCell) * FAR_APART + Math.floor(y[index] * perCell);
    const cell = numbers.get(key) ?? numbers.size;
    if (cell === numbers.size) numbers.set(key, cell);
    cellOf[index] = cell;
  }
  const columns = Int32Array.from(numbers.keys(), (key) => Math.floor(key / FAR_APART));
  const rows = Int32Array.from(numbers.keys(), (key) => key % FAR_APART);
  return { cellOf, columns, rows, numbers };
}

/** @typedef {{cellOf: Int32Array, columns: Int32Array, rows: Int32Array, numbers: Map<number, number>}} Numbered */

/** Return the events of each cell, one cell after the other. @param {Int32Array} cellOf @param {number} count */
function membersOf(cellOf, count) {
  const starts = new Int32Array(count + 1);
  for (const cell of cellOf) starts[cell + 1] += 1;
  for (let cell = 0; cell < count; cell += 1) starts[cell + 1] += starts[cell];
  const next = starts.slice();
  const members = new Int32Array(cellOf.length);
  for (let index = 0; index < cellOf.length; index += 1) members[next[cellOf[index]]++] = index;
  return { starts, members };
}

/**
 * Return what is only in the one or only in the other of two lists in order.
 *
 * Parts of the same list are compared by their ends alone.
 *
 * @param {Int32Array} before
 * @param {Int32Array} after
 * @returns {{gone: Int32Array, come: Int32Array}}
 */
function differenceOf(before, after) {
  if (before.buffer === after.buffer) {
    const all = new Int32Array(before.buffer);
    const [from, to] = [before, after].map(({ byteOffset }) => byteOffset / all.BYTES_PER_ELEMENT);
    const [fromEnd, toEnd] = [from + before.length, to + after.length];
    return { gone: outside(all, from, fromEnd, to, toEnd), come: outside(all, to, toEnd, from, fromEnd) };
  }
  const [gone, come] = [new Int32Array(before.length), new Int32Array(after.length)];
  let [one, other, left, added] = [0, 0, 0, 0];
  while (one < before.length || other < after.length) {
    const ahead = one === before.length ? 1 : other === after.length ? -1 : before[one] - after[other];
    if (ahead < 0) gone[left++] = before[one];
    if (ahead > 0) come[added++] = after[other];
    if (ahead <= 0) one += 1;
    if (ahead >= 0) other += 1;
  }
  return { gone: gone.subarray(0, left), come: come.subarray(0, added) };
}

/** @type {(all: Int32Array, from: number, end: number, otherFrom: number, otherEnd: number) => Int32Array} */
function outside(all, from, end, otherFrom, otherEnd) {
  if (otherFrom >= end || otherEnd <= from) return all.subarray(from, end);
  const [before, after] = [all.subarray(from, Math.max(from, otherFrom)), all.subarray(Math.min(end, otherEnd), end)];
  if (before.length === 0 || after.length === 0) return before.length === 0 ? after : before;
  const both = new Int32Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}
