// Shape of an area: how long and wide, and which way it lies.

import { turning } from "#timemap/areas/arcs.js";
import { inside } from "#timemap/map/geometry.js";
import { planeAt } from "#timemap/textmap/measures.js";

/** @import { LonLat } from "#timemap/types.d.ts" */

/**
 * @typedef {object} Shape
 * @property {LonLat} middle centre of gravity
 * @property {LonLat} point a point inside, the middle where that is inside
 * @property {number} wide km from west to east
 * @property {number} high km from north to south
 * @property {{xx: number, yy: number, xy: number}} spread of its points round the middle, in km²
 * @property {number} stretch how many times longer than wide it is, along its own axis
 * @property {number} axis which way it is longest: 0 north to south, 1 north-east to south-west, 2 west to east, 3
 *   north-west to south-east
 * @property {number} fill share of the ellipse of the same stretch that it fills; 1 for an ellipse
 * @property {number} parts
 * @property {number} holes
 */

/** Parts and holes smaller than this share of the whole do not count. */
const SMALL = 0.005;
const AXES = 4;

/**
 * Return the shape of an area.
 *
 * @param {Float64Array[]} rings lon, lat, lon, lat ...; outer ones run counter-clockwise
 * @returns {Shape}
 */
export function shapeOf(rings) {
  const box = boxOf(rings);
  const plane = planeAt({ lon: (box[0] + box[2]) / 2, lat: (box[1] + box[3]) / 2 });
  const flat = rings.map((ring) => flattened(ring, plane));
  const { area, x, y, xx, yy, xy } = momentsOf(flat);
  const half = Math.sqrt(((xx - yy) / 2) ** 2 + xy * xy);
  const [most, least] = [(xx + yy) / 2 + half, Math.max((xx + yy) / 2 - half, 1e-9)];
  const angle = Math.atan2(2 * xy, xx - yy) / 2; // of the long axis, from the east
  const sizes = flat.map((ring) => turning(ring) / 2);
  const [south, north] = [plane.to(box[0], box[1]), plane.to(box[2], box[3])];
  const point = pointInside(flat, x, y);
  return {
    middle: plane.back(x, y),
    point: plane.back(point.x, point.y),
    wide: north.x - south.x,
    high: north.y - south.y,
    spread: { xx, yy, xy },
    stretch: Math.sqrt(most / least),
    axis: (((Math.round((Math.PI / 2 - angle) / (Math.PI / AXES)) % AXES) + AXES) % AXES),
    fill: area / (4 * Math.PI * Math.sqrt(most * least)),
    parts: sizes.filter((size) => size > area * SMALL).length,
    holes: sizes.filter((size) => -size > area * SMALL).length,
  };
}

/** @param {Float64Array[]} rings @returns {[number, number, number, number]} */
function boxOf(rings) {
  /** @type {[number, number, number, number]} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      box[0] = Math.min(box[0], ring[at]);
      box[1] = Math.min(box[1], ring[at + 1]);
      box[2] = Math.max(box[2], ring[at]);
      box[3] = Math.max(box[3], ring[at + 1]);
    }
  }
  return box;
}

/** @param {Float64Array} ring @param {ReturnType<typeof planeAt>} plane */
function flattened(ring, plane) {
  const flat = new Float64Array(ring.length);
  for (let at = 0; at < ring.length; at += 2) {
    const { x, y } = plane.to(ring[at], ring[at + 1]);
    flat[at] = x;
    flat[at + 1] = y;
  }
  return flat;
}

/**
 * Return the size, the middle, and the spread round it, by Green's theorem.
 *
 * @param {Float64Array[]} rings
 */
function momentsOf(rings) {
  let [area, x, y, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const [x0, y0, x1, y1] = [ring[before], ring[before + 1], ring[at], ring[at + 1]];
      const cross = x0 * y1 - x1 * y0;
      area += cross / 2;
      x += ((x0 + x1) * cross) / 6;
      y += ((y0 + y1) * cross) / 6;
      xx += ((x0 * x0 + x0 * x1 + x1 * x1) * cross) / 12;
      yy += ((y0 * y0 + y0 * y1 + y1 * y1) * cross) / 12;
      xy += ((x0 * y1 + 2 * x0 * y0 + 2 * x1 * y1 + x1 * y0) * cross) / 24;
    }
  }
  [x, y] = [x / area, y / area];
  return { area, x, y, xx: xx / area - x * x, yy: yy / area - y * y, xy: xy / area - x * y };
}

/**
 * Return the middle if it is inside, else the middle of the longest stretch inside on its latitude or near it.
 *
 * @param {Float64Array[]} rings
 * @param {number} x
 * @param {number} y
 */
function pointInside(rings, x, y) {
  if (inside(rings, x, y)) return { x, y };
  let best = { x, y, length: 0 };
  for (let away = 0; away <= 200 && best.length === 0; away += 1) {
    for (const level of [y + away, y - away]) {
      const crossed = crossings(rings, level);
      for (let at = 0; at + 1 < crossed.length; at += 2) {
        const length = crossed[at + 1] - crossed[at];
        if (length > best.length) best = { x: (crossed[at] + crossed[at + 1]) / 2, y: level, length };
      }
    }
  }
  return best;
}

/** @param {Float64Array[]} rings @param {number} y @returns {number[]} where the rings cross a level, sorted */
function crossings(rings, y) {
  const found = [];
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const [y0, y1] = [ring[before + 1], ring[at + 1]];
      if (y0 > y === y1 > y) continue;
      found.push(ring[before] + ((y - y0) / (y1 - y0)) * (ring[at] - ring[before]));
    }
  }
  return found.sort((one, other) => one - other);
}
