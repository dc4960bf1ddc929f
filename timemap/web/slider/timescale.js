// A timescale: which days are in sight and where, as a value.

/** Fewest days in sight at the closest zoom. */
const CLOSEST = 14;

/**
 * @typedef {object} Timescale
 * @property {number} from left edge in days, fractional
 * @property {number} to right edge in days
 * @property {number} width in pixels
 * @property {[number, number]} whole first day and first day after, beyond which nothing can be seen
 */

/**
 * Return the scale that shows the whole.
 *
 * @param {[number, number]} whole
 * @param {number} width
 * @returns {Timescale}
 */
export function wholeScale(whole, width) {
  const [from, to] = whole;
  return Object.freeze({ from, to, width, whole: /** @type {[number, number]} */ ([from, to]) });
}

/**
 * Return where the middle of a day is, in pixels from the left edge.
 *
 * @param {Timescale} scale
 * @param {number} day
 * @returns {number}
 */
export function middleOf(scale, day) {
  return edgeOf(scale, day + 0.5);
}

/**
 * Return where a day begins, in pixels from the left edge.
 *
 * @param {Timescale} scale
 * @param {number} day
 * @returns {number}
 */
export function edgeOf(scale, day) {
  return ((day - scale.from) / (scale.to - scale.from)) * scale.width;
}

/**
 * Return how many days since 1970 are at a pixel, with their fraction.
 *
 * @param {Timescale} scale
 * @param {number} x
 * @returns {number}
 */
export function daysAt(scale, x) {
  return scale.from + (x / scale.width) * (scale.to - scale.from);
}

/**
 * Return the day under a pixel, kept inside the whole.
 *
 * @param {Timescale} scale
 * @param {number} x
 * @returns {number}
 */
export function dayAt(scale, x) {
  const day = Math.floor(daysAt(scale, x));
  return Math.min(Math.max(day, scale.whole[0]), scale.whole[1] - 1);
}

/**
 * Return pixels per day.
 *
 * @param {Timescale} scale
 * @returns {number}
 */
export function density(scale) {
  return scale.width / (scale.to - scale.from);
}

/**
 * Return whether less than the whole is in sight.
 *
 * @param {Timescale} scale
 * @returns {boolean}
 */
export function isZoomed(scale) {
  return scale.to - scale.from < scale.whole[1] - scale.whole[0] - 1e-6;
}

/**
 * Return the scale zoomed by a factor round a point.
 *
 * Above 1 it comes closer; what is under `x` stays under it.
 *
 * @param {Timescale} scale
 * @param {number} x
 * @param {number} factor
 * @returns {Timescale}
 */
export function zoomScale(scale, x, factor) {
  const whole = scale.whole[1] - scale.whole[0];
  const share = scale.width > 0 ? x / scale.width : 0.5;
  const anchor = scale.from + share * (scale.to - scale.from);
  const length = Math.min(Math.max((scale.to - scale.from) / factor, Math.min(CLOSEST, whole)), whole);
  return placed(scale, anchor - share * length, length);
}

/**
 * Return the scale moved so that its content follows the pointer.
 *
 * To the right is positive.
 *
 * @param {Timescale} scale
 * @param {number} pixels
 * @returns {Timescale}
 */
export function panScale(scale, pixels) {
  const length = scale.to - scale.from;
  return placed(scale, scale.from - (pixels / scale.width) * length, length);
}

/**
 * Return the scale moved, if need be, so that a day is in sight.
 *
 * @param {Timescale} scale
 * @param {number} day
 * @returns {Timescale}
 */
export function showDay(scale, day) {
  const length = scale.to - scale.from;
  if (day >= scale.from && day + 1 <= scale.to) return scale;
  return placed(scale, day < scale.from ? day - length * 0.75 : day - length * 0.25, length);
}

/**
 * Return the scale on which a span is in sight and wide enough to hold.
 *
 * The same if it is, else the whole or as much closer as needed.
 *
 * @param {Timescale} scale
 * @param {[number, number]} span first day and first day after
 * @param {number} [least] pixels
 * @returns {Timescale}
 */
export function showSpan(scale, [first, end], least = 48) {
  /** @param {Timescale} on */
  const fits = (on) => first >= on.from && end <= on.to && (end - first) * density(on) >= least;
  const all = wholeScale(scale.whole, scale.width);
  if (fits(scale)) return scale;
  if (fits(all)) return all;
  const length = Math.min(Math.max((end - first) * 3, CLOSEST), all.to - all.from);
  return placed(scale, (first + end - length) / 2, length);
}

/**
 * Return the scale with its middle on a day, as far as the whole allows.
 *
 * @param {Timescale} scale
 * @param {number} day
 * @returns {Timescale}
 */
export function centreOn(scale, day) {
  return placed(scale, day - (scale.to - scale.from) / 2, scale.to - scale.from);
}

/**
 * Return the scale for a new width, with the same days in sight.
 *
 * @param {Timescale} scale
 * @param {number} width
 * @returns {Timescale}
 */
export function resized(scale, width) {
  return Object.freeze({ ...scale, width });
}

/** @param {Timescale} scale @param {number} from @param {number} length @returns {Timescale} */
function placed(scale, from, length) {
  const start = Math.min(Math.max(from, scale.whole[0]), scale.whole[1] - length);
  return Object.freeze({ ...scale, from: start, to: start + length });
}
