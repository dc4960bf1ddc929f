// A day that a person typed is read when it can mean only one day; what can be read two ways is not guessed.

import { dateFormat, dayOf, isoDay } from "#timemap/dates.js";

const WESTERN = new Map([..."٠١٢٣٤٥٦٧٨٩"].concat([..."۰۱۲۳۴۵۶۷۸۹"]).map((digit, at) => [digit, String(at % 10)]));
let months = null;

/**
 * Return the day that `text` names, or null.
 *
 * Read: 2014-10-06, 6.10.2014, 6 October 2014, October 6, 2014, 6 Ekim 2014, Arabic and Persian digits, 25/12/2014 (one number above 12).
 * Not read: 03/04/2018, which is March to some and April to others.
 *
 * @param {string} text
 * @returns {number|null}
 */
export function readDay(text) {
  const plain = [...String(text).trim().toLowerCase()].map((sign) => WESTERN.get(sign) ?? sign).join("").replace(/\s+/g, " ");
  return isoDay(plain) ?? readNumbers(plain) ?? readNamedMonth(plain);
}

function readNumbers(text) {
  const found = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!found) return null;
  const [first, second, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
  if (found[2] === "." || first > 12 || first === second) return dayOf(year, second, first);
  return second > 12 ? dayOf(year, first, second) : null;
}

function readNamedMonth(text) {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([^\d,]+?),? (\d{4})$/.exec(text);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^([^\d,]+?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
  return monthFirst ? named(monthFirst[3], monthFirst[1], monthFirst[2]) : null;
}

function named(year, name, day) {
  const month = monthNames().get(name.replace(/\.$/, ""));
  return month === undefined ? null : dayOf(Number(year), month, Number(day));
}

function monthNames() {
  if (months) return months;
  months = new Map();
  for (const lang of ["ar", "ku", "tr", "en"]) {
    for (const length of ["long", "short"]) {
      for (let month = 1; month <= 12; month += 1) {
        months.set(dateFormat(lang, { month: length }).format(Date.UTC(2014, month - 1, 1)).toLowerCase().replace(/\.$/, ""), month);
      }
    }
  }
  months.set("sep", 9);
  return months;
}
