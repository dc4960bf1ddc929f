// Outline of an area: what it meets, how long, and on which sides.

import { outlineOf } from "#timemap/areas/edgelengths.js";
import { directionOfWay, distanceOf, planeAt } from "#timemap/textmap/measures.js";

/** @import { AreaState, Payload, Topology } from "#timemap/types.d.ts" */
/** @import { Land } from "#timemap/textmap/land.js" */
/** @import { Shape } from "#timemap/textmap/shape.js" */

/**
 * @typedef {object} Meeting
 * @property {"holder"|"same"|"state"|"sea"|"rim"|"unknown"} kind of what lies beyond; "same" is another area of
 *   its holder
 * @property {number} controller -1 unless it is a holder
 * @property {number} zone of another area of the same holder, -1 for none
 * @property {string} state its name; empty unless it is one
 * @property {number} km
 * @property {number[]} sides numbers of directions, clockwise; none where it is not known
 */

const NONE = -1;
const BEYOND = 1.5; // km off the outline
const PIECE = 4; // km of an outline that are looked at as one
const EIGHT = 8;
/** From this on a line lies on one side: that of half a circle has 0.64, that of a whole one 0. */
const ONE_SIDE = 0.58;
/** Numbers of the main directions, and the share of a line that a main direction holds at the least. */
const MAIN = [0, 2, 4, 6];
const SOME = 0.18;

/** @typedef {{key: string, line: Float64Array}} Piece */
/** @typedef {{km: number[], east: number, north: number}} Ways km by direction, and the sum of ways from the middle */

/**
 * Make what finds the outline of areas.
 *
 * @param {{topology: Topology, edges: Payload["edges"]|undefined, land: Land}} known
 */
export function createOutlines({ topology, edges, land }) {
  const { left, right } = sidesOf(topology);
  /** @type {Map<number, Piece[]>} by arc */
  const rims = new Map();

  /** Return the pieces of an arc that has no cell on one side. @param {number} arc */
  function rimOf(arc) {
    const known = rims.get(arc) ?? piecesOf(topology.arcs[arc], left[arc] === NONE ? 1 : -1, land);
    rims.set(arc, known);
    return known;
  }

  /**
   * Return what an area meets, the longest first.
   *
   * Lengths are those of the document; sides, and the length of a coast, are measured on the outline.
   *
   * @param {number[]} cells
   * @param {Pick<AreaState, "holders"|"zoneOf">} state
   * @param {Pick<Shape, "middle"|"spread">} shape
   * @returns {Meeting[]}
   */
  function of(cells, { holders, zoneOf }, shape) {
    const members = new Set(cells);
    const plane = planeAt(shape.middle);
    const rounding = roundingOf(shape.spread);
    /** @type {Map<string, Ways>} */
    const ways = new Map();
    for (let arc = 0; arc < topology.arcs.length; arc += 1) {
      const isOne = members.has(left[arc]);
      if (isOne === members.has(right[arc])) continue;
      const other = isOne ? right[arc] : left[arc];
      const isSame = other !== NONE && holders[other] === holders[cells[0]];
      const line = topology.arcs[arc];
      const key = isSame ? `same ${zoneOf[other]}` : `${other === NONE ? NONE : holders[other]}`;
      for (const piece of other === NONE ? rimOf(arc) : [{ key, line }]) {
        const sums = ways.get(piece.key) ?? { km: new Array(EIGHT).fill(0), east: 0, north: 0 };
        ways.set(piece.key, sums);
        addWays(sums, piece.line, plane, rounding);
      }
    }
    const { fronts, borders } = outlineOf(edges, holders, cells);
    const rest = otherEdges(edges, { holders, zoneOf }, members);
    const sea = Math.min(rest.rim, sum(ways.get("sea")?.km));
    /** @type {(more: Partial<Meeting> & Pick<Meeting, "kind"|"km">, key: string) => Meeting} */
    const meeting = (more, key) => ({
      controller: NONE, zone: NONE, state: "", ...more, sides: mainSides(ways.get(key)),
    });
    return [
      ...fronts.map(({ controller, km }) => meeting({ kind: "holder", controller, km }, `${controller}`)),
      ...borders.map(({ state, km }) => meeting({ kind: "state", state, km }, state)),
      ...[...rest.same].map(([zone, km]) => meeting({ kind: "same", zone, km }, `same ${zone}`)),
      meeting({ kind: "sea", km: sea }, "sea"),
      meeting({ kind: "rim", km: rest.rim - sea }, "rim"),
      meeting({ kind: "unknown", km: rest.unknown }, `${NONE}`),
    ].filter(({ km }) => km >= 0.5).sort((one, other) => other.km - one.km);
  }

  return { of };
}

/**
 * Cut the line of an arc into pieces, each with what lies beyond it.
 *
 * @param {Float64Array} line
 * @param {1|-1} hand side on which there is no cell: 1 left, -1 right
 * @param {Land} land
 * @returns {Piece[]}
 */
function piecesOf(line, hand, land) {
  /** @type {Piece[]} */
  const pieces = [];
  let [start, km] = [0, 0];
  for (let at = 0; at + 3 < line.length; at += 2) {
    km += distanceOf({ lon: line[at], lat: line[at + 1] }, { lon: line[at + 2], lat: line[at + 3] });
    if (km < PIECE && at + 5 < line.length) continue;
    const piece = line.subarray(start, at + 4);
    pieces.push({ key: beyond(piece, hand, land), line: piece });
    [start, km] = [at + 2, 0];
  }
  return pieces;
}

/**
 * Return what lies beyond a piece: a state, "sea" or "rim".
 *
 * @type {(line: Float64Array, hand: 1|-1, land: Land) => string}
 */
function beyond(line, hand, land) {
  const middle = 2 * Math.floor((line.length / 2 - 1) / 2);
  const plane = planeAt({ lon: line[middle], lat: line[middle + 1] });
  const [from, to] = [plane.to(line[0], line[1]), plane.to(line[line.length - 2], line[line.length - 1])];
  const at = line.length === 4 ? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } : { x: 0, y: 0 };
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const off = hand * BEYOND / length;
  const { kind, name } = land.groundAt(plane.back(at.x - off * dy, at.y + off * dx));
  if (kind === "sea") return "sea";
  return kind === "state" ? name : "rim";
}

/** @param {Topology} topology cells to the left and right of each arc, -1 for none */
function sidesOf({ arcs, cells }) {
  const left = new Int32Array(arcs.length).fill(NONE);
  const right = new Int32Array(arcs.length).fill(NONE);
  cells.forEach(({ polygons }, cell) => {
    for (const reference of polygons.flat(2)) {
      if (reference < 0) right[~reference] = cell;
      else left[reference] = cell;
    }
  });
  return { left, right };
}

/**
 * Return what makes an area as wide as long, so that its sides can be told apart.
 *
 * It is the inverse of the root of the spread.
 *
 * @param {Shape["spread"]} spread
 * @returns {(x: number, y: number) => {x: number, y: number}}
 */
function roundingOf({ xx, yy, xy }) {
  const root = Math.sqrt(Math.max(xx * yy - xy * xy, 1e-9));
  const scale = 1 / (root * Math.sqrt(xx + yy + 2 * root));
  return (x, y) => ({ x: scale * ((yy + root) * x - xy * y), y: scale * ((xx + root) * y - xy * x) });
}

/**
 * Add the length of a line to the directions in which it lies from the middle.
 *
 * @param {Ways} sums changed
 * @param {Float64Array} line
 * @param {ReturnType<typeof planeAt>} plane
 * @param {ReturnType<typeof roundingOf>} rounding
 */
function addWays(sums, line, plane, rounding) {
  for (let at = 0; at + 3 < line.length; at += 2) {
    const [from, to] = [{ lon: line[at], lat: line[at + 1] }, { lon: line[at + 2], lat: line[at + 3] }];
    const middle = plane.to((from.lon + to.lon) / 2, (from.lat + to.lat) / 2);
    const { x, y } = rounding(middle.x, middle.y);
    const [km, way] = [distanceOf(from, to), Math.hypot(x, y) || 1];
    sums.km[directionOfWay(x, y)] += km;
    sums.east += (km * x) / way;
    sums.north += (km * y) / way;
  }
}

/**
 * Return the lengths that are neither a front nor a state border.
 *
 * They lie towards other areas of the same holder (by zone), towards land that nobody is known to hold, and along the
 * edge of what is shown.
 *
 * @param {Payload["edges"]|undefined} edges
 * @param {Pick<AreaState, "holders"|"zoneOf">} state
 * @param {Set<number>} members
 */
function otherEdges(edges, { holders, zoneOf }, members) {
  let [rim, unknown] = [0, 0];
  /** @type {Map<number, number>} */
  const same = new Map();
  for (const [one, other, state, km] of edges?.between ?? []) {
    const [own, next] = members.has(one) ? [one, other] : [other, one];
    if (!members.has(own) || members.has(next)) continue;
    if (next === NONE) rim += state === NONE ? km : 0;
    else if (holders[next] === NONE) unknown += km;
    else if (holders[next] === holders[own]) same.set(zoneOf[next], (same.get(zoneOf[next]) ?? 0) + km);
  }
  return { rim, unknown, same };
}

/**
 * Return the directions in which a line lies, clockwise.
 *
 * It is one of eight where the line lies on one side, else those of the four main ones that hold some of it.
 *
 * @param {Ways} [ways]
 * @returns {number[]}
 */
export function mainSides(ways) {
  const whole = sum(ways?.km);
  if (!ways || whole === 0) return [];
  if (Math.hypot(ways.east, ways.north) >= ONE_SIDE * whole) return [directionOfWay(ways.east, ways.north)];
  const at = (/** @type {number} */ side) => ways.km[(side + EIGHT) % EIGHT];
  return MAIN.filter((side) => at(side) + (at(side - 1) + at(side + 1)) / 2 >= SOME * whole);
}

/** @param {number[]|undefined} numbers */
function sum(numbers = []) {
  return numbers.reduce((all, one) => all + one, 0);
}
