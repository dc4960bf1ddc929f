// The areas of a day are stitched from shared arcs: an arc between two cells of the same holder is dropped, so edges are exact and nothing overlaps.
import { reversed, ringPoints, stitch, turning } from "#timemap/areas/arcs.js";
import { decodeLine } from "#timemap/map/geometry.js";
import { countUpTo } from "#timemap/time/sorted.js";

const NONE = -1;

/**
 * @typedef {object} AreaState the areas between two changes
 * @property {number} key number of the interval; equal keys mean equal areas
 * @property {Int16Array} holders controller of each cell, -1 for none
 * @property {Int16Array} confidences confidence of each cell's hold, -1 for none
 * @property {Int16Array} zoneOf zone of each cell, -1 for none
 * @property {{controller: number, rings: Int32Array[]}[]} controllers one entry for each controller that holds something, in their order
 * @property {{confidence: number, rings: Int32Array[]}[]} hatchings one entry for each confidence that occurs
 * @property {{zone: number, controllers: number[], cells: number[], rings: Int32Array[]}[]} zones one entry for each zone that is held, with who holds it
 * @property {Int32Array} fronts arcs between two different controllers
 */

/**
 * Make the areas in time from the data of the document; damaged or missing parts give fewer areas, never an error.
 *
 * @param {object} data `areas` of the document: arcs, cells, holds, changes
 * @returns {{arcs: Float64Array[], cells: object[], changes: number[], dissolve: (values: ArrayLike<number>) => {value: number, rings: Int32Array[]}[], neighbours: () => number[][], interval: (day: number) => number, holdsOf: (cell: number) => number[][], at: (day: number) => AreaState, state: (interval: number) => AreaState, hold: (cell: number, day: number) => number[]|null}}
 */
export function createTopology(data) {
  const arcs = (data?.arcs ?? []).map(decodeLine);
  const holds = data?.holds ?? [];
  const cells = (data?.cells ?? []).map((cell) => orientedCell(cell, arcs));
  const changes = data?.changes ?? changeDays(holds);
  const { starts, ends } = nodes(arcs);
  const { left, right } = sides(cells, arcs.length);
  const states = new Map();
  const startOf = (reference) => (reference < 0 ? ends[~reference] : starts[reference]);
  const endOf = (reference) => (reference < 0 ? starts[~reference] : ends[reference]);

  /** Dissolve the cells by a value each; cells with -1 belong to nothing. */
  function dissolve(values) {
    const edges = new Map();
    const add = (value, reference) => {
      if (!edges.has(value)) edges.set(value, []);
      edges.get(value).push(reference);
    };
    for (let arc = 0; arc < arcs.length; arc += 1) {
      const one = left[arc] === NONE ? NONE : values[left[arc]];
      const other = right[arc] === NONE ? NONE : values[right[arc]];
      if (one === other) continue;
      if (one !== NONE) add(one, arc);
      if (other !== NONE) add(other, ~arc);
    }
    return [...edges.keys()].sort((a, b) => a - b).map((value) => ({ value, rings: stitch(edges.get(value), startOf, endOf) }));
  }

  function build(key) {
    const day = key === 0 ? (changes[0] ?? 0) - 1 : changes[key - 1];
    const holders = new Int16Array(cells.length).fill(NONE);
    const confidences = new Int16Array(cells.length).fill(NONE);
    const zones = new Int16Array(cells.length).fill(NONE);
    for (let cell = 0; cell < cells.length; cell += 1) {
      const hold = holdOn(holds[cell], day);
      if (hold) [, , holders[cell], confidences[cell], zones[cell]] = hold;
    }
    const fronts = [];
    for (let arc = 0; arc < arcs.length; arc += 1) {
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

  function state(interval) {
    if (!states.has(interval)) states.set(interval, build(interval));
    return states.get(interval);
  }

  /** For each cell those that share an edge with it. */
  function neighbours() {
    const found = cells.map(() => new Set());
    for (let arc = 0; arc < arcs.length; arc += 1) {
      if (left[arc] === NONE || right[arc] === NONE || left[arc] === right[arc]) continue;
      found[left[arc]].add(right[arc]);
      found[right[arc]].add(left[arc]);
    }
    return found.map((cell) => [...cell]);
  }

  const interval = (day) => countUpTo(changes, day);
  return { arcs, cells, changes, dissolve, neighbours, interval, holdsOf: (cell) => holds[cell] ?? [], at: (day) => state(interval(day)), state, hold: (cell, day) => holdOn(holds[cell], day) };
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
    if (one.holders[cell] !== other.holders[cell] || one.confidences[cell] !== other.confidences[cell] || one.zoneOf[cell] !== other.zoneOf[cell]) changed.push(cell);
  }
  return changed;
}

function holdOn(holds, day) {
  return holds?.find(([start, end]) => start <= day && (end === null || day < end)) ?? null;
}

function changeDays(holds) {
  const days = new Set();
  for (const of of holds) for (const [start, end] of of ?? []) days.add(start).add(end ?? start);
  return [...days].sort((a, b) => a - b);
}

/** Turn rings so that land lies on the left of every arc, and note the box around the cell. */
function orientedCell(cell, arcs) {
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

function nodes(arcs) {
  const numbers = new Map();
  const node = (lon, lat) => {
    const key = `${Math.round(lon * 1e5)} ${Math.round(lat * 1e5)}`;
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key);
  };
  return {
    starts: arcs.map((line) => node(line[0], line[1])),
    ends: arcs.map((line) => node(line[line.length - 2], line[line.length - 1])),
  };
}

function sides(cells, count) {
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
