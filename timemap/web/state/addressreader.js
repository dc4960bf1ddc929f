// Rules by which an address or a message changes the state.
// What is wrong is left out and reported.

import { isSeen } from "#timemap/events/selection.js";
import { NONE, createReader, isPlain, rangeText } from "#timemap/state/fields.js";
import { clamp } from "#timemap/state/store.js";
import { defaultMode } from "#timemap/time/range.js";

/** @import { Reader } from "#timemap/state/fields.js" */
/** @import { AddressState, Choices, DayRange, Events, FilterState } from "#timemap/types.d.ts" */
/** @import { MapData, Mode, Problem } from "#timemap/types.d.ts" */

/**
 * @typedef {Partial<Record<string, string>>} Asked what is asked for, by the names of the fields; empty for none of it
 */

/**
 * @typedef {object} AddressParts
 * @property {Pick<MapData, "fields" | "whole" | "categories" | "parties" | "languages" |
 *   "controllers" | "version">} data
 * @property {Pick<Events, "id" | "start" | "end" | "indexOf"> & Partial<Pick<Events, "own">>} events
 * @property {() => string[]} lessons ids of the lessons that can run
 * @property {(filters: FilterState) => Uint8Array|null} shown 1 for each event that passes filters
 * @property {AddressState} opening what an address without a word about it means
 */

export const VIEW = Object.freeze(/** @type {const} */ (["lat", "lon", "zoom"]));
const FILTERS = Object.freeze(/** @type {const} */ (["categories", "parties", "words", "own"]));
const NO_FILTERS = Object.freeze({ categories: [], parties: [], words: "", own: /** @type {const} */ ("") });

/**
 * Return the state that is asked for; what is not named stays as it is.
 *
 * @param {AddressParts} parts
 * @param {Asked} asked
 * @param {AddressState} base
 * @param {Problem[]} problems filled with what cannot be followed
 * @returns {AddressState}
 */
export function follow({ data, events, lessons, shown, opening }, asked, base, problems) {
  const take = createReader(data.fields.fields, valuesKnown(data, lessons()), problems);
  const range = rangeOf(asked, base.range, data.whole, take);
  const lesson = valueOf(asked, "lesson", take.choice, "", base.lesson);
  const state = {
    range,
    ...choicesOf(asked, base, take, { data, opening }),
    mode: modeOf(asked, String(range) === String(base.range) ? base.mode : defaultMode(range, data.whole), take),
    lesson,
    scene: lesson ? valueOf(asked, "scene", take.number, 0, lesson === base.lesson ? base.scene : 0) : 0,
    presenting: isPresenting(asked, base, take) && lesson !== "",
    view: viewOf(asked, base.view, take),
    moment: dayIn("moment", range, asked, take) ?? clamp(base.moment, range),
    compare:
      asked.compare === ""
        ? null
        : (dayIn("compare", range, asked, take) ?? (base.compare === null ? null : clamp(base.compare, range))),
    selected: asked.event === "" ? -1 : base.selected,
  };
  if (state.own && events.own === undefined) {
    if (asked.own) take.wrong("own", asked.own, NONE);
    state.own = "";
  }
  if (asked.version) take.version("version", asked.version, data.version);
  return asked.event ? withEvent(state, asked.event, take, { data, events, shown }) : state;
}

/**
 * @param {AddressParts["data"]} data
 * @param {string[]} lessons
 * @returns {Record<string, string[]>}
 */
function valuesKnown(data, lessons) {
  return {
    categories: data.categories.map(({ id }) => id), parties: data.parties.map(({ id }) => id),
    languages: data.languages.map(({ code }) => code), lessons,
    layers: [...data.fields.layers, ...data.controllers.map(({ id }) => id)],
  };
}

/**
 * Return the fields that are read by their type alone.
 *
 * @param {Asked} asked
 * @param {AddressState} base
 * @param {Reader} take
 * @param {Pick<AddressParts, "data" | "opening">} parts
 * @returns {Choices}
 */
function choicesOf(asked, base, take, { data, opening }) {
  const read = data.fields.fields.filter(isPlain).map((field) => {
    const name = /** @type {keyof Choices} */ (field.name);
    /** Values of none of it, by type. */
    const none = { ids: [], number: field.default ?? 0, text: "", id: "", day: null };
    return [name, valueOf(asked, name, take[field.type], Object(none)[field.type] ?? opening[name], base[name])];
  });
  return Object.fromEntries(read);
}

/**
 * Return the value of a field.
 *
 * As asked for, else as before; an empty text means none of it.
 *
 * @template Value
 * @param {Asked} asked
 * @param {string} name
 * @param {(name: string, text: string) => Value|undefined} read
 * @param {Value} none
 * @param {Value} usual
 * @returns {Value}
 */
function valueOf(asked, name, read, none, usual) {
  const text = asked[name];
  if (text === undefined) return usual;
  return text === "" ? none : read(name, text) ?? usual;
}

/** @param {Asked} asked @param {Mode} usual @param {Reader} take @returns {Mode} */
function modeOf(asked, usual, take) {
  return /** @type {Mode} */ (valueOf(asked, "mode", take.choice, usual, usual));
}

/** @param {Asked} asked @param {AddressState} base @param {Reader} take */
function isPresenting(asked, base, take) {
  return valueOf(asked, "presenting", (name, text) => take.choice(name, text) !== undefined, false, base.presenting);
}

/**
 * @param {Asked} asked
 * @param {DayRange} before
 * @param {DayRange} whole
 * @param {Reader} take
 * @returns {DayRange}
 */
function rangeOf(asked, before, whole, take) {
  const first = asked.from === undefined ? before[0] : valueOf(asked, "from", take.day, whole[0], whole[0]);
  const last = asked.to === undefined ? before[1] - 1 : valueOf(asked, "to", take.day, whole[1] - 1, whole[1] - 1);
  /** @param {string} name @param {string} expected */
  const wrong = (name, expected) => take.wrong(name, asked[name] ?? "", expected);
  if (last < first) {
    wrong(asked.to ? "to" : "from", `a range that ends after it starts (${rangeText(whole)})`);
    return before;
  }
  if (last < whole[0] || first >= whole[1]) {
    wrong(asked.from ? "from" : "to", `days from ${rangeText(whole)}`);
    return before;
  }
  if (!isIn(first, whole)) wrong("from", `a day from ${rangeText(whole)}`);
  if (!isIn(last, whole)) wrong("to", `a day from ${rangeText(whole)}`);
  return [Math.max(first, whole[0]), Math.min(last + 1, whole[1])];
}

/** @param {number} day @param {DayRange} range */
function isIn(day, range) {
  return day >= range[0] && day < range[1];
}

/**
 * @param {string} name
 * @param {DayRange} range
 * @param {Asked} asked
 * @param {Reader} take
 */
function dayIn(name, range, asked, take) {
  const text = asked[name];
  if (!text) return undefined;
  const day = take.day(name, text);
  if (day === undefined || isIn(day, range)) return day;
  take.wrong(name, text, `a day of the range, ${rangeText(range)}`);
  return undefined;
}

/**
 * @param {Asked} asked
 * @param {AddressState["view"]} before
 * @param {Reader} take
 * @returns {AddressState["view"]}
 */
function viewOf(asked, before, take) {
  const there = VIEW.filter((name) => asked[name]);
  if (there.length === 0) return VIEW.some((name) => asked[name] === "") ? null : before;
  const [lat, lon, zoom] = VIEW.map((name) => (asked[name] ? take.decimal(name, asked[name]) : undefined));
  if (lat !== undefined && lon !== undefined && zoom !== undefined) return { lat, lon, zoom };
  const missing = VIEW.find((name) => !asked[name]);
  const isRead = there.length === [lat, lon, zoom].filter((number) => number !== undefined).length;
  if (missing !== undefined && isRead)
    take.wrong(there[0], asked[there[0]] ?? "", `${there[0]} together with ${missing}`);
  return before;
}

/**
 * Choose an event.
 *
 * A link to it opens on a day on which it is seen, with the filters that would hide it taken off.
 *
 * @param {AddressState} state
 * @param {string} id
 * @param {Reader} take
 * @param {Pick<AddressParts, "data" | "events" | "shown">} parts
 * @returns {AddressState}
 */
function withEvent(state, id, take, parts) {
  const { events } = parts;
  const index = events.indexOf(id);
  if (index < 0) {
    take.wrong("event", id, "the id of an event");
    return state;
  }
  const next = letThrough({ ...state, selected: index }, parts, (expected, hint) =>
    take.wrong("event", id, expected, hint),
  );
  return isSeen(events, index, next) ? next : { ...next, moment: clamp(events.start[index], next.range) };
}

/**
 * Widen range and filters until the chosen event passes.
 *
 * @param {AddressState} state
 * @param {Pick<AddressParts, "data" | "events" | "shown">} parts
 * @param {(expected: string, hint: string) => void} wrong
 * @returns {AddressState}
 */
function letThrough(state, { data, events, shown }, wrong) {
  const index = state.selected;
  let next = state;
  if (!(events.end[index] > state.range[0] && events.start[index] < state.range[1])) {
    next = { ...next, range: data.whole };
    wrong("an event inside the range", "The date range was widened to show it.");
  }
  for (const name of FILTERS) {
    const flags = shown({ ...NO_FILTERS, [name]: state[name] });
    if (flags === null || flags[index]) continue;
    next = { ...next, [name]: NO_FILTERS[name] };
    wrong(`an event that passes the filter of ${name}`, "That filter was cleared to show it.");
  }
  return next;
}
