// Ways to some events where none is seen, each with how many it shows.

import { countWords, filtersOn, numberWords } from "#timemap/events/eventwords.js";
import { dayWords } from "#timemap/time/dates.js";
import { isWhole } from "#timemap/time/range.js";
import { stopOf } from "#timemap/time/steps.js";

/** @import { Context, Events, MapState } from "#timemap/types.d.ts" */

/**
 * @typedef {object} Way
 * @property {string} words on its button
 * @property {Partial<MapState>} patch what it sets
 */

/**
 * Return the ways to events from a state in which none is seen.
 *
 * @param {MapState} state
 * @param {Pick<Context, "data"|"events"|"filters">} context
 * @returns {Way[]}
 */
export function loosenings(state, { data, events, filters }) {
  const matching = filters.count(state);
  if (matching > 0) return [allOf(matching, state), ...nearest(state, events)];
  const { whole } = data;
  /** @type {[boolean, string, Partial<MapState>][]} */
  const wishes = [
    [!isWhole(state.range, whole), state.words ? "Search all years" : "Show all years", { range: whole }],
    [state.categories.length > 0, "Show all categories", { categories: [] }],
    [state.parties.length > 0, "Show all parties", { parties: [] }],
    [state.words !== "", "Clear the search", { words: "" }],
    [state.own === "alone", "Show all events", { own: "" }],
    [state.own === "none", "Show your data", { own: "" }],
    [true, "Clear all filters", { range: whole, categories: [], parties: [], words: "", own: "" }],
  ];
  const ways = wishes.filter(([given]) => given).map(([, words, patch]) => {
    const count = filters.count({ ...state, ...patch });
    return { words: `${words} (${numberWords(count)})`, patch, count };
  });
  const useful = ways.filter(({ count }) => count > 0).map(({ words, patch }) => ({ words, patch }));
  return useful.length > 1 ? useful.slice(0, -1) : useful;
}

/** @param {number} matching @param {MapState} state @returns {Way} */
function allOf(matching, state) {
  const filtered = filtersOn(state);
  const all = filtered ? `${numberWords(matching)} matches` : countWords(matching);
  const words = matching === 1 ? `Show the only ${filtered ? "match" : "event"}` : `Show all ${all}`;
  return { words, patch: { mode: "range" } };
}

/**
 * The event whose day is nearest to the moment, the later one of two.
 *
 * @param {MapState} state
 * @param {Events} events
 * @returns {Way[]}
 */
function nearest(state, events) {
  const inRange = events.visible({ ...state, mode: "range" });
  let [best, least] = [-1, Infinity];
  for (const index of inRange) {
    const { [index]: start } = events.start;
    const away = start > state.moment ? start - state.moment : Math.max(0, state.moment - (events.end[index] - 1));
    if (away <= least) [best, least] = [index, away];
    if (start - state.moment > least) break;
  }
  if (best < 0) return [];
  const day = stopOf(events, best, state);
  return [{ words: `Nearest event: ${dayWords(day)}`, patch: { moment: day, playing: false } }];
}
