// Ground under the areas: countries, rivers, lakes and towns.
// It is made when it is first asked for, and then kept.

import { createAreaFinder } from "#timemap/areas/areaof.js";
import { boxOf, decodeLine, inside } from "#timemap/map/geometry.js";
import { DIRECTIONS, distanceOf, planeAt, pointsAlong } from "#timemap/textmap/measures.js";

/** @import { Box, LonLat, MapData, Names, Topology } from "#timemap/types.d.ts" */

/** @typedef {LonLat & {names: Names, kind: string, country: string, rank: number}} Spot `rank` 1 is the largest */
/** @typedef {{names: Names, points: (LonLat & {km: number, cell: number})[]}} Water a river, or the shore of a lake */
/** @typedef {ReturnType<typeof createLand>} Land */

const TOWNS = ["city", "town"];
const STEP = 1; // km along rivers and shores

/**
 * Make the ground of the document.
 *
 * @param {Pick<MapData, "base"|"places"|"bounds">} data
 * @param {Topology} topology
 */
export function createLand({ base, places, bounds }, topology) {
  const finder = createAreaFinder(topology);
  const home = base.homeCode ?? "";
  const countries = (base.countries ?? []).map(({ iso, name, rings }) => {
    const lines = rings.map(decodeLine);
    return { iso, name, lines, box: boxOf(lines) };
  });
  const extent = extentOf(bounds, countries.map(({ box }) => box));
  /** @type {Spot[]} */
  const spots = places.filter(({ kind }) => kind !== "crossing").map((place) => ({ ...place, country: home, rank: 1 }));
  /** @type {Spot[]} */
  const towns = [
    ...spots.filter(({ kind }) => TOWNS.includes(kind)),
    ...(base.towns ?? []).map((town) => ({ ...town, kind: "town" })),
  ];
  const near = [...spots, ...towns.filter((town) => !spots.includes(town))];

  /** @param {ArrayLike<number>} line */
  const alongCells = (line) =>
    pointsAlong(line, STEP).map((point) => ({ ...point, cell: finder.cellAt(point.lon, point.lat) }));

  /** @type {(shapes: {names?: Names, lines: number[][]}[]) => Water[]} */
  function waters(shapes) {
    /** @type {Map<string, Water>} */
    const found = new Map();
    for (const { names, lines } of shapes) {
      if (!names?.en) continue;
      const water = found.get(names.en) ?? { names, points: [] };
      found.set(names.en, water);
      water.points.push(...lines.flatMap((line) => alongCells(decodeLine(line))));
    }
    return [...found.values()].filter(({ points }) => points.some(({ cell }) => cell >= 0));
  }

  const lakes = kept(() => (base.lakes ?? []).filter(({ name }) => name).map(({ name, names, rings }) => {
    const lines = rings.map(decodeLine);
    return { names: names ?? { en: name }, lines, box: boxOf(lines) };
  }));

  return {
    finder,
    extent,
    /** Code of the country of our own places, as towns have it. */
    home,
    /** Name of that country; empty where the base map does not say. */
    homeName: countries.find(({ iso }) => iso === base.home)?.name ?? "",
    towns,
    spots: near,
    rivers: kept(() => waters((base.rivers ?? []).map(({ names, name, line }) => (
      { names: names ?? { en: name }, lines: [line] })))),
    lakes: kept(() => waters((base.lakes ?? []).map(({ names, name, rings }) => (
      { names: names ?? { en: name }, lines: rings })))),
    border: kept(() => (base.border ?? []).map((line) => decodeLine(line))),
    /**
     * Return what a point lies on. Water without a country is the sea only within the extent of the base map.
     *
     * @param {LonLat} point
     * @returns {{kind: "edge"|"sea"|"unknown"|"home"|"state", name: string}} `name` is that of another state
     */
    groundAt({ lon, lat }) {
      const none = { name: "" };
      if (!isWithin(extent, { lon, lat })) return { ...none, kind: "edge" };
      if (countries.length === 0) return { ...none, kind: "unknown" };
      const country = countries.find(({ box, lines }) => isWithin(box, { lon, lat }) && inside(lines, lon, lat));
      if (!country) return { ...none, kind: "sea" };
      return country.iso === base.home ? { ...none, kind: "home" } : { kind: "state", name: country.name };
    },
    /** Return the lake with a name that a point lies in. @param {LonLat} point */
    lakeAt: (point) => (
      lakes().find(({ box, lines }) => isWithin(box, point) && inside(lines, point.lon, point.lat)) ?? null),
  };
}

/**
 * Return the part of the bounds that the base map covers.
 *
 * @param {MapData["bounds"]} bounds
 * @param {Box[]} boxes of the countries
 * @returns {Box} all of the bounds where there are no countries
 */
function extentOf([[south, west], [north, east]], boxes) {
  if (boxes.length === 0) return [west, south, east, north];
  const sides = (/** @type {0|1|2|3} */ side) => boxes.map((box) => box[side]);
  return [
    Math.max(west, Math.min(...sides(0))), Math.max(south, Math.min(...sides(1))),
    Math.min(east, Math.max(...sides(2))), Math.min(north, Math.max(...sides(3))),
  ];
}

/**
 * Return whether a point lies in a box or on its rim.
 *
 * @param {Box} box
 * @param {LonLat} point
 */
export function isWithin([west, south, east, north], { lon, lat }) {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/**
 * Keep what is made when it is first asked for.
 *
 * @template Made
 * @param {() => Made} make
 * @returns {() => Made}
 */
function kept(make) {
  /** @type {{made: Made}|null} */
  let known = null;
  return () => {
    known ??= { made: make() };
    return known.made;
  };
}

/**
 * Return the nearest of some places, and how far it is.
 *
 * @template {LonLat} Place
 * @param {LonLat} point
 * @param {Place[]} places
 * @returns {{place: Place, km: number}|null}
 */
export function nearestOf(point, places) {
  let best = null;
  for (const place of places) {
    const km = distanceOf(point, place);
    if (best === null || km < best.km) best = { place, km };
  }
  return best;
}

/**
 * Return the nearest point of some lines, and how far it is.
 *
 * @param {LonLat} point
 * @param {ArrayLike<number>[]} lines lon, lat, lon, lat ...
 * @param {boolean} [closed] whether each line ends where it begins
 * @returns {{place: LonLat, km: number}|null}
 */
export function nearestOn(point, lines, closed = false) {
  const plane = planeAt(point);
  let best = { x: Infinity, y: Infinity, square: Infinity };
  for (const line of lines) {
    for (let at = closed ? 0 : 2; at < line.length; at += 2) {
      const before = at === 0 ? line.length - 2 : at - 2;
      const [from, to] = [plane.to(line[before], line[before + 1]), plane.to(line[at], line[at + 1])];
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const share = Math.min(1, Math.max(0, -(from.x * dx + from.y * dy) / (dx * dx + dy * dy || 1)));
      const [x, y] = [from.x + share * dx, from.y + share * dy];
      const square = x * x + y * y;
      if (square < best.square) best = { x, y, square };
    }
  }
  return best.square === Infinity ? null : { place: plane.back(best.x, best.y), km: Math.sqrt(best.square) };
}

/**
 * Return the direction, one of eight, in which lines are met first.
 *
 * @param {LonLat} point
 * @param {ArrayLike<number>[]} lines lon, lat, lon, lat ...
 * @returns {{direction: number, km: number}|null} null where no direction meets them
 */
export function firstMet(point, lines) {
  const plane = planeAt(point);
  const ways = DIRECTIONS.map((_, direction) => {
    const turn = (direction * Math.PI) / 4;
    return { direction, east: Math.sin(turn), north: Math.cos(turn), km: Infinity };
  });
  for (const line of lines) {
    for (let at = 2; at < line.length; at += 2) {
      const [from, to] = [plane.to(line[at - 2], line[at - 1]), plane.to(line[at], line[at + 1])];
      for (const way of ways) way.km = Math.min(way.km, metAfter(from, to, way));
    }
  }
  const { direction, km } = ways.reduce((best, way) => (way.km < best.km ? way : best));
  return km === Infinity ? null : { direction, km };
}

/** @typedef {{x: number, y: number}} Flat */
/** @type {(from: Flat, to: Flat, way: {east: number, north: number}) => number} infinite where it does not meet */
function metAfter(from, to, { east, north }) {
  const side = (/** @type {Flat} */ { x, y }) => x * north - y * east; // to the right of the way
  const [one, other] = [side(from), side(to)];
  if (one > 0 === other > 0) return Infinity;
  const share = one / (one - other);
  const km = (from.x + share * (to.x - from.x)) * east + (from.y + share * (to.y - from.y)) * north;
  return km >= 0 ? km : Infinity;
}
