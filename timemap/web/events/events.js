// Events in columns sorted by their first day, and questions to them.

import { packLists, packValues } from "#timemap/events/columns.js";
import { createPassing } from "#timemap/events/passing.js";
import { countUpTo } from "#timemap/time/sorted.js";

/** @import {DayRange, EventColumns, Events, MapState, PackedColumns} from "#timemap/types.d.ts" */
/** @typedef {{start: ArrayLike<number>, end: ArrayLike<number>}} Spans */

/**
 * Return whether the moment is one of an event's days.
 *
 * Those events stand out from what is only seen beside them.
 *
 * @param {Spans} events
 * @param {number} index
 * @param {number} moment
 * @returns {boolean}
 */
export function isOfDay(events, index, moment) {
  return events.start[index] <= moment && moment < events.end[index];
}

/**
 * Return the events of the day itself among those seen.
 *
 * @param {Pick<Events, "end"|"firstFrom">} events
 * @param {Int32Array} visible in order
 * @param {Pick<MapState, "mode"|"window"|"moment">} state
 * @returns {Int32Array|null} null on a single day, and up to a day, where older ones fade instead
 */
export function ofDay(events, visible, { mode, window, moment }) {
  if (mode === "until" || (mode === "day" && window === 0)) return null;
  const end = countUpTo(visible, events.firstFrom(moment + 1) - 1);
  return visible.subarray(0, end).filter((index) => events.end[index] > moment);
}

/** Columns that hold lists of numbers. */
const LISTS = Object.freeze(["categories", "parties", "spellings", "sources"]);
/** Answers that are kept. */
const KEPT = 4;
/** Steps of a degree in which points are told apart, and what keeps two such numbers apart in one. */
const [FINEST, FAR_APART] = [1e5, 2 ** 26];

/**
 * Make the events from the columns of the document.
 *
 * What they are made from is not needed afterwards.
 *
 * @param {EventColumns} columns `events` of the document
 * @returns {Events}
 */
export function createEvents(columns) {
  /** @type {any} */
  const packed = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, packColumn(name, values)]),
  );
  const start = Int32Array.from(columns.start);
  const end = Int32Array.from(columns.end);
  return withQuestions({ ...packed, count: start.length, start, end, spot: spots(columns.lon, columns.lat) });
}

/** Pack a column by what stands in it. @type {(name: string, values: any[]) => unknown} */
function packColumn(name, values) {
  if (LISTS.includes(name)) return packLists(values);
  if (values.every((value) => typeof value === "number")) return Float64Array.from(values);
  if (values.every((value) => typeof value === "boolean")) return Uint8Array.from(values, Number);
  return packValues(values);
}

/**
 * Add what can be asked of events.
 *
 * Each keeps its own last answers, so that two days can be asked about in turn.
 *
 * @param {PackedColumns} columns
 * @returns {Events}
 */
function withQuestions(columns) {
  const { start, end, spot, categories } = columns;
  const passing = createPassing(columns);
  const { firstFrom, meeting } = passing;
  /** @type {{key: string, shown: Uint8Array|null, found: Int32Array}[]} the newest first */
  let kept = [];
  /** @type {{shown: Uint8Array|null, range: DayRange, found: Int32Array}} */
  let led = { shown: null, range: [0, 0], found: new Int32Array(0) };

  /** @type {Events["visible"]} */
  function visible({ moment, range, mode, window, shown }) {
    const [from, to] = spanOf({ moment, range, mode, window });
    const [key, mask] = [`${from} ${to}`, shown ?? null];
    const known = kept.find((answer) => answer.key === key && answer.shown === mask);
    if (known) return known.found;
    const fresh = meeting(from, to, mask);
    const found = kept.find((answer) => equal(answer.found, fresh))?.found ?? fresh;
    kept = [{ key, shown: mask, found }, ...kept].slice(0, KEPT);
    return found;
  }

  /** @type {Events["age"]} */
  function age(index, moment) {
    return Math.max(0, moment - (end[index] - 1));
  }

  /** @type {Events["next"]} */
  function next(moment, { shown, range }) {
    const { indices } = passing.of(shown);
    const index = indices[countUpTo(indices, firstFrom(Math.max(moment + 1, range[0])) - 1)];
    return index !== undefined && start[index] < range[1] ? start[index] : null;
  }

  /** @type {Events["previous"]} */
  function previous(moment, { shown, range }) {
    const { indices } = passing.of(shown);
    const index = indices[countUpTo(indices, firstFrom(Math.min(moment, range[1])) - 1) - 1];
    return index !== undefined && start[index] >= range[0] ? start[index] : null;
  }

  /** @type {Events["stops"]} */
  function stops({ shown, range }) {
    const isSame = led.shown === (shown ?? null) && led.range[0] === range[0] && led.range[1] === range[1];
    if (!isSame) led = { shown: shown ?? null, range, found: meeting(...range, shown ?? null) };
    return led.found;
  }

  /** @type {Events["countMeeting"]} */
  function countMeeting([from, to], shown) {
    const { indices, ends } = passing.of(shown);
    return countUpTo(indices, firstFrom(to) - 1) - countUpTo(ends(), from);
  }

  /** @type {Events["atSpot"]} */
  function atSpot(index, among) {
    return Array.from(among).filter((other) => spot[other] === spot[index]);
  }

  /** @type {Events["mainCategory"]} */
  function mainCategory(index) {
    return categories.values[categories.starts[index]];
  }

  /** @type {Events["indexOf"]} */
  function indexOf(id) {
    const index = columns.id.indexOf(id);
    return index >= 0 || !id ? index : (columns.formerId?.indexOf(id) ?? -1);
  }

  const questions = { visible, age, next, previous, stops, countMeeting, atSpot, mainCategory, indexOf, firstFrom };
  return { ...columns, ...questions, again: () => withQuestions(columns) };
}

/** @type {(state: Pick<MapState, "moment"|"range"|"mode"|"window">) => DayRange} days of which the events are seen */
function spanOf({ moment, range, mode, window }) {
  const from = mode === "day" ? Math.max(range[0], moment - window) : range[0];
  const after = mode === "day" ? moment + window + 1 : moment + 1;
  return [from, mode === "range" ? range[1] : Math.min(range[1], after)];
}

/** Number the distinct points. @type {(lons: number[], lats: number[]) => Int32Array} */
function spots(lons, lats) {
  /** @type {Map<number, number>} */
  const numbers = new Map();
  return Int32Array.from(lons, (lon, index) => {
    const key = Math.round(lon * FINEST) * FAR_APART + Math.round(lats[index] * FINEST);
    const number = numbers.get(key) ?? numbers.size;
    if (number === numbers.size) numbers.set(key, number);
    return number;
  });
}

/**
 * Return whether two lists of events hold the same ones.
 *
 * @param {Int32Array} one
 * @param {Int32Array} other
 * @returns {boolean}
 */
export function equal(one, other) {
  if (one.length !== other.length) return false;
  if (one.buffer === other.buffer && one.byteOffset === other.byteOffset) return true;
  return one.every((value, index) => value === other[index]);
}
