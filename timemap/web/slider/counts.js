// Counts of the events of the day and of the range, in words.

import { numberWords } from "#timemap/events/eventwords.js";
import { shortDay } from "#timemap/time/dates.js";
import { isWhole } from "#timemap/time/range.js";

/** @import { DayRange, Events, MapState } from "#timemap/types.d.ts" */

/**
 * Return how many shown events touch a span.
 *
 * @param {Pick<Events, "start"|"end">} events sorted by start
 * @param {Uint8Array|null} shown
 * @param {DayRange} span
 * @returns {number}
 */
export function countTouching(events, shown, [from, to]) {
  let count = 0;
  for (let index = 0; index < events.start.length && events.start[index] < to; index += 1) {
    if (events.end[index] > from && (!shown || shown[index])) count += 1;
  }
  return count;
}

/**
 * Return the counts of the day and of the range in words.
 *
 * Such as "3 events on this day \u00b7 39 in the range"; where filters are on they are matches, and of two days the
 * one that is counted is named.
 *
 * @param {Pick<Events, "start"|"end">} events
 * @param {Pick<MapState, "moment"|"range"|"shown"> & {compare?: MapState["compare"]}} state
 * @param {DayRange} whole
 * @returns {string}
 */
export function dayAndRangeWords(events, { moment, range, shown, compare }, whole) {
  const day = countTouching(events, shown, [moment, moment + 1]);
  const all = countTouching(events, shown, range);
  if (all === 0 && shown) return "No events match";
  const where = isWhole(range, whole) ? "total" : "the range";
  const [one, many] = !shown ? ["event", "events"] : ["match", "matches"];
  const daily = day === 0 ? `No ${many}` : `${numberWords(day)} ${day === 1 ? one : many}`;
  const when = typeof compare === "number" ? shortDay(moment) : "this day";
  return `${daily} on ${when} \u00b7 ${numberWords(all)} in ${where}`;
}
