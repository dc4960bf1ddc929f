// Answer where no event is listed: what may be meant, and ways to some.

import { loosenings } from "#timemap/find/loosening.js";
import { didYouMean } from "#timemap/find/nearwords.js";
import { element } from "#timemap/page/nodes.js";
import { noneBecause } from "#timemap/panel/listwords.js";

/** @import { Context, MapState } from "#timemap/types.d.ts" */

/** Events at most of which the texts are read. */
const LOOKED_AT = 200;

/** @typedef {Pick<Context, "data"|"events"|"filters"|"searching">} AnswerContext */

/**
 * Return what stands in the place of rows.
 *
 * @param {AnswerContext} context
 * @param {MapState} state
 * @param {() => void} done after a button has been pressed
 * @returns {HTMLElement[]}
 */
export function emptyAnswer(context, state, done) {
  const { filters, searching } = context;
  const why = noneBecause(state, filters.count(state));
  const way = (/** @type {string} */ words, /** @type {Partial<MapState>} */ patch) => {
    const button = element("button", { type: "button", dir: "auto" }, words);
    button.addEventListener("click", () => {
      searching.take(patch);
      done();
    });
    return button;
  };
  const meant = state.words === "" ? [] : didYouMean(state.words, filters.index, (word) => writings(context, word));
  const offers = meant.filter((words) => filters.count({ ...state, words, range: context.data.whole }) > 0)
    .map((words) => way(words, { words }));
  return [
    ...(why === "" ? [] : [element("p", { class: "list-empty" }, why)]),
    ...(offers.length === 0 ? [] : [element("p", { class: "list-ways" }, "Did you mean ", ...offers)]),
    element("p", { class: "list-ways" }, ...loosenings(state, context).map(({ words, patch }) => way(words, patch))),
  ];
}

/**
 * Texts in which a word may stand as it is usually written.
 *
 * @param {AnswerContext} context
 * @param {string} word folded
 * @returns {Generator<string>}
 */
function* writings({ data, events, filters }, word) {
  for (const { names } of data.places) yield* Object.values(names).flatMap((name) => name ?? []);
  const mask = filters.index.found(word) ?? [];
  /** @type {number[]} */
  const holding = [];
  for (let index = 0; index < mask.length && holding.length < LOOKED_AT; index += 1) {
    if (mask[index]) holding.push(index);
  }
  for (const column of [events.title, events.place, events.actors, events.summary]) {
    for (const index of holding) yield* [column.at(index)].flat();
  }
}
