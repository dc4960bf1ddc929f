// Places of event symbols. They step aside, with a stem, where a town, the focus or a name would be covered.

import { RADIUS } from "#timemap/events/symbols.js";
import { createIndex, crosses, overlaps } from "#timemap/labels/labelplacement.js";

/** @import {Box} from "#timemap/types.d.ts" */
/** @import {Group} from "#timemap/events/eventgroups.js" */
/** @import {At, Meeting, Segment} from "#timemap/labels/labelplacement.js" */
/** @typedef {ArrayLike<number>} Line */
/** @typedef {(at: At) => boolean} Test */

/** Degrees by which a symbol may step aside, the best first. */
const TURNS = [0, -45, 45, -90, 90, -22, 22, -67, 67, -135, 135, -112, 112, 180, -157, 157];
/** @type {(degrees: number) => At} */
const directionOf = (degrees) => [Math.sin((degrees / 180) * Math.PI), -Math.cos((degrees / 180) * Math.PI)];
/** Their directions, as shares of the distance. */
const ASIDE = Object.freeze(TURNS.map(directionOf));
/** Distances in pixels from the spot to the middle of the symbol. */
const FAR = Object.freeze([19, 24, 28]);
/** Longest way that a symbol stands from its spot, in pixels. */
export const FARTHEST = Math.max(...FAR);
/** Pixels round a symbol that belong to it: rim, and badge of several. */
const RIM = 2;
const BADGE = 13;
/** Pixels between two looks along a line for where a mark ends. */
const STEP = 2;
/** A mark so near to a spot, in pixels, has it on one side. Nearer than the least there is no side. */
const BESIDE = 40;
const LEAST = 0.3;
/** Pixels between symbols that can still be told apart. They count where there is no room side by side. */
const TOLD_APART = 9;

/** A mark wider than this, in pixels, is a ring. A symbol may touch its rim, at the cost of some pixels of a name. */
const WIDE = 16;
const ON_RIM = 30;

/**
 * Return the groups with the places of their symbols.
 *
 * A symbol steps neither over the border nor to the other side of the town that it lies beside.
 *
 * @param {Group[]} groups the topmost last
 * @param {object} kept what is not to be covered
 * @param {Box[]} kept.marks of towns and of the focus, never
 * @param {Box[]} kept.names where there is room
 * @param {Line[]} [kept.border] which no symbol crosses
 * @param {number} scale how much larger than usual symbols are
 * @returns {Required<Group>[]} in the same order
 */
export function symbolPlaces(groups, { marks, names, border = [] }, scale) {
  const [marked, named] = [createIndex(marks), createIndex(names)];
  /** @type {Required<Group>[]} */
  const placed = new Array(groups.length);
  /** @type {Box[]} */
  const symbols = [];
  /** @type {At[]} */
  const middles = [];
  for (let index = groups.length - 1; index >= 0; index -= 1) { // the topmost chooses first
    const group = groups[index];
    const count = group.members.length;
    /** @type {(at: At, of?: number) => Box} */
    const box = ([x, y], of = count) => boxOf(x, y, of, scale);
    /** @type {Test} */
    const onMarks = (spot) => marks.some((mark) => touches(mark, spot, (RADIUS + 1) * scale));
    /** @type {(spot: At, of: number) => boolean} */
    const covers = (spot, of) =>
      named.meets(box(spot, of)) || onMarks(spot) || (of > 1 && marked.meets(badgeOf(spot, scale)));
    /** @type {Test} */
    const isTold = ([x, y]) => middles.every(([left, top]) => Math.hypot(left - x, top - y) >= TOLD_APART * scale);
    /** @type {Test[]} */
    const tests = [
      (spot) => !covers(spot, count) && symbols.every((other) => !overlaps(box(spot), other)),
      (spot) => !covers(spot, 1) && isTold(spot),
    ];
    /** @param {At} spot */
    const hidden = (spot) => {
      /** @param {Box} mark */
      const isOver = (mark) => touches(mark, spot, (mark[2] - mark[0] > WIDE * scale ? RIM : RADIUS + 1) * scale);
      if (!isTold(spot) || marks.some(isOver)) return Infinity;
      return names.reduce((sum, name) => sum + shared(name, box(spot, 1)), onMarks(spot) ? ON_RIM * scale : 0);
    };
    /** @type {At} */
    const own = [group.x, group.y];
    const spots = covers(own, count) ? aside(group, marks, border, scale) : [];
    const [x, y] = spots.length === 0 ? own : choose(own, spots, tests, hidden);
    symbols.push(box([x, y]));
    middles.push([x, y]);
    const onMark = marked.meets([group.x - 1, group.y - 1, group.x + 1, group.y + 1]);
    placed[index] = { ...group, x, y, at: own, foot: footOf(group, [x, y], marked), onMark };
  }
  return placed;
}

/**
 * Choose the first spot that passes the strictest test that any passes.
 *
 * If none does, that which hides least; a symbol for which there is none stays where it is.
 *
 * @param {At} own
 * @param {At[]} spots
 * @param {Test[]} tests the strictest first
 * @param {(spot: At) => number} hidden
 * @returns {At}
 */
function choose(own, spots, tests, hidden) {
  for (const passes of tests) {
    const found = spots.find(passes);
    if (found !== undefined) return found;
  }
  const areas = spots.map(hidden);
  const least = Math.min(...areas);
  return least < Infinity ? spots[areas.indexOf(least)] : own;
}

/**
 * Return the spots to which a symbol may step, the best first.
 *
 * They lie on its own side of the border and of the nearest mark.
 *
 * @param {Group} group
 * @param {Box[]} marks
 * @param {Line[]} border
 * @param {number} scale
 * @returns {At[]}
 */
function aside({ x, y }, marks, border, scale) {
  const [east, south] = bearing(x, y, marks);
  const near = segmentsNear(border, x, y, (FARTHEST + RADIUS) * scale);
  /** @param {At} way */
  const along = ([across, down]) => across * east + down * south;
  const ways = ASIDE.filter((way) => along(way) >= 0).sort((one, other) => along(other) - along(one));
  /** @type {At[]} */
  const spots = FAR.flatMap((far) =>
    ways.map(([across, down]) => [x + across * far * scale, y + down * far * scale]));
  return spots.filter((spot) => !near.some((segment) => crosses([[x, y], spot], segment)));
}

/**
 * Return in which direction a spot lies from the nearest mark.
 *
 * @param {number} x
 * @param {number} y
 * @param {Box[]} marks
 * @returns {At} of length 1; [0, 0] for none, and where it lies on the mark's middle
 */
function bearing(x, y, marks) {
  let nearest = BESIDE;
  /** @type {At} */
  let found = [0, 0];
  for (const [left, top, right, bottom] of marks) {
    const [east, south] = [x - (left + right) / 2, y - (top + bottom) / 2];
    const away = Math.hypot(east, south);
    if (away >= nearest) continue;
    nearest = away;
    found = away < LEAST ? [0, 0] : [east / away, south / away];
  }
  return found;
}

/** @type {(border: Line[], x: number, y: number, reach: number) => Segment[]} */
function segmentsNear(border, x, y, reach) {
  /** @type {Segment[]} */
  const near = [];
  for (const line of border) {
    for (let at = 2; at < line.length; at += 2) {
      if (Math.abs(line[at] - x) > reach || Math.abs(line[at + 1] - y) > reach) continue;
      near.push([[line[at - 2], line[at - 1]], [line[at], line[at + 1]]]);
    }
  }
  return near;
}

/** Return the end of the line to a spot, short of a mark. @type {(spot: Group, symbol: At, marked: Meeting) => At} */
function footOf(spot, [x, y], marked) {
  const way = Math.hypot(x - spot.x, y - spot.y);
  for (let gone = 0; gone < way; gone += STEP) {
    const [left, top] = [spot.x + ((x - spot.x) * gone) / way, spot.y + ((y - spot.y) * gone) / way];
    if (!marked.meets([left - 1, top - 1, left + 1, top + 1])) return [left, top];
  }
  return [x, y];
}

/** Return how many square pixels two boxes share. @type {(one: Box, other: Box) => number} */
function shared(one, other) {
  const across = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const down = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  return Math.max(0, across) * Math.max(0, down);
}

/** Tell whether a round symbol touches a round mark. @type {(mark: Box, at: At, reach: number) => boolean} */
function touches([left, top, right, bottom], [x, y], reach) {
  return Math.hypot(x - (left + right) / 2, y - (top + bottom) / 2) < (right - left) / 2 + reach;
}

/** Return the box of the badge, up and left of the symbol. @type {(at: At, scale: number) => Box} */
function badgeOf([x, y], scale) {
  const reach = (RADIUS + RIM) * scale;
  return [x - reach - BADGE, y - reach - BADGE, x - reach / 2, y - reach / 2];
}

/** Return the box of a symbol with its badge. @type {(x: number, y: number, count: number, scale: number) => Box} */
function boxOf(x, y, count, scale) {
  const reach = (RADIUS + RIM) * scale;
  const badge = count > 1 ? BADGE : 0;
  return [x - reach - badge, y - reach - badge, x + reach, y + reach];
}
