// Symbols of the border: gates for crossings, battlements for posts. State shows in shape as well as in colour.

/** @import {Palette} from "#timemap/map/palette.js" */

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
  ctx.rect(-size, -size * 0.85, size * 2, size * 1.7);
  ctx.fillStyle = colours.halo;
  ctx.fill();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.2;
  if (lastKnown || state === "unknown") ctx.setLineDash([2, 1.8]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.beginPath();
  if (state === "open") {
    for (const side of [-0.5, 0.5]) {
      ctx.moveTo(side * size, size * 0.5);
      ctx.lineTo(side * size, -size * 0.5);
    }
  } else if (state === "closed") {
    ctx.moveTo(-size * 0.6, 0);
    ctx.lineTo(size * 0.6, 0);
  } else {
    ctx.arc(0, 0, 0.4, 0, Math.PI * 2);
  }
  ctx.lineWidth = state === "closed" ? size * 0.55 : 1.8;
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
  const step = (size * 2) / 5;
  ctx.save();
  ctx.translate(x, y);
  ctx.lineJoin = "round";
  ctx.beginPath();
  ctx.moveTo(-size, size * 0.9);
  for (let at = 0; at < 5; at += 1) {
    const height = at % 2 === 0 ? -size * 0.9 : -size * 0.3;
    ctx.lineTo(-size + at * step, height);
    ctx.lineTo(-size + (at + 1) * step, height);
  }
  ctx.lineTo(size, size * 0.9);
  ctx.closePath();
  ctx.strokeStyle = colours.halo;
  ctx.lineWidth = 4;
  ctx.stroke();
  ctx.fillStyle = known ? colour : colours.halo;
  ctx.fill();
  ctx.strokeStyle = colours.label;
  ctx.lineWidth = 1.2;
  if (!known) ctx.setLineDash([2.2, 1.8]);
  ctx.stroke();
  ctx.restore();
}
