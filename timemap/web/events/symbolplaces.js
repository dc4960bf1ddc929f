// Where the symbols of events stand: on their spot, or beside it with a stem where a town, the focus or a name would be covered.

import { RADIUS } from "#timemap/events/symbols.js";
import { createIndex, crosses, overlaps } from "#timemap/labels/placelabels.js";

/** Directions in which a symbol may step aside, the best first, as shares of the distance. */
const ASIDE = Object.freeze([0, -45, 45, -90, 90, -22, 22, -67, 67, -135, 135, -112, 112, 180, -157, 157].map((turn) => (turn / 180) * Math.PI)
  .map((turn) => Object.freeze([Math.sin(turn), -Math.cos(turn)])));
/** Distances in pixels from the spot to the middle of the symbol. */
const FAR = Object.freeze([19, 24, 28]);
/** Longest way that a symbol stands from its spot, in pixels. */
export const FARTHEST = Math.max(...FAR);
/** Pixels round a symbol that belong to it: its rim, and the badge of several. */
const RIM = 2;
const BADGE = 13;
/** Pixels between two looks along a line for where a mark ends. */
const STEP = 2;
/** A mark so near to a spot, in pixels, has the spot on one of its sides; nearer than the least it has none. */
const BESIDE = 40;
const LEAST = 0.3;
/** Pixels between the middles of symbols that can still be told apart where there is no room for them side by side. */
const TOLD_APART = 9;

/** A mark wider than this, in pixels, is a ring: where a name would be hidden a symbol may touch its rim, at the cost of so many square pixels of a name. */
const WIDE = 16;
const ON_RIM = 30;

/** @typedef {import("#timemap/map/geometry.js").Box} Box */
/** @typedef {import("#timemap/events/eventgroups.js").Group} Group */

/**
 * Return the groups with where their symbols stand; `at` keeps the spot, at `foot` a line to it ends, `onMark` says whether a mark stands there.
 *
 * A symbol steps neither over the border nor to the other side of the town that it lies beside.
 *
 * @param {Group[]} groups the topmost last
 * @param {{marks: Box[], names: Box[], border?: ArrayLike<number>[]}} kept what is not to be covered: the marks of towns and of the focus at no cost, names where there is room; and the lines of the border
 * @param {number} scale how much larger than usual symbols are
 * @returns {(Group & {at: [number, number], foot: [number, number], onMark: boolean})[]} in the same order
 */
export function symbolPlaces(groups, { marks, names, border = [] }, scale) {
  const [marked, named] = [createIndex(marks), createIndex(names)];
  const placed = new Array(groups.length);
  const symbols = []; // their boxes
  const middles = [];
  for (let index = groups.length - 1; index >= 0; index -= 1) { // the topmost chooses first
    const group = groups[index];
    const count = group.members.length;
    const box = ([x, y], of = count) => boxOf(x, y, of, scale);
    const onMarks = (spot) => marks.some((mark) => touches(mark, spot, (RADIUS + 1) * scale));
    const covers = (spot, of) => named.meets(box(spot, of)) || onMarks(spot) || (of > 1 && marked.meets(badgeOf(spot, scale)));
    const isTold = ([x, y]) => middles.every(([left, top]) => Math.hypot(left - x, top - y) >= TOLD_APART * scale);
    const tests = [
      (spot) => !covers(spot, count) && symbols.every((other) => !overlaps(box(spot), other)),
      (spot) => !covers(spot, 1) && isTold(spot),
    ];
    const hidden = (spot) => {
      if (!isTold(spot) || marks.some((mark) => touches(mark, spot, (mark[2] - mark[0] > WIDE * scale ? RIM : RADIUS + 1) * scale))) return Infinity;
      return names.reduce((sum, name) => sum + shared(name, box(spot, 1)), onMarks(spot) ? ON_RIM * scale : 0);
    };
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

/** The first of the spots that passes the strictest test that any passes, else that which hides least; a symbol for which there is none stays where it is. */
function choose(own, spots, tests, hidden) {
  for (const passes of tests) {
    const found = spots.find(passes);
    if (found !== undefined) return found;
  }
  const areas = spots.map(hidden);
  const least = Math.min(...areas);
  return least < Infinity ? spots[areas.indexOf(least)] : own;
}

/** The spots to which a symbol may step, the best first: on its own side of the border and of the nearest mark. */
function aside({ x, y }, marks, border, scale) {
  const [east, south] = bearing(x, y, marks);
  const near = segmentsNear(border, x, y, (FARTHEST + RADIUS) * scale);
  const along = ([across, down]) => across * east + down * south;
  const ways = ASIDE.filter((way) => along(way) >= 0).sort((one, other) => along(other) - along(one));
  return FAR.flatMap((far) => ways.map(([across, down]) => [x + across * far * scale, y + down * far * scale]))
    .filter((spot) => !near.some((segment) => crosses([[x, y], spot], segment)));
}

/** In which direction a spot lies from the nearest mark, as a step of length 1; [0, 0] for none, and where it lies on the mark's middle. */
function bearing(x, y, marks) {
  let nearest = BESIDE;
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

function segmentsNear(border, x, y, reach) {
  const near = [];
  for (const line of border) {
    for (let at = 2; at < line.length; at += 2) {
      if (Math.abs(line[at] - x) > reach || Math.abs(line[at + 1] - y) > reach) continue;
      near.push([[line[at - 2], line[at - 1]], [line[at], line[at + 1]]]);
    }
  }
  return near;
}

/** Where the line from a symbol to its spot ends: short of the mark that stands there. */
function footOf(spot, [x, y], marked) {
  const way = Math.hypot(x - spot.x, y - spot.y);
  for (let gone = 0; gone < way; gone += STEP) {
    const [left, top] = [spot.x + ((x - spot.x) * gone) / way, spot.y + ((y - spot.y) * gone) / way];
    if (!marked.meets([left - 1, top - 1, left + 1, top + 1])) return [left, top];
  }
  return [x, y];
}

/** How many square pixels two boxes share. */
function shared(one, other) {
  const across = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const down = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  return Math.max(0, across) * Math.max(0, down);
}

/** Whether a symbol touches a mark, both as round as they are. */
function touches([left, top, right, bottom], [x, y], reach) {
  return Math.hypot(x - (left + right) / 2, y - (top + bottom) / 2) < (right - left) / 2 + reach;
}

/** The box of the number of several alone, up and left of the symbol. */
function badgeOf([x, y], scale) {
  const reach = (RADIUS + RIM) * scale;
  return [x - reach - BADGE, y - reach - BADGE, x - reach / 2, y - reach / 2];
}

/** The box of a symbol, with its badge where it stands for several. */
function boxOf(x, y, count, scale) {
  const reach = (RADIUS + RIM) * scale;
  const badge = count > 1 ? BADGE : 0;
  return [x - reach - badge, y - reach - badge, x + reach, y + reach];
}
