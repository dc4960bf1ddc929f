// A pattern is a set of lines in a small tile, an SVG path that the data bring along, that tells areas apart without colour, on paper and where it is asked for; soft stripes thin the colour out where evidence is weak.
import { blankCanvas, svgElement } from "#timemap/page/nodes.js";

/** Side of the tile of a pattern in CSS pixels. */
const TILE = 12;

/** A stripe from its soft edge to its middle: width in pixels, and how much of its depth is reached there. */
export const STRIPE = Object.freeze([{ width: 5.4, share: 0.3 }, { width: 3.6, share: 0.65 }, { width: 1.8, share: 1 }]);

const STRIPE_LINES = "M-2.5 2.5L2.5-2.5M0 10L10 0M7.5 12.5L12.5 7.5";
const STRIPE_TILE = 10;
const LINES = 0.42;
const GROUND = "var(--map-land, #fff)";

/**
 * Return a colour (#rrggbb) nearer to black (part above 0) or, drained of its hue, nearer to its own grey.
 *
 * @param {string} colour
 * @param {{darker?: number, greyer?: number}} change parts from 0 to 1
 * @returns {string}
 */
export function shade(colour, { darker = 0, greyer = 0 }) {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0);
  const grey = 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2];
  const changed = parts.map((part) => Math.round((part + (grey - part) * greyer) * (1 - darker)));
  return `#${changed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Colour of a holder that the data do not know. */
const UNKNOWN_COLOUR = "#808080";

/**
 * Return the colour of an area; a state that is only the last known one has lost most of its hue.
 *
 * @param {string|undefined} colour
 * @param {boolean} lastKnown
 * @returns {string}
 */
export function areaColour(colour = UNKNOWN_COLOUR, lastKnown = false) {
  return lastKnown ? shade(colour, { greyer: 0.6, darker: 0.22 }) : colour;
}

/**
 * Return the colour in which the areas of a controller are drawn in a theme; that of the light one is lost on a dark ground.
 *
 * @param {{colour?: string, dark?: string}|undefined} controller
 * @param {{lastKnown?: boolean, theme?: string}} [look]
 * @returns {string}
 */
export function holderColour(controller, { lastKnown = false, theme = globalThis.document?.documentElement.dataset.theme } = {}) {
  return areaColour((theme === "dark" && controller?.dark) || controller?.colour, lastKnown);
}

/**
 * Return how much each stroke of a stripe takes away of what the strokes before have left.
 *
 * @param {number} depth part from 0 to 1 that the middle takes away
 * @returns {{width: number, alpha: number}[]}
 */
export function stripeStrokes(depth) {
  return STRIPE.map(({ width, share }, at) => ({ width, alpha: 1 - (1 - depth * share) / (1 - depth * (STRIPE[at - 1]?.share ?? 0)) }));
}

/**
 * Make the fillings of the areas for one canvas: drawn once, then only repeated.
 *
 * @param {{colour: string, dark: string, lines: string}[]} controllers each with the lines of its pattern in a tile of `TILE` pixels, as an SVG path
 * @param {() => Record<string, string>} palette of the theme: `fill` says how much of the ground an area covers, `hatch` how deep a stripe is
 * @returns {{area: (ctx: CanvasRenderingContext2D, controller: number, lastKnown: boolean, ratio: number, withLines: boolean) => CanvasPattern, stripes: (ctx: CanvasRenderingContext2D, ratio: number) => CanvasPattern, solid: (controller: number, lastKnown: boolean) => string, outline: (controller: number, lastKnown: boolean) => string}}
 */
export function createFillings(controllers, palette) {
  const kept = new Map();
  const colourOf = (controller, lastKnown) => holderColour(controllers[controller], { lastKnown });

  function repeat(ctx, key, side, ratio, draw) {
    if (!kept.has(key)) kept.set(key, tile(ctx, side, ratio, draw));
    const { pattern, scale } = kept.get(key);
    const { e, f } = ctx.getTransform();
    const [x, y] = [e / ratio, f / ratio];
    pattern.setTransform(new globalThis.DOMMatrix([scale, 0, 0, scale, Math.round(x) - x, Math.round(y) - y])); // whole pixels keep the lines sharp
    return pattern;
  }

  function area(ctx, controller, lastKnown, ratio, withLines) {
    const colour = colourOf(controller, lastKnown);
    const share = Number(palette().fill);
    return repeat(ctx, `area ${colour} ${share} ${controller} ${ratio} ${withLines}`, TILE, ratio, (on) => {
      on.globalAlpha = share;
      on.fillStyle = colour;
      on.fillRect(0, 0, TILE, TILE);
      if (!withLines) return;
      on.globalAlpha = LINES;
      on.strokeStyle = shade(colour, { darker: 0.45 });
      on.stroke(new globalThis.Path2D(controllers[controller]?.lines ?? ""));
    });
  }

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

  return { area, stripes, solid: colourOf, outline: (controller, lastKnown) => shade(colourOf(controller, lastKnown), { darker: 0.5 }) };
}

function tile(ctx, side, ratio, draw) {
  const canvas = blankCanvas(Math.round(side * ratio), Math.round(side * ratio));
  const on = canvas.getContext("2d");
  on.scale(canvas.width / side, canvas.height / side);
  draw(on);
  return { pattern: ctx.createPattern(canvas, "repeat"), scale: side / canvas.width };
}

/**
 * Make the sample of an area for the legend.
 *
 * @param {{colour?: string, dark?: string, lines?: string}|undefined} controller
 * @param {{lastKnown?: boolean, weak?: boolean}} [look] `weak` with the stripes of weak evidence
 * @returns {SVGSVGElement}
 */
export function swatchElement(controller, { lastKnown = false, weak = false } = {}) {
  const colour = holderColour(controller, { lastKnown });
  const svg = svgElement("svg", { viewBox: "0 0 24 16", width: 24, height: 16, class: weak ? "swatch swatch-weak" : "swatch", "aria-hidden": "true", focusable: "false" });
  svg.append(svgElement("rect", { width: 24, height: 16, fill: GROUND }));
  svg.append(svgElement("rect", { width: 24, height: 16, fill: colour, "fill-opacity": "var(--map-fill)" }));
  const stripe = STRIPE.map(({ width, share }, at) => [STRIPE_LINES, "", STRIPE_TILE, GROUND, width, `calc(var(--map-hatch) * ${share - (STRIPE[at - 1]?.share ?? 0)})`]);
  const parts = [[controller?.lines ?? "", "swatch-lines", TILE, shade(colour, { darker: 0.45 }), 1, LINES], ...(weak ? stripe : [])];
  for (const [d, kind, side, stroke, thickness, opacity] of parts) {
    for (let x = 0; d && x < 24; x += side) {
      for (let y = 0; y < 16; y += side) {
        svg.append(svgElement("path", { d, class: kind, transform: `translate(${x} ${y})`, fill: "none", stroke, "stroke-width": thickness, "stroke-opacity": opacity }));
      }
    }
  }
  svg.append(svgElement("rect", { x: 0.5, y: 0.5, width: 23, height: 15, fill: "none", stroke: "var(--ink)", "stroke-opacity": 0.6 }));
  return svg;
}
