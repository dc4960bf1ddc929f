// Counts of events in bins of days, weeks, months or years.
//
// The strip leads to events, so each has its place on it: one of which no day is known is spread over its days. The
// chart of the page Territory (charts/event_counts.py) counts, so there each event is whole and in one month.

import { addMonths, partsOf } from "#timemap/time/dates.js";

/** @import { DayRange, Events } from "#timemap/types.d.ts" */

/** @typedef {"day"|"week"|"month"|"quarter"|"year"} Unit */
/** @typedef {Pick<Events, "start"|"end"|"precision">} Dated */

/** Units of a bin from fine to coarse, with their usual length in days. @type {[Unit, number][]} */
const UNITS = [["day", 1], ["week", 7], ["month", 30.4], ["quarter", 91.3], ["year", 365.25]];
const ONE_GROUP = Object.freeze({ count: 1, of: () => 0 });
const MONTHS = { month: 1, quarter: 3, year: 12 };

/**
 * Return the finest unit whose bins are at least `least` pixels wide.
 *
 * @param {number} pixelsPerDay
 * @param {number} [least]
 * @returns {Unit}
 */
export function unitFor(pixelsPerDay, least = 5) {
  const found = UNITS.find(([, days]) => days * pixelsPerDay >= least);
  return found ? found[0] : "year";
}

/**
 * Return the first day of the bin that holds a day; weeks begin on Monday.
 *
 * @param {number} day
 * @param {Unit} unit
 * @returns {number}
 */
export function binStart(day, unit) {
  if (unit === "day") return day;
  if (unit === "week") return day - ((((day + 3) % 7) + 7) % 7);
  const { month, day: ofMonth } = partsOf(day);
  return addMonths(day - ofMonth + 1, -((month - 1) % MONTHS[unit]));
}

/**
 * Return the first day of the following bin.
 *
 * @param {number} start first day of a bin
 * @param {Unit} unit
 * @returns {number}
 */
function nextBin(start, unit) {
  if (unit === "day") return start + 1;
  return unit === "week" ? start + 7 : addMonths(start, MONTHS[unit]);
}

/**
 * Return the edges of all bins that touch a range, one more than bins.
 *
 * @param {DayRange} range
 * @param {Unit} unit
 * @returns {number[]}
 */
export function binEdges(range, unit) {
  const edges = [binStart(range[0], unit)];
  for (let [last] = edges; last < range[1]; edges.push(last)) last = nextBin(last, unit);
  return edges;
}

/**
 * @typedef {object} Bins
 * @property {number[]} edges
 * @property {Float64Array[]} certain by group: events whose day is known, by bin
 * @property {Float64Array[]} spread by group: share of the events whose day is not known, by bin
 * @property {Float64Array} sums all of a bin
 */

/**
 * Count the shown events of the whole.
 *
 * An event that began before the first day and reaches beyond it counts on the first day, which is where one finds it.
 *
 * @param {Dated} events sorted by start
 * @param {Uint8Array|null} shown
 * @param {DayRange} whole
 * @param {Unit} unit
 * @param {{count: number, of: (index: number) => number}} [groups] how many groups there are, and that of an event
 * @returns {Bins}
 */
export function countBins(events, shown, whole, unit, groups = ONE_GROUP) {
  const edges = binEdges(whole, unit);
  const size = edges.length - 1;
  const columns = () => Array.from({ length: groups.count }, () => new Float64Array(size));
  const [certain, spread, sums] = [columns(), columns(), new Float64Array(size)];
  let at = 0;
  for (let index = 0; index < events.start.length; index += 1) {
    const [start, end] = [Math.max(events.start[index], whole[0]), Math.min(events.end[index], whole[1])];
    if ((shown && !shown[index]) || end <= start) continue;
    const group = groups.of(index);
    while (edges[at + 1] <= start) at += 1;
    if (events.precision.at(index) === "day") {
      certain[group][at] += 1;
      sums[at] += 1;
      continue;
    }
    for (let bin = at; bin < size && edges[bin] < end; bin += 1) {
      const share = (Math.min(edges[bin + 1], end) - Math.max(edges[bin], start)) / (end - start);
      spread[group][bin] += share;
      sums[bin] += share;
    }
  }
  return { edges, certain, spread, sums };
}

/**
 * Return the shown events of a bin, those with a known day first.
 *
 * @param {Dated} events
 * @param {Uint8Array|null} shown
 * @param {DayRange} bin first day and first day after
 * @param {DayRange} range
 * @returns {number[]}
 */
export function eventsInBin(events, shown, bin, range) {
  /** @type {number[]} */
  const certain = [];
  /** @type {number[]} */
  const spread = [];
  for (let index = 0; index < events.start.length && events.start[index] < bin[1]; index += 1) {
    if ((shown && !shown[index]) || events.end[index] <= range[0] || events.start[index] >= range[1]) continue;
    const start = Math.max(events.start[index], range[0]);
    if (events.precision.at(index) === "day") {
      if (start >= bin[0]) certain.push(index);
    } else if (events.end[index] > bin[0]) spread.push(index);
  }
  return certain.concat(spread);
}
