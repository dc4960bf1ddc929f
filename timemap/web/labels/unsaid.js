// Callouts for which the map has no room. The label of the day says them.
import { calloutId } from "#timemap/labels/calloutlabels.js";

/** @typedef {{text: string}} Said */

/**
 * Make what tells which callouts are not on the map.
 *
 * They stay so until the view or the callouts change: the label that says them grows, and what stands there moves.
 *
 * @returns {(view: string, callouts: Said[], placed: Set<string>) => string[]} the texts; `placed` holds ids of labels
 */
export function createUnsaid() {
  let known = "";
  /** @type {Set<string>} */
  let missed = new Set();

  return function unsaid(view, callouts, placed) {
    const key = [view, ...callouts.map(({ text }) => text)].join("\n");
    if (key !== known) missed = new Set();
    known = key;
    for (const { text } of callouts) if (!placed.has(calloutId(text))) missed.add(text);
    return [...missed];
  };
}
