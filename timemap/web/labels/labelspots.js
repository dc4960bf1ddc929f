// Spots of labels within a side of the map, and within its window.

/** @import {Box} from "#timemap/types.d.ts" */
/** @import {LabelCandidate} from "#timemap/labels/labelcandidate.js" */

const INSIDE = 2; // pixels between words and the frame of the window

/**
 * Keep of candidates the spots that lie whole between two pixels.
 *
 * So does what their words are about: the dot of a place, or the end of a line. What must always stand may reach over
 * them.
 *
 * @param {[from: number, to: number]} across
 * @param {LabelCandidate[]} candidates
 * @returns {LabelCandidate[]}
 */
export function between([from, to], candidates) {
  if (from === -Infinity && to === Infinity) return candidates;
  return candidates.flatMap((candidate) => {
    const { always, mark, x = NaN } = candidate;
    const isCut = !always && mark !== undefined && (mark[0] < from || mark[2] > to);
    const spots = isCut ? [] : candidate.spots.filter(({ box, foot }) =>
      box[0] >= from && box[2] <= to && (!foot || (foot[0] >= from && foot[0] <= to)));
    const here = spots.length > 0 || (always && x >= from && x <= to);
    return here ? [{ ...candidate, spots: spots.length > 0 ? spots : candidate.spots }] : [];
  });
}

/**
 * Return the boxes of a window that do not lie between two pixels.
 *
 * @param {[from: number, to: number]} across
 * @param {Box} seen
 * @returns {Box[]}
 */
export function beyond([from, to], [left, top, right, bottom]) {
  /** @type {Box[]} */
  const boxes = [[left, top, Math.min(from, right), bottom], [Math.max(to, left), top, right, bottom]];
  return boxes.filter((box) => box[0] < box[2]);
}

/**
 * Keep of candidates the spots that the frame of the window does not cut.
 *
 * It cuts them neither off nor from their dots; what must always stand keeps them all.
 *
 * @param {Box} seen
 * @param {LabelCandidate[]} candidates
 * @returns {LabelCandidate[]}
 */
export function uncut([left, top, right, bottom], candidates) {
  /** @param {Box} box */
  const isSeen = (box) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top;
  /** @param {Box} box */
  const isWhole = (box) =>
    box[0] >= left + INSIDE && box[1] >= top + INSIDE && box[2] <= right - INSIDE && box[3] <= bottom - INSIDE;
  return candidates.flatMap((candidate) => {
    const spots = candidate.spots.filter(({ box }) => {
      const all = candidate.mark ? around(box, candidate.mark) : box;
      return !isSeen(all) || isWhole(all);
    });
    if (spots.length > 0) return [{ ...candidate, spots }];
    return candidate.always ? [candidate] : [];
  });
}

/** @type {(one: Box, other: Box) => Box} */
function around(one, other) {
  const [left, top] = [Math.min(one[0], other[0]), Math.min(one[1], other[1])];
  return [left, top, Math.max(one[2], other[2]), Math.max(one[3], other[3])];
}
