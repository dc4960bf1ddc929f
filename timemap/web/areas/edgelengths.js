// Lengths of the parts of an area's outline. They are fronts, state borders, and the rim of what is known.

const NONE = -1;

/** @import {Payload} from "#timemap/types.d.ts" */

/**
 * @typedef {object} Outline
 * @property {{controller: number, km: number}[]} fronts with each other holder, the longest first
 * @property {{state: string, km: number}[]} borders with each neighbouring state, the longest first
 */

/**
 * Return how long the parts of an area's outline are.
 *
 * @param {Payload["edges"]|undefined} edges of the document
 * @param {ArrayLike<number>} holders controller of each cell, -1 for none
 * @param {number[]} cells of the area
 * @returns {Outline}
 */
export function outlineOf(edges, holders, cells) {
  const members = new Set(cells);
  /** @type {Map<number, number>} by controller */
  const fronts = new Map();
  /** @type {Map<string, number>} by state */
  const borders = new Map();
  /** @type {<K>(sums: Map<K, number>, key: K, km: number) => void} */
  const add = (sums, key, km) => void sums.set(key, (sums.get(key) ?? 0) + km);
  for (const [one, other, state, km] of edges?.between ?? []) {
    const [inside, beyond] = members.has(one) ? [one, other] : [other, one];
    if (!members.has(inside) || members.has(beyond)) continue;
    if (beyond === NONE) {
      if (state !== NONE) add(borders, edges?.states[state] ?? "", km);
    } else if (holders[beyond] !== NONE && holders[beyond] !== holders[inside]) add(fronts, holders[beyond], km);
  }
  /** @type {<K>(sums: Map<K, number>) => [K, number][]} */
  const longest = (sums) => [...sums].sort(([, one], [, other]) => other - one);
  return {
    fronts: longest(fronts).map(([controller, km]) => ({ controller, km })),
    borders: longest(borders).map(([state, km]) => ({ state, km })),
  };
}
