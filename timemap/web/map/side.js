// Side: a part of the window with a day of its own.
// It is all of the window, or what lies left or right of the divider while two days are compared.

/** @import { View } from "#timemap/map/view.js" */

/**
 * @typedef {object} Side
 * @property {string} suffix of the names of its panes
 * @property {(latlng: L.LatLng) => boolean} owns whether a point of the map is seen on this side
 * @property {(view: View) => [number, number]} across first and last pixel of a canvas,
 *   from left to right, where words of this side may stand
 */

/** @type {Readonly<Side>} */
export const WHOLE = Object.freeze({
  suffix: "",
  owns: () => true,
  across: /** @returns {[number, number]} */ () => [-Infinity, Infinity],
});
