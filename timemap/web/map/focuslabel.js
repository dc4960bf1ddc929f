// Name of the place of the map's title.
// It stands beside its ring, and beside the arrow while the ring is out of the window.

import { pointerTo, RING } from "#timemap/map/focus.js";
import { spotAt, spotsBeside } from "#timemap/labels/labelplacement.js";

/** @import { Words } from "#timemap/labels/lettering.js" */
/** @import { View } from "#timemap/map/view.js" */
/** @import { Box, MapData } from "#timemap/types.d.ts" */

/** @type {Parameters<typeof spotsBeside>[5]} */
const WANTED = ["below", "left-below", "right-below", "right", "left"];

/**
 * Return the one candidate that is always placed.
 *
 * @param {NonNullable<MapData["focus"]>} focus
 * @param {View} view
 * @param {Words} words
 * @param {number} scale
 */
export function focusCandidates(focus, view, words, scale) {
  const [x, y] = view.project(focus.lon, focus.lat);
  const reach = (RING + 1) * scale;
  const pointer = pointerTo(x, y, view.seen);
  const spots =
    pointer === null ? beside(x, y, words, reach, view.seen) : [withinSeen(pointer, words, view.seen, scale)];
  /** @type {Box|undefined} */
  const mark = pointer === null ? [x - reach, y - reach, x + reach, y + reach] : undefined;
  const kind = /** @type {const} */ ("focus");
  const always = { always: true, insists: true, priority: 0, gap: 0 };
  const place = { x: pointer?.x ?? x, y: pointer?.y ?? y };
  return [{ id: kind, kind, ...always, ...place, words, spots, names: focus.names, mark }];
}

/** @param {number} x @param {number} y @param {Words} words @param {number} reach @param {Box} seen */
function beside(x, y, words, reach, seen) {
  const spots = spotsBeside(x, y, words.width, words.height * 0.85, reach, WANTED);
  return [...spots].sort((one, other) => Number(cut(one.box, seen)) - Number(cut(other.box, seen)));
}

/** @param {Box} box @param {Box} seen */
function cut(box, seen) {
  return box[0] < seen[0] || box[1] < seen[1] || box[2] > seen[2] || box[3] > seen[3];
}

/**
 * @param {{x: number, y: number, angle: number}} pointer
 * @param {Words} words
 * @param {Box} seen
 * @param {number} scale
 */
function withinSeen({ x, y, angle }, words, [left, top, right, bottom], scale) {
  const reach = 14 * scale;
  const wantedX = x - Math.cos(angle) * (reach + words.width / 2);
  const wantedY = y - Math.sin(angle) * (reach + words.height / 2);
  /** @param {number} value @param {number} least @param {number} most */
  const clear = (value, least, most) => Math.min(Math.max(value, least), Math.max(most, least));
  return spotAt(
    clear(wantedX, left + words.width / 2 + 4, right - words.width / 2 - 4),
    clear(wantedY, top + words.height / 2 + 4, bottom - words.height / 2 - 4),
    words.width, words.height,
  );
}
