// Ticks and words along a line stand where the line is, keep their distance, and stay put when the map is panned.

const TRY = 3; // stops between two tries for a word

/**
 * Walk along a line and stop every so many pixels; what lies outside the box is walked but not returned.
 *
 * Stops are counted from the start of the line, so that they do not depend on the box.
 *
 * @param {Float64Array} points x, y, x, y ... in pixels
 * @param {number} every pixels between two stops
 * @param {import("#timemap/map/geometry.js").Box} box
 * @returns {{first: number, points: Float64Array}[]} unbroken runs of stops; `first` counts the stop from the start
 */
export function walk(points, every, box) {
  const runs = [];
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
    if (Math.max(x, nextX) < box[0] || Math.min(x, nextX) > box[2] || Math.max(y, nextY) < box[1] || Math.min(y, nextY) > box[3]) {
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
 * Find where a word of some width can stand along a run: where the line is straight enough.
 *
 * The line is cut into stretches of `period` stops, counted from its start; each is to carry the word once.
 *
 * @param {{first: number, points: Float64Array}} run
 * @param {{width: number, step: number, period: number, bend: number}} options `step` pixels between stops, `bend` how far the line may leave the straight, in pixels
 * @returns {Map<number, {x: number, y: number, angle: number, flipped: boolean}[]>} by stretch, the spots nearest to its middle first: middle of the word, an angle at which it can be read, whether it runs against the line
 */
export function wordSpots(run, { width, step, period, bend }) {
  const stretches = new Map();
  const length = Math.ceil(width / step);
  const count = run.points.length / 2;
  for (let at = 0; at + length < count; at += TRY) {
    const [x, y] = [run.points[at * 2], run.points[at * 2 + 1]];
    const [dx, dy] = [run.points[(at + length) * 2] - x, run.points[(at + length) * 2 + 1] - y];
    const chord = Math.hypot(dx, dy);
    if (chord < width * 0.85 || !straight(run.points, at, length, [x, y, dx / chord, dy / chord], bend)) continue;
    const flipped = dx < 0;
    const middle = run.first + at + length / 2;
    const stretch = Math.floor(middle / period);
    const off = Math.abs(middle - (stretch + 0.5) * period);
    if (!stretches.has(stretch)) stretches.set(stretch, []);
    stretches.get(stretch).push({ x: x + dx / 2, y: y + dy / 2, angle: flipped ? Math.atan2(-dy, -dx) : Math.atan2(dy, dx), flipped, off });
  }
  for (const spots of stretches.values()) spots.sort((one, other) => one.off - other.off);
  return stretches;
}

function straight(points, at, length, [x, y, ux, uy], bend) {
  for (let stop = at; stop <= at + length; stop += 1) {
    const off = (points[stop * 2] - x) * uy - (points[stop * 2 + 1] - y) * ux;
    if (Math.abs(off) > bend) return false;
  }
  return true;
}
