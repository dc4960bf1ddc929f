// View: what a canvas shows, at which zoom, on how many pixels.
// A view never changes.

import { latOf, lonOf, worldX, worldY } from "#timemap/map/geometry.js";

/** @import { Box } from "#timemap/types.d.ts" */

const TILE = 256;

/**
 * @typedef {object} View
 * @property {number} zoom
 * @property {number} scale pixels of the whole world at this zoom
 * @property {number} originX world pixel of the canvas's left edge
 * @property {number} originY world pixel of the canvas's upper edge
 * @property {number} width of the canvas in CSS pixels
 * @property {number} height
 * @property {number} ratio device pixels per CSS pixel
 * @property {Box} box what the canvas covers, in world coordinates
 * @property {Box} seen the part inside the window of the map, in canvas pixels
 * @property {{west: number, south: number, east: number, north: number}} bounds
 * @property {(lon: number, lat: number) => [number, number]} project to canvas pixels
 * @property {(degrees: Float64Array, out: Float64Array) => Float64Array} projectInto whole line of degrees to canvas
 *   pixels
 * @property {(world: Float64Array, out?: Float64Array) => Float64Array} place world coordinates to canvas pixels
 */

/**
 * Make a view.
 *
 * @param {{zoom: number, originX: number, originY: number, width: number, height: number, ratio?: number, seen?:
 *   Box}} shape
 * @returns {Readonly<View>}
 */
export function createView({ zoom, originX, originY, width, height, ratio = 1, seen = [0, 0, width, height] }) {
  const scale = TILE * 2 ** zoom;
  /** @type {import("#timemap/types.d.ts").Box} */
  const box = [originX / scale, originY / scale, (originX + width) / scale, (originY + height) / scale];

  /** @type {View["project"]} */
  function project(lon, lat) {
    return [worldX(lon) * scale - originX, worldY(lat) * scale - originY];
  }

  /** @type {View["projectInto"]} */
  function projectInto(degrees, out) {
    for (let at = 0; at < degrees.length; at += 2) {
      out[at] = worldX(degrees[at]) * scale - originX;
      out[at + 1] = worldY(degrees[at + 1]) * scale - originY;
    }
    return out;
  }

  /** @type {View["place"]} */
  function place(world, out = new Float64Array(world.length)) {
    for (let at = 0; at < world.length; at += 2) {
      out[at] = world[at] * scale - originX;
      out[at + 1] = world[at + 1] * scale - originY;
    }
    return out;
  }

  return Object.freeze({
    zoom, scale, originX, originY, width, height, ratio, box, seen, project, projectInto, place,
    bounds: { west: lonOf(box[0]), south: latOf(box[3]), east: lonOf(box[2]), north: latOf(box[1]) },
  });
}

/**
 * Return whether two views show the same on the same pixels.
 *
 * @param {View|null} one
 * @param {View|null} other
 * @returns {boolean}
 */
export function sameView(one, other) {
  if (one === null || other === null || one === other) return one === other;
  const same = /** @type {const} */ (["zoom", "originX", "originY", "width", "height", "ratio"]).every(
    (name) => one[name] === other[name],
  );
  return same && one.seen.every((edge, at) => edge === other.seen[at]);
}
