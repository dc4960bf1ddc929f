// Axis that names years, months or days. As many as fit, never two on one spot.

import { addMonths, dateFormat, monthWords, partsOf } from "#timemap/time/dates.js";
import { density, edgeOf } from "#timemap/slider/timescale.js";

/** @import { Timescale } from "#timemap/slider/timescale.js" */

const DAY_STEPS = [1, 2, 5, 10];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];
const MILLISECONDS = 86_400_000;

/**
 * @typedef {object} Tick
 * @property {number} day
 * @property {number} x pixels from the left edge
 * @property {string} label empty for a tick without a name
 * @property {boolean} major whether a larger unit begins here: a year among months, a month among days
 * @property {boolean} [pinned] whether it is the name at the left edge
 *
 * @typedef {{days: number, months?: undefined}|{days?: undefined, months: number}} Step
 */

/**
 * Return the ticks in sight, sorted by day, no label over another.
 *
 * Labels stand to the right of their tick, inside the width. The first tick is a name of the larger unit at the left
 * edge when no other label says where in time one is.
 *
 * @param {Timescale} scale
 * @param {number} [letter] width of one letter in pixels
 * @returns {Tick[]}
 */
export function axisTicks(scale, letter = 7) {
  if (!(scale.width > 0)) return [];
  const step = stepFor(scale, letter);
  const ticks = daysOf(scale, step).map((day) => named(day, step, scale));
  const context = leftName(scale, step);
  /** @type {Tick[]} */
  const placed = [];
  const widthOf = (/** @type {string} */ label) => label.length * letter + 10;
  const free = (/** @type {Tick} */ tick) => tick.x + 3 + widthOf(tick.label) <= scale.width + 7
    && placed.every((other) => tick.x >= other.x + widthOf(other.label) || tick.x + widthOf(tick.label) <= other.x);
  const offer = (/** @type {Tick} */ tick) => {
    if (tick.label && tick.x >= 0 && free(tick)) placed.push(tick);
    else if (tick.label) tick.label = "";
  };
  const first = ticks.find((tick) => tick.major && tick.x >= 0);
  if (step.days && first && first.x < widthOf(context)) {
    first.label = inWords(first.day, { month: "short", year: "numeric" });
  }
  ticks.filter((tick) => tick.major).forEach(offer);
  const pinned = { day: scale.from, x: 0, label: context, major: true, pinned: true };
  if (context && free(pinned)) placed.push(pinned);
  ticks.filter((tick) => !tick.major).forEach(offer);
  const all = ticks.filter((tick) => tick.x >= 0 && tick.x <= scale.width);
  return placed.includes(pinned) ? [pinned, ...all] : all;
}

/** @param {Timescale} scale @param {number} letter @returns {Step} */
function stepFor(scale, letter) {
  const perDay = density(scale);
  const days = DAY_STEPS.find((length) => length * perDay >= 4.5 * letter + 10);
  if (days) return { days };
  return { months: MONTH_STEPS.find((count) => count * 30 * perDay >= 4.5 * letter + 10) ?? 240 };
}

/** @param {Timescale} scale @param {Step} step */
function daysOf(scale, step) {
  const first = Math.floor(scale.from);
  const { year, month, day } = partsOf(first);
  const monthStart = first - day + 1;
  const days = [];
  if (step.months !== undefined) {
    const yearsBack = step.months > 12 ? year % (step.months / 12) : 0;
    const back = yearsBack * 12 + ((month - 1) % Math.min(step.months, 12));
    for (let at = addMonths(monthStart, -back); at <= scale.to; at = addMonths(at, step.months)) days.push(at);
    return days;
  }
  for (let start = monthStart; start <= scale.to; start = addMonths(start, 1)) {
    const length = addMonths(start, 1) - start;
    for (let of = 0; of < length; of += step.days) {
      // the last stretch of a month is not cut into a stub beside the first of the next
      if (of === 0 || step.days === 1 || of + step.days * 0.6 <= length) days.push(start + of);
    }
  }
  return days.filter((at) => at >= scale.from - step.days && at <= scale.to);
}

/** @param {number} day @param {Step} step @param {Timescale} scale @returns {Tick} */
function named(day, step, scale) {
  const x = edgeOf(scale, day);
  const { month, day: ofMonth } = partsOf(day);
  if (step.months !== undefined) {
    if (month === 1) return { day, x, label: inWords(day, { year: "numeric" }), major: step.months < 12 };
    return { day, x, label: inWords(day, { month: "short" }), major: false };
  }
  const year = month === 1 ? "numeric" : undefined;
  if (ofMonth === 1) return { day, x, label: inWords(day, { month: "short", year }), major: true };
  return { day, x, label: inWords(day, { day: "numeric" }), major: false };
}

/** @param {Timescale} scale @param {Step} step */
function leftName(scale, step) {
  const first = Math.floor(scale.from);
  if (step.days !== undefined) return monthWords(first);
  return step.months < 12 ? inWords(first, { year: "numeric" }) : "";
}

/** @param {number} day @param {Intl.DateTimeFormatOptions} parts */
function inWords(day, parts) {
  return dateFormat(parts).format(day * MILLISECONDS);
}
