// What stands at the border on a day: the state of a crossing, the reported sections of the wall, the military posts.

/** @typedef {"open" | "closed" | "unknown"} CrossingState */
/** @typedef {"absent" | "standing" | "last-known"} PostState */

/**
 * Return the state of a crossing on a day.
 *
 * @param {[number, number | null, "open" | "closed", string?, (number | null)?][]} states half-open intervals of days, how exactly their start is known, and the last day that supports them
 * @param {number} day
 * @param {number} knownUntil last day that sources support
 * @returns {{state: CrossingState, since: number | null, precision: string, lastKnown: boolean}}
 */
export function crossingOn(states, day, knownUntil = Infinity) {
  for (const [start, end, state, precision, supported] of states) {
    if (start <= day && (end === null || day < end)) {
      return { state, since: start, precision: precision ?? "day", lastKnown: end === null && day > Math.min(supported ?? knownUntil, knownUntil) };
    }
  }
  return { state: "unknown", since: null, precision: "day", lastKnown: false };
}

/**
 * Return whether a post stands on a day; after its last known day nobody can say.
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
 * @param {{crossings?: any[], wall?: any[], posts?: any[], knownUntil?: number}} border
 * @returns {number[]}
 */
export function changeDays({ crossings = [], wall = [], posts = [], knownUntil }) {
  const days = new Set();
  for (const { states } of crossings) for (const [start, end, , , supported] of states) days.add(start).add(end).add(nextDay(supported));
  for (const { start } of wall) days.add(start);
  for (const { start, end, lastKnown } of posts) days.add(start).add(end).add(nextDay(lastKnown));
  days.add(nextDay(knownUntil));
  return [...days].filter((day) => Number.isFinite(day)).sort((one, other) => one - other);
}

function nextDay(day) {
  return typeof day === "number" ? day + 1 : null;
}
