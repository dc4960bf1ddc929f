// Painting of placed labels: dots, lines, plates and words.
import { addRoundedBox } from "#timemap/map/roundedbox.js";
import { letter } from "#timemap/labels/lettering.js";
import { rootOf } from "#timemap/labels/labelplacement.js";

/** @import {Words} from "#timemap/labels/lettering.js" */
/** @import {LabelCandidate} from "#timemap/labels/labelcandidate.js" */
/** @import {Placed, Spot} from "#timemap/labels/labelplacement.js" */

/** @typedef {Placed<LabelCandidate>} PlacedLabel */
/** @typedef {CanvasRenderingContext2D} Canvas2D */
/** @import {Palette} from "#timemap/map/palette.js" */

/** Radius of the dot of a place, in pixels. @type {Readonly<Partial<Record<LabelCandidate["kind"], number>>>} */
export const DOTS = Object.freeze({ city: 3, town: 2.3, village: 1.7 });

/**
 * Paint labels, the most important on top.
 *
 * @param {Canvas2D} ctx
 * @param {PlacedLabel[]} placed most important first
 * @param {number} scale
 * @param {Palette} colours
 */
export function paintLabels(ctx, placed, scale, colours) {
  for (const { candidate } of placed) drawDot(ctx, candidate, scale, colours);
  for (const { candidate, spot } of placed) drawLine(ctx, candidate.kind, spot, scale, colours);
  for (const { candidate, spot } of placed) drawPlate(ctx, candidate.kind, spot, scale, colours);
  for (const label of [...placed].reverse()) letter(ctx, wordsOf(label), label.spot, colours);
}

/**
 * Return the words of a label. A spot may have them broken in its own way.
 *
 * @param {PlacedLabel} label
 * @returns {Words}
 */
export function wordsOf({ candidate, spot }) {
  return spot.words ?? candidate.words;
}

/** @type {(ctx: Canvas2D, label: LabelCandidate, scale: number, colours: Palette) => void} */
function drawDot(ctx, { kind, x, y }, scale, colours) {
  const radius = DOTS[kind];
  if (radius === undefined || x === undefined || y === undefined) return;
  ctx.beginPath();
  ctx.arc(x, y, radius * scale, 0, Math.PI * 2);
  ctx.fillStyle = colours.dot;
  ctx.strokeStyle = colours.halo;
  ctx.lineWidth = 2.5;
  ctx.stroke();
  ctx.fill();
}

/**
 * Draw the line from words to what they are about. In a zone it ends in a dot.
 *
 * @param {Canvas2D} ctx
 * @param {string} kind
 * @param {Spot} spot
 * @param {number} scale
 * @param {Palette} colours
 */
function drawLine(ctx, kind, { box, foot, short = 0 }, scale, colours) {
  if (!foot) return;
  const [fromX, fromY] = rootOf({ box, foot });
  const [x, y] = foot;
  const left = Math.min(1, short / Math.max(1, Math.hypot(x - fromX, y - fromY)));
  /** @type {[colour: string, more: number][]} */
  const strokes = [[colours.halo, 2], [colours[kind === "zone" ? "zoneLabel" : "label"], 0]];
  for (const [colour, more] of strokes) {
    ctx.beginPath();
    ctx.moveTo(fromX, fromY);
    ctx.lineTo(x + (fromX - x) * left, y + (fromY - y) * left);
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.4 * scale + more;
    ctx.stroke();
    if (kind !== "zone") continue;
    ctx.beginPath();
    ctx.arc(x, y, 2.6 * scale + more / 2, 0, Math.PI * 2);
    ctx.fillStyle = colour;
    ctx.fill();
  }
}

/**
 * Draw the ground of a callout, and of a name on land that it is not about.
 *
 * @param {Canvas2D} ctx
 * @param {string} kind
 * @param {Spot} spot
 * @param {number} scale
 * @param {Palette} colours
 */
function drawPlate(ctx, kind, { box: [left, top, right, bottom], plate }, scale, colours) {
  if (kind !== "callout" && !plate) return;
  ctx.beginPath();
  addRoundedBox(ctx, [left, top, right - left, bottom - top], 4 * scale);
  ctx.fillStyle = colours.plate;
  ctx.fill();
  ctx.strokeStyle = colours[kind === "zone" ? "zoneLabel" : "label"];
  ctx.lineWidth = scale;
  ctx.stroke();
}
