// Cache of projected lines as Path2D, one per zoom.
// Panning only shifts them.

import { boxOf, meets } from "#timemap/map/geometry.js";

/** @import { View } from "#timemap/map/view.js" */

const KEPT_ZOOMS = 6;
const FINEST = 0.35; // pixels; points nearer to the one before cannot be told apart

/**
 * @typedef {object} Paths
 * @property {number} length
 * @property {(index: number, zoom: number) => Path2D} path
 * @property {Each} each
 *
 * @typedef {(ctx: CanvasRenderingContext2D, view: View, visit: (path: Path2D, index:
 *   number) => void) => void} Each
 */

/**
 * Keep shapes ready to be drawn.
 *
 * Paths count from a point in the middle of all shapes, not from the corner of the world: canvases compute with
 * single precision, which at zoom 13 would shift world pixels visibly.
 *
 * @param {Float64Array[][]} shapes each a list of lines (or rings) in world coordinates
 * @param {{closed?: boolean, Path?: typeof Path2D}} [options]
 * @returns {Paths}
 */
export function createPaths(shapes, { closed = false, Path = globalThis.Path2D } = {}) {
  const boxes = shapes.map(boxOf);
  const whole = boxOf(shapes.flat());
  const middle = shapes.flat().length > 0 ? [(whole[0] + whole[2]) / 2, (whole[1] + whole[3]) / 2] : [0, 0];
  /** @type {Map<number, Path2D[]>} */
  const kept = new Map(); // zoom -> paths, oldest first

  /** @param {number} zoom */
  function pathsAt(zoom) {
    const paths = kept.get(zoom) ?? new Array(shapes.length);
    kept.delete(zoom);
    kept.set(zoom, paths);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_ZOOMS) kept.delete(oldest);
    return paths;
  }

  /** @param {number} index @param {number} zoom */
  function path(index, zoom) {
    const paths = pathsAt(zoom);
    paths[index] ??= trace(new Path(), shapes[index], 256 * 2 ** zoom);
    return paths[index];
  }

  /** @param {Path2D} target @param {Float64Array[]} lines @param {number} scale */
  function trace(target, lines, scale) {
    for (const line of lines) {
      let lastX = Infinity;
      let lastY = Infinity;
      for (let at = 0; at < line.length; at += 2) {
        const x = (line[at] - middle[0]) * scale;
        const y = (line[at + 1] - middle[1]) * scale;
        if (at === 0) target.moveTo(x, y);
        else if (at < line.length - 2 && Math.abs(x - lastX) < FINEST && Math.abs(y - lastY) < FINEST) continue;
        else target.lineTo(x, y);
        lastX = x;
        lastY = y;
      }
      if (closed) target.closePath();
    }
    return target;
  }

  /** @type {Each} */
  function each(ctx, view, visit) {
    ctx.save();
    ctx.translate(middle[0] * view.scale - view.originX, middle[1] * view.scale - view.originY);
    for (let index = 0; index < shapes.length; index += 1) {
      if (meets(boxes[index], view.box)) visit(path(index, view.zoom), index);
    }
    ctx.restore();
  }

  return { length: shapes.length, path, each };
}
