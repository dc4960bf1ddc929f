// While one types, places, categories, parties and events that begin so are offered; each says what it is.

import { countWords, whenWords } from "#timemap/events/eventwords.js";
import { finderOf, wordMatches } from "#timemap/find/matches.js";
import { nameIn, otherNames } from "#timemap/labels/names.js";

const MOST = Object.freeze({ place: 4, entry: 3, event: 4 });
const LOOKED_AT = 400; // events at most of which the title is read
/** Kinds of places that are better known than the others, the best known first. */
const KINDS = ["city", "town", "village"];

/**
 * @typedef {object} Suggestion
 * @property {"place"|"category"|"party"|"event"} kind
 * @property {number} at its number among those of its kind
 * @property {string} label
 * @property {string} note what it is, in a few words
 */

/**
 * Make what suggests.
 *
 * @param {{data: object, events: object, filters: import("#timemap/find/filters.js").Filters}} context
 * @returns {(text: string, state: object) => Suggestion[]}
 */
export function createSuggestions(context) {
  const { data, filters } = context;
  const { folding } = filters.index;
  const ready = {};

  /** The words by which each entry of a list is found, worked out once. */
  function texts(name, namesOf) {
    ready[name] ??= (data[name] ?? []).map((entry) => wordsOf(namesOf(entry), folding));
    return ready[name];
  }

  function places(wanted, { language }) {
    const all = texts("places", ({ names }) => allNames(Object.values(names), data.spellings ?? [], folding));
    const begins = (at) => (all[at].startsWith(` ${wanted.join(" ")}`) ? 0 : 1);
    const rank = (at) => (KINDS.includes(data.places[at].kind) ? KINDS.indexOf(data.places[at].kind) : KINDS.length);
    return holding(wanted, all)
      .sort((one, other) => begins(one) - begins(other) || rank(one) - rank(other))
      .slice(0, MOST.place)
      .map((at) => ({ kind: "place", at, ...placeWords(data.places[at], language) }));
  }

  function entries(kind, name, wanted, chosen, counts) {
    const meets = (text) => holding(wanted, [wordsOf([text], folding)]).length > 0;
    const begins = (text) => meets(text) && wordsOf([text], folding).startsWith(` ${wanted[0]}`);
    const all = texts(name, (entry) => [entry.name, ...(entry.actors ?? [])]);
    return holding(wanted, all).filter((at) => !chosen.includes(data[name][at].id) && counts[at] > 0).flatMap((at) => {
      const { name: label, actors = [] } = data[name][at];
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
      ...entries("category", "categories", wanted, state.categories, counts.categories),
      ...entries("party", "parties", wanted, state.parties, counts.parties),
    ];
    return [...places(wanted, state), ...both.slice(0, MOST.entry), ...titles(text, state, context)];
  };
}

function wordsOf(names, folding) {
  return ` ${names.flatMap((name) => folding.wordsOf(name)).join(" ")} `;
}

function holding(wanted, all) {
  return all.flatMap((text, at) => (wanted.every((word) => text.includes(` ${word}`)) ? [at] : []));
}

/** The names of a place with all other spellings of them. */
function allNames(names, spellings, folding) {
  const own = new Set(names.map((name) => folding.wordsOf(bareName(name)).join(" ")));
  return [...names, ...spellings.filter((group) => group.some((name) => own.has(name))).flat()];
}

function placeWords({ kind, names }, language) {
  const label = bareName(nameIn(names, language));
  const others = otherNames(names, language).map(({ text }) => bareName(text)).filter((text) => text !== label);
  return { label, note: [kind.replaceAll("-", " "), ...others.slice(0, 1)].join(", ") };
}

/** Events that pass all filters and of which the title holds what is typed; the first few of them. */
function titles(text, state, { data, events, filters: { index } }) {
  const passing = events.visible({ ...state, mode: "range" });
  const found = index.found(text);
  const finder = finderOf(text, index, data.spellings ?? []);
  const best = [];
  for (const at of passing.subarray(0, LOOKED_AT)) {
    if (!found?.[at] || wordMatches(events.title[at], finder).length === 0) continue;
    best.push({ kind: "event", at, label: events.title[at], note: whenWords(events, at) });
    if (best.length === MOST.event) break;
  }
  return best;
}

/**
 * Return a name up to a bracket, a slash or a comma, behind which others follow.
 *
 * @param {string} name
 * @returns {string}
 */
export function bareName(name) {
  return name.split(/[(/,]/u)[0].trim() || name;
}
