// Spots for words that lie wholly on a piece of land. They are found row by row: a row of land is a few stretches.
import tokens from "#timemap/style/tokens.json" with { type: "json" };

const ROW = 2; // pixels between two rows
const EVERY = 2; // rows between two looks for words
const ASIDE = 6; // pixels between two spots on one row
const { zoneRim: RIM, zoneLeast: INSIDE } = tokens.labels; // pixels of land around words, and around a foot
const FEET = 5;

/** @import {Box, CanvasView, Point} from "#timemap/types.d.ts" */
/** @typedef {[from: number, to: number]} Stretch */

/**
 * Land that is seen in the window, in pixels of the canvas.
 *
 * @typedef {object} Land
 * @property {Point[]} feet points well inside, far from one another; the first is roughly the farthest from the outline
 * @property {(width: number, height: number) => Point[]} fits middles of words of a size that lie wholly on it
 * @property {(box: Box) => boolean} meets whether a box covers some of it
 * @property {(x: number, y: number) => boolean} has whether a point lies on it
 */

/**
 * Look at a piece of land.
 *
 * @param {ArrayLike<number>[]} rings outlines and holes in world coordinates
 * @param {CanvasView} view
 * @param {Box[]} [covered] where nothing of it is seen
 * @returns {Land}
 */
export function landOf(rings, view, covered = []) {
  const [left, top, right, bottom] = view.seen;
  const rows = rowsOf(rings, view);
  rows.forEach((row, at) => {
    const y = top + at * ROW;
    rows[at] = covered.filter((box) => y >= box[1] && y <= box[3]).reduce(without, row);
  });
  /** @param {number} y */
  const rowAt = (y) => rows[Math.round((y - top) / ROW)] ?? [];

  /** @type {Land["fits"]} */
  function fits(width, height) {
    /** @type {Point[]} */
    const spots = [];
    const tall = Math.ceil((height + 2 * RIM) / ROW);
    for (let first = 0; first + tall < rows.length; first += EVERY) {
      let free = rows[first];
      for (let row = first + 1; row <= first + tall && free.length > 0; row += 1) {
        free = common(free, rows[row], width + 2 * RIM);
      }
      for (const [from, to] of free) {
        const room = to - from - width - 2 * RIM;
        if (room < 0) continue;
        const steps = Math.floor(room / 2 / ASIDE);
        for (let step = -steps; step <= steps; step += 1) {
          spots.push({ x: (from + to) / 2 + step * ASIDE, y: top + (first + tall / 2) * ROW });
        }
      }
    }
    return spots;
  }

  /** @type {Land["meets"]} */
  function meets(box) {
    for (let y = Math.max(box[1], top); y <= Math.min(box[3], bottom); y += ROW) {
      if (rowAt(y).some(([from, to]) => from < box[2] && to > box[0])) return true;
    }
    return false;
  }

  /** @type {Land["has"]} */
  const has = (x, y) => x >= left && x <= right && rowAt(y).some(([from, to]) => from <= x && x <= to);
  return { feet: feetOf(middleOf(rows, top), fits(INSIDE, INSIDE)), fits, meets, has };
}

/** Choose the first point and those farthest from all before. @type {(middle: Point, points: Point[]) => Point[]} */
function feetOf(middle, points) {
  if (points.length === 0) return [];
  const feet = [middle];
  const far = points.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y));
  while (feet.length < FEET) {
    const at = far.reduce((best, away, index) => (away > far[best] ? index : best), 0);
    if (far[at] < 4 * INSIDE) break;
    feet.push(points[at]);
    points.forEach(({ x, y }, index) => {
      far[index] = Math.min(far[index], Math.hypot(x - points[at].x, y - points[at].y));
    });
  }
  return feet;
}

/** Return a row without what a box covers. @type {(row: Stretch[], box: Box) => Stretch[]} */
function without(row, [left, , right]) {
  /** @type {Stretch[]} */
  const parts = row.flatMap(([from, to]) => [[from, Math.min(to, left)], [Math.max(from, right), to]]);
  return parts.filter(([from, to]) => from < to);
}

/**
 * Return the stretches of land on each row of the window.
 *
 * @param {ArrayLike<number>[]} rings
 * @param {CanvasView} view
 * @returns {Stretch[][]}
 */
function rowsOf(rings, { seen: [left, top, right, bottom], scale, originX, originY }) {
  /** @type {number[][]} */
  const rows = Array.from({ length: Math.max(0, Math.floor((bottom - top) / ROW)) }, () => []);
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const [x, y] = [ring[at] * scale - originX, ring[at + 1] * scale - originY];
      const [fromX, fromY] = [ring[before] * scale - originX, ring[before + 1] * scale - originY];
      const low = Math.max(0, Math.ceil((Math.min(y, fromY) - top) / ROW));
      const high = Math.min(rows.length - 1, Math.ceil((Math.max(y, fromY) - top) / ROW) - 1);
      for (let row = low; row <= high; row += 1) {
        rows[row].push(fromX + ((x - fromX) * (top + row * ROW - fromY)) / (y - fromY));
      }
    }
  }
  return rows.map((cuts) => {
    cuts.sort((one, other) => one - other);
    /** @type {Stretch[]} */
    const stretches = [];
    for (let at = 0; at + 1 < cuts.length; at += 2) {
      const [from, to] = [Math.max(cuts[at], left), Math.min(cuts[at + 1], right)];
      if (from < to) stretches.push([from, to]);
    }
    return stretches;
  });
}

/** Return what rows share, if wide enough. @type {(one: Stretch[], other: Stretch[], width: number) => Stretch[]} */
function common(one, other, width) {
  /** @type {Stretch[]} */
  const shared = [];
  for (const [from, to] of one) {
    for (const [start, end] of other) {
      const [left, right] = [Math.max(from, start), Math.min(to, end)];
      if (right - left >= width) shared.push([left, right]);
    }
  }
  return shared;
}

/** Find a point that has land far to all sides. @type {(rows: Stretch[][], top: number) => Point} */
function middleOf(rows, top) {
  let best = { x: 0, y: 0 };
  let most = 0;
  for (let row = 0; row < rows.length; row += EVERY) {
    for (const [from, to] of rows[row]) {
      const x = (from + to) / 2;
      /** @param {number} at */
      const onLand = (at) => rows[at]?.some(([start, end]) => start <= x && x <= end);
      let reach = 0;
      while (reach * ROW * 2 < to - from && onLand(row - reach) && onLand(row + reach)) reach += 1;
      if (reach > most) [best, most] = [{ x, y: top + row * ROW }, reach];
    }
  }
  return best;
}
