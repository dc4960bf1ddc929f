// Suggestions while one types: places, categories, parties and events.

import { countWords } from "#timemap/events/eventwords.js";
import { finderOf, wordMatches } from "#timemap/find/matches.js";
import { nameIn, otherNames } from "#timemap/labels/names.js";
import { markedWhen } from "#timemap/own/ownwords.js";

/** @import { Context, MapState, Names, Place } from "#timemap/types.d.ts" */
/** @import { Folding } from "#timemap/find/folding.js" */

const MOST = Object.freeze({ place: 4, entry: 3, event: 4 });
const LOOKED_AT = 400; // events at most of which the title is read
/** Kinds of places that are better known than others, best known first. */
const KINDS = ["city", "town", "village"];

/**
 * @typedef {object} Suggestion
 * @property {"place"|"category"|"party"|"event"} kind
 * @property {number} at its number among those of its kind
 * @property {string} label
 * @property {string} note what it is, in a few words
 */

/**
 * Make the suggester.
 *
 * @param {Pick<Context, "data"|"events"|"filters">} context
 * @returns {(text: string, state: MapState) => Suggestion[]}
 */
export function createSuggestions(context) {
  const { data, filters } = context;
  const { folding } = filters.index;
  /** @type {Record<string, string[]>} */
  const ready = {};

  /**
   * The words by which each entry of a list is found, worked out once.
   *
   * @template Entry
   * @param {string} name
   * @param {Entry[]|undefined} list
   * @param {(entry: Entry) => string[]} namesOf
   */
  function texts(name, list, namesOf) {
    ready[name] ??= (list ?? []).map((entry) => wordsOf(namesOf(entry), folding));
    return ready[name];
  }

  /** @param {string[]} wanted @param {MapState} state @returns {Suggestion[]} */
  function places(wanted, { language }) {
    const all = texts("places", data.places, ({ names }) => allNames(names, data.spellings ?? [], folding));
    const begins = (/** @type {number} */ at) => (all[at].startsWith(` ${wanted.join(" ")}`) ? 0 : 1);
    const rank = (/** @type {number} */ at) => {
      const place = KINDS.indexOf(data.places[at].kind);
      return place < 0 ? KINDS.length : place;
    };
    return holding(wanted, all)
      .sort((one, other) => begins(one) - begins(other) || rank(one) - rank(other))
      .slice(0, MOST.place)
      .map((at) => ({ kind: "place", at, ...placeWords(data.places[at], language) }));
  }

  /**
   * @param {"category"|"party"} kind
   * @param {{id: string, name: string, actors?: string[]}[]} list
   * @param {string[]} wanted
   * @param {string[]} chosen
   * @param {Int32Array} counts
   * @returns {Suggestion[]}
   */
  function entries(kind, list, wanted, chosen, counts) {
    const meets = (/** @type {string} */ text) => holding(wanted, [wordsOf([text], folding)]).length > 0;
    const isStart = (/** @type {string} */ text) => wordsOf([text], folding).startsWith(` ${wanted[0]}`);
    const begins = (/** @type {string} */ text) => meets(text) && isStart(text);
    const all = texts(kind, list, ({ name, actors = [] }) => [name, ...actors]);
    const open = (/** @type {number} */ at) => !chosen.includes(list[at].id) && counts[at] > 0;
    return holding(wanted, all).filter(open).flatMap((at) => {
      const { name: label, actors = [] } = list[at];
      const actor = meets(label) ? "" : actors.find(begins);
      const note = [kind, countWords(counts[at]), actor && `with ${actor}`].filter(Boolean).join(", ");
      return actor === undefined ? [] : [{ kind, at, label, note }];
    });
  }

  return (text, state) => {
    const wanted = folding.wordsOf(text);
    if (wanted.length === 0) return [];
    const counts = filters.counts({ ...state, words: "" });
    const both = [
      ...entries("category", data.categories, wanted, state.categories, counts.categories),
      ...entries("party", data.parties ?? [], wanted, state.parties, counts.parties),
    ];
    return [...places(wanted, state), ...both.slice(0, MOST.entry), ...titles(text, state, context)];
  };
}

/** @param {string[]} names @param {Folding} folding */
function wordsOf(names, folding) {
  return ` ${names.flatMap((name) => folding.wordsOf(name)).join(" ")} `;
}

/** @param {string[]} wanted @param {string[]} all */
function holding(wanted, all) {
  return all.flatMap((text, at) => (wanted.every((word) => text.includes(` ${word}`)) ? [at] : []));
}

/**
 * The names of a place with all other spellings of them.
 *
 * @param {Names} names
 * @param {string[][]} spellings
 * @param {Folding} folding
 */
function allNames(names, spellings, folding) {
  const written = Object.values(names).flatMap((name) => name ?? []);
  const own = new Set(written.map((name) => folding.wordsOf(bareName(name)).join(" ")));
  return [...written, ...spellings.filter((group) => group.some((name) => own.has(name))).flat()];
}

/** @param {Place} place @param {string} language */
function placeWords({ kind, names }, language) {
  const label = bareName(nameIn(names, language));
  const others = otherNames(names, language).map(({ text }) => bareName(text)).filter((text) => text !== label);
  return { label, note: [kind.replaceAll("-", " "), ...others.slice(0, 1)].join(", ") };
}

/**
 * The first events that pass all filters and have the words in their title.
 *
 * @param {string} text
 * @param {MapState} state
 * @param {Pick<Context, "data"|"events"|"filters">} context
 */
function titles(text, state, { data, events, filters: { index } }) {
  const passing = events.visible({ ...state, mode: "range" });
  const found = index.found(text);
  const finder = finderOf(text, index, data.spellings ?? []);
  /** @type {Suggestion[]} */
  const best = [];
  for (const at of passing.subarray(0, LOOKED_AT)) {
    if (!found?.[at] || wordMatches(events.title.at(at), finder).length === 0) continue;
    best.push({ kind: "event", at, label: events.title.at(at), note: markedWhen(events, at) });
    if (best.length === MOST.event) break;
  }
  return best;
}

/**
 * Return the first of several names parted by a bracket, slash or comma.
 *
 * @param {string} name
 * @returns {string}
 */
export function bareName(name) {
  return name.split(/[(/,]/u)[0].trim() || name;
}
