// Geometry of lines in degrees and in Web Mercator.
// Lines come as delta-coded whole numbers, degrees times 100,000.

/** @typedef {import("#timemap/types.d.ts").Box} Box */

const STEP = 1e5;
const RADIANS = Math.PI / 180;

/**
 * Decode one line.
 *
 * @param {ArrayLike<number>} deltas x0, y0, dx, dy, dx, dy ... in degrees times 100,000
 * @returns {Float64Array} longitude, latitude, longitude, latitude ... in degrees
 */
export function decodeLine(deltas) {
  const degrees = new Float64Array(deltas.length);
  let lon = 0;
  let lat = 0;
  for (let at = 0; at + 1 < deltas.length; at += 2) {
    lon += deltas[at];
    lat += deltas[at + 1];
    degrees[at] = lon / STEP;
    degrees[at + 1] = lat / STEP;
  }
  return degrees;
}

/**
 * Return the world coordinate of a longitude: 0 at 180° W, 1 at 180° E.
 *
 * @param {number} lon
 * @returns {number}
 */
export function worldX(lon) {
  return (lon + 180) / 360;
}

/**
 * Return the world coordinate of a latitude.
 *
 * 0 at the northern end of Web Mercator, 1 at the southern.
 *
 * @param {number} lat
 * @returns {number}
 */
export function worldY(lat) {
  const sine = Math.sin(lat * RADIANS);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Return the longitude of a world coordinate. @param {number} x @returns {number} */
export function lonOf(x) {
  return x * 360 - 180;
}

/** Return the latitude of a world coordinate. @param {number} y @returns {number} */
export function latOf(y) {
  return (2 * Math.atan(Math.exp(Math.PI * (1 - 2 * y))) - Math.PI / 2) / RADIANS;
}

/**
 * Project a whole line of degrees to world coordinates.
 *
 * @param {Float64Array} degrees
 * @returns {Float64Array}
 */
export function toWorld(degrees) {
  const world = new Float64Array(degrees.length);
  for (let at = 0; at < degrees.length; at += 2) {
    world[at] = worldX(degrees[at]);
    world[at + 1] = worldY(degrees[at + 1]);
  }
  return world;
}

/**
 * Ground, border and names go along the same lines: each is decoded once.
 * @type {WeakMap<number[] | number[][], Float64Array[]>}
 */
const decoded = new WeakMap();

/**
 * Decode lines straight to world coordinates.
 *
 * One line is taken as a list of one.
 *
 * @param {number[] | number[][]} lines
 * @returns {Float64Array[]} the same for the same lines: not to be changed
 */
export function worldLines(lines) {
  let made = decoded.get(lines);
  if (made === undefined) {
    const list = /** @type {number[][]} */ (lines.length > 0 && !Array.isArray(lines[0]) ? [lines] : lines);
    made = list.map((line) => toWorld(decodeLine(line)));
    decoded.set(lines, made);
  }
  return made;
}

/**
 * Return the smallest box round some lines.
 *
 * Of nothing, one that meets no other.
 *
 * @param {Iterable<Float64Array>} lines
 * @returns {Box}
 */
export function boxOf(lines) {
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (let at = 0; at < line.length; at += 2) {
      box[0] = Math.min(box[0], line[at]);
      box[1] = Math.min(box[1], line[at + 1]);
      box[2] = Math.max(box[2], line[at]);
      box[3] = Math.max(box[3], line[at + 1]);
    }
  }
  return box;
}

/** Return whether two boxes share a point. @param {Box} one @param {Box} other @returns {boolean} */
export function meets(one, other) {
  return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];
}

/**
 * Return whether a point lies inside a polygon given by all its rings.
 *
 * Holes count as outside.
 *
 * @param {Float64Array[]} rings
 * @param {number} x
 * @param {number} y
 * @returns {boolean}
 */
export function inside(rings, x, y) {
  let within = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const above = ring[at + 1] > y;
      if (above === ring[before + 1] > y) continue;
      const share = (y - ring[at + 1]) / (ring[before + 1] - ring[at + 1]);
      if (x < ring[at] + share * (ring[before] - ring[at])) within = !within;
    }
  }
  return within;
}
