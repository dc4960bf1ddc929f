// Grips of the strip: what a press takes hold of and dragging does.

/** @import { DayRange } from "#timemap/types.d.ts" */
/** @import { End } from "#timemap/slider/brush.js" */
/** @import { Grip } from "#timemap/slider/gestures.js" */

/** @typedef {[number, number]} Pixels from where to where */
/** @typedef {{from: Pixels, to: Pixels}} Hits */

/** Width of what each pointer hits of a handle, in pixels. @type {Record<string, number>} */
const REACH = { touch: 44, pen: 32, mouse: 20 };
/** How near the line of the moment each pointer takes hold of it, in pixels. @type {Record<string, number>} */
const NEAR = { touch: 24, pen: 16, mouse: 12 };
/** How near the line of a handle, below its cap, a pointer takes hold of it. */
const LINE = 5;
/** Room beside the strip in pixels for the caps of the handles. */
const BESIDE = 13;

/**
 * Return from where to where each handle is hit.
 *
 * Between them at least a third of the range stays free to be moved as a whole.
 *
 * @param {Pixels} edges of the range
 * @param {number} width of the strip
 * @param {number} reach width of what is hit
 * @returns {Hits}
 */
export function hitsOf([left, right], width, reach) {
  // at the ends of the strip, what has no room beside it is hit further inside
  const most = Math.max(right - left, 0) / 3;
  const inner = (/** @type {number} */ room) => Math.min(Math.max(reach / 2, reach - room - BESIDE), most);
  const [one, other] = [inner(left), inner(width - right)];
  return {
    from: [Math.max(left + one - reach, -BESIDE), left + one],
    to: [right - other, Math.min(right - other + reach, width + BESIDE)],
  };
}

/**
 * Return what a press takes hold of.
 *
 * On the rail above the bars: a handle, the range between them, or a new range from there. On the bars and the axis:
 * the moment, or a handle by its line.
 *
 * @param {{x: number, zone: "rail"|"upper"|"lower", pointer: string}} press `upper` and `lower` are the halves of
 *   bars and axis
 * @param {{thumb: number, edges: Pixels, width: number, whole: boolean, brush: boolean}} strip where the
 *   moment and the ends of the range are, in pixels
 * @returns {Grip|null} null for what holds nothing
 */
export function gripAt({ x, zone, pointer }, { thumb, edges, width, whole, brush }) {
  const away = Math.abs(x - thumb);
  const near = away <= (NEAR[pointer] ?? NEAR.mouse) ? "moment" : null;
  if (!brush) return near;
  const finger = pointer === "touch" || pointer === "pen";
  if (zone === "rail" || (zone === "upper" && finger)) {
    const handle = handleAt(x, edges, hitsOf(edges, width, REACH[pointer] ?? REACH.mouse));
    if (handle) return handle;
  }
  if (zone === "rail") return !whole && x > edges[0] && x < edges[1] ? "range" : "new";
  if (finger) return near;
  const [left, right] = edges;
  const line = handleAt(x, edges, { from: [left - LINE, left + LINE], to: [right - LINE, right + LINE] });
  const lineAway = line === null ? Infinity : Math.abs(x - edges[line === "from" ? 0 : 1]);
  return near && (zone === "lower" || away <= lineAway) ? near : line ?? near;
}

/**
 * Return the nearer handle of those that are hit.
 *
 * @param {number} x
 * @param {Pixels} edges
 * @param {Hits} hits
 * @returns {End|null}
 */
function handleAt(x, edges, hits) {
  const [from, to] = [hits.from, hits.to].map(([least, most]) => x >= least && x <= most);
  if (!from || !to) return from ? "from" : to ? "to" : null;
  return Math.abs(x - edges[0]) <= Math.abs(x - edges[1]) && x < (edges[0] + edges[1]) / 2 ? "from" : "to";
}

/**
 * Return the range after a drag.
 *
 * @param {Exclude<Grip, "moment">} grip
 * @param {DayRange} before the range when it was taken hold of
 * @param {{start: number, now: number}} days under the pointer then and now, fractional
 * @param {DayRange} whole
 * @returns {DayRange} at least one day long and inside the whole
 */
export function draggedRange(grip, before, { start, now }, whole) {
  const moved = Math.round(now - start);
  if (grip === "from") return edged(before, "from", before[0] + moved, whole);
  if (grip === "to") return edged(before, "to", before[1] + moved, whole);
  if (grip === "range") {
    const length = before[1] - before[0];
    const first = Math.min(Math.max(before[0] + moved, whole[0]), whole[1] - length);
    return [first, first + length];
  }
  const inside = (/** @type {number} */ day) => Math.min(Math.max(Math.floor(day), whole[0]), whole[1] - 1);
  return [inside(Math.min(start, now)), inside(Math.max(start, now)) + 1];
}

/**
 * Return the range with one end elsewhere, as far as the other end allows.
 *
 * @param {DayRange} range
 * @param {End} end
 * @param {number} edge first day, or first day after the last
 * @param {DayRange} whole
 * @returns {DayRange}
 */
export function edged(range, end, edge, whole) {
  if (end === "from") return [Math.min(Math.max(edge, whole[0]), range[1] - 1), range[1]];
  return [range[0], Math.max(Math.min(edge, whole[1]), range[0] + 1)];
}
