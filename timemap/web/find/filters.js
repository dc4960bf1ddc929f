// Filters by category, party and words, and how many events each leaves.

import { createSearchIndex } from "#timemap/find/searchindex.js";

/** @import { Events, FilterState, MapData, MapState } from "#timemap/types.d.ts" */

const DECIDING = /** @type {const} */ (["categories", "parties", "words"]);

/**
 * @typedef {object} Counts numbers of events of the range
 * @property {Int32Array} categories for each category, of those that pass all but the filter by category and have it
 * @property {Int32Array} parties for each party, of those that pass all but the filter by party and in which it acts
 * @property {number} matching of those that pass
 */

/**
 * @typedef {object} Filters
 * @property {(next: FilterState, before: MapState|null) => {shown: Uint8Array|null}} derive for the store
 * @property {(state: MapState) => Counts} counts
 * @property {(state: MapState) => number} count of events of the range that pass
 * @property {import("#timemap/find/searchindex.js").SearchIndex} index
 */

/**
 * Make the filters.
 *
 * @param {Pick<MapData, "categories"> & Partial<MapData>} data
 * @param {Events} events
 * @param {((run: () => void) => void)|null} [whenIdle] see `createSearchIndex`
 * @returns {Filters}
 */
export function createFilters(data, events, whenIdle = null) {
  const index = createSearchIndex(data, events, whenIdle);
  const ofCategories = createMasks(data.categories, events.categories, events.count);
  const ofParties = createMasks(data.parties ?? [], events.parties, events.count);

  /** @param {Partial<MapState>} state */
  function masksOf({ categories = [], parties = [], words = "" }) {
    return [ofCategories(categories), ofParties(parties), index.found(words)];
  }

  /** @param {FilterState} next @param {MapState|null} before @returns {{shown: Uint8Array|null}} */
  function derive(next, before) {
    if (before && DECIDING.every((name) => next[name] === before[name])) return { shown: before.shown };
    const shown = together(masksOf(next).filter((mask) => mask !== null));
    return { shown: before && equal(shown, before.shown) ? before.shown : shown };
  }

  /** @param {MapState} state @returns {Counts} */
  function counts(state) {
    const { start, end } = events;
    const [category, party, word] = masksOf(state);
    const [from, to] = state.range;
    const [ofEach, ofEachParty] = [data.categories, data.parties ?? []].map(({ length }) => new Int32Array(length));
    const found = { categories: ofEach, parties: ofEachParty, matching: 0 };
    for (let at = 0; at < events.count; at += 1) {
      if (end[at] <= from || start[at] >= to || (word !== null && !word[at])) continue;
      const [inCategory, withParty] = [category === null || category[at], party === null || party[at]];
      if (withParty) for (const number of events.categories[at]) found.categories[number] += 1;
      if (inCategory && events.parties) for (const number of events.parties[at]) found.parties[number] += 1;
      if (inCategory && withParty) found.matching += 1;
    }
    return found;
  }

  return { derive, counts, count: (/** @type {MapState} */ state) => counts(state).matching, index };
}

/**
 * Make the masks of events by ids that are chosen. The last one is kept.
 *
 * @param {{id: string}[]} entries
 * @param {number[][]|undefined} numbers of the entries that each event has
 * @param {number} count of events
 * @returns {(ids: string[]) => Uint8Array|null} null where nothing is chosen; an unknown id is found in no event
 */
function createMasks(entries, numbers, count) {
  /** @type {{key: string, mask: Uint8Array|null}} */
  let last = { key: "", mask: null };
  return (ids) => {
    if (ids.length === 0) return null;
    const key = ids.join(" ");
    if (last.key === key) return last.mask;
    const wanted = entries.map(({ id }) => ids.includes(id));
    const has = (/** @type {number} */ at) => numbers?.[at].some((number) => wanted[number]);
    last = { key, mask: Uint8Array.from({ length: count }, (_, at) => (has(at) ? 1 : 0)) };
    return last.mask;
  };
}

/** @param {Uint8Array[]} masks @returns {Uint8Array|null} */
function together(masks) {
  if (masks.length === 0) return null;
  const [first, ...others] = masks;
  return first.map((value, at) => (value && others.every((mask) => mask[at]) ? 1 : 0));
}

/** @param {Uint8Array|null} one @param {Uint8Array|null} other */
function equal(one, other) {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
