// Rows of a long list that are drawn, and how high the others count.

/** Rows that are drawn, and how many of them lie before the one in sight. */
export const DRAWN = 40;
const BEFORE = 14;
/** Height of a row in pixels before any was measured. */
const USUAL = 76;
/** Most pixels of a whole list: browsers know no higher elements than some 17 million. */
const HIGHEST = 12_000_000;
/** @typedef {{first: number, end: number}} Rows half-open */

/**
 * Return the rows that are drawn when one of them is the first in sight.
 *
 * @param {number} row
 * @param {number} count of all rows
 * @returns {Rows}
 */
export function rowsAround(row, count) {
  const first = Math.max(0, Math.min(row - BEFORE, count - DRAWN));
  return { first, end: Math.min(first + DRAWN, count) };
}

/**
 * Return the row at a height of a list, some of whose rows are drawn.
 *
 * @param {number} at pixels from the beginning of the list
 * @param {Rows & {height: number, drawn: number}} rows `height` is that of a row that is not drawn, `drawn` that of all
 *   which are
 * @param {number} count of all rows
 * @returns {number|null} null among those that are drawn
 */
export function rowAt(at, { first, end, height, drawn }, count) {
  const [above, below] = [first * height, at - first * height - drawn];
  if (at >= above && below <= 0) return null;
  const row = at < above ? Math.floor(at / height) : end + Math.floor(below / height);
  return Math.max(0, Math.min(row, count - 1));
}

/**
 * Return the height of rows that are not drawn.
 *
 * @param {number} measured mean height of some that are, 0 for none
 * @param {number} count of all rows
 */
export function heightOf(measured, count) {
  return Math.min(measured || USUAL, HIGHEST / Math.max(count, 1));
}
