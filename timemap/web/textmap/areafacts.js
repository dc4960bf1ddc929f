// Facts of each area on a day.
// They are its size, its shape, what it meets, what lies in it, and how sure it is.

import { ringPoints } from "#timemap/areas/arcs.js";
import { sizeOf } from "#timemap/areas/areaof.js";
import { evidenceOf } from "#timemap/areas/evidence.js";
import { nearestOf, nearestOn } from "#timemap/textmap/land.js";
import { shapeOf } from "#timemap/textmap/shape.js";
import { addMonths } from "#timemap/time/dates.js";

/** @import { Day, LonLat, MapData, Place, Topology } from "#timemap/types.d.ts" */
/** @import { Area } from "#timemap/areas/areaof.js" */
/** @import { Land, Spot, Water } from "#timemap/textmap/land.js" */
/** @import { createOutlines, Meeting } from "#timemap/textmap/outline.js" */
/** @import { Shape } from "#timemap/textmap/shape.js" */

/**
 * @typedef {object} AreaFacts
 * @property {Area} area
 * @property {number} km2
 * @property {number} share of all cells
 * @property {Shape} shape
 * @property {Meeting[]} meetings the longest first
 * @property {{place: Spot, km: number}|null} near town nearest to its middle
 * @property {number} part of the whole: 0 to 8, row by row from the north-west
 * @property {Place[]} cities
 * @property {Place[]} towns those with the largest cells first
 * @property {{water: Water, km: number}[]} rivers
 * @property {Water[]} lakes
 * @property {{inside: boolean, km: number, place: LonLat}|null} focus nearest point of it to the focus
 * @property {number[]} shares of its size, by confidence
 * @property {Day} since infinite where there is no evidence
 * @property {boolean} sinceBefore whether it began before what is known
 * @property {boolean} whole whether all of it has been held since then
 * @property {{controller: number, km2: number}[]} gained what others held a month before, the largest first
 */

const NONE = -1;
const KEPT = 60;
const RIVER = 2; // km of a river in an area, at the least

/**
 * Make what tells the facts of areas.
 *
 * @param {{data: MapData, topology: Topology, land: Land, outlines: ReturnType<typeof createOutlines>}} known
 */
export function createAreaFacts({ data, topology, land, outlines }) {
  /** @type {Map<string, {rings: Float64Array[], shape: Shape}>} */
  const shapes = new Map();
  const whole = topology.cells.reduce((sum, { km2 }) => sum + km2, 0);
  const box = wholeBox(topology);

  /** @param {number[]} cells */
  function shapeFor(cells) {
    const key = cells.join(" ");
    const known = shapes.get(key);
    if (known) return known;
    const members = new Set(cells);
    const [land0] = topology.dissolve(topology.cells.map((_, at) => (members.has(at) ? 0 : NONE)));
    const rings = (land0?.rings ?? []).map((ring) => Float64Array.from(ringPoints(topology.arcs, ring)));
    if (shapes.size >= KEPT) shapes.delete([...shapes.keys()][0]);
    const made = { rings, shape: shapeOf(rings) };
    shapes.set(key, made);
    return made;
  }

  /** @type {(cells: number[], kinds: string[]) => Place[]} */
  const placesIn = (cells, kinds) => cells.flatMap((cell) => {
    const place = data.places[topology.cells[cell].place];
    return place && kinds.includes(place.kind) ? [{ place, km2: topology.cells[cell].km2 }] : [];
  }).sort((one, other) => other.km2 - one.km2).map(({ place }) => place);

  /** @type {(area: Area, rings: Float64Array[]) => AreaFacts["focus"]} */
  function focusOf({ cells }, rings) {
    const { focus } = data;
    if (!focus) return null;
    const nearest = nearestOn(focus, rings, true);
    return nearest && { ...nearest, inside: cells.includes(land.finder.cellAt(focus.lon, focus.lat)) };
  }

  /** @type {(area: Area, day: Day) => AreaFacts} */
  function of(area, day) {
    const { cells } = area;
    const { rings, shape } = shapeFor(cells);
    const { shares, since, sinceBefore, places } = evidenceOf(data.evidence ?? {}, topology, area, day);
    const members = new Set(cells);
    const isHere = (/** @type {{cell: number}} */ { cell }) => members.has(cell);
    const km2 = sizeOf(topology, cells);
    return {
      area, km2, share: km2 / whole, shape, shares, since, sinceBefore,
      whole: places.every((place) => place.since === since),
      meetings: outlines.of(cells, topology.at(day), shape),
      near: nearestOf(shape.middle, land.towns),
      part: partOf(box, shape.middle),
      cities: placesIn(cells, ["city"]),
      towns: placesIn(cells, ["town"]),
      rivers: land.rivers().map((water) => ({ water, km: water.points.filter(isHere).length }))
        .filter(({ km }) => km >= RIVER).sort((one, other) => other.km - one.km),
      lakes: land.lakes().filter(({ points }) => points.some(isHere)),
      focus: focusOf(area, rings),
      gained: gainedIn(topology, area, day),
    };
  }

  return { of, whole, shapeFor };
}

/**
 * Return what of an area others held a month before, the largest first.
 *
 * @param {Topology} topology
 * @param {Area} area
 * @param {Day} day
 * @returns {{controller: number, km2: number}[]} none where the record does not reach so far
 */
function gainedIn(topology, { controller, cells }, day) {
  /** @type {Map<number, number>} */
  const sums = new Map();
  const before = addMonths(day, -1);
  if (before < topology.changes[0]) return [];
  for (const cell of cells) {
    const holder = topology.hold(cell, before)?.[2] ?? NONE;
    if (holder !== controller) sums.set(holder, (sums.get(holder) ?? 0) + topology.cells[cell].km2);
  }
  return [...sums].map(([holder, km2]) => ({ controller: holder, km2 })).sort((one, other) => other.km2 - one.km2);
}

/** @param {Topology} topology @returns {[number, number, number, number]} */
function wholeBox({ cells }) {
  const at = (/** @type {0|1|2|3} */ side) => cells.map(({ box }) => box[side]).filter(Number.isFinite);
  return [Math.min(...at(0)), Math.min(...at(1)), Math.max(...at(2)), Math.max(...at(3))];
}

/** @type {(box: number[], point: LonLat) => number} ninth of a box, row by row from the north-west */
function partOf([west, south, east, north], { lon, lat }) {
  const third = (/** @type {number} */ share) => Math.min(2, Math.max(0, Math.floor(share * 3)));
  return third((north - lat) / (north - south)) * 3 + third((lon - west) / (east - west));
}
