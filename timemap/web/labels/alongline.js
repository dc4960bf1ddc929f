// Ticks and words along a line. They keep their distance, and stay put when the map is panned.

const TRY = 3; // stops between two tries for a word

/** @import {Box} from "#timemap/types.d.ts" */
/** @typedef {{first: number, points: Float64Array}} Run unbroken stops; `first` counts from the start of the line */
/** @typedef {{x: number, y: number, angle: number, flipped: boolean, off: number}} WordSpot */

/**
 * Walk along a line and stop every so many pixels.
 *
 * What lies outside the box is walked but not returned: stops are counted from the start of the line.
 *
 * @param {Float64Array} points x, y, x, y ... in pixels
 * @param {number} every pixels between two stops
 * @param {Box} box
 * @returns {Run[]}
 */
export function walk(points, every, box) {
  /** @type {Run[]} */
  const runs = [];
  /** @type {number[]|null} */
  let run = null;
  let first = 0;
  let stop = 0;
  let walked = 0; // up to the start of the segment

  function close() {
    if (run !== null && run.length >= 4) runs.push({ first, points: Float64Array.from(run) });
    run = null;
  }

  for (let at = 2; at < points.length; at += 2) {
    const [x, y, nextX, nextY] = [points[at - 2], points[at - 1], points[at], points[at + 1]];
    const length = Math.hypot(nextX - x, nextY - y);
    const end = walked + length;
    const isBeside = Math.max(x, nextX) < box[0] || Math.min(x, nextX) > box[2];
    if (isBeside || Math.max(y, nextY) < box[1] || Math.min(y, nextY) > box[3]) {
      stop = Math.max(stop, Math.ceil(end / every));
      close();
    }
    for (; stop * every <= end && length > 0; stop += 1) {
      const share = (stop * every - walked) / length;
      const stopX = x + share * (nextX - x);
      const stopY = y + share * (nextY - y);
      if (stopX < box[0] || stopX > box[2] || stopY < box[1] || stopY > box[3]) {
        close();
        continue;
      }
      if (run === null) {
        run = [];
        first = stop;
      }
      run.push(stopX, stopY);
    }
    walked = end;
  }
  close();
  return runs;
}

/**
 * Return short strokes that stand square on a run, on one side of it.
 *
 * @param {Float64Array} stops
 * @param {number} size length of a stroke in pixels
 * @param {1 | -1} side 1 to the right hand of one walking the line (on a screen, y down), -1 to the left
 * @returns {Float64Array} x, y of the foot, x, y of the head, and so on
 */
export function ticks(stops, size, side) {
  const count = stops.length / 2;
  const strokes = new Float64Array(count * 4);
  for (let at = 0; at < count; at += 1) {
    const back = Math.max(at - 1, 0) * 2;
    const ahead = Math.min(at + 1, count - 1) * 2;
    const dx = stops[ahead] - stops[back];
    const dy = stops[ahead + 1] - stops[back + 1];
    const length = Math.hypot(dx, dy) || 1;
    const [x, y] = [stops[at * 2], stops[at * 2 + 1]];
    strokes.set([x, y, x - (dy / length) * size * side, y + (dx / length) * size * side], at * 4);
  }
  return strokes;
}

/**
 * Find where a word of some width can stand along a run.
 *
 * The line is straight enough there.
 *
 * The line is cut into stretches of `period` stops, counted from its start; each is to carry the word once.
 *
 * @param {Run} run
 * @param {object} options
 * @param {number} options.width
 * @param {number} options.step pixels between stops
 * @param {number} options.period
 * @param {number} options.bend pixels by which the line may leave the straight
 * @returns {Map<number, WordSpot[]>} by stretch, those nearest to its middle first; `flipped` ones run against the line
 */
export function wordSpots(run, { width, step, period, bend }) {
  /** @type {Map<number, WordSpot[]>} */
  const stretches = new Map();
  const length = Math.ceil(width / step);
  const count = run.points.length / 2;
  for (let at = 0; at + length < count; at += TRY) {
    const [x, y] = [run.points[at * 2], run.points[at * 2 + 1]];
    const [dx, dy] = [run.points[(at + length) * 2] - x, run.points[(at + length) * 2 + 1] - y];
    const chord = Math.hypot(dx, dy);
    if (chord < width * 0.85) continue;
    if (!straight(run.points, at, length, [x, y, dx / chord, dy / chord], bend)) continue;
    const flipped = dx < 0;
    const middle = run.first + at + length / 2;
    const stretch = Math.floor(middle / period);
    const off = Math.abs(middle - (stretch + 0.5) * period);
    const angle = flipped ? Math.atan2(-dy, -dx) : Math.atan2(dy, dx);
    const spots = stretches.get(stretch) ?? [];
    spots.push({ x: x + dx / 2, y: y + dy / 2, angle, flipped, off });
    stretches.set(stretch, spots);
  }
  for (const spots of stretches.values()) spots.sort((one, other) => one.off - other.off);
  return stretches;
}

/**
 * Return whether a line stays near the straight one from a stop on.
 *
 * @param {Float64Array} points
 * @param {number} at
 * @param {number} length in stops
 * @param {[x: number, y: number, ux: number, uy: number]} ray from the stop
 * @param {number} bend
 */
function straight(points, at, length, [x, y, ux, uy], bend) {
  for (let stop = at; stop <= at + length; stop += 1) {
    const off = (points[stop * 2] - x) * uy - (points[stop * 2 + 1] - y) * ux;
    if (Math.abs(off) > bend) return false;
  }
  return true;
}
