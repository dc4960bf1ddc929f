// Parser of dates that people type: a day, a month or a year.

import { addMonths, dateFormat, dayOf, today } from "#timemap/time/dates.js";

const MILLISECONDS = 86_400_000;
/** First of the ten digits of the scripts in which dates of the region are typed: Arabic, and Persian and Urdu. */
const ZEROS = [0x0660, 0x06f0];
/** Fewest letters by which the name of a month is known. */
const LETTERS = 3;
const EXAMPLE = "Write it like 6 Oct 2014 or 6/10/2014.";

/**
 * @typedef {{number: number, digits: number, month?: undefined} | {month: number, number?: undefined, digits?:
 *   undefined}} Part `month` 0 for a word that is none
 *
 * @typedef {object} ReadDays
 * @property {number} [first] first day that is meant
 * @property {number} [last] last day that is meant
 * @property {boolean} [open] whether day and month could have been meant the other way round
 * @property {string} [problem] why nothing could be read, in words
 */

/**
 * Return the days that a text means.
 *
 * @param {string} text such as 6/10/2014, 6.10.2014, 2014-10-06, 6 Oct 2014, October 2014, 2014 or today
 * @returns {ReadDays}
 */
export function readDays(text) {
  if (text.trim().toLowerCase() === "today") return span(today(), today());
  const parts = partsIn(text);
  if (parts.length === 0) return { problem: `No date is given. ${EXAMPLE}` };
  return meant(parts) ?? { problem: `\u201c${text.trim()}\u201d is not a date. ${EXAMPLE}` };
}

/**
 * Read numbers and names of months in order.
 *
 * @param {string} text
 * @returns {Part[]}
 */
function partsIn(text) {
  const digits = text.normalize("NFKC").replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, latin);
  const plain = digits.replace(/\p{Cf}/gu, "").toLowerCase();
  const cut = plain.replace(/(\d)(st|nd|rd|th)\b/gu, "$1").replace(/\b(of|the)\b/gu, " ");
  const words = cut.split(/[\s/.,\u060c\u2010-\u2015-]+/u).filter(Boolean);
  if (words.length > 3 && weekdays().some((day) => day.startsWith(words[0]))) words.shift();
  return words.map(partOf);
}

/**
 * @param {string} word
 * @returns {Part}
 */
function partOf(word) {
  return /^\d+$/.test(word) ? { number: Number(word), digits: word.length } : { month: monthOf(word) };
}

/**
 * Return the kind of a part.
 *
 * Y a year, n a day or the number of a month, m the name of one.
 *
 * @param {Part} part
 */
function kindOf({ month, digits }) {
  if (digits === undefined) return month ? "m" : "?";
  if (digits === 4) return "y";
  return digits < 3 ? "n" : "?";
}

/** @param {string} digit */
function latin(digit) {
  const code = digit.charCodeAt(0);
  return String(code - (ZEROS.find((first) => code - first < 10) ?? 0));
}

/**
 * @param {Part[]} parts
 * @returns {ReadDays|null}
 */
function meant(parts) {
  const shape = parts.map(kindOf).join("");
  const [one, two, three] = parts.map(({ number, month }) => number ?? month ?? 0);
  if (shape === "y") return span(firstOf(one, 1), firstOf(one + 1, 1) - 1);
  if (shape === "my" || shape === "ny") return monthSpan(two, one);
  if (shape === "ym" || shape === "yn") return monthSpan(one, two);
  if (shape === "nmy" || shape === "nmn") return whole(yearOf(three), two, one);
  if (shape === "mny" || shape === "mnn") return whole(yearOf(three), one, two);
  if (shape === "ynn" || shape === "ymn") return whole(one, two, three);
  if (shape === "nny" || shape === "nnn") return whole(yearOf(three), two, one, one <= 12 && two <= 12 && one !== two);
  return null;
}

/**
 * Return a whole year: one of two digits is one of this century.
 *
 * @param {number} number
 */
function yearOf(number) {
  return number < 100 ? 2000 + number : number;
}

/**
 * Return the first day of a month that is known to be one.
 *
 * @param {number} year
 * @param {number} month
 */
function firstOf(year, month) {
  return dayOf(year, month, 1) ?? 0;
}

/** @param {number} first @param {number} last */
function span(first, last, open = false) {
  return { first, last, open };
}

/**
 * @param {number} year
 * @param {number} month
 * @returns {ReadDays}
 */
function monthSpan(year, month) {
  const first = dayOf(year, month, 1);
  return first === null ? { problem: noMonth(month) } : span(first, addMonths(first, 1) - 1);
}

/**
 * @param {number} year
 * @param {number} month
 * @param {number} day
 * @returns {ReadDays}
 */
function whole(year, month, day, open = false) {
  if (month < 1 || month > 12) return { problem: noMonth(month) };
  const found = dayOf(year, month, day);
  if (found !== null) return span(found, found, open);
  const name = dateFormat({ month: "long", year: "numeric" }).format(firstOf(year, month) * MILLISECONDS);
  return { problem: `There is no ${day} ${name}.` };
}

/** @param {number} month */
function noMonth(month) {
  return `There is no month ${month}. The day comes first, then the month: 6/10/2014 is 6 October 2014.`;
}

/** @param {string} word */
function monthOf(word) {
  if (word.length < LETTERS) return 0;
  return months().findIndex((name) => name.startsWith(word)) + 1;
}

function months() {
  const format = dateFormat({ month: "long" });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2014, month, 1)).toLowerCase());
}

function weekdays() {
  const format = dateFormat({ weekday: "long" });
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2014, 0, 1 + day)).toLowerCase());
}
