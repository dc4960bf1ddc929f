// States at the border on a day: crossings, sections of the wall, posts.

/** @import {Crossing, CrossingState, Post, Precision, Wall} from "#timemap/types.d.ts" */

/** @typedef {{state: CrossingState, since: number|null, precision: Precision, lastKnown: boolean}} CrossingOnDay */
/** @typedef {"absent" | "standing" | "last-known"} PostState */

/**
 * Return the state of a crossing on a day.
 *
 * @param {Crossing["states"]} states
 * @param {number} day
 * @param {number} knownUntil last day that sources support
 * @returns {CrossingOnDay}
 */
export function crossingOn(states, day, knownUntil = Infinity) {
  for (const [start, end, state, precision, supported] of states) {
    if (start <= day && (end === null || day < end)) {
      const lastKnown = end === null && day > Math.min(supported ?? knownUntil, knownUntil);
      return { state, since: start, precision: precision ?? "day", lastKnown };
    }
  }
  return { state: "unknown", since: null, precision: "day", lastKnown: false };
}

/**
 * Return whether a post stands on a day.
 *
 * After its last known day nobody can say.
 *
 * @param {{start: number, end: number | null, lastKnown: number | null}} post
 * @param {number} day
 * @returns {PostState}
 */
export function postOn(post, day) {
  if (day < post.start || (post.end !== null && day >= post.end)) return "absent";
  return post.lastKnown !== null && post.lastKnown !== undefined && day > post.lastKnown ? "last-known" : "standing";
}

/**
 * Return the indices of the wall sections that were reported by a day.
 *
 * @param {{start: number}[]} sections
 * @param {number} day
 * @returns {number[]}
 */
export function wallOn(sections, day) {
  return sections.flatMap((section, index) => (section.start <= day ? [index] : []));
}

/**
 * Return the sorted days on which something at the border changes.
 *
 * @param {object} border
 * @param {Pick<Crossing, "states">[]} [border.crossings]
 * @param {Pick<Wall, "start">[]} [border.wall]
 * @param {Pick<Post, "start"|"end"|"lastKnown">[]} [border.posts]
 * @param {number} [border.knownUntil]
 * @returns {number[]}
 */
export function changeDays({ crossings = [], wall = [], posts = [], knownUntil }) {
  /** @type {Set<number|null>} */
  const days = new Set();
  for (const { states } of crossings) {
    for (const [start, end, , , supported] of states) days.add(start).add(end).add(nextDay(supported));
  }
  for (const { start } of wall) days.add(start);
  for (const { start, end, lastKnown } of posts) days.add(start).add(end).add(nextDay(lastKnown));
  days.add(nextDay(knownUntil));
  return [...days].filter((day) => day !== null && day !== undefined).sort((one, other) => one - other);
}

/** @param {number|null|undefined} day */
function nextDay(day) {
  return day === null || day === undefined ? null : day + 1;
}
