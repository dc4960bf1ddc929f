// What is said of events in several places is worded here: how many, and when one happened.

import { spanWords } from "#timemap/time/dates.js";

/**
 * Return a number of events in words: "1 event", "17 events".
 *
 * @param {number} count
 * @returns {string}
 */
export function countWords(count) {
  return count === 1 ? "1 event" : `${count} events`;
}

/**
 * Return when an event happened, as finely as that is known.
 *
 * @param {object} events
 * @param {number} index
 * @returns {string}
 */
export function whenWords(events, index) {
  return spanWords(events.start[index], events.end[index], events.precision[index]);
}
