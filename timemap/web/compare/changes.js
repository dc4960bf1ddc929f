// Changes of hands between two days, cell by cell. The land of a place counts for whoever held the place.

import { wayBetween } from "#timemap/compare/handovers.js";
import { countUpTo } from "#timemap/time/sorted.js";

/** @import {DayRange, Period, Topology} from "#timemap/types.d.ts" */
/** @import {Succession} from "#timemap/compare/handovers.js" */
/** @typedef {{cells: {km2: number}[], at: (day: number) => {holders: ArrayLike<number>}}} Held */

/**
 * @typedef {object} Change
 * @property {number} from controller on the first day, -1 where nobody is known
 * @property {number} to controller on the second day
 * @property {string} way how it passed on
 * @property {number} km2
 * @property {number[]} cells
 */

/**
 * Return what changed hands between two days, the largest first.
 *
 * @param {Held & Pick<Topology, "holdsOf">} topology
 * @param {number} first day
 * @param {number} second day
 * @param {Succession[]} successions
 * @returns {Change[]}
 */
export function changesBetween(topology, first, second, successions) {
  const [before, after] = [topology.at(first).holders, topology.at(second).holders];
  /** @type {Map<string, Change>} */
  const found = new Map();
  for (let cell = 0; cell < topology.cells.length; cell += 1) {
    const [from, to] = [before[cell], after[cell]];
    if (from === to) continue;
    const way = wayBetween(successions, topology.holdsOf(cell), first, second) ?? "unknown";
    const key = `${from} ${to} ${way}`;
    const change = found.get(key) ?? { from, to, way, km2: 0, cells: [] };
    found.set(key, change);
    change.km2 += topology.cells[cell].km2;
    change.cells.push(cell);
  }
  return [...found.values()].sort((one, other) => other.km2 - one.km2);
}

/**
 * Return what each controller held on both days, the largest first.
 *
 * @param {Held} topology
 * @param {number} first day
 * @param {number} second day
 * @returns {{holder: number, km2: number}[]}
 */
export function keptBetween(topology, first, second) {
  const [before, after] = [topology.at(first).holders, topology.at(second).holders];
  /** @type {Map<number, number>} */
  const found = new Map();
  topology.cells.forEach(({ km2 }, cell) => {
    if (before[cell] === after[cell] && after[cell] >= 0) found.set(after[cell], (found.get(after[cell]) ?? 0) + km2);
  });
  return [...found].map(([holder, km2]) => ({ holder, km2 })).sort((one, other) => other.km2 - one.km2);
}

/**
 * Return for each cell how it passed on, null where it did not.
 *
 * @param {Change[]} changes
 * @param {number} count of cells
 * @returns {(string|null)[]}
 */
export function waysOfCells(changes, count) {
  /** @type {(string|null)[]} */
  const ways = new Array(count).fill(null);
  for (const { cells, way } of changes) for (const cell of cells) ways[cell] = way;
  return ways;
}

/**
 * Return the indices of the shown events that begin between two days.
 *
 * They begin after the earlier day, and not after the later.
 *
 * @param {{start: ArrayLike<number>}} events sorted by start
 * @param {number} one
 * @param {number} other
 * @param {Uint8Array|null} shown
 * @returns {number[]}
 */
export function eventsBetween(events, one, other, shown) {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const found = [];
  const end = countUpTo(events.start, to);
  for (let index = countUpTo(events.start, from); index < end; index += 1) {
    if (!shown || shown[index]) found.push(index);
  }
  return found;
}

/**
 * Return pairs of days worth comparing.
 *
 * They are the day before a period and the first day after it, where land changed hands in between.
 *
 * @param {Pick<Period, "name"|"start"|"end">[]} periods
 * @param {DayRange} range
 * @param {Pick<Held, "at">} topology
 * @returns {{name: string, left: number, right: number}[]}
 */
export function telling(periods, range, topology) {
  return periods
    .map(({ name, start, end }) => ({ name, left: start - 1, right: end ?? Infinity }))
    .filter(({ left, right }) => left >= range[0] && right < range[1])
    .filter(({ left, right }) => differ(topology.at(left).holders, topology.at(right).holders));
}

/** @type {(before: ArrayLike<number>, after: ArrayLike<number>) => boolean} */
function differ(before, after) {
  return Array.from(before).some((holder, cell) => holder !== after[cell]);
}
