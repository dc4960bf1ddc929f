// Fading of the areas where the covered region ends in open country. The cut is not to look like a front.
import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { boxOf, decodeLine, meets, toWorld } from "#timemap/map/geometry.js";
import { blankCanvas, context2d } from "#timemap/page/nodes.js";

/** @import {Box, CanvasView} from "#timemap/types.d.ts" */
/** @typedef {[x: number, y: number, length: number]} Run pieces of a row that lie side by side */

const {
  nearBorderDegrees: NEAR, widthDegrees: WIDTH_DEGREES, leastWidth: LEAST, mostWidth: MOST, steps: STEPS,
} = tokens.rim;
const PIECE = 64; // the mask is taken in square pieces, and only where it fades something
const ROW = 4096; // more pieces than a row ever has

/**
 * Return the parts of the rim that are not a border, as lines in degrees.
 *
 * @param {Float64Array[]} rim closed rings in degrees
 * @param {Float64Array[]} borders lines in degrees
 * @returns {Float64Array[]}
 */
export function softParts(rim, borders) {
  /** @type {Set<string>} */
  const known = new Set();
  /** @param {number} value */
  const cell = (value) => Math.floor(value / NEAR);
  for (const line of borders) {
    for (const [lon, lat] of dense(line)) known.add(`${cell(lon)} ${cell(lat)}`);
  }
  /** @type {(lon: number, lat: number) => boolean} */
  const isBorder = (lon, lat) => {
    const around = [-1, 0, 1];
    return around.some((dx) => around.some((dy) => known.has(`${cell(lon) + dx} ${cell(lat) + dy}`)));
  };
  /** @type {Float64Array[]} */
  const parts = [];
  for (const ring of rim) {
    /** @type {number[]} */
    let part = [];
    const finish = () => {
      if (part.length > 2) parts.push(Float64Array.from(part));
      part = [];
    };
    for (const [lon, lat] of dense(ring)) {
      if (isBorder(lon, lat)) finish();
      else part.push(lon, lat);
    }
    finish();
  }
  return parts;
}

/**
 * Return how much of an area is left so near to the rim.
 *
 * It starts and ends to fade gently, so that neither looks like a line.
 *
 * @param {number} away from the rim, as a share of the width of the fading
 * @returns {number} from 0 to 1
 */
export function remaining(away) {
  return away * away * (3 - 2 * away);
}

/** Join the pieces of a row that lie side by side. @type {(names: number[]) => Run[]} */
function inRows(names) {
  /** @type {Run[]} */
  const runs = [];
  let last = NaN;
  for (const name of names) {
    if (name === last + 1) runs[runs.length - 1][2] += PIECE;
    else runs.push([(name % ROW) * PIECE, Math.floor(name / ROW) * PIECE, PIECE]);
    last = name;
  }
  return runs;
}

/**
 * Yield points along a line that are nearer to each other than `NEAR`.
 *
 * @param {Float64Array} line
 * @returns {Generator<[lon: number, lat: number]>}
 */
function* dense(line) {
  for (let at = 0; at + 1 < line.length; at += 2) {
    if (at >= 2) {
      const [fromLon, fromLat] = [line[at - 2], line[at - 1]];
      const count = Math.ceil(Math.max(Math.abs(line[at] - fromLon), Math.abs(line[at + 1] - fromLat)) / NEAR);
      for (let step = 1; step < count; step += 1) {
        yield [fromLon + ((line[at] - fromLon) * step) / count, fromLat + ((line[at + 1] - fromLat) * step) / count];
      }
    }
    yield [line[at], line[at + 1]];
  }
}

/**
 * Make the fading. The mask is made anew only when the view has changed.
 *
 * @param {number[][]|undefined} rim delta-coded rings
 * @param {number[][]} borders delta-coded lines
 */
export function createEdgeFade(rim, borders) {
  const lines = softParts((rim ?? []).map(decodeLine), borders.map(decodeLine)).map(toWorld);
  const around = boxOf(lines);
  const mask = blankCanvas(0, 0);
  /** @type {Run[]} */
  let pieces = [];
  let key = "";

  /** @type {(view: CanvasView, width: number) => void} */
  function make(view, width) {
    const name = [view.originX, view.originY, view.scale, view.width, view.height, view.ratio].join(" ");
    if (name === key) return;
    key = name;
    const { path, touched } = trace(lines, view, width);
    pieces = touched;
    if (pieces.length === 0) return;
    mask.width = Math.ceil(view.width * view.ratio); // which empties it
    mask.height = Math.ceil(view.height * view.ratio);
    const ctx = context2d(mask);
    ctx.scale(view.ratio, view.ratio);
    ctx.lineCap = "round"; // else a tooth stands where the rim meets a border for a short way
    ctx.lineJoin = "round";
    for (let step = STEPS; step >= 1; step -= 1) {
      ctx.lineWidth = (2 * width * step) / STEPS;
      ctx.globalAlpha = 1 - remaining((step - 1) / STEPS) / remaining(step / STEPS);
      ctx.stroke(path);
    }
  }

  /**
   * Take the rim out of what is drawn.
   *
   * @param {CanvasRenderingContext2D} ctx
   * @param {CanvasView} view
   * @param {Box} [box] the only part of the canvas that is drawn
   */
  function erase(ctx, view, box = [0, 0, view.width, view.height]) {
    const [left, upper, right, lower] = box;
    const width = Math.min(MOST, Math.max(LEAST, (WIDTH_DEGREES / 360) * view.scale));
    if (lines.length === 0 || !meets(around, grown(view.box, width / view.scale))) return;
    make(view, width);
    ctx.save();
    ctx.globalCompositeOperation = "destination-out";
    ctx.imageSmoothingEnabled = false;
    for (const [x, y, length] of pieces) {
      if (x > right || y > lower || x + length < left || y + PIECE < upper) continue;
      const { ratio } = view;
      ctx.drawImage(mask, x * ratio, y * ratio, length * ratio, PIECE * ratio, x, y, length, PIECE);
    }
    ctx.restore();
  }

  return { erase };
}

/**
 * Trace the rim in a view, and the pieces of the mask that it reaches.
 *
 * @param {Float64Array[]} lines in world coordinates
 * @param {CanvasView} view
 * @param {number} width of the fading in pixels
 * @returns {{path: Path2D, touched: Run[]}}
 */
function trace(lines, view, width) {
  const path = new globalThis.Path2D();
  /** @type {Set<number>} */
  const touched = new Set();
  /** @type {(at: number, limit: number) => [first: number, last: number]} */
  const pieces = (at, limit) => [
    Math.max(Math.floor((at - width) / PIECE), 0),
    Math.min(Math.floor((at + width) / PIECE), Math.ceil(limit / PIECE) - 1),
  ];
  /** @type {(x: number, y: number) => void} */
  const touch = (x, y) => {
    const [[left, right], [upper, lower]] = [pieces(x, view.width), pieces(y, view.height)];
    for (let column = left; column <= right; column += 1) {
      for (let row = upper; row <= lower; row += 1) touched.add(row * ROW + column);
    }
  };
  for (const line of lines) {
    if (!meets(boxOf([line]), grown(view.box, width / view.scale))) continue;
    let [lastX, lastY] = [NaN, NaN];
    for (let at = 0; at < line.length; at += 2) {
      const x = line[at] * view.scale - view.originX;
      const y = line[at + 1] * view.scale - view.originY;
      if (at < line.length - 2 && Math.abs(x - lastX) + Math.abs(y - lastY) < 3) continue;
      if (at > 0) path.lineTo(x, y);
      else path.moveTo(x, y);
      touch(x, y);
      [lastX, lastY] = [x, y];
    }
  }
  return { path, touched: inRows([...touched].sort((one, other) => one - other)) };
}

/** @type {(box: Box, by: number) => Box} */
function grown([west, north, east, south], by) {
  return [west - by, north - by, east + by, south + by];
}
