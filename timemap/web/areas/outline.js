// The outline of an area is made of front lines with other holders, of state borders, and of the rim where knowledge ends; each has its length.

const NONE = -1;

/**
 * @typedef {object} Outline
 * @property {{controller: number, km: number}[]} fronts with each other holder, the longest first
 * @property {{state: string, km: number}[]} borders with each neighbouring state, the longest first
 */

/**
 * Return how long the parts of an area's outline are.
 *
 * @param {{states: string[], between: [number, number, number, number][]}} edges of the document
 * @param {ArrayLike<number>} holders controller of each cell, -1 for none
 * @param {number[]} cells of the area
 * @returns {Outline}
 */
export function outlineOf(edges, holders, cells) {
  const members = new Set(cells);
  const fronts = new Map();
  const borders = new Map();
  const add = (sums, key, km) => sums.set(key, (sums.get(key) ?? 0) + km);
  for (const [one, other, state, km] of edges?.between ?? []) {
    const [inside, beyond] = members.has(one) ? [one, other] : [other, one];
    if (!members.has(inside) || members.has(beyond)) continue;
    if (beyond === NONE) {
      if (state !== NONE) add(borders, edges.states[state], km);
    } else if (holders[beyond] !== NONE && holders[beyond] !== holders[inside]) add(fronts, holders[beyond], km);
  }
  const longest = (sums, name) => [...sums].map(([key, km]) => ({ [name]: key, km })).sort((a, b) => b.km - a.km);
  return { fronts: longest(fronts, "controller"), borders: longest(borders, "state") };
}
