// What the legend must explain is what can be seen: of the areas, events and border objects of the moment only those inside the view.
import { crossingOn, postOn, wallOn } from "#timemap/border/borderstates.js";
import { groupsOf, MOST } from "#timemap/events/eventgroups.js";
import { calloutsOn } from "#timemap/labels/labels.js";
import { isWeak } from "#timemap/areas/confidence.js";
import { softParts } from "#timemap/areas/rim.js";
import { decodeLine } from "#timemap/map/geometry.js";
import { QUARTERS_FROM, reportOn } from "#timemap/quarters/snapshots.js";

/** @typedef {{west: number, south: number, east: number, north: number, zoom?: number}} Bounds */

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
 * @property {string[]} crossings states that occur
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
  const both = (key) => {
    if (!Array.isArray(one[key])) return one[key] || other[key];
    const all = [...new Set([...one[key], ...other[key]])];
    return typeof all[0] === "number" ? all.sort((a, b) => a - b) : all;
  };
  return Object.fromEntries(Object.keys(one).map((key) => [key, both(key)]));
}

/**
 * Return what can be seen on the moment inside the bounds.
 *
 * @param {{data: object, events: object, topology: object}} known
 * @param {object} state of the clock
 * @param {Bounds} bounds
 * @returns {Presence}
 */
export function presence({ data, events, topology }, state, bounds) {
  const day = state.moment;
  const until = data.knownUntil?.control ?? Infinity;
  const areas = topology.at(day);
  const holds = topology.cells.map((cell, index) => (areas.holders[index] >= 0 && meets(cell.box, bounds) ? topology.hold(index, day) : null)).filter(Boolean);
  const seen = Array.from(events.visible(state)).filter((index) => contains(bounds, events.lon[index], events.lat[index]));
  const counted = seen.length > MOST;
  const drawn = counted ? [] : seen;
  const inside = (list) => (list ?? []).filter(({ lon, lat }) => contains(bounds, lon, lat));
  return {
    controllers: distinct(holds.map(([, , controller]) => controller)),
    weak: holds.some(([, , , confidence]) => isWeak(data.confidences, confidence)),
    rim: holds.length > 0 && softRim(data).some((line) => hasPointIn(line, bounds)),
    zones: distinct(holds.map(([, , , , zone]) => zone).filter((zone) => zone >= 0)),
    lastKnown: day > until && holds.length > 0,
    counted,
    categories: distinct(drawn.map(events.mainCategory)),
    stacked: groupsOf(events).anyTogether(drawn, 256 * 2 ** bounds.zoom, state.mode !== "day"),
    wheres: [...new Set(drawn.map((index) => events.where[index]))],
    border: crosses(data.base?.border ?? NOTHING, bounds),
    wall: wallOn(data.wall ?? [], day).some((index) => crosses(lines(data.wall[index]), bounds)),
    crossings: [...new Set(inside(data.crossings).map(({ states }) => crossingOn(states, day, until).state))],
    posts: [...new Set(inside(data.posts).map((post) => [postOn(post, day), post.holder]).filter(([post]) => post !== "absent").map((post) => post.join(" ")))],
    quarters: bounds.zoom >= QUARTERS_FROM ? distinct(inside(reportOn(data.quarters ?? [], day)?.marks).map(({ controller }) => controller)) : [],
    callouts: calloutsOn(data, { ...state, hidden: [] }).some(({ lon, lat }) => contains(bounds, lon, lat)),
    focus: Boolean(data.focus) && contains(bounds, data.focus.lon, data.focus.lat),
  };
}

const NOTHING = Object.freeze([]);
const decoded = new WeakMap();
const crossed = new WeakMap();
const sections = new WeakMap();
const rims = new WeakMap();

/** Decode each line once. */
function degreesOf(line) {
  if (!decoded.has(line)) decoded.set(line, decodeLine(line));
  return decoded.get(line);
}

/** The rim where it is no border, found once. */
function softRim({ areas, base }) {
  if (!areas?.rim) return NOTHING;
  if (!rims.has(areas)) rims.set(areas, softParts(areas.rim.map(degreesOf), [...(base?.border ?? []), ...(base?.borders ?? [])].map(degreesOf)));
  return rims.get(areas);
}

/** Whether one of the lines has a point in the bounds; asked again for the same bounds it is not looked for again. */
function crosses(list, bounds) {
  const { west, south, east, north } = bounds;
  const key = `${west} ${south} ${east} ${north}`;
  if (crossed.get(list)?.key !== key) crossed.set(list, { key, found: list.some((line) => hasPointIn(degreesOf(line), bounds)) });
  return crossed.get(list).found;
}

function hasPointIn(points, bounds) {
  for (let at = 0; at < points.length; at += 2) if (contains(bounds, points[at], points[at + 1])) return true;
  return false;
}

/** The lines of a section of the wall, always the same list. */
function lines(section) {
  if (!sections.has(section)) sections.set(section, Array.isArray(section.line?.[0]) ? section.line : [section.line ?? []]);
  return sections.get(section);
}

function contains({ west, south, east, north }, lon, lat) {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

function meets([west, south, east, north], bounds) {
  return west <= bounds.east && east >= bounds.west && south <= bounds.north && north >= bounds.south;
}

function distinct(numbers) {
  return [...new Set(numbers)].sort((one, other) => one - other);
}
