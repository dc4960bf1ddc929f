// Sentences as pieces: words, names, counts, lengths and sizes.

import { isRightToLeft, nameIn, shortName } from "#timemap/labels/names.js";
import { element } from "#timemap/page/nodes.js";

/** @typedef {{name: string, lang: string}} Named a name and the code of its language */
/** @typedef {(string|Named)[]} Text */
/** @typedef {string|number|Named|Text} Sayable */

const NUMBER = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/**
 * Return a template as pieces.
 *
 * @param {TemplateStringsArray} strings
 * @param {...Sayable} values
 * @returns {Text}
 */
export function say(strings, ...values) {
  return strings.flatMap((string, at) => [string, ...(at < values.length ? pieces(values[at]) : [])]).filter(Boolean);
}

/** @param {Sayable} value @returns {Text} */
function pieces(value) {
  if (Array.isArray(value)) return value;
  return [typeof value === "number" ? numberOf(value) : value];
}

/**
 * Return a text without its languages.
 *
 * @param {Text} text
 * @returns {string}
 */
export function plain(text) {
  return text.map((piece) => (typeof piece === "string" ? piece : piece.name)).join("");
}

/**
 * Return a text as nodes; names keep their language and direction.
 *
 * A number and its unit stay on one line, which bare text need not care about.
 *
 * @param {Text} text
 * @returns {(Node|string)[]}
 */
export function nodesOf(text) {
  return text.map((piece) => {
    if (typeof piece === "string") return piece.replaceAll(/(\d) (?=km(?![a-z]))/g, "$1\u00a0");
    return element("bdi", { lang: piece.lang, dir: isRightToLeft(piece.name) ? "rtl" : "ltr" }, piece.name);
  });
}

/**
 * Return a name in a language as a piece; an English one is plain words.
 *
 * What follows in brackets is left out, as on the map.
 *
 * @param {Readonly<Record<string, string|undefined>>|null|undefined} names
 * @param {string} language
 * @returns {Text}
 */
export function named(names, language) {
  const name = shortName(nameIn(names, language));
  return [language === "en" || !names?.[language] ? name : { name, lang: language }];
}

/**
 * Return several as a list: "a, b and c".
 *
 * @param {Text[]} parts
 * @param {string} [last]
 * @returns {Text}
 */
export function listed(parts, last = " and ") {
  return parts.flatMap((part, at) => {
    if (at === 0) return part;
    return [at === parts.length - 1 ? last : ", ", ...part];
  });
}

/**
 * Return the first of several, and how many more there are.
 *
 * @param {Text[]} parts
 * @param {number} most
 * @returns {Text}
 */
export function firstOf(parts, most) {
  if (parts.length <= most + 1) return listed(parts);
  return listed([...parts.slice(0, most), [`${numberOf(parts.length - most)} more`]]);
}

/**
 * Return a text that begins with a capital.
 *
 * @param {Text} text
 * @returns {Text}
 */
export function capital(text) {
  const [first, ...rest] = text;
  return typeof first === "string" ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : text;
}

/** Return a whole number with its thousands. @param {number} value @returns {string} */
export function numberOf(value) {
  return NUMBER.format(value);
}

/**
 * Return a count with its noun: "1 area", "3 areas".
 *
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 * @returns {string}
 */
export function counted(count, one, many = `${one}s`) {
  return `${numberOf(count)} ${count === 1 ? one : many}`;
}

/** Return a length in whole kilometres. @param {number} km @returns {string} */
export function kmWords(km) {
  return km < 0.5 ? "less than 1 km" : `${numberOf(km)} km`;
}

/** Return a size in words. @param {number} km2 @returns {string} */
export function sizeWords(km2) {
  return km2 < 1 ? "less than 1 km\u00b2" : `${numberOf(km2)} km\u00b2`;
}
