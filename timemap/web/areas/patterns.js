// A pattern is a set of lines in a small tile, an SVG path that the data bring along, that tells areas apart without colour, on paper and where it is asked for; hatching cuts the colour away where it is less sure.
import { blankCanvas, svgElement } from "#timemap/page/nodes.js";

/** Side of the tile of a pattern in CSS pixels. */
const TILE = 12;

/** Hatching by how unsure a hold is: width of the lines that are cut out of the colour, and how much the rest fades. */
export const CUTS = Object.freeze([{ width: 0, fade: 0 }, { width: 1.8, fade: 0.08 }, { width: 4.2, fade: 0.34 }]);

const CUT_LINES = "M-2.5 2.5L2.5-2.5M0 10L10 0M7.5 12.5L12.5 7.5";
const CUT_TILE = 10;
const CUT_DEPTH = 0.66;
const FILL = 0.45;
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
export const UNKNOWN_COLOUR = "#808080";

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

/** Luminance from 0 to 1 below which a colour is lost on the ground of the dark theme, and how much nearer to white it is drawn there: the less the more hue it has. */
const LOST = 0.1;
const LIGHTER = 0.65;
const KEPT_HUE = 0.6;

/**
 * Return a colour as it is drawn in a theme: one that would be lost on a dark ground is lighter there.
 *
 * @param {string} colour #rrggbb
 * @param {string|undefined} theme
 * @returns {string}
 */
export function themed(colour, theme = globalThis.document?.documentElement.dataset.theme) {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255 || 0);
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  if (theme !== "dark" || 0.2126 * red + 0.7152 * green + 0.0722 * blue >= LOST) return colour;
  const [least, most] = [Math.min(...parts), Math.max(...parts)];
  const nearer = LIGHTER * (1 - (KEPT_HUE * (most - least)) / Math.max(most, 0.01));
  return `#${parts.map((part) => Math.round(255 * (part + (1 - part) * nearer)).toString(16).padStart(2, "0")).join("")}`;
}

/**
 * Make the fillings of the areas for one canvas: drawn once, then only repeated.
 *
 * @param {{colour: string, lines: string}[]} controllers each with the lines of its pattern in a tile of `TILE` pixels, as an SVG path
 * @returns {{area: (ctx: CanvasRenderingContext2D, controller: number, lastKnown: boolean, ratio: number, withLines: boolean) => CanvasPattern, cut: (ctx: CanvasRenderingContext2D, confidence: number, ratio: number) => CanvasPattern|null, outline: (controller: number, lastKnown: boolean) => string}}
 */
export function createFillings(controllers) {
  const kept = new Map();
  const colourOf = (controller, lastKnown) => themed(areaColour(controllers[controller]?.colour, lastKnown));

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
    return repeat(ctx, `area ${colour} ${controller} ${ratio} ${withLines}`, TILE, ratio, (on) => {
      on.globalAlpha = FILL;
      on.fillStyle = colour;
      on.fillRect(0, 0, TILE, TILE);
      if (!withLines) return;
      on.globalAlpha = LINES;
      on.strokeStyle = shade(colour, { darker: 0.45 });
      on.stroke(new globalThis.Path2D(controllers[controller]?.lines ?? ""));
    });
  }

  function cut(ctx, confidence, ratio) {
    const { width, fade } = cutOf(confidence);
    if (width === 0) return null;
    return repeat(ctx, `cut ${width} ${ratio}`, CUT_TILE, ratio, (on) => {
      on.globalAlpha = fade;
      on.fillRect(0, 0, CUT_TILE, CUT_TILE);
      on.globalAlpha = CUT_DEPTH;
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

function cutOf(confidence) {
  return CUTS[Math.max(0, Math.min(confidence, CUTS.length - 1))];
}

/**
 * Make the sample of an area for the legend.
 *
 * @param {{colour: string, lines?: string, confidence?: number}} look
 * @returns {SVGSVGElement}
 */
export function swatchElement({ colour: own, lines = "", confidence = 0 }) {
  const colour = themed(own);
  const { width, fade } = cutOf(confidence);
  const svg = svgElement("svg", { viewBox: "0 0 24 16", width: 24, height: 16, class: "swatch", "aria-hidden": "true", focusable: "false" });
  svg.append(svgElement("rect", { width: 24, height: 16, fill: GROUND }));
  svg.append(svgElement("rect", { width: 24, height: 16, fill: colour, "fill-opacity": FILL * (1 - fade) }));
  for (const [kind, d, side, stroke, thickness, opacity] of [
    ["swatch-lines", lines, TILE, shade(colour, { darker: 0.45 }), 1, LINES],
    ["swatch-cut", width > 0 ? CUT_LINES : "", CUT_TILE, GROUND, width, CUT_DEPTH],
  ]) {
    for (let x = 0; d && x < 24; x += side) {
      for (let y = 0; y < 16; y += side) {
        svg.append(svgElement("path", { d, class: kind, transform: `translate(${x} ${y})`, fill: "none", stroke, "stroke-width": thickness, "stroke-opacity": opacity }));
      }
    }
  }
  svg.append(svgElement("rect", { x: 0.5, y: 0.5, width: 23, height: 15, fill: "none", stroke: "rgba(0,0,0,.45)" }));
  return svg;
}
