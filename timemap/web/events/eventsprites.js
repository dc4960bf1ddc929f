// Small pictures of event marks, each drawn once and then copied.
import { addRoundedBox } from "#timemap/map/roundedbox.js";
import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { CELL } from "#timemap/events/eventgroups.js";
import { blankCanvas, context2d, finished } from "#timemap/page/nodes.js";

/** @import {Sprite} from "#timemap/events/symbols.js" */
/** @typedef {CanvasRenderingContext2D} Canvas2D */
/** @typedef {"none"|"some"|"all"} OwnShare how many of several events are own ones */

const { ringDashes, ringWidth, ringRimWidth, ownColour, ownPlate } = tokens.events;
export const INK = tokens.events.ink;
export const PAPER = tokens.events.paper;
const FONT = "system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif";

/** Cells by the digits of their number, which keeps a contrast of 4.5 to 1. */
const SHADES = Object.freeze(["#f1eef6", "#c9c5e0", "#6f63a8", "#41307a"]);
/** The same where all events are own ones. */
const OWN_SHADES = Object.freeze(["#e3f1f1", "#a9d5d6", "#1f7d84", "#00474d"]);
/** Half the width of the plate that marks own events among others, in pixels. */
const TAG = 2.8;

/** Make the store of pictures. */
export function createEventSprites() {
  /** @type {Map<string, Sprite>} */
  const kept = new Map();

  /** @type {(key: string, size: number, ratio: number, draw: (on: Canvas2D, middle: number) => void) => Sprite} */
  function keep(key, size, ratio, draw) {
    const known = kept.get(`${key} ${ratio}`) ?? drawSprite(size, ratio, draw);
    kept.set(`${key} ${ratio}`, known);
    return known;
  }

  return {
    /** @type {(where: string, radius: number, ratio: number) => Sprite} */
    ring: (where, radius, ratio) => keep(`ring ${where} ${radius}`, 2 * radius + 6, ratio, (on, middle) =>
      drawRing(on, middle, middle, radius, where)),

    /** @type {(text: string, own: OwnShare, ratio: number) => Sprite} */
    badge: (text, own, ratio) => keep(`badge ${text} ${own}`, 34, ratio, (on, middle) => {
      const half = Math.max(8, text.length * 3.7 + 4);
      on.beginPath();
      addRoundedBox(on, [middle - half, middle - 8, 2 * half, 16], 8);
      on.fillStyle = own === "all" ? ownColour : INK;
      on.fill();
      write(on, text, middle, PAPER);
      if (own === "some") tag(on, middle - half + 2, middle - 7);
    }),

    /** @type {(text: string, level: number, own: OwnShare, ratio: number) => Sprite} */
    cell: (text, level, own, ratio) => keep(`count ${text} ${level} ${own}`, CELL, ratio, (on, middle) => {
      const [half, high] = [Math.max(8, text.length * 3.7 + 4) + level, 8 + level];
      on.beginPath();
      addRoundedBox(on, [middle - half, middle - high, 2 * half, 2 * high], high);
      on.fillStyle = (own === "all" ? OWN_SHADES : SHADES)[level];
      on.fill();
      on.strokeStyle = level < 2 ? INK : PAPER;
      on.stroke();
      write(on, text, middle, level < 2 ? INK : PAPER);
      if (own === "some") tag(on, middle - half + 2, middle - high + 1);
    }),
  };
}

/** Return the shade of a cell by its count, whatever the others have. @param {number} count */
export function levelOf(count) {
  return Math.min(SHADES.length, String(count).length) - 1;
}

/**
 * Copy a picture with its middle at a point.
 *
 * Whole pixels keep it sharp and copying cheap.
 *
 * @param {Canvas2D} ctx
 * @param {Sprite} sprite
 * @param {number} x
 * @param {number} y
 * @param {number} [scale]
 */
export function copy(ctx, { image, size }, x, y, scale = 1) {
  const side = size * scale;
  ctx.drawImage(image, Math.round(x - side / 2), Math.round(y - side / 2), side, side);
}

/**
 * Draw the ring in which an event may lie.
 *
 * @param {Canvas2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {string} where how its place is known
 */
export function drawRing(ctx, x, y, radius, where) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.setLineDash([]);
  ctx.strokeStyle = PAPER;
  ctx.lineWidth = ringRimWidth;
  ctx.stroke();
  ctx.setLineDash(where === "area" ? ringDashes : []);
  ctx.strokeStyle = INK;
  ctx.lineWidth = ringWidth;
  ctx.stroke();
  ctx.setLineDash([]);
}

/** Draw the small plate that marks own events among others. @type {(ctx: Canvas2D, x: number, y: number) => void} */
function tag(ctx, x, y) {
  const path = new globalThis.Path2D(ownPlate);
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(TAG, TAG);
  ctx.lineWidth = 2.4 / TAG;
  ctx.strokeStyle = PAPER;
  ctx.stroke(path);
  ctx.fillStyle = ownColour;
  ctx.fill(path);
  ctx.restore();
}

/** @type {(ctx: Canvas2D, text: string, middle: number, colour: string) => void} */
function write(ctx, text, middle, colour) {
  ctx.font = `600 12px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = colour;
  ctx.fillText(text, middle, middle + 0.5, 2 * middle - 1);
}

/** @type {(size: number, ratio: number, draw: (on: Canvas2D, middle: number) => void) => Sprite} */
function drawSprite(size, ratio, draw) {
  const image = blankCanvas(Math.round(size * ratio), Math.round(size * ratio));
  const on = context2d(image);
  on.scale(image.width / size, image.height / size);
  draw(on, size / 2);
  return { image: finished(image), size };
}
