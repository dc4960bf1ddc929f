// Words about events: how many, when one happened, what it is.

import { spanWords } from "#timemap/time/dates.js";
import { placeAmong } from "#timemap/time/steps.js";

/** @import {Category, DayRange, Events, FilterState, MapState} from "#timemap/types.d.ts" */

const NUMBER = new Intl.NumberFormat("en-GB");

/**
 * Return a count as the reader writes it: "17", "10,000".
 *
 * @param {number} count
 * @returns {string}
 */
export function numberWords(count) {
  return NUMBER.format(count);
}

/**
 * Return a number of events in words: "1 event", "10,000 events".
 *
 * @param {number} count
 * @returns {string}
 */
export function countWords(count) {
  return count === 1 ? "1 event" : `${numberWords(count)} events`;
}

/**
 * Return whether any filter but the dates is on.
 *
 * @param {Partial<FilterState>} state
 * @returns {boolean}
 */
export function filtersOn({ categories = [], parties = [], words = "", own = "" }) {
  return categories.length > 0 || parties.length > 0 || words !== "" || own !== "";
}

/**
 * Return how many events there are of how many: "39 of 310 events match".
 *
 * @param {number} count
 * @param {number} total
 * @returns {string}
 */
export function matchWords(count, total) {
  if (count === 0) return "No events match";
  if (count === total) return total === 1 ? "Showing the only event" : `Showing all ${countWords(total)}`;
  return `${numberWords(count)} of ${countWords(total)} ${count === 1 ? "matches" : "match"}`;
}

/**
 * Return when an event happened, as finely as that is known.
 *
 * @param {Pick<Events, "start"|"end"|"precision">} events
 * @param {number} index
 * @returns {string}
 */
export function whenWords(events, index) {
  return spanWords(events.start[index], events.end[index], events.precision.at(index));
}

/**
 * Return the names of an event's categories: "Fighting, Air strike".
 *
 * The main one comes first.
 *
 * @param {Pick<Category, "name">[]} categories all that there are
 * @param {Pick<Events, "categories">} events
 * @param {number} index
 * @returns {string}
 */
export function categoryWords(categories, events, index) {
  return events.categories.at(index).map((category) => categories[category].name).join(", ");
}

/**
 * Return what has to be said of an event that began before the range.
 *
 * @param {Pick<Events, "start">} events
 * @param {number} index
 * @param {DayRange} range
 * @returns {string}
 */
export function beganWords(events, index, range) {
  return events.start[index] < range[0] ? "began before the date range" : "";
}

/**
 * Return where the chosen event stands among those that pass: "3 of 45".
 *
 * They are those of the range that pass the filters; where none is chosen their number is returned.
 *
 * @param {Events} events
 * @param {MapState} state
 * @returns {string}
 */
export function placeWords(events, state) {
  const { place, count } = placeAmong(events, state.selected, state);
  return place > 0 ? `${numberWords(place)} of ${numberWords(count)}` : countWords(count);
}
