// Events in columns sorted by their first day. Which of them are seen is found by bisection.

import { countUpTo } from "#timemap/time/sorted.js";

/** @import {DayRange, EventColumns, Events, MapState} from "#timemap/types.d.ts" */
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
 * @param {Spans} events
 * @param {Int32Array} visible
 * @param {Pick<MapState, "mode"|"window"|"moment">} state
 * @returns {Int32Array|null} null on a single day, and up to a day, where older ones fade instead
 */
export function ofDay(events, visible, { mode, window, moment }) {
  if (mode === "until" || (mode === "day" && window === 0)) return null;
  return visible.filter((index) => isOfDay(events, index, moment));
}

/**
 * Make the events from the columns of the document.
 *
 * @param {EventColumns} columns `events` of the document
 * @returns {Events}
 */
export function createEvents(columns) {
  const count = columns.id.length;
  const start = Int32Array.from(columns.start);
  const end = Int32Array.from(columns.end);
  const latest = runningMaximum(end);
  const spot = spots(columns.lon, columns.lat);
  /** @type {{key: string, shown: Uint8Array|null|undefined, found: Int32Array}} */
  let last = { key: "", shown: undefined, found: new Int32Array(0) };

  /** Return the first index whose start is not before a day. @param {number} day */
  function firstFrom(day) {
    return countUpTo(start, day - 1);
  }

  /** Find what meets [from, to). @type {(from: number, to: number, shown: Uint8Array|null) => Int32Array} */
  function meeting(from, to, shown) {
    const stop = firstFrom(to);
    const found = new Int32Array(stop);
    let size = 0;
    for (let index = countUpTo(latest, from); index < stop; index += 1) {
      if (end[index] > from && (shown === null || shown[index])) found[size++] = index;
    }
    return found.subarray(0, size);
  }

  /**
   * Return the events that are seen.
   *
   * It is the very same array as before where nothing changed, so that callers can compare by identity.
   *
   * @type {Events["visible"]}
   */
  function visible({ moment, range, mode, window, shown }) {
    const [from, to] = spanOf({ moment, range, mode, window });
    const key = `${from} ${to}`;
    if (last.key === key && last.shown === shown) return last.found;
    const found = meeting(from, to, shown ?? null);
    last = { key, shown, found: equal(found, last.found) ? last.found : found };
    return last.found;
  }

  /** @type {Events["age"]} */
  function age(index, moment) {
    return Math.max(0, moment - (end[index] - 1));
  }

  /** @type {(index: number, state: Pick<MapState, "shown"|"range">) => boolean} */
  const seen = (index, { shown, range }) =>
    (!shown || shown[index] > 0) && end[index] > range[0] && start[index] < range[1];

  /** @type {Events["next"]} */
  function next(moment, state) {
    const first = firstFrom(Math.max(moment + 1, state.range[0]));
    for (let index = first; index < count && start[index] < state.range[1]; index += 1) {
      if (seen(index, state)) return start[index];
    }
    return null;
  }

  /** @type {Events["previous"]} */
  function previous(moment, state) {
    const latestBefore = firstFrom(Math.min(moment, state.range[1])) - 1;
    for (let index = latestBefore; index >= 0 && start[index] >= state.range[0]; index -= 1) {
      if (seen(index, state)) return start[index];
    }
    return null;
  }

  /** @type {Events["atSpot"]} */
  function atSpot(index, among) {
    return Array.from(among).filter((other) => spot[other] === spot[index]);
  }

  /** @type {Events["mainCategory"]} */
  function mainCategory(index) {
    return columns.categories[index][0];
  }

  /** @type {Events["indexOf"]} */
  function indexOf(id) {
    const index = columns.id.indexOf(id);
    return index >= 0 || !id ? index : (columns.formerId ?? []).indexOf(id);
  }

  const questions = { visible, age, next, previous, atSpot, mainCategory, indexOf, firstFrom };
  return { ...columns, count, start, end, spot, ...questions };
}

/** @type {(state: Pick<MapState, "moment"|"range"|"mode"|"window">) => DayRange} days of which the events are seen */
function spanOf({ moment, range, mode, window }) {
  const from = mode === "day" ? Math.max(range[0], moment - window) : range[0];
  const after = mode === "day" ? moment + window + 1 : moment + 1;
  return [from, mode === "range" ? range[1] : Math.min(range[1], after)];
}

/** @param {Int32Array} values */
function runningMaximum(values) {
  const result = new Int32Array(values.length);
  let most = -0x80000000;
  for (let index = 0; index < values.length; index += 1) result[index] = most = Math.max(most, values[index]);
  return result;
}

/** Number the distinct points. @type {(lons: number[], lats: number[]) => Int32Array} */
function spots(lons, lats) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  return Int32Array.from(lons, (lon, index) => {
    const key = `${lon} ${lats[index]}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
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
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
