// The state in an address: read so that what is wrong is left out and said, written so that it comes back the same.

import { isSeen } from "#timemap/events/selection.js";
import { asText, createReader, isForeign, namesIn, rangeText, shortNumber } from "#timemap/state/fields.js";
import { dayIso } from "#timemap/time/dates.js";
import { defaultMode } from "#timemap/time/range.js";

/** @typedef {import("#timemap/state/fields.js").Problem} Problem */

/**
 * @typedef {object} State what an address brings back
 * @property {[number, number]} range
 * @property {number} moment
 * @property {number|null} compare
 * @property {"day"|"until"|"range"} mode
 * @property {number} window
 * @property {string[]} categories
 * @property {string[]} parties
 * @property {string} words
 * @property {string} language
 * @property {string[]} hidden layers that are not drawn
 * @property {number} selected index of the event, -1 for none
 * @property {string} lesson
 * @property {number} scene
 * @property {boolean} presenting
 * @property {{lat: number, lon: number, zoom: number}|null} view null for the part of the map on which it opens
 */

const FILTERS = Object.freeze(["categories", "parties", "words"]);
/** What an address may name without leaving the lesson on which a document opens. */
const IN_LESSON = Object.freeze(["lesson", "scene", "presenting", "language", "version"]);
const VIEW = Object.freeze(["lat", "lon", "zoom"]);

/**
 * Return the state on which a document opens.
 *
 * @param {object} data of the document
 * @param {{indexOf: (id: string) => number}} events
 * @returns {State}
 */
export function openingState(data, events) {
  const { range, moment, mode, window, language, hidden, filters } = data;
  return {
    range, moment, compare: data.compare ?? null, mode, window, language, hidden, ...filters, view: null,
    selected: data.selected ? events.indexOf(data.selected) : -1, lesson: data.lesson?.id ?? "", scene: data.lesson?.scene ?? 0, presenting: false,
  };
}

/**
 * Make the reader and writer of addresses for a document.
 *
 * @param {object} data of the document: its `fields`, `whole`, `categories`, `parties`, `languages` and `version`
 * @param {object} parts
 * @param {{id: string[], start: ArrayLike<number>, end: ArrayLike<number>, indexOf: (id: string) => number}} parts.events
 * @param {() => string[]} parts.lessons ids of the lessons that can run
 * @param {(filters: {categories: string[], parties: string[], words: string}) => Uint8Array|null} parts.shown 1 for each event that passes filters
 * @param {State} opening what an address without a word about it means
 * @returns {{read: Function, patch: Function, write: Function, tell: Function}}
 */
export function createAddress(data, { events, lessons, shown }, opening) {
  const { fields: table, others } = data.fields;
  const inAddress = table.filter(({ owner }) => owner !== "page").map(({ name }) => name);
  const fieldOf = Object.fromEntries(table.map((field) => [field.name, field]));

  /**
   * Return the state that an address asks for.
   *
   * @param {string} text what follows "?" or "#"
   * @returns {{state: State, problems: Problem[]}}
   */
  function read(text) {
    const names = namesIn(text);
    const problems = [];
    for (const [name, value] of Object.entries(names)) {
      if (inAddress.includes(name) || isForeign(name, others)) continue;
      problems.push({ name, value, expected: `one of ${inAddress.join(", ")}`, hint: "" });
    }
    const asked = Object.fromEntries(Object.entries(names).filter(([name]) => inAddress.includes(name)));
    if (opening.lesson && Object.keys(asked).some((name) => !IN_LESSON.includes(name))) asked.lesson ??= ""; // who asks for a day wants that day, not the lesson
    return { state: follow(asked, opening, problems), problems };
  }

  /**
   * Return what a message changes in a state: what it does not name stays as it is.
   *
   * @param {Record<string, unknown>} values
   * @param {State} state
   * @returns {{patch: Partial<State>, problems: Problem[]}}
   */
  function patch(values, state) {
    const problems = [];
    const asked = {};
    for (const [name, value] of Object.entries(values)) {
      const text = asText(value);
      if (!inAddress.includes(name)) continue;
      if (text === undefined) problems.push({ name, value: JSON.stringify(value) ?? String(value), expected: "a text, a number, a list of texts or null", hint: "" });
      else asked[name] = text;
    }
    const next = follow(asked, state, problems);
    const isNamed = (...names) => names.some((name) => asked[name] !== undefined);
    const kept = { view: isNamed(...VIEW), lesson: isNamed("lesson", "scene"), scene: isNamed("lesson", "scene") };
    const changed = Object.entries(next).filter(([name, value]) => kept[name] ?? String(value) !== String(state[name]));
    return { patch: Object.fromEntries(changed), problems };
  }

  function follow(asked, base, problems) {
    const known = {
      categories: data.categories.map(({ id }) => id), parties: data.parties.map(({ id }) => id),
      languages: data.languages.map(({ code }) => code), lessons: lessons(),
      layers: [...data.fields.layers, ...data.controllers.map(({ id }) => id)],
    };
    const take = createReader(table, known, problems);
    const given = (name) => Boolean(asked[name]);
    /** The value of a field: as asked for, else as before; an empty text means none of it. */
    const value = (name, type, none, usual = base[name]) => (asked[name] === undefined ? usual : given(name) ? take[type](name, asked[name]) ?? usual : none);
    const range = rangeOf(asked, base, take);
    const sameRange = String(range) === String(base.range);
    const usual = sameRange ? base.mode : defaultMode(range, data.whole);
    const lesson = value("lesson", "choice", "");
    const state = {
      range,
      categories: value("categories", "ids", []),
      parties: value("parties", "ids", []),
      words: value("words", "words", ""),
      language: value("language", "choice", opening.language),
      mode: given("mode") ? take.choice("mode", asked.mode) ?? usual : usual,
      window: value("window", "number", fieldOf.window.default),
      hidden: value("hidden", "ids", []),
      lesson,
      scene: lesson ? value("scene", "number", 0, lesson === base.lesson ? base.scene : 0) : 0,
      presenting: isPresenting(asked, base, take) && lesson !== "",
      view: viewOf(asked, base, take),
      moment: dayIn("moment", range, asked, take) ?? Math.min(Math.max(base.moment, range[0]), range[1] - 1),
      compare: asked.compare === "" ? null : dayIn("compare", range, asked, take) ?? (base.compare === null ? null : Math.min(Math.max(base.compare, range[0]), range[1] - 1)),
      selected: asked.event === "" ? -1 : base.selected,
    };
    if (given("version")) take.version("version", asked.version, data.version);
    return given("event") ? withEvent(state, asked, take) : state;
  }

  function isPresenting(asked, base, take) {
    if (asked.presenting === undefined) return base.presenting;
    return asked.presenting !== "" && take.choice("presenting", asked.presenting) !== undefined;
  }

  function rangeOf(asked, base, take) {
    const { whole } = data;
    const dayOf = (name, usual) => {
      if (asked[name] === undefined) return base.range[name === "from" ? 0 : 1] - (name === "from" ? 0 : 1);
      return asked[name] === "" ? usual : take.day(name, asked[name]) ?? usual;
    };
    const [first, last] = [dayOf("from", whole[0]), dayOf("to", whole[1] - 1)];
    const late = asked.to ? "to" : "from";
    if (last < first) {
      take.wrong(late, asked[late], `a range that ends after it starts (${rangeText(whole)})`);
      return base.range;
    }
    if (last < whole[0] || first >= whole[1]) {
      const other = asked.from ? "from" : "to";
      take.wrong(other, asked[other], `days from ${rangeText(whole)}`);
      return base.range;
    }
    for (const [name, day] of [["from", first], ["to", last]]) {
      if (day < whole[0] || day >= whole[1]) take.wrong(name, asked[name], `a day from ${rangeText(whole)}`);
    }
    return [Math.max(first, whole[0]), Math.min(last + 1, whole[1])];
  }

  function dayIn(name, range, asked, take) {
    if (!asked[name]) return undefined;
    const day = take.day(name, asked[name]);
    if (day === undefined || (day >= range[0] && day < range[1])) return day;
    take.wrong(name, asked[name], `a day of the range, ${rangeText(range)}`);
    return undefined;
  }

  function viewOf(asked, base, take) {
    const there = VIEW.filter((name) => asked[name]);
    if (there.length === 0) return VIEW.some((name) => asked[name] === "") ? null : base.view;
    const numbers = there.map((name) => take.decimal(name, asked[name]));
    if (numbers.includes(undefined)) return base.view;
    const missing = VIEW.find((name) => !asked[name]);
    if (missing === undefined) return { lat: numbers[0], lon: numbers[1], zoom: numbers[2] };
    take.wrong(there[0], asked[there[0]], `${there[0]} together with ${missing}`);
    return base.view;
  }

  /** A link to an event opens on a day on which it is seen, with the filters that would hide it taken off. */
  function withEvent(state, asked, take) {
    const index = events.indexOf(asked.event);
    if (index < 0) {
      take.wrong("event", asked.event, "the id of an event");
      return state;
    }
    const next = letThrough({ ...state, selected: index }, index, (expected, hint) => take.wrong("event", asked.event, expected, hint));
    return isSeen(events, index, next) ? next : { ...next, moment: Math.min(Math.max(events.start[index], next.range[0]), next.range[1] - 1) };
  }

  function letThrough(state, index, wrong) {
    const none = { categories: [], parties: [], words: "" };
    const passes = (filters) => {
      const flags = shown({ ...none, ...filters });
      return flags === null || Boolean(flags[index]);
    };
    let next = state;
    if (!(events.end[index] > state.range[0] && events.start[index] < state.range[1])) {
      next = { ...next, range: data.whole };
      wrong("an event inside the range", "The range was widened to show it.");
    }
    for (const name of FILTERS) {
      if (passes({ [name]: state[name] })) continue;
      next = { ...next, [name]: none[name] };
      wrong(`an event that passes the filter of ${name}`, "That filter was taken off to show it.");
    }
    return next;
  }

  /**
   * Return the state as text under the names of the table, without what is as when the document opens.
   *
   * @param {State} state
   * @param {{whole?: boolean}} [options] `whole` writes also what a scene of a running lesson brings along
   * @returns {Record<string, string>}
   */
  function write(state, { whole = false } = {}) {
    const base = opening;
    if (state.lesson && !whole) return named({ ...base, language: state.language, lesson: state.lesson, scene: state.scene, presenting: state.presenting, selected: -1 }, base);
    return named(state, base);
  }

  function named(state, base) {
    const unlike = (name) => String(state[name]) !== String(base[name]);
    const range = String(state.range) === String(base.range);
    const moment = Math.min(Math.max(base.moment, state.range[0]), state.range[1] - 1);
    const mode = range ? base.mode : defaultMode(state.range, data.whole);
    const params = {};
    const put = (name, differs, text) => differs && (params[name] = text);
    put("from", state.range[0] !== base.range[0], dayIso(state.range[0]));
    put("to", state.range[1] !== base.range[1], dayIso(state.range[1] - 1));
    for (const name of ["categories", "parties", "words", "language"]) put(name, unlike(name), String(state[name]));
    put("moment", state.moment !== moment, dayIso(state.moment));
    put("compare", unlike("compare"), state.compare === null ? "" : dayIso(state.compare));
    put("mode", state.mode !== mode, state.mode);
    for (const name of ["window", "hidden"]) put(name, unlike(name), String(state[name]));
    for (const name of VIEW) put(name, state.view !== null, shortNumber(state.view?.[name] ?? 0, fieldOf[name].digits));
    put("lesson", unlike("lesson"), state.lesson);
    put("scene", state.lesson && state.scene !== (unlike("lesson") ? 0 : base.scene), String(state.scene));
    put("presenting", state.lesson && state.presenting, "yes");
    put("event", state.selected !== base.selected && !isHidden(state), events.id[state.selected] ?? "");
    return params;
  }

  /** The chosen event is named only while it is let through and seen on the moment, so that the moment, too, comes back. */
  function isHidden(state) {
    const { selected: index, range } = state;
    if (index < 0) return false;
    const flags = shown(state);
    const passes = flags === null || Boolean(flags[index]);
    return !(passes && isSeen(events, index, state) && events.end[index] > range[0] && events.start[index] < range[1]);
  }

  /**
   * Return the state as a message has it: days as ISO dates, lists of ids, null for none.
   *
   * @param {State} state
   * @returns {object}
   */
  function tell(state) {
    const { range, moment, compare, mode, window, categories, parties, words, language, hidden, lesson, scene, presenting, selected } = state;
    return {
      from: dayIso(range[0]), to: dayIso(range[1] - 1), moment: dayIso(moment), compare: compare === null ? null : dayIso(compare),
      mode, window, categories, parties, words, language, hidden, lesson, scene, presenting: presenting ? "yes" : null, event: (isHidden(state) ? null : events.id[selected]) ?? null,
    };
  }

  return { read, patch, write, tell };
}
