// A timescale says which days are in sight and where; it is a value: zooming and panning make a new one.

/** Fewest days in sight at the closest zoom. */
const CLOSEST = 14;

/**
 * @typedef {object} Timescale
 * @property {number} from left edge in days, fractional
 * @property {number} to right edge in days
 * @property {number} width in pixels
 * @property {[number, number]} range first day and first day after, beyond which nothing can be seen
 */

/**
 * Return the scale that shows the whole range.
 *
 * @param {[number, number]} range
 * @param {number} width
 * @returns {Timescale}
 */
export function wholeScale(range, width) {
  return Object.freeze({ from: range[0], to: range[1], width, range: [range[0], range[1]] });
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
 * Return the day under a pixel, kept inside the range.
 *
 * @param {Timescale} scale
 * @param {number} x
 * @returns {number}
 */
export function dayAt(scale, x) {
  const day = Math.floor(scale.from + (x / scale.width) * (scale.to - scale.from));
  return Math.min(Math.max(day, scale.range[0]), scale.range[1] - 1);
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
 * Return whether less than the whole range is in sight.
 *
 * @param {Timescale} scale
 * @returns {boolean}
 */
export function isZoomed(scale) {
  return scale.to - scale.from < scale.range[1] - scale.range[0] - 1e-6;
}

/**
 * Return the scale zoomed by `factor` (above 1 comes closer) so that what is under `x` stays under it.
 *
 * @param {Timescale} scale
 * @param {number} x
 * @param {number} factor
 * @returns {Timescale}
 */
export function zoomScale(scale, x, factor) {
  const whole = scale.range[1] - scale.range[0];
  const share = scale.width > 0 ? x / scale.width : 0.5;
  const anchor = scale.from + share * (scale.to - scale.from);
  const length = Math.min(Math.max((scale.to - scale.from) / factor, Math.min(CLOSEST, whole)), whole);
  return placed(scale, anchor - share * length, length);
}

/**
 * Return the scale moved so that its content follows the pointer by `pixels` (right is positive).
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
 * Return the scale for a new width or range: a new width keeps the days in sight, a new range shows all of it.
 *
 * @param {Timescale} scale
 * @param {[number, number]} range
 * @param {number} width
 * @returns {Timescale}
 */
export function fitScale(scale, range, width) {
  const sameRange = range[0] === scale.range[0] && range[1] === scale.range[1];
  return sameRange ? Object.freeze({ ...scale, width }) : wholeScale(range, width);
}

function placed(scale, from, length) {
  const start = Math.min(Math.max(from, scale.range[0]), scale.range[1] - length);
  return Object.freeze({ ...scale, from: start, to: start + length });
}
