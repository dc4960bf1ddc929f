// Stretches along the border and along a river, by holder.

import { decodeLine } from "#timemap/map/geometry.js";
import { distanceOf, planeAt, pointsAlong } from "#timemap/textmap/measures.js";

/** @import { LonLat, MapData } from "#timemap/types.d.ts" */
/** @import { Land, Spot } from "#timemap/textmap/land.js" */

/** @typedef {{km: number, cells: number[]}} Station a point of a route, with the cells beside it */
/** @typedef {{from: number, to: number, holders: number[], passed: Passed[]}} Stretch */
/** @typedef {{km: number, off: number, spot: Spot, index: number, cell: number}} Passed `off` is km off the route */
/** @typedef {{stations: Station[], passed: Passed[], length: number}} Route */

const NONE = -1;
const STEP = 1; // km
/** Stretches shorter than this belong to the one before. */
const SHORT = 4;
/** Degrees in which a spot is near enough to be measured. */
const NEAR = 0.2;
/** Ways off the line, in km, on which a cell is looked for. */
const OFF = [0.7, 1.5, 3];

/**
 * Return the border as a route from west to east.
 *
 * It has the land on our own side.
 *
 * @param {Land} land
 * @param {Spot[]} spots what may lie along it
 * @param {number} reach km to either side
 * @returns {Route}
 */
export function borderRoute(land, spots, reach) {
  const points = pointsAlong(eastwards(longestOf(land.border())), STEP);
  const stations = points.map((point, at) => {
    const [left, right] = beside(points, at, land);
    return { ...point, cells: [left === NONE ? right : left] };
  });
  return { stations, passed: passedBy(stations, spots, reach, land), length: points.length };
}

/**
 * Return a river as a route downstream.
 *
 * It has the land on its left and on its right bank.
 *
 * @param {Land} land
 * @param {MapData["base"]} base
 * @param {string} name in English
 * @param {Spot[]} spots
 * @param {number} reach
 * @returns {Route}
 */
export function riverRoute(land, base, name, spots, reach) {
  const lines = (base.rivers ?? []).filter((river) => river.name === name).map((river) => decodeLine(river.line));
  const points = pointsAlong(longestOf(lines), STEP);
  const all = points.map((point, at) => ({ ...point, cells: beside(points, at, land) }));
  const first = all.findIndex(({ cells }) => cells.some((cell) => cell !== NONE));
  const last = all.length - 1 - [...all].reverse().findIndex(({ cells }) => cells.some((cell) => cell !== NONE));
  const stations = first < 0 ? [] : all.slice(first, last + 1).map((station, at) => ({ ...station, km: at * STEP }));
  return { stations, passed: passedBy(stations, spots, reach, land), length: stations.length };
}

/** @param {Float64Array[]} lines */
function longestOf(lines) {
  return lines.reduce((longest, line) => (line.length > longest.length ? line : longest), new Float64Array(0));
}

/** @param {Float64Array} line @returns {ArrayLike<number>} */
function eastwards(line) {
  if (line.length === 0 || line[0] <= line[line.length - 2]) return line;
  const turned = [];
  for (let at = line.length - 2; at >= 0; at -= 2) turned.push(line[at], line[at + 1]);
  return turned;
}

/**
 * Return the cells to the left and right of a point of a line.
 *
 * @param {LonLat[]} points
 * @param {number} at
 * @param {Land} land
 * @returns {[number, number]}
 */
function beside(points, at, { finder }) {
  const point = points[at];
  const [from, to] = [points[Math.max(0, at - 3)], points[Math.min(points.length - 1, at + 3)]];
  const plane = planeAt(point);
  const [start, end] = [plane.to(from.lon, from.lat), plane.to(to.lon, to.lat)];
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(dx, dy) || 1;
  /** @param {1|-1} hand */
  const cellOn = (hand) => {
    for (const off of OFF) {
      const { lon, lat } = plane.back((-hand * off * dy) / length, (hand * off * dx) / length);
      const cell = finder.cellAt(lon, lat);
      if (cell >= 0) return cell;
    }
    return NONE;
  };
  return [cellOn(1), cellOn(-1)];
}

/**
 * Return what lies along a route, in its order.
 *
 * @param {(LonLat & Station)[]} stations
 * @param {Spot[]} spots
 * @param {number} reach
 * @param {Land} land
 * @returns {Passed[]}
 */
function passedBy(stations, spots, reach, { finder }) {
  return spots.flatMap((spot, index) => {
    let [km, off] = [0, Infinity];
    for (const station of stations) {
      if (Math.abs(station.lat - spot.lat) > NEAR || Math.abs(station.lon - spot.lon) > NEAR) continue;
      const way = distanceOf(station, spot);
      if (way < off) [km, off] = [station.km, way];
    }
    return off <= reach ? [{ km, off, spot, index, cell: finder.cellAt(spot.lon, spot.lat) }] : [];
  }).sort((one, other) => one.km - other.km);
}

/**
 * Return the stretches of a route on a day.
 *
 * @param {Route} route
 * @param {ArrayLike<number>} holders controller of each cell
 * @returns {Stretch[]}
 */
export function stretchesOf({ stations, passed, length }, holders) {
  /** @type {Stretch[]} */
  const stretches = [];
  for (const { km, cells } of stations) {
    const held = cells.map((cell) => (cell === NONE ? NONE : holders[cell]));
    const last = stretches[stretches.length - 1];
    if (last && same(last.holders, held)) continue;
    stretches.push({ from: km, to: length, holders: held, passed: [] });
  }
  const joined = joinShort(stretches, length);
  for (const one of passed) {
    joined.find(({ from, to }) => one.km >= from && one.km < to)?.passed.push(one);
  }
  return joined;
}

/**
 * Join stretches that are short, or equal to the one before.
 *
 * @param {Stretch[]} stretches
 * @param {number} length
 * @returns {Stretch[]}
 */
function joinShort(stretches, length) {
  /** @type {Stretch[]} */
  const joined = [];
  stretches.forEach((stretch, at) => {
    const end = stretches[at + 1]?.from ?? length;
    const last = joined[joined.length - 1];
    if (last && (end - stretch.from < SHORT || same(last.holders, stretch.holders))) last.to = end;
    else joined.push({ ...stretch, to: end });
  });
  return joined;
}

/** @type {(one: number[], other: number[]) => boolean} */
function same(one, other) {
  return one.every((value, at) => value === other[at]);
}
