// Events lie in columns sorted by their first day, so which of them are seen is found by bisection and never needs the whole list.

import { countUpTo } from "#timemap/time/sorted.js";

/** @typedef {import("#timemap/time/clock.js").ClockState} ClockState */

/**
 * Return whether the moment is one of an event's days: those events stand out from what is only seen beside them.
 *
 * @param {{start: ArrayLike<number>, end: ArrayLike<number>}} events
 * @param {number} index
 * @param {number} moment
 * @returns {boolean}
 */
export function isOfDay(events, index, moment) {
  return events.start[index] <= moment && moment < events.end[index];
}

/**
 * Return the events of the day itself among those seen, or null where all are seen for one and the same reason.
 *
 * @param {{start: ArrayLike<number>, end: ArrayLike<number>}} events
 * @param {Int32Array} visible
 * @param {ClockState} state
 * @returns {Int32Array|null} null on a single day, and up to a day, where older ones fade instead
 */
export function ofDay(events, visible, { mode, window, moment }) {
  if (mode === "until" || (mode === "day" && window === 0)) return null;
  return visible.filter((index) => isOfDay(events, index, moment));
}

/**
 * Make the events from the columns of the document.
 *
 * @param {object} columns `events` of the document; columns of equal length, sorted by `start`
 * @returns {object} the columns, typed, with the questions that the parts ask of them
 */
export function createEvents(columns) {
  const count = columns.id.length;
  const start = Int32Array.from(columns.start);
  const end = Int32Array.from(columns.end);
  const latest = runningMaximum(end);
  const spot = spots(columns.lon, columns.lat);
  let last = { key: "", shown: undefined, found: new Int32Array(0) };

  /** First index whose start is not before `day`. */
  function firstFrom(day) {
    return countUpTo(start, day - 1);
  }

  /** All shown events that meet [from, to), in order of their start. */
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
   * Return the events that are seen: the very same array as before where nothing changed, so that callers can compare by identity.
   *
   * @param {ClockState} state
   * @returns {Int32Array}
   */
  function visible({ moment, range, mode, window, shown }) {
    const from = mode === "day" ? Math.max(range[0], moment - window) : range[0];
    const to = mode === "day" ? Math.min(range[1], moment + window + 1) : mode === "until" ? Math.min(range[1], moment + 1) : range[1];
    const key = `${from} ${to}`;
    if (last.key === key && last.shown === shown) return last.found;
    const found = meeting(from, to, shown ?? null);
    last = { key, shown, found: equal(found, last.found) ? last.found : found };
    return last.found;
  }

  /**
   * Return how many days ago an event ended; 0 while it lasts and before.
   *
   * @param {number} index
   * @param {number} moment
   * @returns {number}
   */
  function age(index, moment) {
    return Math.max(0, moment - (end[index] - 1));
  }

  const seen = (index, { shown, range }) => (!shown || shown[index]) && end[index] > range[0] && start[index] < range[1];

  /**
   * Return the first day after `moment` on which a seen event starts; null when there is none.
   *
   * @param {number} moment
   * @param {ClockState} state
   * @returns {number|null}
   */
  function next(moment, state) {
    for (let index = firstFrom(Math.max(moment + 1, state.range[0])); index < count && start[index] < state.range[1]; index += 1) {
      if (seen(index, state)) return start[index];
    }
    return null;
  }

  /**
   * Return the last day before `moment` on which a seen event starts; null when there is none.
   *
   * @param {number} moment
   * @param {ClockState} state
   * @returns {number|null}
   */
  function previous(moment, state) {
    for (let index = firstFrom(Math.min(moment, state.range[1])) - 1; index >= 0 && start[index] >= state.range[0]; index -= 1) {
      if (seen(index, state)) return start[index];
    }
    return null;
  }

  /**
   * Return those of `among` that share their point with an event.
   *
   * @param {number} index
   * @param {ArrayLike<number>} among
   * @returns {number[]}
   */
  function atSpot(index, among) {
    return Array.from(among).filter((other) => spot[other] === spot[index]);
  }

  /**
   * Return the category that gives an event its symbol.
   *
   * @param {number} index
   * @returns {number}
   */
  function mainCategory(index) {
    return columns.categories[index][0];
  }

  /**
   * Return the index of an event by its id or an earlier id; -1 when there is none.
   *
   * @param {string} id
   * @returns {number}
   */
  function indexOf(id) {
    const index = columns.id.indexOf(id);
    return index >= 0 || !id ? index : (columns.formerId ?? []).indexOf(id);
  }

  return { ...columns, count, start, end, spot, visible, age, next, previous, atSpot, mainCategory, indexOf, firstFrom };
}

function runningMaximum(values) {
  const result = new Int32Array(values.length);
  let most = -0x80000000;
  for (let index = 0; index < values.length; index += 1) result[index] = most = Math.max(most, values[index]);
  return result;
}

/** Number the distinct points. */
function spots(lons, lats) {
  const numbers = new Map();
  return Int32Array.from(lons, (lon, index) => {
    const key = `${lon} ${lats[index]}`;
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key);
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
