// Box with round corners on a canvas.
// It does without roundRect, which Safari has only from version 16 on.

/**
 * Add the outline of a box to the path.
 *
 * @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} ctx
 * @param {[number, number, number, number]} box left, top, width, height
 * @param {number} radius of the corners
 */
export function addRoundedBox(ctx, [left, top, width, height], radius) {
  const [right, bottom, round] = [left + width, top + height, Math.min(radius, width / 2, height / 2)];
  ctx.moveTo(left + round, top);
  ctx.arcTo(right, top, right, bottom, round);
  ctx.arcTo(right, bottom, left, bottom, round);
  ctx.arcTo(left, bottom, left, top, round);
  ctx.arcTo(left, top, right, top, round);
  ctx.closePath();
}
