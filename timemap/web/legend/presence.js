// Presence of areas, events and signs in what is seen of the map.
import { groupsOf } from "#timemap/events/eventgroups.js";
import { isWeak } from "#timemap/areas/confidence.js";
import { softParts } from "#timemap/areas/edgefade.js";
import { isOwn } from "#timemap/own/ownwords.js";
import { degreesOf, hasPointIn, meets } from "#timemap/legend/inview.js";
import { worldX, worldY } from "#timemap/map/geometry.js";
import { SIGNS } from "#timemap/legend/signs.js";

/** @import { Context, MapData, MapState } from "#timemap/types.d.ts" */
/** @import { Bounds } from "#timemap/legend/inview.js" */

/**
 * @typedef {{controllers: number[], zones: number[]}} AreaKinds
 *
 * @typedef {object} Presence
 * @property {number[]} controllers
 * @property {boolean} weak whether areas are seen that rest on weak evidence
 * @property {boolean} rim whether the end of the covered region is seen where areas fade out
 * @property {number[]} zones
 * @property {AreaKinds} documented of these, what is seen on a day that is documented
 * @property {AreaKinds} lastKnown and what is seen, greyed, on a later day
 * @property {number[]} categories main ones, which give the symbols
 * @property {boolean} counted whether there are so many events that only their numbers are drawn
 * @property {boolean} stacked whether several events are drawn as one
 * @property {string[]} wheres how the places of the events are known
 * @property {boolean} own whether own events are seen
 * @property {Record<string, string[]>} signs states that are in view of each sign, by its name
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
  const kinds = (/** @type {AreaKinds} */ left, /** @type {AreaKinds} */ right) => ({
    controllers: numbers(left.controllers, right.controllers),
    zones: numbers(left.zones, right.zones),
  });
  return {
    controllers: numbers(one.controllers, other.controllers),
    weak: one.weak || other.weak,
    rim: one.rim || other.rim,
    zones: numbers(one.zones, other.zones),
    documented: kinds(one.documented, other.documented),
    lastKnown: kinds(one.lastKnown, other.lastKnown),
    counted: one.counted || other.counted,
    categories: numbers(one.categories, other.categories),
    stacked: one.stacked || other.stacked,
    wheres: once([...one.wheres, ...other.wheres]),
    own: one.own || other.own,
    signs: signsBy((name) => [...one.signs[name], ...other.signs[name]]),
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
  const signs = signsBy((name) => SIGNS[name].seen(data, state, bounds));
  return { ...areasIn(known, state, bounds), ...eventsIn(known, state, bounds), signs };
}

/** @param {Pick<Context, "data"|"topology">} known @param {MapState} state @param {Bounds} bounds */
function areasIn({ data, topology }, { moment: day }, bounds) {
  const { holders } = topology.at(day);
  const holds = topology.cells.flatMap((cell, index) => {
    const hold = holders[index] >= 0 && meets(cell.box, bounds) ? topology.hold(index, day) : null;
    return hold === null ? [] : [hold];
  });
  const controllers = distinct(holds.map(([, , controller]) => controller));
  const zones = distinct(holds.map(([, , , , zone]) => zone).filter((zone) => zone >= 0));
  const none = { controllers: [], zones: [] };
  const isLater = day > knownUntil(data);
  return {
    controllers,
    weak: holds.some(([, , , confidence]) => isWeak(data.confidences, confidence)),
    rim: holds.length > 0 && softRim(data).some((line) => hasPointIn(line, bounds)),
    zones,
    documented: isLater ? none : { controllers, zones },
    lastKnown: isLater ? { controllers, zones } : none,
  };
}

/** @param {Pick<Context, "events">} known @param {MapState} state @param {Bounds} bounds */
function eventsIn({ events }, state, bounds) {
  const scale = 256 * 2 ** bounds.zoom;
  /** @type {[number, number, number, number]} */
  const box = [worldX(bounds.west), worldY(bounds.north), worldX(bounds.east), worldY(bounds.south)];
  const visible = events.visible(state);
  const seen = groupsOf(events).drawnIn(visible, box, scale);
  const drawn = Array.from(seen ?? []);
  return {
    counted: seen === null,
    categories: distinct(drawn.map(events.mainCategory)),
    stacked: groupsOf(events).anyTogether(drawn, scale, state.mode !== "day"),
    wheres: once(drawn.map((index) => events.where.at(index))),
    own: events.own !== undefined && (seen ?? visible).some((index) => isOwn(events, index)),
  };
}

/**
 * Return states of every sign by its name, each state once.
 *
 * @param {(name: string) => string[]} statesOf
 * @returns {Presence["signs"]}
 */
function signsBy(statesOf) {
  return Object.fromEntries(Object.keys(SIGNS).map((name) => [name, once(statesOf(name))]));
}

/** @param {MapData} data */
function knownUntil(data) {
  return data.knownUntil?.control ?? Infinity;
}

/** @type {WeakMap<MapData["areas"], Float64Array[]>} */
const rims = new WeakMap();

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
