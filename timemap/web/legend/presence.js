// Presence of areas, events and border objects in what is seen of the map.
import { crossingOn, postOn, wallOn } from "#timemap/border/borderstates.js";
import { groupsOf, MOST } from "#timemap/events/eventgroups.js";
import { calloutsOn } from "#timemap/labels/labels.js";
import { isWeak } from "#timemap/areas/confidence.js";
import { softParts } from "#timemap/areas/edgefade.js";
import { decodeLine } from "#timemap/map/geometry.js";
import { QUARTERS_FROM, reportOn } from "#timemap/quarters/snapshots.js";

/** @import { Context, CrossingState, EncodedLine, MapData, MapState } from "#timemap/types.d.ts" */

/** @typedef {{west: number, south: number, east: number, north: number, zoom: number}} Bounds */

/**
 * @typedef {object} Presence
 * @property {number[]} controllers
 * @property {boolean} weak whether areas are seen that rest on weak evidence
 * @property {boolean} rim whether the end of the covered region is seen where areas fade out
 * @property {number[]} zones
 * @property {boolean} lastKnown
 * @property {number[]} categories main ones, which give the symbols
 * @property {boolean} counted whether there are so many events that only their numbers are drawn
 * @property {boolean} stacked whether several events are drawn as one
 * @property {string[]} wheres how the places of the events are known
 * @property {boolean} border
 * @property {boolean} wall
 * @property {CrossingState[]} crossings states that occur
 * @property {string[]} posts states that occur, each with its holder: "standing turkey"
 * @property {number[]} quarters who held quarters that are seen, as reported
 * @property {boolean} callouts whether something is said of the day
 * @property {boolean} focus
 */

/**
 * Return what can be seen on either of two sides of the window.
 *
 * @param {Presence} one
 * @param {Presence} other
 * @returns {Presence}
 */
export function together(one, other) {
  const numbers = (/** @type {number[][]} */ ...lists) => distinct(lists.flat());
  return {
    controllers: numbers(one.controllers, other.controllers),
    weak: one.weak || other.weak,
    rim: one.rim || other.rim,
    zones: numbers(one.zones, other.zones),
    lastKnown: one.lastKnown || other.lastKnown,
    counted: one.counted || other.counted,
    categories: numbers(one.categories, other.categories),
    stacked: one.stacked || other.stacked,
    wheres: once([...one.wheres, ...other.wheres]),
    border: one.border || other.border,
    wall: one.wall || other.wall,
    crossings: once([...one.crossings, ...other.crossings]),
    posts: once([...one.posts, ...other.posts]),
    quarters: numbers(one.quarters, other.quarters),
    callouts: one.callouts || other.callouts,
    focus: one.focus || other.focus,
  };
}

/**
 * Return what can be seen on the moment inside the bounds.
 *
 * @param {Pick<Context, "data"|"events"|"topology">} known
 * @param {MapState} state
 * @param {Bounds} bounds
 * @returns {Presence}
 */
export function presence(known, state, bounds) {
  const { data } = known;
  return { ...areasIn(known, state, bounds), ...eventsIn(known, state, bounds), ...borderIn(data, state, bounds) };
}

/** @param {Pick<Context, "data"|"topology">} known @param {MapState} state @param {Bounds} bounds */
function areasIn({ data, topology }, { moment: day }, bounds) {
  const { holders } = topology.at(day);
  const holds = topology.cells.flatMap((cell, index) => {
    const hold = holders[index] >= 0 && meets(cell.box, bounds) ? topology.hold(index, day) : null;
    return hold === null ? [] : [hold];
  });
  return {
    controllers: distinct(holds.map(([, , controller]) => controller)),
    weak: holds.some(([, , , confidence]) => isWeak(data.confidences, confidence)),
    rim: holds.length > 0 && softRim(data).some((line) => hasPointIn(line, bounds)),
    zones: distinct(holds.map(([, , , , zone]) => zone).filter((zone) => zone >= 0)),
    lastKnown: day > knownUntil(data) && holds.length > 0,
  };
}

/** @param {Pick<Context, "data"|"events">} known @param {MapState} state @param {Bounds} bounds */
function eventsIn({ data, events }, state, bounds) {
  const { lon, lat } = events;
  const seen = Array.from(events.visible(state)).filter((index) => contains(bounds, lon[index], lat[index]));
  const counted = seen.length > MOST;
  const drawn = counted ? [] : seen;
  return {
    counted,
    categories: distinct(drawn.map(events.mainCategory)),
    stacked: groupsOf(events).anyTogether(drawn, 256 * 2 ** bounds.zoom, state.mode !== "day"),
    wheres: once(drawn.map((index) => events.where[index])),
    callouts: calloutsOn(data, { ...state, hidden: [] }).some((callout) => contains(bounds, callout.lon, callout.lat)),
  };
}

/** @param {MapData} data @param {MapState} state @param {Bounds} bounds */
function borderIn(data, { moment: day }, bounds) {
  const { focus, wall = [] } = data;
  const isIn = (/** @type {{lon: number, lat: number}} */ { lon, lat }) => contains(bounds, lon, lat);
  const until = knownUntil(data);
  const crossings = (data.crossings ?? []).filter(isIn);
  const posts = (data.posts ?? []).filter(isIn).map((post) => ({ state: postOn(post, day), holder: post.holder }));
  const marks = bounds.zoom >= QUARTERS_FROM ? reportOn(data.quarters ?? [], day)?.marks ?? [] : [];
  return {
    border: crosses(data.base?.border ?? NOTHING, bounds),
    wall: wallOn(wall, day).some((index) => crosses(wall[index].line, bounds)),
    crossings: once(crossings.map(({ states }) => crossingOn(states, day, until).state)),
    posts: once(posts.filter(({ state }) => state !== "absent").map(({ state, holder }) => `${state} ${holder}`)),
    quarters: distinct(marks.filter(isIn).map(({ controller }) => controller)),
    focus: Boolean(focus && isIn(focus)),
  };
}

/** @param {MapData} data */
function knownUntil(data) {
  return data.knownUntil?.control ?? Infinity;
}

/** @type {EncodedLine[]} */
const NOTHING = [];
/** @type {WeakMap<EncodedLine, Float64Array>} */
const decoded = new WeakMap();
/** @type {WeakMap<EncodedLine[], {key: string, found: boolean}>} */
const crossed = new WeakMap();
/** @type {WeakMap<MapData["areas"], Float64Array[]>} */
const rims = new WeakMap();

/**
 * Decode a line, each once.
 *
 * @param {EncodedLine} line
 */
function degreesOf(line) {
  const known = decoded.get(line) ?? decodeLine(line);
  decoded.set(line, known);
  return known;
}

/**
 * Return the rim where it is no border, found once.
 *
 * @param {MapData} data
 */
function softRim({ areas, base }) {
  if (!areas?.rim) return [];
  const borders = [...(base?.border ?? []), ...(base?.borders ?? [])];
  const known = rims.get(areas) ?? softParts(areas.rim.map(degreesOf), borders.map(degreesOf));
  rims.set(areas, known);
  return known;
}

/**
 * Return whether a line has a point in the bounds. The last answer is kept.
 *
 * @param {EncodedLine[]} list
 * @param {Bounds} bounds
 */
function crosses(list, bounds) {
  const { west, south, east, north } = bounds;
  const key = `${west} ${south} ${east} ${north}`;
  const last = crossed.get(list);
  if (last?.key === key) return last.found;
  const found = list.some((line) => hasPointIn(degreesOf(line), bounds));
  crossed.set(list, { key, found });
  return found;
}

/** @param {Float64Array} points @param {Bounds} bounds */
function hasPointIn(points, bounds) {
  for (let at = 0; at < points.length; at += 2) if (contains(bounds, points[at], points[at + 1])) return true;
  return false;
}

/** @param {Bounds} bounds @param {number} lon @param {number} lat */
function contains({ west, south, east, north }, lon, lat) {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** @param {[number, number, number, number]} box @param {Bounds} bounds */
function meets([west, south, east, north], bounds) {
  return west <= bounds.east && east >= bounds.west && south <= bounds.north && north >= bounds.south;
}

/** @param {number[]} numbers */
function distinct(numbers) {
  return once(numbers).sort((one, other) => one - other);
}

/**
 * Return each value once.
 *
 * @template Value
 * @param {Value[]} values
 */
function once(values) {
  return [...new Set(values)];
}
