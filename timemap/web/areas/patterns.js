// Patterns that tell areas apart, and stripes of weak evidence.
import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { blankCanvas, context2d, svgElement } from "#timemap/page/nodes.js";

/** @import {Palette} from "#timemap/map/palette.js" */
/** @import {Controller} from "#timemap/types.d.ts" */
/** @typedef {CanvasRenderingContext2D} Canvas2D */
/** @typedef {(on: Canvas2D) => void} DrawTile */
/** @typedef {{pattern: CanvasPattern|null, scale: number}} Tile */
/** @typedef {CanvasPattern|string} Filling */

const {
  patternTile: TILE, patternStrength: LINES, patternDarker, patternLighter, stripe: STRIPE, stripesApart: STRIPE_TILE,
  zoneDarker, lastKnownGreyer, lastKnownDarker, greyWeights, unknownColour,
} = tokens.areas;

const [SIDE, END] = [STRIPE_TILE, STRIPE_TILE / 4];
/** A stripe across its tile, and the ends of those of two neighbours. */
const STRIPE_LINES = `M${-END} ${END}L${END} ${-END}M0 ${SIDE}L${SIDE} 0M${SIDE - END} ${SIDE + END}L${SIDE + END} ${SIDE - END}`;
const GROUND = "var(--map-land, #fff)";

/**
 * Return a colour (#rrggbb) made darker, lighter, or drained of its hue.
 *
 * @param {string} colour
 * @param {{darker?: number, lighter?: number, greyer?: number}} change parts from 0 to 1
 * @returns {string}
 */
export function shade(colour, { darker = 0, lighter = 0, greyer = 0 }) {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0);
  const grey = parts.reduce((sum, part, at) => sum + greyWeights[at] * part, 0);
  const toned = parts.map((part) => (part + (grey - part) * greyer) * (1 - darker));
  const changed = toned.map((part) => Math.round(part + (255 - part) * lighter));
  return `#${changed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * Return the colour of an area.
 *
 * A state that is only the last known one has lost most of its hue.
 *
 * @param {string|undefined} colour
 * @param {boolean} lastKnown
 * @returns {string}
 */
export function areaColour(colour = unknownColour, lastKnown = false) {
  return lastKnown ? shade(colour, { greyer: lastKnownGreyer, darker: lastKnownDarker }) : colour;
}

/**
 * Return the colour of a controller's areas in a theme.
 *
 * That of the light one is lost on a dark ground.
 *
 * @param {{colour?: string, dark?: string}|undefined} controller
 * @param {{lastKnown?: boolean, theme?: string}} [look]
 * @returns {string}
 */
export function holderColour(controller, { lastKnown = false, theme = themeNow() } = {}) {
  return areaColour((theme === "dark" && controller?.dark) || controller?.colour, lastKnown);
}

/**
 * Return the colour of a pattern's lines in an area of a colour.
 *
 * They are lighter on a dark ground.
 *
 * @param {string} colour
 * @param {string} [theme]
 * @returns {string}
 */
export function patternColour(colour, theme = themeNow()) {
  return shade(colour, theme === "dark" ? { lighter: patternLighter } : { darker: patternDarker });
}

function themeNow() {
  return globalThis.document?.documentElement.dataset.theme;
}

/**
 * Return how much each stroke of a stripe takes away of what is left.
 *
 * @param {number} depth part from 0 to 1 that the middle takes away
 * @returns {{width: number, alpha: number}[]}
 */
export function stripeStrokes(depth) {
  const left = (/** @type {number} */ share) => 1 - depth * share;
  return STRIPE.map(({ width, share }, at) => ({ width, alpha: 1 - left(share) / left(STRIPE[at - 1]?.share ?? 0) }));
}

/**
 * Make the fillings of the areas for one canvas.
 *
 * Each is drawn once, then only repeated.
 *
 * @param {Pick<Controller, "colour"|"dark"|"lines">[]} controllers `lines` are an SVG path in a tile of `TILE` pixels
 * @param {() => Palette} palette `fill`: share of the ground that areas cover, `hatch`: depth of stripes
 */
export function createFillings(controllers, palette) {
/** @type {Map<string, Tile>} */
  const kept = new Map();
  /** @type {(controller: number, lastKnown: boolean) => string} */
  const colourOf = (controller, lastKnown) => holderColour(controllers[controller], { lastKnown });

  /** @type {(ctx: Canvas2D, key: string, side: number, ratio: number, draw: DrawTile) => Filling} */
  function repeat(ctx, key, side, ratio, draw) {
    const { pattern, scale } = kept.get(key) ?? tile(ctx, side, ratio, draw);
    kept.set(key, { pattern, scale });
    if (pattern === null) return ""; // a canvas without pixels has none
    const { e, f } = ctx.getTransform();
    const [x, y] = [e / ratio, f / ratio];
    const shift = [Math.round(x) - x, Math.round(y) - y]; // whole pixels keep the lines sharp
    pattern.setTransform(new globalThis.DOMMatrix([scale, 0, 0, scale, ...shift]));
    return pattern;
  }

  /** @type {(ctx: Canvas2D, controller: number, lastKnown: boolean, ratio: number, withLines: boolean) => Filling} */
  function area(ctx, controller, lastKnown, ratio, withLines) {
    const colour = colourOf(controller, lastKnown);
    const share = Number(palette().fill);
    const key = `area ${colour} ${share} ${controller} ${ratio} ${withLines && patternColour(colour)}`;
    return repeat(ctx, key, TILE, ratio, (on) => {
      on.globalAlpha = share;
      on.fillStyle = colour;
      on.fillRect(0, 0, TILE, TILE);
      if (!withLines) return;
      on.globalAlpha = LINES;
      on.strokeStyle = patternColour(colour);
      on.stroke(new globalThis.Path2D(controllers[controller]?.lines ?? ""));
    });
  }

  /** @type {(ctx: Canvas2D, ratio: number) => Filling} */
  function stripes(ctx, ratio) {
    const depth = Number(palette().hatch);
    return repeat(ctx, `stripes ${depth} ${ratio}`, STRIPE_TILE, ratio, (on) => {
      const lines = new globalThis.Path2D(STRIPE_LINES);
      for (const { width, alpha } of stripeStrokes(depth)) {
        on.globalAlpha = alpha;
        on.lineWidth = width;
        on.stroke(lines);
      }
    });
  }

  /** @type {(controller: number, lastKnown: boolean) => string} */
  const outline = (controller, lastKnown) => shade(colourOf(controller, lastKnown), { darker: zoneDarker });
  return { area, stripes, solid: colourOf, outline };
}

/** @type {(ctx: Canvas2D, side: number, ratio: number, draw: DrawTile) => Tile} */
function tile(ctx, side, ratio, draw) {
  const canvas = blankCanvas(Math.round(side * ratio), Math.round(side * ratio));
  const on = context2d(canvas);
  on.scale(canvas.width / side, canvas.height / side);
  draw(on);
  return { pattern: ctx.createPattern(canvas, "repeat"), scale: side / canvas.width };
}

/** @type {(svg: SVGSVGElement, side: number, lines: Record<string, string|number>) => void} */
function tileOver(svg, side, lines) {
  for (let x = 0; lines.d && x < 24; x += side) {
    for (let y = 0; y < 16; y += side) {
      svg.append(svgElement("path", { ...lines, transform: `translate(${x} ${y})`, fill: "none" }));
    }
  }
}

/**
 * Make the sample of an area for the legend.
 *
 * @param {{colour?: string, dark?: string, lines?: string}|undefined} controller
 * @param {{lastKnown?: boolean, weak?: boolean, half?: boolean}} [look] `weak` with the stripes of weak evidence,
 *   `half` one half in full colour and one as last known
 * @returns {SVGSVGElement}
 */
export function swatchElement(controller, { lastKnown = false, weak = false, half = false } = {}) {
  const colour = holderColour(controller, { lastKnown });
  const svg = svgElement("svg", {
    viewBox: "0 0 24 16", width: 24, height: 16, class: weak ? "swatch swatch-weak" : "swatch",
    "aria-hidden": "true", focusable: "false",
  });
  svg.append(svgElement("rect", { width: 24, height: 16, fill: GROUND }));
  const shades = half ? [colour, holderColour(controller, { lastKnown: true })] : [colour];
  for (const [at, fill] of shades.entries()) {
    const width = 24 / shades.length;
    svg.append(svgElement("rect", { x: at * width, width, height: 16, fill, "fill-opacity": "var(--map-fill)" }));
  }
  const stroke = patternColour(colour);
  const d = controller?.lines ?? "";
  tileOver(svg, TILE, { d, class: "swatch-lines", stroke, "stroke-width": 1, "stroke-opacity": LINES });
  for (const [at, { width, share }] of weak ? STRIPE.entries() : []) {
    tileOver(svg, STRIPE_TILE, {
      d: STRIPE_LINES, class: "", stroke: GROUND, "stroke-width": width,
      "stroke-opacity": `calc(var(--map-hatch) * ${share - (STRIPE[at - 1]?.share ?? 0)})`,
    });
  }
  const edge = { x: 0.5, y: 0.5, width: 23, height: 15, fill: "none", stroke: "var(--ink)", "stroke-opacity": 0.6 };
  svg.append(svgElement("rect", edge));
  return svg;
}
