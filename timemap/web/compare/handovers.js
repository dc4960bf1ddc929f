// Ways in which land passed on: taken, joined, agreed on, renamed.

/** Ways from mildest to gravest. Of several the gravest counts, and a gap in what is known most of all. */
const GRAVITY = ["renamed", "agreed", "taken", "unknown"];
/** Ways in which whoever held the land before is still there. */
const MILD = ["renamed", "agreed"];
const NOBODY = -1;

/** @import {HoldRow} from "#timemap/types.d.ts" */
/** @typedef {import("#timemap/types.d.ts").Succession} Succession */
/** @typedef {HoldRow | [start: number, end: number|null, controller: number]} Hold */

/**
 * Return how land passed from one controller to another on a day.
 *
 * @param {Succession[]} successions
 * @param {number} from -1 for nobody known
 * @param {number} to -1 for nobody known
 * @param {number} day
 * @returns {string}
 */
function wayOn(successions, from, to, day) {
  if (from === NOBODY || to === NOBODY) return "unknown";
  const row = successions.find(([before, after, , start, end]) =>
    before === from && after === to && start <= day && (end === null || day < end));
  return row?.[2] ?? "taken";
}

/**
 * Return who held the land between two days, and from which day on.
 *
 * @param {Hold[]} holds
 * @param {number} first
 * @param {number} last
 * @returns {[controller: number, day: number][]}
 */
function holdersBetween(holds, first, last) {
  /** @type {[number, number][]} */
  const found = [];
  /** @type {number|null} */
  let day = first;
  for (const [start, end, controller] of holds) {
    if (day === null || start > last) break;
    if (end !== null && end <= first) continue;
    if (start > day) found.push([NOBODY, day]);
    found.push([controller, Math.max(start, first)]);
    day = end;
  }
  if (day !== null && day <= last) found.push([NOBODY, day]);
  return found;
}

/**
 * Return how land passed on between two days, in either order.
 *
 * What was undone in between does not count: land that a controller lost was not taken from it where the controller
 * has it again, or one that continues, joins or leaves it.
 *
 * @param {Succession[]} successions
 * @param {Hold[]} holds in order of time
 * @param {number} one day
 * @param {number} other day
 * @returns {string|null} null where the same controller holds it
 */
export function wayBetween(successions, holds, one, other) {
  /** @type {[holder: number, way: string|null][]} */
  let path = [];
  for (const [holder, day] of holdersBetween(holds, Math.min(one, other), Math.max(one, other))) {
    const again = path.findIndex(([controller]) => controller === holder);
    if (again >= 0) {
      path = path.slice(0, again + 1);
      continue;
    }
    const continued = path.findIndex(([controller]) => MILD.includes(wayOn(successions, controller, holder, day)));
    const kept = continued >= 0 ? continued : path.length - 1;
    path = [...path.slice(0, kept + 1), [holder, kept < 0 ? null : wayOn(successions, path[kept][0], holder, day)]];
  }
  const ways = path.slice(1).map(([, way]) => GRAVITY.indexOf(way ?? "unknown"));
  return ways.length === 0 ? null : GRAVITY[Math.max(...ways)];
}
