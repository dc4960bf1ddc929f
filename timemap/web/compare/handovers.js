// How land passed from one controller to another: taken, joined or shared by agreement, or the same side under a new name.

/** The ways from mildest to gravest; of several the gravest counts, and a gap in what is known most of all. */
const GRAVITY = ["renamed", "agreed", "taken", "unknown"];
/** Ways in which whoever held the land before is still there. */
const MILD = ["renamed", "agreed"];
const NOBODY = -1;

/**
 * @typedef {[number, number, string, number, number|null]} Succession controller before, controller after, way, first day, first day after or null
 */

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
  const row = successions.find(([before, after, , start, end]) => before === from && after === to && start <= day && (end === null || day < end));
  return row?.[2] ?? "taken";
}

/** Who held the land from which day on, from the first day to the last. */
function holdersBetween(holds, first, last) {
  const found = [];
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
 * Return how land passed on between two days, in either order; null where the same controller holds it.
 *
 * What was undone in between does not count: land that a controller lost was not taken from it where the controller has it
 * again, or one that continues, joins or leaves it.
 *
 * @param {Succession[]} successions
 * @param {[number, number|null, number][]} holds first day, first day after or null, controller; in order of time
 * @param {number} one day
 * @param {number} other day
 * @returns {string|null}
 */
export function wayBetween(successions, holds, one, other) {
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
  const ways = path.slice(1).map(([, way]) => GRAVITY.indexOf(way));
  return ways.length === 0 ? null : GRAVITY[Math.max(...ways)];
}
