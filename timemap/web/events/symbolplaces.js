// Where the symbols of events stand: on their spot, or beside it with a stem where a town, the focus or a name would be covered.

import { RADIUS } from "#timemap/events/symbols.js";
import { createIndex, overlaps } from "#timemap/labels/placelabels.js";

/** Directions in which a symbol may step aside, the best first, as shares of the distance. */
const ASIDE = Object.freeze([[0, -1], [-0.75, -0.75], [0.75, -0.75], [-1, 0], [1, 0], [-0.75, 0.75], [0.75, 0.75], [0, 1]]);
/** Distances in pixels from the spot to the middle of the symbol. */
const FAR = Object.freeze([19, 28, 40, 54]);
/** Longest way that a symbol stands from its spot, in pixels. */
export const FARTHEST = 54;
/** Pixels round a symbol that belong to it: its rim, and the badge of several. */
const RIM = 2;
const BADGE = 13;
/** Pixels between two looks along a line for where a mark ends. */
const STEP = 2;

/** @typedef {import("#timemap/map/geometry.js").Box} Box */
/** @typedef {import("#timemap/events/eventgroups.js").Group} Group */

/**
 * Return the groups with where their symbols stand; `at` keeps the spot, at `foot` a line to it ends, `onMark` says whether a mark stands there.
 *
 * @param {Group[]} groups the topmost last
 * @param {{marks: Box[], names: Box[]}} kept what is not to be covered: the marks of towns and of the focus at no cost, names where there is room
 * @param {number} scale how much larger than usual symbols are
 * @returns {(Group & {at: [number, number], foot: [number, number], onMark: boolean})[]} in the same order
 */
export function symbolPlaces(groups, { marks, names }, scale) {
  const [marked, taken] = [createIndex(marks), createIndex([...marks, ...names])];
  const placed = new Array(groups.length);
  const symbols = [];
  for (let index = groups.length - 1; index >= 0; index -= 1) { // the topmost chooses first
    const group = groups[index];
    const spots = [[group.x, group.y], ...FAR.flatMap((far) => ASIDE.map(([across, down]) => [group.x + across * far * scale, group.y + down * far * scale]))];
    const isFree = ([x, y], number) => {
      const box = boxOf(x, y, group.members.length, scale);
      return !taken.meets(box) && (number === 0 || symbols.every((other) => !overlaps(box, other)));
    };
    const [x, y] = spots.find(isFree) ?? spots.find(([left, top]) => !taken.meets(boxOf(left, top, group.members.length, scale))) ?? spots.find(([left, top]) => !marked.meets(boxOf(left, top, 1, scale))) ?? spots[0];
    symbols.push(boxOf(x, y, group.members.length, scale));
    const onMark = marked.meets([group.x - 1, group.y - 1, group.x + 1, group.y + 1]);
    placed[index] = { ...group, x, y, at: [group.x, group.y], foot: footOf(group, [x, y], marked), onMark };
  }
  return placed;
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

/** The box of a symbol, with its badge where it stands for several. */
function boxOf(x, y, count, scale) {
  const reach = (RADIUS + RIM) * scale;
  const badge = count > 1 ? BADGE : 0;
  return [x - reach - badge, y - reach - badge, x + reach, y + reach];
}
