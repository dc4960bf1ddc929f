// A pattern is a named set of lines in a small tile that tells areas apart without colour; hatching cuts the colour away where it is less sure.
import { blankCanvas, svgElement } from "#timemap/symbols.js";

/** Side of the tile of a pattern in CSS pixels. */
export const TILE = 12;

/** Lines of each pattern in its tile; they meet across the edges. */
export const PATTERNS = Object.freeze({
  solid: "",
  diagonal: "M-3 3L3-3M0 12L12 0M9 15L15 9",
  "back-diagonal": "M-3 9L3 15M0 0L12 12M9-3L15 3",
  horizontal: "M0 3H12M0 9H12",
  vertical: "M3 0V12M9 0V12",
  dots: "M2.4 3H3.6M3 2.4V3.6M8.4 9H9.6M9 8.4V9.6",
  "cross-hatch": "M-3 3L3-3M0 12L12 0M9 15L15 9M-3 9L3 15M0 0L12 12M9-3L15 3",
  grid: "M0 6H12M6 0V12",
  zigzag: "M-3 6L0 3L3 6L6 9L9 6L12 3L15 6",
});

/** Cuts of the hatching by how unsure a hold is: none, thin ones, wide ones; the wide ones leave less than half of the colour. */
export const CUTS = Object.freeze([0, 1.3, 3.6]);

const CUT_LINES = "M-2 2L2-2M0 8L8 0M6 10L10 6";
const CUT_TILE = 8;
const FILL = 0.45;
const LINES = 0.42;

/**
 * Return the path of a pattern; a name that is not known gives no lines.
 *
 * @param {string} pattern
 * @returns {string}
 */
export function patternPath(pattern) {
  return Object.hasOwn(PATTERNS, pattern) ? PATTERNS[pattern] : "";
}

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

/**
 * Make the fillings of the areas for one canvas: drawn once, then only repeated.
 *
 * @param {{colour: string, pattern: string}[]} controllers
 * @returns {{area: (ctx: CanvasRenderingContext2D, controller: number, lastKnown: boolean, ratio: number) => CanvasPattern, cut: (ctx: CanvasRenderingContext2D, confidence: number, ratio: number) => CanvasPattern|null, outline: (controller: number, lastKnown: boolean) => string}}
 */
export function createFillings(controllers) {
  const kept = new Map();
  const colourOf = (controller, lastKnown) => shade(controllers[controller]?.colour ?? "#808080", { greyer: lastKnown ? 0.65 : 0 });

  function repeat(ctx, key, side, ratio, draw) {
    if (!kept.has(key)) kept.set(key, tile(ctx, side, ratio, draw));
    const { pattern, scale } = kept.get(key);
    const { e, f } = ctx.getTransform();
    const [x, y] = [e / ratio, f / ratio];
    pattern.setTransform(new globalThis.DOMMatrix([scale, 0, 0, scale, Math.round(x) - x, Math.round(y) - y])); // whole pixels keep the lines sharp
    return pattern;
  }

  function area(ctx, controller, lastKnown, ratio) {
    const colour = colourOf(controller, lastKnown);
    return repeat(ctx, `area ${controller} ${lastKnown} ${ratio}`, TILE, ratio, (on) => {
      on.globalAlpha = FILL;
      on.fillStyle = colour;
      on.fillRect(0, 0, TILE, TILE);
      on.globalAlpha = LINES;
      on.strokeStyle = shade(colour, { darker: 0.45 });
      on.stroke(new globalThis.Path2D(patternPath(controllers[controller]?.pattern)));
    });
  }

  function cut(ctx, confidence, ratio) {
    const width = CUTS[Math.min(confidence, CUTS.length - 1)] ?? 0;
    if (width === 0) return null;
    return repeat(ctx, `cut ${width} ${ratio}`, CUT_TILE, ratio, (on) => {
      on.globalAlpha = 0.8;
      on.lineWidth = width;
      on.stroke(new globalThis.Path2D(CUT_LINES));
    });
  }

  return { area, cut, outline: (controller, lastKnown) => shade(colourOf(controller, lastKnown), { darker: 0.5 }) };
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
 * @param {{colour?: string, pattern?: string, cut?: number, border?: string}} look
 * @returns {SVGSVGElement}
 */
export function swatchElement({ colour = "none", pattern = "solid", cut = 0, border = "rgba(0,0,0,.45)" }) {
  const svg = svgElement("svg", { viewBox: "0 0 24 16", width: 24, height: 16, class: "swatch", "aria-hidden": "true", focusable: "false" });
  svg.append(svgElement("rect", { width: 24, height: 16, fill: "#fff" }));
  if (colour !== "none") {
    svg.append(svgElement("rect", { width: 24, height: 16, fill: colour, "fill-opacity": FILL }));
    for (const [d, side, stroke, width, opacity] of [
      [patternPath(pattern), TILE, shade(colour, { darker: 0.45 }), 1, LINES],
      [cut > 0 ? CUT_LINES : "", CUT_TILE, "#fff", cut, 0.9],
    ]) {
      for (let x = 0; d && x < 24; x += side) {
        for (let y = 0; y < 16; y += side) {
          svg.append(svgElement("path", { d, transform: `translate(${x} ${y})`, fill: "none", stroke, "stroke-width": width, "stroke-opacity": opacity }));
        }
      }
    }
  }
  svg.append(svgElement("rect", { x: 0.5, y: 0.5, width: 23, height: 15, fill: "none", stroke: border }));
  return svg;
}
