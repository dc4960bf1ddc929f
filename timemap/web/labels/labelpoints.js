// Which points carry a name, of what kind and from which zoom on: settled once, from the towns and places of the data.

import { worldX, worldY } from "#timemap/map/geometry.js";
import { shortName } from "#timemap/labels/names.js";

const SAME = 1.2e-4; // of the world: some 4 km; two points with one name nearer than this are one place
const NEAR = 2.5e-5; // some 800 m; nearer than this they are one place whatever their names

/** How places are named by their kind: size of the name, first zoom, importance; kinds that are not here are named as other places. */
const KINDS = Object.freeze({
  city: { kind: "city", from: 7, order: 1 },
  town: { kind: "town", from: 9, order: 3 },
  village: { kind: "village", from: 11, order: 7 },
});
const OTHER = Object.freeze({ kind: "village", from: 10, order: 6 });

/** Towns that carry no holds of their own, by rank. */
const RANKS = Object.freeze({
  1: { kind: "city", from: 6, order: 0 },
  2: { kind: "city", from: 7, order: 2 },
  3: { kind: "town", from: 8, order: 4 },
});
const SMALL = Object.freeze({ kind: "town", from: 9, order: 5 });

/**
 * @typedef {object} LabelPoint
 * @property {string} id
 * @property {"city" | "town" | "village"} kind in the size of its name
 * @property {Record<string, string>} names
 * @property {number} x world coordinates
 * @property {number} y
 * @property {number} from first zoom at which it is named
 * @property {number} order smaller is more important
 * @property {number} first its rank among those that are named at every zoom and before others, as the story is about them; 0 for others
 */

/**
 * Return the points to be named inside the bounds of the map, most important first; the focus is not among them, it is marked by itself.
 *
 * @param {{base: {towns: any[]}, bounds: [[number, number], [number, number]], places?: any[], focus: {lon: number, lat: number, names: Record<string, string>} | null}} data
 * @returns {LabelPoint[]}
 */
export function labelPoints({ base, bounds, places = [], focus }) {
  const named = places.filter(({ kind }) => isNamed(kind)).map((place) => pointOf(place, `place ${place.id}`, KINDS[place.kind] ?? OTHER));
  const towns = base.towns.map((town, index) => pointOf(town, `town ${index}`, RANKS[town.rank] ?? SMALL));
  const found = focus ? [pointOf(focus, "focus", OTHER)] : [];
  for (const point of [...named, ...towns].sort((one, other) => one.order - other.order)) add(found, point);
  const [[south, west], [north, east]] = bounds;
  return found.filter(({ id, x, y }) => id !== "focus" && x >= worldX(west) && x <= worldX(east) && y >= worldY(north) && y <= worldY(south));
}

function pointOf({ names, lon, lat, first = 0 }, id, manner) {
  return { id, names, x: worldX(lon), y: worldY(lat), ...manner, first, ...(first ? { from: 0 } : {}) };
}

/** Add a point, or only its further names where the place is there already. */
function add(found, point) {
  const there = found.find((other) => isSame(point, other));
  if (there === undefined) found.push(point);
  else there.names = { ...point.names, ...there.names };
}

function isSame(one, other) {
  if (Math.abs(one.x - other.x) >= SAME || Math.abs(one.y - other.y) >= SAME) return false; // as nearly all are
  const apart = Math.hypot(one.x - other.x, one.y - other.y);
  return apart < NEAR || (apart < SAME && Object.entries(one.names).some(([language, name]) => name && shortName(name) === shortName(other.names[language] ?? "")));
}

/** Quarters belong to their town and crossings to the border: neither is named as a place. */
function isNamed(kind) {
  return !/crossing|district-of-city/.test(kind);
}
