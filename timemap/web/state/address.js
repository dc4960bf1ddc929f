// Reader and writer of the state in an address.
// What is written comes back the same; what is wrong is left out and reported.

import { isSeen } from "#timemap/events/selection.js";
import { VIEW, follow } from "#timemap/state/addressreader.js";
import { UNKNOWN, asText, isForeign, isPlain, namesIn, shortNumber } from "#timemap/state/fields.js";
import { clamp } from "#timemap/state/store.js";
import { dayIso } from "#timemap/time/dates.js";
import { defaultMode } from "#timemap/time/range.js";

/** @import { AddressParts, Asked } from "#timemap/state/addressreader.js" */
/** @import { Address, AddressState, Choices, Field, MapData, Problem } from "#timemap/types.d.ts" */

/** What an address may name without leaving the lesson on which a document opens. */
const IN_LESSON = Object.freeze(["lesson", "scene", "presenting", "language", "version"]);

/**
 * Return the state on which a document opens.
 *
 * @param {Pick<MapData, "range" | "moment" | "mode" | "choices"> &
 *   Partial<Pick<MapData, "compare" | "selected" | "lesson">>} data
 * @param {{indexOf: (id: string) => number}} events
 * @returns {AddressState}
 */
export function openingState(data, events) {
  const { range, moment, mode, choices } = data;
  return {
    range,
    moment,
    compare: data.compare ?? null,
    mode,
    ...choices,
    view: null,
    selected: data.selected ? events.indexOf(data.selected) : -1,
    lesson: data.lesson?.id ?? "",
    scene: data.lesson?.scene ?? 0,
    presenting: false,
  };
}

/**
 * Make the reader and writer of addresses for a document.
 *
 * @param {AddressParts["data"]} data
 * @param {Pick<AddressParts, "events" | "lessons" | "shown">} others
 * @param {AddressState} opening what an address without a word about it means
 * @returns {Address}
 */
export function createAddress(data, { events, lessons, shown }, opening) {
  const parts = { data, events, lessons, shown, opening };
  const plain = data.fields.fields.filter(isPlain);
  const inAddress = data.fields.fields.filter(({ owner }) => owner !== "page").map(({ name }) => name);

  /** @param {string} text */
  function read(text) {
    const names = namesIn(text);
    /** @type {Problem[]} */
    const problems = [];
    for (const [name, value] of Object.entries(names)) {
      if (inAddress.includes(name) || isForeign(name, data.fields.others)) continue;
      problems.push({ name, value, expected: UNKNOWN, hint: "" });
    }
    /** @type {Asked} */
    const asked = Object.fromEntries(Object.entries(names).filter(([name]) => inAddress.includes(name)));
    // Who asks for a day wants that day, not the lesson.
    if (opening.lesson && Object.keys(asked).some((name) => !IN_LESSON.includes(name))) asked.lesson ??= "";
    return { state: follow(parts, asked, opening, problems), problems };
  }

  /** @param {Record<string, unknown>} values @param {AddressState} state */
  function patch(values, state) {
    /** @type {Problem[]} */
    const problems = [];
    const asked = askedBy(values, inAddress, problems);
    const next = follow(parts, asked, state, problems);
    return { patch: changesOf(state, next, asked), problems };
  }

  /** @param {AddressState} state */
  function write(state) {
    if (!state.lesson) return named(state, parts);
    const { language, lesson, scene, presenting } = state; // a scene brings all the rest along
    return named({ ...opening, language, lesson, scene, presenting, selected: -1 }, parts);
  }

  /** @param {Omit<AddressState, "view">} state */
  function toMessage(state) {
    const { mode, lesson, scene } = state;
    return {
      ...{ from: dayIso(state.range[0]), to: dayIso(state.range[1] - 1), moment: dayIso(state.moment) },
      compare: state.compare === null ? null : dayIso(state.compare),
      ...{ mode, lesson, scene },
      ...Object.fromEntries(plain.map((field) => [field.name, toldOf(field, state)])),
      presenting: state.presenting ? "yes" : null,
      event: (isHidden(state, parts) ? null : events.id.at(state.selected)) ?? null,
    };
  }

  return { read, patch, write, toMessage };
}

/**
 * Return what a message asks for, as an address would.
 *
 * @param {Record<string, unknown>} values
 * @param {string[]} names that an address may have
 * @param {Problem[]} problems filled with what cannot be followed
 * @returns {Asked}
 */
function askedBy(values, names, problems) {
  /** @type {Asked} */
  const asked = {};
  const expected = "a text, a number, a list of texts or null";
  for (const [name, value] of Object.entries(values)) {
    const text = asText(value);
    if (!names.includes(name)) continue;
    if (text !== undefined) asked[name] = text;
    else problems.push({ name, value: JSON.stringify(value) ?? String(value), expected, hint: "" });
  }
  return asked;
}

/**
 * Return what changes in the state.
 *
 * What is named counts for some fields even if it is as before.
 *
 * @param {AddressState} before
 * @param {AddressState} next
 * @param {Asked} asked
 * @returns {Partial<AddressState>}
 */
function changesOf(before, next, asked) {
  /** @param {readonly string[]} names */
  const isNamed = (...names) => names.some((name) => asked[name] !== undefined);
  /** @type {Partial<Record<keyof AddressState, boolean>>} */
  const kept = { view: isNamed(...VIEW), lesson: isNamed("lesson", "scene"), scene: isNamed("lesson", "scene") };
  const names = /** @type {(keyof AddressState)[]} */ (Object.keys(next));
  return Object.fromEntries(
    names.filter((name) => kept[name] ?? String(next[name]) !== String(before[name])).map((name) => [name, next[name]]),
  );
}

/**
 * Return the state as names and values of an address.
 *
 * What is as when the document opens is left out.
 *
 * @param {AddressState} state
 * @param {AddressParts} parts
 * @returns {Record<string, string>}
 */
function named(state, parts) {
  const { data, events, opening } = parts;
  /** @param {keyof AddressState} name */
  const unlike = (name) => String(state[name]) !== String(opening[name]);
  const mode = unlike("range") ? defaultMode(state.range, data.whole) : opening.mode;
  /** @type {Record<string, string>} */
  const params = {};
  /** @param {string} name @param {boolean} differs @param {string} text */
  const put = (name, differs, text) => differs && (params[name] = text);
  put("from", state.range[0] !== opening.range[0], dayIso(state.range[0]));
  put("to", state.range[1] !== opening.range[1], dayIso(state.range[1] - 1));
  put("moment", state.moment !== clamp(opening.moment, state.range), dayIso(state.moment));
  put("compare", unlike("compare"), state.compare === null ? "" : dayIso(state.compare));
  put("mode", state.mode !== mode, state.mode);
  for (const field of data.fields.fields.filter(isPlain)) {
    const name = /** @type {keyof Choices} */ (field.name);
    put(name, unlike(name), textOf(field, state));
  }
  for (const name of VIEW)
    put(
      name,
      state.view !== null,
      shortNumber(state.view?.[name] ?? 0, data.fields.fields.find((field) => field.name === name)?.digits ?? 0),
    );
  put("lesson", unlike("lesson"), state.lesson);
  put("scene", state.lesson !== "" && state.scene !== (unlike("lesson") ? 0 : opening.scene), String(state.scene));
  put("presenting", state.lesson !== "" && state.presenting, "yes");
  put("event", state.selected !== opening.selected && !isHidden(state, parts), events.id.at(state.selected) ?? "");
  return Object.fromEntries(
    data.fields.fields.flatMap(({ name }) => (params[name] === undefined ? [] : [[name, params[name]]])),
  );
}

/**
 * Return the value of a field as a message has it.
 *
 * @param {Field} field
 * @param {Choices} state
 */
function toldOf({ name, type }, state) {
  const value = state[/** @type {keyof Choices} */ (name)];
  return type === "day" && typeof value === "number" ? dayIso(value) : value;
}

/**
 * Return the value of a field as an address has it.
 *
 * @param {Field} field
 * @param {Choices} state
 */
function textOf(field, state) {
  const value = toldOf(field, state) ?? "";
  return field.type === "decimal" ? shortNumber(Number(value), field.digits ?? 0) : String(value);
}

/**
 * Return whether the chosen event is not seen.
 *
 * It is named only while it is let through, so that the moment, too, comes back.
 *
 * @param {Omit<AddressState, "view">} state
 * @param {Pick<AddressParts, "events" | "shown">} parts
 */
function isHidden(state, { events, shown }) {
  const { selected: index, range } = state;
  if (index < 0) return false;
  const flags = shown(state);
  const passes = flags === null || Boolean(flags[index]);
  return !(passes && isSeen(events, index, state) && events.end[index] > range[0] && events.start[index] < range[1]);
}
