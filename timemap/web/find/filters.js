// Filters by category, party, words and own data, with counts.

import { createSearchIndex } from "#timemap/find/searchindex.js";

/** @import { Lists } from "#timemap/events/columns.js" */
/** @import { Events, FilterState, MapData, MapState } from "#timemap/types.d.ts" */

const DECIDING = /** @type {const} */ (["categories", "parties", "words", "own"]);
/** Counts that are kept: with and without the words, and of a range before. */
const KEPT = 3;

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
  let whole = index.isWhole();
  /** @type {{from: number, to: number, masks: (Uint8Array|null)[], found: Counts}[]} the newest first */
  let kept = [];
  const amongOwn = createOwnMask(events);

  /** @param {Partial<MapState>} state */
  function masksOf({ categories = [], parties = [], words = "", own = "" }) {
    return [ofCategories(categories), ofParties(parties), amongOwn(index.found(words), own)];
  }

  /** @param {FilterState} next @param {MapState|null} before @returns {{shown: Uint8Array|null}} */
  function derive(next, before) {
    const isSame = before !== null && DECIDING.every((name) => next[name] === before[name]);
    if (isSame && whole === index.isWhole()) return { shown: before.shown };
    whole = index.isWhole();
    const shown = together(masksOf(next).filter((mask) => mask !== null));
    return { shown: before && equal(shown, before.shown) ? before.shown : shown };
  }

  /** @param {MapState} state @returns {Counts} */
  function counts(state) {
    const masks = masksOf(state);
    const [from, to] = state.range;
    const isFor = (/** @type {typeof kept[number]} */ one) => one.from === from && one.to === to
      && one.masks.every((mask, at) => mask === masks[at]);
    const known = kept.find(isFor);
    if (known) return known.found;
    const found = countAll(data, events, [from, to], masks);
    kept = [{ from, to, masks, found }, ...kept].slice(0, KEPT);
    return found;
  }

  return { derive, counts, count: (/** @type {MapState} */ state) => counts(state).matching, index };
}

/**
 * Count the events of a range that pass, and those of each category and party.
 *
 * @param {Pick<MapData, "categories"> & Partial<MapData>} data
 * @param {Events} events
 * @param {[number, number]} range
 * @param {(Uint8Array|null)[]} masks by category, party and words
 * @returns {Counts}
 */
function countAll(data, { start, end, count, categories, parties }, [from, to], [category, party, word]) {
  const [ofEach, ofEachParty] = [data.categories, data.parties ?? []].map(({ length }) => new Int32Array(length));
  const found = { categories: ofEach, parties: ofEachParty, matching: 0 };
  for (let at = 0; at < count; at += 1) {
    if (end[at] <= from || start[at] >= to || (word !== null && !word[at])) continue;
    const [inCategory, withParty] = [category === null || category[at] > 0, party === null || party[at] > 0];
    if (withParty) addEach(ofEach, categories, at);
    if (inCategory && parties) addEach(ofEachParty, parties, at);
    if (inCategory && withParty) found.matching += 1;
  }
  return found;
}

/** @param {Int32Array} counts @param {Lists} lists @param {number} row */
function addEach(counts, { values, starts }, row) {
  for (let at = starts[row]; at < starts[row + 1]; at += 1) counts[values[at]] += 1;
}

/**
 * Make the masks of events by ids that are chosen. The last one is kept.
 *
 * @param {{id: string}[]} entries
 * @param {Lists|undefined} numbers of the entries that each event has
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
    const wanted = Uint8Array.from(entries, ({ id }) => Number(ids.includes(id)));
    const mask = new Uint8Array(count);
    for (let row = 0; numbers && row < count; row += 1) {
      for (let at = numbers.starts[row]; at < numbers.starts[row + 1]; at += 1) mask[row] |= wanted[numbers.values[at]];
    }
    last = { key, mask };
    return mask;
  };
}

/**
 * Make what leaves own events alone in a mask, or takes them out of it. The last answer is kept.
 *
 * @param {Pick<Events, "own"|"count">} events
 * @returns {(mask: Uint8Array|null, own: FilterState["own"]) => Uint8Array|null}
 */
function createOwnMask({ own: tables, count }) {
  /** @type {{own: string, before: Uint8Array|null, mask: Uint8Array|null}} */
  let last = { own: "", before: null, mask: null };
  return (before, own) => {
    if (own === "" || tables === undefined) return before;
    if (last.own === own && last.before === before) return last.mask;
    const passes = (/** @type {number} */ at) => tables[at] > 0 === (own === "alone") && (!before || before[at] > 0);
    last = { own, before, mask: Uint8Array.from({ length: count }, (_, at) => (passes(at) ? 1 : 0)) };
    return last.mask;
  };
}

/** @param {Uint8Array[]} masks @returns {Uint8Array|null} */
function together(masks) {
  if (masks.length === 0) return null;
  const all = Uint8Array.from(masks[0]);
  for (const mask of masks.slice(1)) for (let at = 0; at < all.length; at += 1) all[at] &= mask[at];
  return all;
}

/** @param {Uint8Array|null} one @param {Uint8Array|null} other */
function equal(one, other) {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
