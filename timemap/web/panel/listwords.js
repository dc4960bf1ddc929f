// Words above the list: how many events there are and when, and what more.

import { countWords, filtersOn, matchWords, numberWords } from "#timemap/events/eventwords.js";
import { dayWords, partsOf, spanWords } from "#timemap/time/dates.js";
import { isWhole } from "#timemap/time/range.js";

/** @import { DayRange, Events, MapState } from "#timemap/types.d.ts" */
/** @import { More } from "#timemap/panel/listparts.js" */

const WEEK = 7;

/**
 * Return the heading of the list: how many events are seen, and of when.
 *
 * @param {number} count
 * @param {number} total of all that there are
 * @param {MapState} state
 * @param {DayRange} whole
 * @returns {string}
 */
export function headingOf(count, total, state, whole) {
  const { mode, window, moment, range } = state;
  const many = count === 0 ? "No events" : countWords(count);
  if (mode === "until") return `${many} up to ${dayWords(moment)}`;
  if (mode === "day" && window === 0) return `${many} on ${dayWords(moment)}`;
  if (mode === "day") return `${many}, ${spanWords(...daysAround(state))}`;
  if (filtersOn(state)) return matchWords(count, total);
  if (isWhole(range, whole)) return count === total ? `All ${countWords(total)}` : many;
  return `${many}, ${spanWords(...range, isMonths(range) ? "month" : "day")}`;
}

/**
 * Return the days that count as "on this day": half-open, inside the range.
 *
 * @param {MapState} state
 * @returns {DayRange}
 */
function daysAround({ moment, window, range }) {
  return [Math.max(range[0], moment - window), Math.min(range[1], moment + window + 1)];
}

/**
 * Return whether a range begins with a month and ends with one.
 *
 * @param {DayRange} range
 */
function isMonths([from, to]) {
  return partsOf(from).day === 1 && partsOf(to).day === 1;
}

/**
 * Return what there is besides what is listed, with the buttons for it.
 *
 * @param {MapState} state
 * @param {Pick<Events, "visible">} events
 * @param {Int32Array} seen
 * @param {number} matching events of the range that pass the filters
 * @returns {More[]}
 */
export function besides(state, events, seen, matching) {
  /** @type {More} */
  const all = { words: "", button: `Show all ${numberWords(matching)} matches`, patch: { mode: "range" } };
  const others = state.mode !== "range" && seen.length > 0 && filtersOn(state) && matching > seen.length ? [all] : [];
  return [...daysBesides(state, events, seen), ...others];
}

/** @param {MapState} state @param {Pick<Events, "visible">} events @param {Int32Array} seen @returns {More[]} */
function daysBesides(state, events, seen) {
  if (state.mode !== "day") return [];
  const only = { words: "", button: `Only ${dayWords(state.moment)}`, patch: { window: 0 } };
  if (state.window > 0) return seen.length === 0 ? [] : [only];
  const more = events.visible({ ...state, window: WEEK }).length - seen.length;
  const words = `${numberWords(more)} more within ${WEEK} days`;
  return more > 0 ? [{ words, button: "Show them", patch: { window: WEEK } }] : [];
}

/**
 * Return why no event is listed, where the heading alone does not say it.
 *
 * @param {MapState} state
 * @param {number} matching events of the range that pass the filters
 * @returns {string}
 */
export function noneBecause(state, matching) {
  if (matching > 0) return "";
  if (state.words !== "") return "Try fewer or different words.";
  return filtersOn(state) ? "No events match these filters." : "There are no events on these dates.";
}
