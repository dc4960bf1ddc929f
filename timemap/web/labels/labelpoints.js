// Points that carry a name, with its kind and first zoom. They are settled once, from towns and places.

import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { worldX, worldY } from "#timemap/map/geometry.js";
import { shortName } from "#timemap/labels/names.js";

/** @import {BaseMap, LonLat, MapData, Names, Place} from "#timemap/types.d.ts" */

const SAME = 1.2e-4; // of the world: some 4 km; two points with one name nearer than this are one place
const NEAR = 2.5e-5; // some 800 m; nearer than this they are one place whatever their names

/** @typedef {"city" | "town" | "village"} PointKind size of a name */
/** @typedef {Readonly<{kind: PointKind, from: number, order: number}>} Manner first zoom and importance of a name */

/** Manners by kind of the place, and by rank of towns that carry no holds of their own. */
const { unnamed: UNNAMED, ...MANNERS } = tokens.places;
const KINDS = /** @type {Readonly<Record<string, Manner>>} */ (MANNERS.kinds);
const RANKS = /** @type {Readonly<Record<string, Manner>>} */ (MANNERS.ranks);
const OTHER = /** @type {Manner} */ (MANNERS.otherKind);
const SMALL = /** @type {Manner} */ (MANNERS.otherRank);

/**
 * @typedef {object} LabelPoint
 * @property {string} id
 * @property {PointKind} kind
 * @property {Names} names
 * @property {number} x world coordinates
 * @property {number} y
 * @property {number} from first zoom at which it is named
 * @property {number} order smaller is more important
 * @property {number} first rank among those that the story is about, named at every zoom and before others; 0 for none
 */

/**
 * Return the points to be named inside the bounds of the map.
 *
 * The most important come first. The focus is not among them, it is marked by itself.
 *
 * @param {Pick<MapData, "bounds"|"focus"> & {base: Pick<BaseMap, "towns">, places?: Place[]}} data
 * @returns {LabelPoint[]}
 */
export function labelPoints({ base, bounds, places = [], focus }) {
  const named = places.filter(({ kind }) => isNamed(kind))
    .map((place) => pointOf(place, `place ${place.id}`, KINDS[place.kind] ?? OTHER));
  const towns = base.towns.map((town, index) => pointOf(town, `town ${index}`, RANKS[town.rank] ?? SMALL));
  const found = focus ? [pointOf(focus, "focus", OTHER)] : [];
  for (const point of [...named, ...towns].sort((one, other) => one.order - other.order)) add(found, point);
  const [[south, west], [north, east]] = bounds;
  const [left, top, right, bottom] = [worldX(west), worldY(north), worldX(east), worldY(south)];
  return found.filter(({ id, x, y }) => id !== "focus" && x >= left && x <= right && y >= top && y <= bottom);
}

/** @type {(place: LonLat & {names: Names, first?: number}, id: string, manner: Manner) => LabelPoint} */
function pointOf({ names, lon, lat, first = 0 }, id, manner) {
  return { id, names, x: worldX(lon), y: worldY(lat), ...manner, first, ...(first ? { from: 0 } : {}) };
}

/** Add a point, or only its further names. @type {(found: LabelPoint[], point: LabelPoint) => void} */
function add(found, point) {
  const there = found.find((other) => isSame(point, other));
  if (there === undefined) found.push(point);
  else there.names = { ...point.names, ...there.names };
}

/** @type {(one: LabelPoint, other: LabelPoint) => boolean} */
function isSame(one, other) {
  if (Math.abs(one.x - other.x) >= SAME || Math.abs(one.y - other.y) >= SAME) return false; // as nearly all are
  const apart = Math.hypot(one.x - other.x, one.y - other.y);
  const names = Object.entries(one.names);
  const isShared = names.some(([language, name]) => name && shortName(name) === shortName(other.names[language] ?? ""));
  return apart < NEAR || (apart < SAME && isShared);
}

/** Quarters belong to their town, crossings to the border. Neither is named. @param {string} kind */
function isNamed(kind) {
  return !UNNAMED.some((other) => kind.includes(other));
}
