// Reports on quarters. One counts until the next; the last counts for its own day alone.
import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { dayWords } from "#timemap/time/dates.js";
import { countUpTo } from "#timemap/time/sorted.js";

/** Zoom from which quarters can be told apart. */
export const QUARTERS_FROM = tokens.quarters.fromZoom;

/**
 * Return the report that counts on a day, null where there is none.
 *
 * @template {{day: number}} Report
 * @param {Report[]} front in order of time
 * @param {number} day
 * @returns {Report|null}
 */
export function reportOn(front, day) {
  const at = countUpTo(front.map((report) => report.day), day) - 1;
  const last = at === front.length - 1;
  return at < 0 || (last && front[at].day !== day) ? null : front[at];
}

/**
 * Return who was reported to hold a place, and on what day.
 *
 * @param {string} holder
 * @param {number} day of the report, which may be some weeks before the day shown
 * @param {boolean} estimated whether the point is an estimate
 * @returns {string}
 */
export function reportedWords(holder, day, estimated) {
  return `Held by ${holder}, reported on ${dayWords(day)}${estimated ? " (location estimated)" : ""}`;
}
