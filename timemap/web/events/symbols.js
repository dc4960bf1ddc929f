// Symbols: one SVG path each, on canvas, list, legend and print. Size never says how bad something was.
// Those of own events are light on a plate, so that they are told apart without colour too.
import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { blankCanvas, context2d, finished, svgElement } from "#timemap/page/nodes.js";
import { isOwn } from "#timemap/own/ownwords.js";

/** @import {Category, Events} from "#timemap/types.d.ts" */
/** @typedef {Pick<Category, "path"|"colour">} Drawn `path` lies in a square from -1 to 1 */
/** @typedef {"plain"|"selected"|"beside"} SymbolState */
/** @typedef {{image: HTMLCanvasElement|ImageBitmap, size: number}} Sprite */

const { besideSize, chosenSize, ink, paper, ownColour, ownPlate, ownShare } = tokens.events;

/** How far the plate of an own event reaches, in half widths of a symbol. */
const PLATE_REACH = 1.3;

/** Half the width of a symbol in CSS pixels. */
export const RADIUS = tokens.events.radius;

/**
 * Look of each state: its size beside a plain one, pixels of light rim.
 *
 * An event beside the day keeps its colours, and so its contrast.
 *
 * @type {Readonly<Record<SymbolState, {size: number, rim: number}>>}
 */
const STATES = Object.freeze({
  plain: { size: 1, rim: 1 }, selected: { size: chosenSize, rim: 4 }, beside: { size: besideSize, rim: 1 },
});

/** Dark line and light rim round each symbol. Whatever it lies on, one of them stands out. */
export const OUTLINE = ink;
export const LIGHT = paper;
const UNKNOWN = Object.freeze({ path: "M-1-1H1V1H-1Z", colour: tokens.events.otherColour });

/**
 * Make the store of drawn symbols.
 *
 * Each is drawn once for its category, state, sharpness and plate, and then only copied.
 *
 * @param {Drawn[]} categories
 * @param {typeof blankCanvas} [makeCanvas]
 */
export function createSymbols(categories, makeCanvas = blankCanvas) {
  /** @type {Map<string, Sprite>} */
  const kept = new Map();

  /** @type {(category: number, state: SymbolState, ratio: number, own?: boolean) => Sprite} */
  function sprite(category, state, ratio, own = false) {
    const key = `${category} ${state} ${ratio} ${own}`;
    const symbol = { ...(categories[category] ?? UNKNOWN), own };
    const drawn = kept.get(key) ?? draw(symbol, state, ratio, makeCanvas);
    kept.set(key, drawn);
    return drawn;
  }

  return { sprite };
}

/**
 * @type {(symbol: Drawn & {own: boolean}, state: SymbolState, ratio: number, makeCanvas: typeof blankCanvas) => Sprite}
 */
function draw({ path: outline, colour, own }, state, ratio, makeCanvas) {
  const radius = RADIUS * STATES[state].size;
  const halo = STATES[state].rim;
  const size = Math.ceil(2 * (radius * (own ? PLATE_REACH : 1) + halo + 2));
  const image = makeCanvas(Math.round(size * ratio), Math.round(size * ratio));
  const ctx = context2d(image);
  const path = new globalThis.Path2D(own ? ownPlate : outline);
  ctx.setTransform(ratio * radius, 0, 0, ratio * radius, (ratio * size) / 2, (ratio * size) / 2);
  ctx.lineJoin = "round";
  if (state === "selected") {
    ctx.strokeStyle = OUTLINE;
    ctx.lineWidth = (2 * (halo + 1)) / radius;
    ctx.stroke(path);
  }
  ctx.strokeStyle = LIGHT;
  ctx.lineWidth = (2 * halo + 1) / radius;
  ctx.stroke(path);
  ctx.fillStyle = own ? ownColour : colour;
  ctx.fill(path, "evenodd");
  ctx.strokeStyle = OUTLINE;
  ctx.lineWidth = 1.3 / radius;
  ctx.stroke(path);
  if (own) {
    ctx.scale(ownShare, ownShare);
    ctx.fillStyle = LIGHT;
    ctx.fill(new globalThis.Path2D(outline), "evenodd");
  }
  return { image: finished(image), size };
}

/**
 * Make a symbol for the list or the legend.
 *
 * It is decoration there, the name stands beside it.
 *
 * @param {Drawn} [category]
 * @param {number} [size] CSS pixels
 * @returns {SVGSVGElement}
 */
export function symbolElement({ path, colour } = UNKNOWN, size = 18) {
  return picture(size, outlined(path, colour));
}

/**
 * Make the symbol of an event, on a plate where it is a visitor's own.
 *
 * @param {{categories: Drawn[]}} data
 * @param {Pick<Events, "own"|"mainCategory">} events
 * @param {number} index
 * @returns {SVGSVGElement}
 */
export function eventSymbol({ categories }, events, index) {
  const category = categories[events.mainCategory(index)];
  return isOwn(events, index) ? ownSymbol(category) : symbolElement(category);
}

/**
 * Make the symbol of an own event.
 *
 * @param {Drawn} [category]
 * @returns {SVGSVGElement}
 */
export function ownSymbol({ path } = UNKNOWN) {
  const glyph = { d: path, fill: LIGHT, "fill-rule": "evenodd", class: "own-glyph", transform: `scale(${ownShare})` };
  return picture(18, outlined(ownPlate, ownColour), svgElement("path", glyph));
}

/** @param {string} path @param {string} colour */
function outlined(path, colour) {
  return svgElement("path", {
    d: path, fill: colour, "fill-rule": "evenodd", stroke: OUTLINE, "stroke-width": 0.18, "stroke-linejoin": "round",
  });
}

/** @param {number} size CSS pixels @param {...SVGElement} paths @returns {SVGSVGElement} */
function picture(size, ...paths) {
  return svgElement("svg", {
    viewBox: "-1.25 -1.25 2.5 2.5", width: size, height: size, class: "symbol",
    "aria-hidden": "true", focusable: "false",
  }, ...paths);
}
