// Distances and directions on the ground, and planes in kilometres.

/** @import { LonLat } from "#timemap/types.d.ts" */

const RADIANS = Math.PI / 180;
/** Mean radius of the earth in km. */
const EARTH = 6371.0088;
const KM_A_DEGREE = EARTH * RADIANS;

/** The eight directions, clockwise from the north. */
export const DIRECTIONS = Object.freeze([
  "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west",
]);

/**
 * Return the distance between two points in km.
 *
 * @param {LonLat} one
 * @param {LonLat} other
 * @returns {number}
 */
export function distanceOf(one, other) {
  const rise = Math.sin(((other.lat - one.lat) * RADIANS) / 2);
  const turn = Math.sin(((other.lon - one.lon) * RADIANS) / 2);
  const share = rise * rise + Math.cos(one.lat * RADIANS) * Math.cos(other.lat * RADIANS) * turn * turn;
  return 2 * EARTH * Math.asin(Math.sqrt(share));
}

/**
 * Return the number of the direction from one point to another.
 *
 * @param {LonLat} from
 * @param {LonLat} to
 * @returns {number}
 */
export function directionOf(from, to) {
  const { x, y } = planeAt(from).to(to.lon, to.lat);
  return directionOfWay(x, y);
}

/**
 * Return the number of the direction of a way in a plane.
 *
 * @param {number} east
 * @param {number} north
 * @returns {number}
 */
export function directionOfWay(east, north) {
  const turns = Math.atan2(east, north) / (2 * Math.PI);
  return (Math.round(turns * DIRECTIONS.length) + DIRECTIONS.length) % DIRECTIONS.length;
}

/**
 * Return the plane of kilometres round a point.
 *
 * It is true enough within some hundred kilometres.
 *
 * @param {LonLat} origin
 * @returns {{to: (lon: number, lat: number) => {x: number, y: number}, back: (x: number, y: number) => LonLat}} x runs
 *   to the east, y to the north
 */
export function planeAt(origin) {
  const wide = KM_A_DEGREE * Math.cos(origin.lat * RADIANS);
  return {
    to: (lon, lat) => ({ x: (lon - origin.lon) * wide, y: (lat - origin.lat) * KM_A_DEGREE }),
    back: (x, y) => ({ lon: origin.lon + x / wide, lat: origin.lat + y / KM_A_DEGREE }),
  };
}

/**
 * Return points along a line, one every so many kilometres.
 *
 * The first is the start of the line.
 *
 * @param {ArrayLike<number>} line lon, lat, lon, lat ...
 * @param {number} step
 * @returns {(LonLat & {km: number})[]} with the way from the start of the line
 */
export function pointsAlong(line, step) {
  const points = [];
  let km = 0;
  let next = 0;
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [from, to] = [{ lon: line[at], lat: line[at + 1] }, { lon: line[at + 2], lat: line[at + 3] }];
    const length = distanceOf(from, to);
    while (next <= km + length) {
      const share = length === 0 ? 0 : (next - km) / length;
      const between = (/** @type {"lon"|"lat"} */ name) => from[name] + share * (to[name] - from[name]);
      points.push({ lon: between("lon"), lat: between("lat"), km: next });
      next += step;
    }
    km += length;
  }
  return points;
}

/**
 * Return a place on earth in words: "36.89° north, 38.35° east".
 *
 * @param {LonLat} point
 * @returns {string}
 */
export function positionWords({ lon, lat }) {
  return `${lat.toFixed(2)}\u00b0 north, ${lon.toFixed(2)}\u00b0 east`;
}
