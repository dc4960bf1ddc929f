// Events that would cover each other at a zoom form a group; where too many are in view they are counted into cells. Neither depends on how the map is panned.
import { worldX, worldY } from "#timemap/map/geometry.js";

/** Symbols nearer to each other than this, in pixels, are one group. */
const TOGETHER = 13;
/** And where more than one day's are seen, which would pile up: as soon as their symbols touch. */
const TOGETHER_OF_MANY_DAYS = 22;
/** Side of a counted cell in pixels. */
export const CELL = 24;
/** More events in the window of the map than this are counted into cells. */
export const MOST = 2000;

const KEPT_ZOOMS = 4;

/**
 * @typedef {object} Group
 * @property {number} x of its topmost event, or of the spot of most of many days, in canvas pixels
 * @property {number} y
 * @property {number[]} members indices of events, the topmost last
 */

/**
 * @typedef {object} Crowd what is to be drawn: groups, or cells where there are too many
 * @property {Group[]} groups the topmost last
 * @property {{columns: number, left: number, top: number, counts: Int32Array}|null} cells
 * @property {number} inView how many events lie in the view
 */

const groupings = new WeakMap();

/**
 * Return the grouping of events, made once: map and legend speak of the same groups.
 *
 * @param {object} events
 * @returns {ReturnType<typeof createEventGroups>}
 */
export function groupsOf(events) {
  if (!groupings.has(events)) groupings.set(events, createEventGroups(events));
  return groupings.get(events);
}

/**
 * Make the grouping of events.
 *
 * @param {{count: number, lon: ArrayLike<number>, lat: ArrayLike<number>, spot: Int32Array}} events
 * @returns {{x: Float64Array, y: Float64Array, crowd: (visible: Int32Array, view: object, selected: number, own?: Int32Array|null, ofManyDays?: boolean) => Crowd, inCell: (visible: Int32Array, view: object, x: number, y: number) => number[], anyTogether: (indices: number[], scale: number, ofManyDays?: boolean) => boolean}}
 */
export function createEventGroups(events) {
  const x = Float64Array.from(events.lon, worldX);
  const y = Float64Array.from(events.lat, worldY);
  const kept = new Map();

  /** Number of the group of each event at a zoom. */
  function groupsAt(scale, ofManyDays) {
    const key = `${scale} ${ofManyDays}`;
    if (!kept.has(key)) {
      if (kept.size >= KEPT_ZOOMS) kept.delete(kept.keys().next().value);
      kept.set(key, merge(events, x, y, scale / (ofManyDays ? TOGETHER_OF_MANY_DAYS : TOGETHER)));
    }
    return kept.get(key);
  }

  function within(visible, [west, north, east, south]) {
    const found = new Int32Array(visible.length);
    let size = 0;
    for (const index of visible) {
      if (x[index] >= west && x[index] <= east && y[index] >= north && y[index] <= south) found[size++] = index;
    }
    return found.subarray(0, size);
  }

  /** Own events, those of the day, lie over those of other days; null for no difference. Those of many days gather into fewer groups, where most of them are. */
  function crowd(visible, view, selected, own = null, ofManyDays = false) {
    const here = within(visible, view.box);
    const seen = view.seen.map((pixel, side) => (pixel + (side % 2 === 0 ? view.originX : view.originY)) / view.scale);
    if (here.length > MOST && within(here, seen).length > MOST) return { groups: [], cells: count(here, view), inView: here.length };
    const groupOf = groupsAt(view.scale, ofManyDays);
    const groups = new Map();
    for (const index of here) {
      const known = groups.get(groupOf[index]);
      if (known) known.push(index);
      else groups.set(groupOf[index], [index]);
    }
    const rank = rankOf(events.spot.length, selected, own);
    const list = [...groups].map(([group, members]) => {
      if (own !== null || groupOf[selected] === group) members.sort((one, other) => rank(one) - rank(other)); // else they stand in order
      const topmost = members[members.length - 1];
      const top = ofManyDays && topmost !== selected ? commonest(members) : topmost;
      return { x: x[top] * view.scale - view.originX, y: y[top] * view.scale - view.originY, members };
    });
    const last = ({ members }) => rank(members[members.length - 1]);
    list.sort((one, other) => last(one) - last(other));
    return { groups: list, cells: null, inView: here.length };
  }

  /** The last of the events at the spot that most of them share. */
  function commonest(members) {
    const counts = new Map();
    for (const index of members) counts.set(events.spot[index], (counts.get(events.spot[index]) ?? 0) + 1);
    const most = Math.max(...counts.values());
    return members.findLast((index) => counts.get(events.spot[index]) === most);
  }

  function count(here, view) {
    const left = Math.floor(view.originX / CELL);
    const top = Math.floor(view.originY / CELL);
    const columns = Math.ceil(view.width / CELL) + 1;
    const counts = new Int32Array(columns * (Math.ceil(view.height / CELL) + 1));
    for (const index of here) {
      counts[(Math.floor((y[index] * view.scale) / CELL) - top) * columns + Math.floor((x[index] * view.scale) / CELL) - left] += 1;
    }
    return { columns, left: left * CELL - view.originX, top: top * CELL - view.originY, counts };
  }

  function inCell(visible, view, atX, atY) {
    const column = Math.floor((atX + view.originX) / CELL);
    const row = Math.floor((atY + view.originY) / CELL);
    const size = CELL / view.scale;
    return Array.from(within(visible, [column * size, row * size, (column + 1) * size, (row + 1) * size]));
  }

  /** Whether some of these events are drawn as one group. */
  function anyTogether(indices, scale, ofManyDays = false) {
    const groupOf = groupsAt(scale, ofManyDays);
    return new Set(indices.map((index) => groupOf[index])).size < indices.length;
  }

  return { x, y, crowd, inCell, anyTogether };
}

/** The chosen one lies on top, then those of the day, then the latest. */
function rankOf(count, selected, own) {
  const ofDay = new Set(own);
  return (index) => (index === selected ? Infinity : index + (ofDay.has(index) ? count : 0));
}

function merge({ spot }, x, y, perStep) {
  const groupOfSpot = new Map();
  const anchors = new Map();
  const groups = new Int32Array(spot.length);
  for (let index = 0; index < spot.length; index += 1) {
    if (!groupOfSpot.has(spot[index])) groupOfSpot.set(spot[index], near(anchors, x[index] * perStep, y[index] * perStep, index));
    groups[index] = groupOfSpot.get(spot[index]);
  }
  return groups;
}

/** Return the group that has its first event within one step, or open a new one. */
function near(anchors, x, y, group) {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  for (let dx = -1; dx <= 1; dx += 1) {
    for (let dy = -1; dy <= 1; dy += 1) {
      for (const anchor of anchors.get((column + dx) * 0x4000000 + row + dy) ?? []) {
        if ((anchor.x - x) ** 2 + (anchor.y - y) ** 2 < 1) return anchor.group;
      }
    }
  }
  const key = column * 0x4000000 + row;
  if (!anchors.has(key)) anchors.set(key, []);
  anchors.get(key).push({ x, y, group });
  return group;
}
