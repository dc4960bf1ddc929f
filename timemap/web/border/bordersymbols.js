// Symbols of the border: gates for crossings, battlements for posts. State shows in shape as well as in colour.

import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { paletteName } from "#timemap/map/palette.js";

/** @import {Palette} from "#timemap/map/palette.js" */

const LOOK = Object.freeze(tokens.borderMarks);
const FILL = paletteName(LOOK.fill);
const POST_RIM = paletteName(LOOK.postRim);
const POST_HALO = paletteName(LOOK.postHalo);

/**
 * Return half the width of a mark at a zoom, in pixels.
 *
 * @param {{zoomLess: number, least: number, most: number}} size
 * @param {number} zoom
 */
function markSize({ zoomLess, least, most }, zoom) {
  return Math.min(Math.max(zoom - zoomLess, least), most);
}

/** Return half the width of a crossing. @param {number} zoom */
export const crossingSize = (zoom) => markSize(LOOK.crossingSize, zoom);

/** Return half the width of a military post. @param {number} zoom */
export const postSize = (zoom) => markSize(LOOK.postSize, zoom);

/**
 * Trace lines that are given in a square from -1 to 1.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {number[][]} points
 * @param {number} size half of the width in pixels
 */
function trace(ctx, points, size) {
  for (const [at, [x, y]] of points.entries()) {
    if (at === 0) ctx.moveTo(x * size, y * size);
    else ctx.lineTo(x * size, y * size);
  }
}

/**
 * Draw a crossing: two pillars with a free way, a bar, or a question.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} size half of the width in pixels
 * @param {"open" | "closed" | "unknown"} state
 * @param {Palette} colours
 * @param {boolean} [lastKnown] whether the state is only the last known one
 */
export function drawGate(ctx, x, y, size, state, colours, lastKnown = false) {
  const colour = colours[state];
  ctx.save();
  ctx.translate(x, y);
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  ctx.beginPath();
  trace(ctx, LOOK.crossingOutline, size);
  ctx.closePath();
  ctx.fillStyle = colours[FILL];
  ctx.fill();
  ctx.strokeStyle = colour;
  ctx.lineWidth = LOOK.markRimWidth;
  if (lastKnown || state === "unknown") ctx.setLineDash(LOOK.crossingDashes);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.beginPath();
  for (const bar of LOOK.bars[state]) trace(ctx, bar, size);
  ctx.lineWidth = state === "closed" ? size * LOOK.closedBarShare : LOOK.barWidth;
  ctx.stroke();
  ctx.restore();
}

/**
 * Draw a military post: a small battlement.
 *
 * It is filled while it is known to stand, hollow and dashed when last known.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} size half of the width in pixels
 * @param {"standing" | "last-known"} state
 * @param {string} colour of its holder
 * @param {Palette} colours
 */
export function drawPost(ctx, x, y, size, state, colour, colours) {
  const known = state === "standing";
  ctx.save();
  ctx.translate(x, y);
  ctx.lineJoin = "round";
  ctx.beginPath();
  trace(ctx, LOOK.postOutline, size);
  ctx.closePath();
  ctx.strokeStyle = colours[POST_HALO];
  ctx.lineWidth = LOOK.postHaloWidth;
  ctx.stroke();
  ctx.fillStyle = known ? colour : colours[FILL];
  ctx.fill();
  ctx.strokeStyle = colours[POST_RIM];
  ctx.lineWidth = LOOK.markRimWidth;
  if (!known) ctx.setLineDash(LOOK.postDashes);
  ctx.stroke();
  ctx.restore();
}
