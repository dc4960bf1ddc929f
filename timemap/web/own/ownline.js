// Line in the panel that says which own events are shown among ours.

import { countWords } from "#timemap/events/eventwords.js";
import { YOUR_DATA } from "#timemap/own/ownwords.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Events, MapData } from "#timemap/types.d.ts" */

/**
 * Make the line; null where there are no own events.
 *
 * @param {Pick<MapData, "own">} data
 * @param {Pick<Events, "own">} events
 * @returns {HTMLElement|null}
 */
export function createOwnLine({ own }, events) {
  if (!own || !events.own) return null;
  const [words, ...terms] = ownLines(own, events.own);
  return element("p", { class: "own-line quiet", dir: "auto" }, words, ...terms.map((text) => ` ${text}`));
}

/**
 * Return how many own events there are, of which tables, and their terms.
 *
 * @param {Pick<NonNullable<MapData["own"]>, "tables">} own
 * @param {ArrayLike<number>} tableOf number of the table of each event, from 1; 0 for ours
 * @returns {string[]} sentences
 */
function ownLines({ tables }, tableOf) {
  const counts = tables.map(() => 0);
  for (let index = 0; index < tableOf.length; index += 1) if (tableOf[index] > 0) counts[tableOf[index] - 1] += 1;
  const parts = tables.map(({ name }, at) => `${countWords(counts[at])} from ${name}`);
  const terms = new Set(tables.map(({ restricted }) => restricted).filter(Boolean));
  const said = "They do not come from this map: do not cite it for them.";
  return [`${YOUR_DATA}: ${parts.join("; ")}. ${said}`, ...terms];
}
