// Names by language. A missing one is the English one.

/** @typedef {Readonly<Record<string, string|undefined>>} Names by language code */

const NEUTRAL = "en";
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * Return the name in a language, else the English one, else any.
 *
 * @param {Names | null | undefined} names
 * @param {string} language
 * @returns {string} empty when there is none
 */
export function nameIn(names, language) {
  if (!names) return "";
  return names[language] || names[NEUTRAL] || Object.values(names).find(Boolean) || "";
}

/**
 * Return the names that differ from the one shown.
 *
 * @param {Names | null | undefined} names
 * @param {string} language
 * @returns {{text: string, language: string}[]}
 */
export function otherNames(names, language) {
  /** @type {{text: string, language: string}[]} */
  const others = [];
  const told = new Set([nameIn(names, language)]);
  for (const [code, text] of Object.entries(names ?? {})) {
    if (!text || told.has(text)) continue;
    told.add(text);
    others.push({ text, language: code });
  }
  return others;
}

/** Languages in which the dot of the small letter i stays on the capital. */
const KEEPS_DOT = new Set(["tr", "az"]);

/**
 * Return a text in the capital letters of its language.
 *
 * The language of the browser has no say: a map with English names looks alike on every computer.
 *
 * @param {string} text
 * @param {string} language its IETF tag; empty where it is not known
 * @returns {string}
 */
export function inCapitals(text, language) {
  return KEEPS_DOT.has(language.split("-")[0]) ? text.toLocaleUpperCase("tr") : text.toUpperCase();
}

/** Return whether a text is written from right to left. @param {string} text @returns {boolean} */
export function isRightToLeft(text) {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * Isolate a name that stands in the middle of an English line.
 *
 * One written from right to left would turn the line round; Unicode's FSI and PDI keep it apart.
 *
 * @param {string} name
 * @returns {string}
 */
export function isolated(name) {
  return isRightToLeft(name) ? `\u2068${name}\u2069` : name;
}

/**
 * Return a name without what follows in brackets, as it stands on the map.
 *
 * @param {string} name
 * @returns {string}
 */
export function shortName(name) {
  return name.replace(/\s*[([].*$/, "") || name;
}
