// Points and lines inside the bounds of what is seen of the map.
import { decodeLine } from "#timemap/map/geometry.js";

/** @import { EncodedLine } from "#timemap/types.d.ts" */

/** @typedef {{west: number, south: number, east: number, north: number, zoom: number}} Bounds */

/** @type {WeakMap<EncodedLine, Float64Array>} */
const decoded = new WeakMap();
/** @type {WeakMap<EncodedLine[], {key: string, found: boolean}>} */
const crossed = new WeakMap();

/**
 * Decode a line, each once.
 *
 * @param {EncodedLine} line
 */
export function degreesOf(line) {
  const known = decoded.get(line) ?? decodeLine(line);
  decoded.set(line, known);
  return known;
}

/**
 * Return whether a line has a point in the bounds.
 *
 * The last answer is kept.
 *
 * @param {EncodedLine[]} list
 * @param {Bounds} bounds
 */
export function crosses(list, bounds) {
  const { west, south, east, north } = bounds;
  const key = `${west} ${south} ${east} ${north}`;
  const last = crossed.get(list);
  if (last?.key === key) return last.found;
  const found = list.some((line) => hasPointIn(degreesOf(line), bounds));
  crossed.set(list, { key, found });
  return found;
}

/** Return whether a point lies in the bounds. @param {Float64Array} points @param {Bounds} bounds */
export function hasPointIn(points, bounds) {
  for (let at = 0; at < points.length; at += 2) if (contains(bounds, points[at], points[at + 1])) return true;
  return false;
}

/** Return whether the bounds hold a point. @param {Bounds} bounds @param {number} lon @param {number} lat */
export function contains({ west, south, east, north }, lon, lat) {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Return whether a box meets the bounds. @param {[number, number, number, number]} box @param {Bounds} bounds */
export function meets([west, south, east, north], bounds) {
  return west <= bounds.east && east >= bounds.west && south <= bounds.north && north >= bounds.south;
}
