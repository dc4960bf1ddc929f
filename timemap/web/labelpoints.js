// Which points carry a name, of what kind and from which zoom on: settled once, from the towns and places of the data.

import { worldX, worldY } from "#timemap/geometry.js";

const SAME = 1.2e-4; // of the world: some 4 km; two points with one name nearer than this are one place
const NEAR = 2.5e-5; // some 800 m; nearer than this they are one place whatever their names
const VILLAGES_FROM = 10;

/**
 * @typedef {object} LabelPoint
 * @property {string} id
 * @property {"city" | "town" | "village"} kind in the size of its name
 * @property {Record<string, string>} names
 * @property {number} x world coordinates
 * @property {number} y
 * @property {number} from first zoom at which it is named
 * @property {number} order smaller is more important
 */

/**
 * Return the points to be named, most important first; the focus is not among them, it is marked by itself.
 *
 * @param {{base: {towns: any[]}, places?: any[], focus: {lon: number, lat: number, names: Record<string, string>}}} data
 * @returns {LabelPoint[]}
 */
export function labelPoints({ base, places = [], focus }) {
  const known = places.map(({ names, lon, lat }) => ({ names, x: worldX(lon), y: worldY(lat) }));
  const found = [{ names: focus.names, x: worldX(focus.lon), y: worldY(focus.lat) }];
  const towns = [...base.towns].sort((one, other) => one.rank - other.rank);
  for (const { names, lon, lat, rank } of towns) {
    const town = { id: `town ${found.length}`, kind: kindOf(rank), names, x: worldX(lon), y: worldY(lat), from: firstZoom(rank), order: rank };
    const place = known.find((other) => isSame(town, other));
    add(found, { ...town, names: { ...place?.names, ...names } });
  }
  for (const { id, names, lon, lat, kind } of places) {
    if (!isNamed(kind)) continue;
    add(found, { id: `place ${id}`, kind: "village", names, x: worldX(lon), y: worldY(lat), from: VILLAGES_FROM + (kind === "village" ? 1 : 0), order: kind === "village" ? 7 : 6 });
  }
  return found.slice(1);
}

function add(found, point) {
  if (!found.some((other) => isSame(point, other))) found.push(point);
}

function isSame(one, other) {
  const apart = Math.hypot(one.x - other.x, one.y - other.y);
  return apart < NEAR || (apart < SAME && Object.entries(one.names).some(([language, name]) => name && name === other.names[language]));
}

/** Quarters belong to their town and crossings to the border: neither is named as a place. */
function isNamed(kind) {
  return !/crossing|district-of-city/.test(kind);
}

function kindOf(rank) {
  return rank <= 2 ? "city" : "town";
}

/**
 * Return the first zoom at which a town of a rank is named.
 *
 * @param {number} rank 1 for the largest
 * @returns {number}
 */
export function firstZoom(rank) {
  return Math.max(5, 5 + rank);
}
