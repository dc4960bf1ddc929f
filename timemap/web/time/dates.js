// Days as whole numbers from 1 January 1970 in UTC, in words and back.

/** @import { Precision } from "#timemap/types.d.ts" */

const MILLISECONDS = 86_400_000;
/** The interface speaks English, whatever language the names of places are in. */
const INTERFACE = "en-GB";
/** @typedef {Intl.DateTimeFormatOptions} Format */
/** @type {Format} */
const DAY = { day: "numeric", month: "long", year: "numeric" };
/** @type {Format} */
const SHORT = { day: "numeric", month: "short", year: "numeric" };
/** @type {Format} */
const MONTH = { month: "long", year: "numeric" };
/** @type {Format} */
const YEAR = { year: "numeric" };
const formats = new Map();

/**
 * Return a date format in the language of the interface.
 *
 * Each is made once.
 *
 * @param {Intl.DateTimeFormatOptions} options
 * @returns {Intl.DateTimeFormat}
 */
export function dateFormat(options) {
  const key = JSON.stringify(options);
  if (!formats.has(key))
    formats.set(key, new Intl.DateTimeFormat(INTERFACE, { ...options, timeZone: "UTC", calendar: "gregory" }));
  return formats.get(key);
}

/**
 * Return the day of a year, month (1-12) and day of the month.
 *
 * It is null when the calendar has no such day; it begins with the year 1, as in Python.
 *
 * @param {number} year
 * @param {number} month
 * @param {number} day
 * @returns {number|null}
 */
export function dayOf(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year > 0 ? Math.round(date.getTime() / MILLISECONDS) : null;
}

/**
 * Return the year, month (1-12) and day of the month.
 *
 * @param {number} day
 * @returns {{year: number, month: number, day: number}}
 */
export function partsOf(day) {
  const date = new Date(day * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Return the day that it is where the reader is. */
export function today() {
  const written = new Intl.DateTimeFormat("sv", { calendar: "gregory", dateStyle: "short" }).format(); // as in ISO 8601
  return isoDay(written) ?? 0;
}

/**
 * Return the day written as YYYY-MM-DD, or null when it is not a date.
 *
 * @param {string} iso
 * @returns {number|null}
 */
export function isoDay(iso) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return found ? dayOf(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

/**
 * Return a day as YYYY-MM-DD.
 *
 * @param {number} day
 * @returns {string}
 */
export function dayIso(day) {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/**
 * Return the day so many months later.
 *
 * It is the last day of the month where that month is shorter.
 *
 * @param {number} day
 * @param {number} months negative for earlier
 * @returns {number}
 */
export function addMonths(day, months) {
  const parts = partsOf(day);
  const first = new Date(Date.UTC(parts.year, parts.month - 1 + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return Math.round(first.getTime() / MILLISECONDS) + Math.min(parts.day, length) - 1;
}

/**
 * Return a day in words: "6 October 2014".
 *
 * @param {number} day
 * @returns {string}
 */
export function dayWords(day) {
  return dateFormat(DAY).format(day * MILLISECONDS);
}

/**
 * Return a day in short words: "6 Oct 2014".
 *
 * @param {number} day
 * @returns {string}
 */
export function shortDay(day) {
  return dateFormat(SHORT).format(day * MILLISECONDS);
}

/**
 * Return the month of a day in words: "October 2014".
 *
 * @param {number} day
 * @returns {string}
 */
export function monthWords(day) {
  return dateFormat(MONTH).format(day * MILLISECONDS);
}

/**
 * Return a half-open span in words as finely as it is known.
 *
 * Days: "29–31 October 2014"; months: "May 2015"; years: "2015"; no end: "since 9 October 2019".
 *
 * @param {number} start
 * @param {number|null} endExclusive null while it is still so
 * @param {Precision} [precision]
 * @returns {string}
 */
export function spanWords(start, endExclusive, precision = "day") {
  const options = { day: DAY, month: MONTH, year: YEAR }[precision] ?? DAY;
  const format = dateFormat(options);
  if (endExclusive === null || endExclusive === undefined) return `since ${format.format(start * MILLISECONDS)}`;
  const last = Math.max(start, endExclusive - 1);
  const words = format.formatRange(start * MILLISECONDS, last * MILLISECONDS).replace(/[\u2009\u202f]/gu, " ");
  const [from, to] = [partsOf(start), partsOf(last)];
  const tight = options === YEAR || (options === DAY && from.year === to.year && from.month === to.month);
  return tight ? words.replace(/(\p{Nd})\s*–\s*(\p{Nd})/u, "$1–$2") : words;
}
