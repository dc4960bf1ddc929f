// Which events pass the filters by category, party and words, and how many would pass with others.

import { createSearchIndex } from "#timemap/find/searchindex.js";

const DECIDING = ["categories", "parties", "words"];

/** @typedef {import("#timemap/time/clock.js").ClockState} ClockState */

/**
 * @typedef {object} Counts numbers of events of the range
 * @property {Int32Array} categories for each category, of those that pass all but the filter by category and have it
 * @property {Int32Array} parties for each party, of those that pass all but the filter by party and in which it acts
 * @property {number} matching of those that pass
 */

/**
 * @typedef {object} Filters
 * @property {(next: ClockState, before: ClockState|null) => {shown: Uint8Array|null}} derive for the clock
 * @property {(state: ClockState) => Counts} counts
 * @property {(state: ClockState) => number} count of events of the range that pass
 * @property {import("#timemap/find/searchindex.js").SearchIndex} index
 */

/**
 * Make the filters.
 *
 * @param {{categories: {id: string}[], parties?: {id: string}[]}} data of the document
 * @param {object} events
 * @param {((run: () => void) => void)|null} [whenIdle] see `createSearchIndex`
 * @returns {Filters}
 */
export function createFilters(data, events, whenIdle = null) {
  const index = createSearchIndex(data, events, whenIdle);
  const ofCategories = createMasks(data.categories, events.categories, events.count);
  const ofParties = createMasks(data.parties ?? [], events.parties, events.count);

  function masksOf({ categories = [], parties = [], words = "" }) {
    return [ofCategories(categories), ofParties(parties), index.found(words)];
  }

  function derive(next, before) {
    if (before && DECIDING.every((name) => next[name] === before[name])) return { shown: before.shown };
    const shown = together(masksOf(next).filter((mask) => mask !== null));
    return { shown: before && equal(shown, before.shown) ? before.shown : shown };
  }

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

  return { derive, counts, count: (state) => counts(state).matching, index };
}

/**
 * Make the way from chosen ids to the events that have any of them; the last answer is kept.
 *
 * @param {{id: string}[]} entries
 * @param {number[][]|undefined} numbers of the entries that each event has
 * @param {number} count of events
 * @returns {(ids: string[]) => Uint8Array|null} null where nothing is chosen; an unknown id is found in no event
 */
function createMasks(entries, numbers, count) {
  let last = { key: "", mask: null };
  return (ids) => {
    if (ids.length === 0) return null;
    const key = ids.join(" ");
    if (last.key === key) return last.mask;
    const wanted = entries.map(({ id }) => ids.includes(id));
    const has = (at) => numbers?.[at].some((number) => wanted[number]);
    last = { key, mask: Uint8Array.from({ length: count }, (_, at) => (has(at) ? 1 : 0)) };
    return last.mask;
  };
}

function together(masks) {
  if (masks.length === 0) return null;
  const [first, ...others] = masks;
  return first.map((value, at) => (value && others.every((mask) => mask[at]) ? 1 : 0));
}

function equal(one, other) {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
