// Counts of the events of the day and of the range, in words.

import { numberWords } from "#timemap/events/eventwords.js";
import { shortDay } from "#timemap/time/dates.js";
import { isWhole } from "#timemap/time/range.js";

/** @import { DayRange, Events, MapState } from "#timemap/types.d.ts" */

/**
 * Return the counts of the day and of the range in words.
 *
 * Such as "3 events on this day \u00b7 39 in the range"; where filters are on they are matches, and of two days the
 * one that is counted is named.
 *
 * @param {Pick<Events, "countMeeting">} events
 * @param {Pick<MapState, "moment"|"range"|"shown"> & {compare?: MapState["compare"]}} state
 * @param {DayRange} whole
 * @returns {string}
 */
export function dayAndRangeWords(events, { moment, range, shown, compare }, whole) {
  const day = events.countMeeting([moment, moment + 1], shown);
  const all = events.countMeeting(range, shown);
  if (all === 0 && shown) return "No events match";
  const where = isWhole(range, whole) ? "total" : "the range";
  const [one, many] = !shown ? ["event", "events"] : ["match", "matches"];
  const daily = day === 0 ? `No ${many}` : `${numberWords(day)} ${day === 1 ? one : many}`;
  const when = typeof compare === "number" ? shortDay(moment) : "this day";
  return `${daily} on ${when} \u00b7 ${numberWords(all)} in ${where}`;
}
