// Where no event is seen, the ways to some are offered, each with the number of events that it shows.

import { countWords, filtersOn, numberWords } from "#timemap/events/eventwords.js";
import { dayWords } from "#timemap/time/dates.js";
import { isWhole } from "#timemap/time/range.js";
import { stopOf } from "#timemap/time/steps.js";

/** @typedef {import("#timemap/time/clock.js").ClockState} ClockState */

/**
 * @typedef {object} Way
 * @property {string} words on its button
 * @property {Partial<ClockState>} patch what it sets
 */

/**
 * Return the ways to events from a state in which none is seen: only those that show something.
 *
 * @param {ClockState} state
 * @param {{data: object, events: object, filters: import("#timemap/find/filters.js").Filters}} context
 * @returns {Way[]}
 */
export function loosenings(state, { data, events, filters }) {
  const matching = filters.count(state);
  if (matching > 0) return [allOf(matching, state), ...nearest(state, events)];
  const { whole } = data;
  const wishes = [
    [!isWhole(state.range, whole), state.words ? "Search all years" : "Show all years", { range: whole }],
    [state.categories.length > 0, "Show all categories", { categories: [] }],
    [state.parties.length > 0, "Show all parties", { parties: [] }],
    [state.words !== "", "Clear the search", { words: "" }],
    [true, "Clear all filters", { range: whole, categories: [], parties: [], words: "" }],
  ];
  const ways = wishes.filter(([given]) => given).map(([, words, patch]) => {
    const count = filters.count({ ...state, ...patch });
    return { words: `${words} (${numberWords(count)})`, patch, count };
  });
  const useful = ways.filter(({ count }) => count > 0).map(({ words, patch }) => ({ words, patch }));
  return useful.length > 1 ? useful.slice(0, -1) : useful;
}

function allOf(matching, state) {
  const filtered = filtersOn(state);
  const all = filtered ? `${numberWords(matching)} matches` : countWords(matching);
  const words = matching === 1 ? `Show the only ${filtered ? "match" : "event"}` : `Show all ${all}`;
  return { words, patch: { mode: "range" } };
}

/** The event whose day is nearest to the moment, the later one of two. */
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
  return [{ words: `Nearest: ${dayWords(day)}`, patch: { moment: day, playing: false } }];
}
