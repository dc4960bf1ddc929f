// Reader of single fields of the state from text.
// The table of fields says how each is read, in an address and in a message alike.

import { shownText } from "#timemap/state/shown.js";
import { dayIso, isoDay } from "#timemap/time/dates.js";

/** @import { Field, Problem } from "#timemap/types.d.ts" */

/** @typedef {ReturnType<typeof createReader>} Reader */

const DECIMAL = /^-?\d{1,3}(\.\d{1,12})?$/;
const NUMBER = /^\d+$/;
const VERSION = /^[0-9a-f]{6,64}$/;
const WHITE_SPACE = /^\p{White_Space}+|\p{White_Space}+$/gu;
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Z}]/u;

/**
 * Return a text without the white space around it.
 *
 * This is exactly what `timemap.state.fields.trimmed` gives.
 *
 * @param {string} text
 * @returns {string}
 */
function trimmed(text) {
  return text.replace(WHITE_SPACE, "");
}

/**
 * Return the names and values of an address, as they were meant.
 *
 * What a mail program made of "&" is taken off.
 *
 * @param {string} text what follows "?" or "#"
 * @returns {Record<string, string>}
 */
export function namesIn(text) {
  const parameters = new URLSearchParams(text.replace(/^[?#]/, ""));
  // Of one named twice the last counts; no name is special, as "__proto__" would be in an object that is filled.
  return Object.fromEntries(
    Array.from(parameters, ([name, value]) => [name.replace(/^(amp;)+/, ""), trimmed(value)]),
  );
}

/**
 * Return names and values as an address has them.
 *
 * Commas stay commas, which can be read.
 *
 * @param {Record<string, string>} params
 * @returns {string}
 */
export function queryOf(params) {
  return new URLSearchParams(params).toString().replaceAll("%2C", ",");
}

/**
 * Return whether an address names anything of the state.
 *
 * What others write into it, such as who sent a visitor, is nothing.
 *
 * @param {string} text what follows "?" or "#"
 * @param {(Field|string)[]} table fields, or the names of those that an address may have
 * @returns {boolean}
 */
export function isNamedIn(text, table) {
  const names = Object.keys(namesIn(text));
  return table.some((field) =>
    typeof field === "string" ? names.includes(field) : names.includes(field.name) && field.owner !== "page",
  );
}

/**
 * Return whether a field is read and written by its type alone.
 *
 * @param {Field} field
 * @returns {boolean}
 */
export function isPlain({ owner, rules = false }) {
  return owner === "map" && !rules;
}

/**
 * Return the value of a message as an address would have it.
 *
 * Undefined where it can be no value of a state.
 *
 * @param {unknown} value
 * @returns {string|undefined}
 */
export function asText(value) {
  if (value === null) return "";
  if (Array.isArray(value)) return value.every((one) => typeof one === "string") ? value.join(",") : undefined;
  return typeof value === "string" || typeof value === "number" ? trimmed(String(value)) : undefined;
}

/**
 * Return whether a name in an address is for another program.
 *
 * The server of the app has some, for example.
 *
 * @param {string} name
 * @param {string[]} others patterns with `*` at one end
 * @returns {boolean}
 */
export function isForeign(name, others) {
  return others.some((pattern) => {
    if (pattern.startsWith("*")) return name.endsWith(pattern.slice(1));
    return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
  });
}

/** So many unknown values, or problems, are told one by one. */
export const FEW = 10;

/** What is expected in place of a name that no field has. */
export const UNKNOWN = "a parameter that this map knows";
/** What is expected of a field that has no value to choose from. */
export const NONE = "nothing to choose from";

/**
 * Make the reader of single fields.
 *
 * One function for each type, which returns undefined where there is no value to take.
 *
 * @param {Field[]} table
 * @param {Record<string, string[]>} known the values of each table that a field may be `of`
 * @param {Problem[]} problems filled with what could not be followed
 */
export function createReader(table, known, problems) {
  /** @param {string} name */
  function rowOf(name) {
    const row = table.find((field) => field.name === name);
    if (row === undefined) throw new RangeError(`there is no field "${name}"`);
    return { least: 0, most: 0, digits: 0, ...row };
  }

  /** @param {Field} row */
  const allowedBy = ({ of = [] }) => (Array.isArray(of) ? of : known[of]);

  /**
   * @param {string} name
   * @param {string} value
   * @param {string} expected
   */
  function wrong(name, value, expected, hint = "") {
    problems.push({ name, value, expected, hint });
  }

  /** @param {string} name @param {string} text */
  function day(name, text) {
    const found = isoDay(text);
    if (found === null) wrong(name, text, "a date such as 2014-10-06");
    return found ?? undefined;
  }

  /** @param {string} name @param {string} text */
  function choice(name, text) {
    const allowed = allowedBy(rowOf(name));
    if (allowed.includes(text)) return text;
    wrong(name, text, allowed.length === 0 ? NONE : `one of ${allowed.join(", ")}`);
    return undefined;
  }

  /** @param {string} name @param {string} text */
  function ids(name, text) {
    const row = rowOf(name);
    const allowed = allowedBy(row);
    const asked = text.split(",").map(trimmed).filter(Boolean);
    const unknown = asked.filter((part) => !allowed.includes(part));
    if (unknown.length > 0) wrong(name, text, `any of ${allowed.join(", ")}`, ignoredWords(unknown));
    const found = allowed.filter((part) => asked.includes(part));
    return found.length === allowed.length && !row.full ? [] : found;
  }

  /** @param {string} name @param {string} text */
  function number(name, text) {
    const { most, unit } = rowOf(name);
    if (NUMBER.test(text) && text.length <= String(most).length && Number(text) <= most) return Number(text);
    wrong(name, text, `a whole number of ${unit} from 0 to ${most}`);
    return undefined;
  }

  /** @param {string} name @param {string} text */
  function decimal(name, text) {
    const { least, most, digits } = rowOf(name);
    const value = Number(text);
    if (DECIMAL.test(text) && value >= least && value <= most) return Number(value.toFixed(digits));
    wrong(name, text, `a number from ${least} to ${most}`);
    return undefined;
  }

  /** @param {string} name @param {string} typed */
  function visibleText(name, typed) {
    const { most } = rowOf(name);
    const letters = [...typed];
    if (letters.length > most) wrong(name, typed, `at most ${most} characters`, "Only the beginning is searched for.");
    const searched = trimmed(letters.slice(0, most).join(""));
    if (VISIBLE.test(searched)) return searched;
    wrong(name, typed, "at least one visible character");
    return undefined;
  }

  /** @param {string} name @param {string} text @param {string} [now] */
  function version(name, text, now) {
    if (!VERSION.test(text)) wrong(name, text, `a version of the data such as ${now}`);
    return undefined;
  }

  return { day, choice, id: choice, ids, number, decimal, text: visibleText, version, wrong };
}

/** @param {string[]} unknown */
function ignoredWords(unknown) {
  const few = unknown.slice(0, FEW).map((part) => shownText(part));
  const more = unknown.length > FEW ? ` and ${unknown.length - FEW} more` : "";
  return `Not known and ignored: ${few.join(", ")}${more}.`;
}

/**
 * Return a number with at most so many digits behind the point.
 *
 * @param {number} value
 * @param {number} digits
 * @returns {string}
 */
export function shortNumber(value, digits) {
  return String(Number(value.toFixed(digits)));
}

/**
 * Return what could not be followed as a sentence of a page.
 *
 * @param {Problem} problem
 * @param {string} [where] "the address", or what else was read
 * @returns {string}
 */
export function problemWords({ name, value, expected, hint }, where = "the address") {
  const shown = shownText(value);
  if (expected === UNKNOWN)
    return `The address contains "${shownText(name)}", which this map does not know. It was ignored.`;
  if (expected === NONE && name === "own")
    return "The link asks for events of somebody's own data, and there is no such data here. It was ignored.";
  if (expected === NONE) return `This file contains no ${name}s, so "${shown}" was ignored.`;
  return `In ${where}, "${name}" is "${shown}"; expected ${expected}. ${hint || "It was ignored."}`;
}

/**
 * Return the days of a range in words that an address understands.
 *
 * @param {[number, number]} range
 * @returns {string}
 */
export function rangeText([first, end]) {
  return `${dayIso(first)} to ${dayIso(end - 1)}`;
}
