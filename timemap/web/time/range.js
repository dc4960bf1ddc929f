// Range of days, and the range of a period: clipped and set.

/** @import { MapState, Mode, Store } from "#timemap/types.d.ts" */

/**
 * Return whether a range is the whole.
 *
 * @param {[number, number]} range
 * @param {[number, number]} whole
 * @returns {boolean}
 */
export function isWhole(range, whole) {
  return range[0] <= whole[0] && range[1] >= whole[1];
}

/**
 * Return the part of a range that lies inside the whole.
 *
 * It is at least one day.
 *
 * @param {[number, number]} range
 * @param {[number, number]} whole
 * @returns {[number, number]}
 */
export function clipRange(range, whole) {
  const first = Math.min(Math.max(range[0], whole[0]), whole[1] - 1);
  return [first, Math.max(first + 1, Math.min(range[1], whole[1]))];
}

/**
 * Return the mode of a range unless another is asked for.
 *
 * All events are seen where a part of the whole was chosen.
 *
 * @param {[number, number]} range
 * @param {[number, number]} whole
 * @returns {"day"|"range"}
 */
export function defaultMode(range, whole) {
  return isWhole(range, whole) ? "day" : "range";
}

/**
 * Return what sets a range.
 *
 * A part of the whole shows all its events, the whole those of the day again unless something is searched for.
 *
 * @param {{mode: Mode, words?: string}} state
 * @param {[number, number]} range half-open
 * @param {[number, number]} whole
 * @returns {{range: [number, number], mode: Mode}}
 */
export function rangePatch({ mode, words = "" }, range, whole) {
  const next = clipRange(range, whole);
  const back = mode === "range" && words === "" ? "day" : mode;
  return { range: next, mode: isWhole(next, whole) ? back : "range" };
}

/**
 * Set the range, see `rangePatch`.
 *
 * @param {Pick<Store, "get" | "set">} store
 * @param {[number, number]} range half-open
 * @param {[number, number]} whole
 * @param {Partial<MapState>} [more] what else is set in the same step
 */
export function setRange(store, range, whole, more = {}) {
  store.set({ ...rangePatch(store.get(), range, whole), ...more });
}

/**
 * Return the day that a moment is compared with to begin with.
 *
 * The last one on which areas are known, or the first of the range where that is no later; null in a range of one day.
 *
 * @param {number} moment
 * @param {[number, number]} range half-open
 * @param {number|null} known last day on which areas are known
 * @returns {number|null}
 */
export function dayBeside(moment, [first, end], known) {
  const last = end - 1;
  const until = Math.min(known ?? last, last);
  return [until > moment ? until : first, last].find((day) => day !== moment) ?? null;
}

/**
 * Return the range of a period and the day to see it at.
 *
 * The period may have no end; the day is the present one where it lies inside, else the first.
 *
 * @param {{start: number, end: number|null}} period
 * @param {number} moment
 * @param {[number, number]} whole
 * @returns {{range: [number, number], moment: number}}
 */
export function rangeOf(period, moment, whole) {
  const range = clipRange([period.start, period.end ?? whole[1]], whole);
  return { range, moment: range[0] <= moment && moment < range[1] ? moment : range[0] };
}
