// Last change of hands up to a day: what passed from whom to whom.

import { changesBetween } from "#timemap/compare/changes.js";

/** @import { Day, Topology } from "#timemap/types.d.ts" */
/** @import { Change } from "#timemap/compare/changes.js" */
/** @import { Succession } from "#timemap/compare/handovers.js" */

const NONE = -1;

/**
 * Return the last day on which land changed hands, and what did.
 *
 * @param {Topology} topology
 * @param {Day} day
 * @param {Succession[]} successions
 * @returns {{day: Day, changes: Change[]}|null} null where nothing has changed hands yet
 */
export function lastChange(topology, day, successions) {
  const holder = (/** @type {number} */ cell, /** @type {Day} */ on) => topology.hold(cell, on)?.[2] ?? NONE;
  // The first change is where the record begins.
  for (let at = topology.interval(day) - 1; at > 0; at -= 1) {
    const changed = topology.changes[at];
    const moved = topology.cells.some((_, cell) => holder(cell, changed) !== holder(cell, changed - 1));
    if (moved) return { day: changed, changes: changesBetween(topology, changed - 1, changed, successions) };
  }
  return null;
}

/**
 * Return how much each controller holds on a day, the largest first.
 *
 * @param {Topology} topology
 * @param {Day} day
 * @returns {Map<number, number>} km² by controller, with -1 for land whose holder is not known
 */
export function heldOn(topology, day) {
  /** @type {Map<number, number>} */
  const sums = new Map();
  topology.cells.forEach(({ km2 }, cell) => {
    const holder = topology.hold(cell, day)?.[2] ?? NONE;
    sums.set(holder, (sums.get(holder) ?? 0) + km2);
  });
  return new Map([...sums].sort(([, one], [, other]) => other - one));
}
