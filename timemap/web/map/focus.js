// Ring and arrow that mark the place of the map's title.
// The place is marked always: by the ring, or at the edge by an arrow that points to it.

/** @import { Box } from "#timemap/types.d.ts" */
/** @import { Palette } from "#timemap/map/palette.js" */

const INSET = 44; // pixels between the edge of the window and the arrow

/** Half of what the ring covers, in pixels at scale 1. */
export const RING = 15;
/** From its middle to the middle of its line. */
export const RIM = 12.5;

/**
 * Draw the ring.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} scale
 * @param {Palette} colours
 */
export function drawRing(ctx, x, y, scale, colours) {
  const radius = RIM * scale;
  for (const [colour, width] of /** @type {[string, number][]} */ ([[colours.halo, 5], [colours.focus, 2.8]])) {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, Math.PI * 2);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width * scale;
    ctx.stroke();
  }
  ctx.beginPath();
  ctx.arc(x, y, 1.8 * scale, 0, Math.PI * 2);
  ctx.fillStyle = colours.focus;
  ctx.fill();
}

/**
 * Return where the arrow stands when a point lies outside the window.
 *
 * @param {number} x of the point
 * @param {number} y
 * @param {Box} seen the window, in the same pixels
 * @returns {{x: number, y: number, angle: number} | null} null while the point is inside
 */
export function pointerTo(x, y, [left, top, right, bottom]) {
  if (x >= left && x <= right && y >= top && y <= bottom) return null;
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const [dx, dy] = [x - middleX, y - middleY];
  const reach = Math.min(
    Math.max((right - left) / 2 - INSET, 1) / Math.max(Math.abs(dx), 1e-9),
    Math.max((bottom - top) / 2 - INSET, 1) / Math.max(Math.abs(dy), 1e-9),
  );
  return { x: middleX + dx * reach, y: middleY + dy * reach, angle: Math.atan2(dy, dx) };
}

/**
 * Draw the arrow.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {{x: number, y: number, angle: number}} pointer
 * @param {number} scale
 * @param {Palette} colours
 */
export function drawPointer(ctx, { x, y, angle }, scale, colours) {
  const size = 9 * scale;
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(angle);
  ctx.beginPath();
  ctx.moveTo(size, 0);
  ctx.lineTo(-size * 0.7, size * 0.75);
  ctx.lineTo(-size * 0.3, 0);
  ctx.lineTo(-size * 0.7, -size * 0.75);
  ctx.closePath();
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = colours.halo;
  ctx.stroke();
  ctx.fillStyle = colours.focus;
  ctx.fill();
  ctx.restore();
}
