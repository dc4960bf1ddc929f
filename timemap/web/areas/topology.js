// Areas in time, stitched from shared arcs. Edges between two cells of one holder are dropped, so nothing overlaps.
import { reversed, ringPoints, stitch, turning } from "#timemap/areas/arcs.js";
import { decodeLine } from "#timemap/map/geometry.js";
import { countUpTo } from "#timemap/time/sorted.js";

/** @import {AreaData, AreaState, Box, Cell, HoldRow, Topology} from "#timemap/types.d.ts" */
/** @import {Line} from "#timemap/areas/arcs.js" */
/** @typedef {{left: Int32Array, right: Int32Array}} Sides cells on the two sides of each arc, -1 for none */
/** @typedef {Topology["dissolve"]} Dissolve */

const NONE = -1;
/** What an area state says of each cell. */
const VALUES = Object.freeze(/** @type {const} */ (["holders", "confidences", "zoneOf"]));

/**
 * Make the areas in time from the data of the document.
 *
 * Damaged or missing parts give fewer areas, never an error.
 *
 * @param {Partial<AreaData>|null} [data]
 * @returns {Topology}
 */
export function createTopology(data) {
  const arcs = (data?.arcs ?? []).map(decodeLine);
  const holds = data?.holds ?? [];
  const cells = (data?.cells ?? []).map((cell) => orientedCell(cell, arcs));
  const changes = data?.changes ?? changeDays(holds);
  const sides = sidesOf(cells, arcs.length);
  const dissolve = createDissolve(arcs, sides);
  /** @type {Map<number, AreaState>} */
  const states = new Map();

  /** @type {(cell: number, day: number) => HoldRow|null} */
  const hold = (cell, day) => holdOn(holds[cell], day);

  /** @type {(interval: number) => AreaState} */
  function state(interval) {
    const known = states.get(interval);
    if (known) return known;
    const day = interval === 0 ? (changes[0] ?? 0) - 1 : changes[interval - 1];
    const built = stateOf(interval, cells.map((_, cell) => hold(cell, day)), sides, dissolve);
    states.set(interval, built);
    return built;
  }

  /** @param {number} day */
  const interval = (day) => countUpTo(changes, day);
  return {
    arcs, cells, changes, dissolve, interval, state, hold,
    neighbours: () => neighboursOf(cells.length, sides),
    holdsOf: (cell) => holds[cell] ?? [],
    at: (day) => state(interval(day)),
  };
}

/**
 * Make what dissolves cells by a value each. Cells with -1 belong to nothing.
 *
 * @param {Line[]} arcs
 * @param {Sides} sides
 * @returns {Dissolve}
 */
function createDissolve(arcs, { left, right }) {
  const { starts, ends } = nodes(arcs);
  /** @param {number} reference */
  const startOf = (reference) => (reference < 0 ? ends[~reference] : starts[reference]);
  /** @param {number} reference */
  const endOf = (reference) => (reference < 0 ? starts[~reference] : ends[reference]);

  return function dissolve(values) {
    /** @type {Map<number, number[]>} */
    const edges = new Map();
    /** @type {(value: number, reference: number) => void} */
    const add = (value, reference) => {
      const known = edges.get(value);
      if (known) known.push(reference);
      else edges.set(value, [reference]);
    };
    for (let arc = 0; arc < arcs.length; arc += 1) {
      const one = left[arc] === NONE ? NONE : values[left[arc]];
      const other = right[arc] === NONE ? NONE : values[right[arc]];
      if (one === other) continue;
      if (one !== NONE) add(one, arc);
      if (other !== NONE) add(other, ~arc);
    }
    return [...edges].sort(([a], [b]) => a - b)
      .map(([value, references]) => ({ value, rings: stitch(references, startOf, endOf) }));
  };
}

/**
 * Build the areas of one interval from the hold of each cell.
 *
 * @param {number} key
 * @param {(HoldRow|null)[]} holds null for none
 * @param {Sides} sides
 * @param {Dissolve} dissolve
 * @returns {AreaState}
 */
function stateOf(key, holds, { left, right }, dissolve) {
  const holders = Int16Array.from(holds, (hold) => hold?.[2] ?? NONE);
  const confidences = Int16Array.from(holds, (hold) => hold?.[3] ?? NONE);
  const zones = Int16Array.from(holds, (hold) => hold?.[4] ?? NONE);
  const fronts = [];
  for (let arc = 0; arc < left.length; arc += 1) {
    if (left[arc] === NONE || right[arc] === NONE) continue;
    const one = holders[left[arc]];
    const other = holders[right[arc]];
    if (one !== other && one !== NONE && other !== NONE) fronts.push(arc);
  }
  return {
    key,
    holders,
    confidences,
    zoneOf: zones,
    controllers: dissolve(holders).map(({ value, rings }) => ({ controller: value, rings })),
    hatchings: dissolve(confidences).map(({ value, rings }) => ({ confidence: value, rings })),
    zones: dissolve(zones).map(({ value, rings }) => {
      const members = [...zones.keys()].filter((cell) => zones[cell] === value);
      return { zone: value, controllers: [...new Set(members.map((cell) => holders[cell]))], cells: members, rings };
    }),
    fronts: Int32Array.from(fronts),
  };
}

/**
 * Return for each cell those that share an edge with it.
 *
 * @param {number} count of cells
 * @param {Sides} sides
 * @returns {number[][]}
 */
function neighboursOf(count, { left, right }) {
  /** @type {Set<number>[]} */
  const found = Array.from({ length: count }, () => new Set());
  for (let arc = 0; arc < left.length; arc += 1) {
    if (left[arc] === NONE || right[arc] === NONE || left[arc] === right[arc]) continue;
    found[left[arc]].add(right[arc]);
    found[right[arc]].add(left[arc]);
  }
  return found.map((cell) => [...cell]);
}

/**
 * Return the cells that differ between two states.
 *
 * @param {AreaState} one
 * @param {AreaState} other
 * @returns {number[]}
 */
export function changedCells(one, other) {
  const changed = [];
  for (let cell = 0; cell < one.holders.length; cell += 1) {
    if (VALUES.some((name) => one[name][cell] !== other[name][cell])) changed.push(cell);
  }
  return changed;
}

/** @type {(holds: HoldRow[]|undefined, day: number) => HoldRow|null} */
function holdOn(holds, day) {
  return holds?.find(([start, end]) => start <= day && (end === null || day < end)) ?? null;
}

/** @param {HoldRow[][]} holds */
function changeDays(holds) {
  /** @type {Set<number>} */
  const days = new Set();
  for (const of of holds) for (const [start, end] of of ?? []) days.add(start).add(end ?? start);
  return [...days].sort((a, b) => a - b);
}

/**
 * Turn rings so that land lies on the left of every arc, and note the box.
 *
 * @param {Partial<AreaData["cells"][number]>} cell
 * @param {Line[]} arcs
 * @returns {Cell}
 */
function orientedCell(cell, arcs) {
  /** @type {Box} */
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const polygons = (cell?.rings ?? []).map((polygon) => polygon.map((ring, index) => {
    const points = ringPoints(arcs, ring);
    for (let at = 0; at < points.length; at += 2) {
      box[0] = Math.min(box[0], points[at]);
      box[1] = Math.min(box[1], points[at + 1]);
      box[2] = Math.max(box[2], points[at]);
      box[3] = Math.max(box[3], points[at + 1]);
    }
    return turning(points) >= 0 === (index === 0) ? Array.from(ring) : reversed(ring);
  }));
  return { place: cell?.place ?? NONE, km2: cell?.km2 ?? 0, polygons, box };
}

/** @param {Line[]} arcs @returns {{starts: number[], ends: number[]}} node at each end of the arcs */
function nodes(arcs) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {(lon: number, lat: number) => number} */
  const node = (lon, lat) => {
    const key = `${Math.round(lon * 1e5)} ${Math.round(lat * 1e5)}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  return {
    starts: arcs.map((line) => node(line[0], line[1])),
    ends: arcs.map((line) => node(line[line.length - 2], line[line.length - 1])),
  };
}

/** @type {(cells: Cell[], count: number) => Sides} */
function sidesOf(cells, count) {
  const left = new Int32Array(count).fill(NONE);
  const right = new Int32Array(count).fill(NONE);
  cells.forEach((cell, index) => {
    for (const ring of cell.polygons.flat()) {
      for (const reference of ring) {
        const [side, arc] = reference < 0 ? [right, ~reference] : [left, reference];
        if (arc < count && side[arc] === NONE) side[arc] = index;
      }
    }
  });
  return { left, right };
}
