// Events that pass the filters and meet some days, found by bisection.

import { countUpTo } from "#timemap/time/sorted.js";

/** @import {PackedColumns} from "#timemap/types.d.ts" */

/** Answers that are kept. */
const KEPT = 4;

/**
 * @typedef {object} Passing events that pass the filters
 * @property {Int32Array} indices of them, in order
 * @property {() => Int32Array} ends of them, in order of time
 */

/**
 * Make what finds the events that pass the filters.
 *
 * @param {Pick<PackedColumns, "start"|"end"|"count">} events sorted by start
 */
export function createPassing({ start, end, count }) {
  const latest = maximumUpTo(end);
  const earliest = minimumFrom(end);
  /** @type {Map<Uint8Array|null, Passing>} */
  const known = new Map();

  /** Return those that pass. @param {Uint8Array|null} [shown] */
  function of(shown = null) {
    const found = known.get(shown) ?? find(shown);
    if (!known.has(shown) && known.size >= KEPT) known.delete([...known.keys()][0]);
    known.set(shown, found);
    return found;
  }

  /** @param {Uint8Array|null} shown @returns {Passing} */
  function find(shown) {
    const all = new Int32Array(count);
    let size = 0;
    for (let index = 0; index < count; index += 1) if (shown === null || shown[index] > 0) all[size++] = index;
    const indices = all.slice(0, size);
    /** @type {Int32Array|null} */
    let sorted = null;
    return {
      indices,
      ends() {
        sorted ??= indices.map((index) => end[index]).sort();
        return sorted;
      },
    };
  }

  /** Return the first index whose start is not before a day. @param {number} day */
  function firstFrom(day) {
    return countUpTo(start, day - 1);
  }

  /** Return those that meet [from, to). @type {(from: number, to: number, shown: Uint8Array|null) => Int32Array} */
  function meeting(from, to, shown) {
    const { indices } = of(shown);
    const placeOf = (/** @type {number} */ index) => countUpTo(indices, index - 1);
    const stop = placeOf(firstFrom(to));
    const sure = Math.min(placeOf(countUpTo(earliest, from)), stop); // from here on all end after `from`
    const early = indices.subarray(placeOf(countUpTo(latest, from)), sure).filter((index) => end[index] > from);
    if (early.length === 0) return indices.subarray(sure, stop);
    const found = new Int32Array(early.length + stop - sure);
    found.set(early);
    found.set(indices.subarray(sure, stop), early.length);
    return found;
  }

  return { of, firstFrom, meeting };
}

/** Return the greatest of all values up to each. @param {Int32Array} values */
function maximumUpTo(values) {
  const result = new Int32Array(values.length);
  let most = -0x80000000;
  for (let index = 0; index < values.length; index += 1) result[index] = most = Math.max(most, values[index]);
  return result;
}

/** Return the least of all values from each on. @param {Int32Array} values */
function minimumFrom(values) {
  const result = new Int32Array(values.length);
  let least = 0x7fffffff;
  for (let index = values.length - 1; index >= 0; index -= 1) result[index] = least = Math.min(least, values[index]);
  return result;
}
