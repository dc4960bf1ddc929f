// Samples of lines and small signs. The functions of the map draw them.
import { drawGate, drawPost } from "#timemap/border/bordersymbols.js";
import { remaining } from "#timemap/areas/edgefade.js";
import { drawRing } from "#timemap/map/focus.js";
import { drawQuarter } from "#timemap/quarters/quarterlayer.js";
import { watchPalette } from "#timemap/map/palette.js";
import { blankCanvas, context2d, svgElement } from "#timemap/page/nodes.js";

/** @import { CrossingState } from "#timemap/types.d.ts" */

/** @typedef {"standing"|"last-known"} PostState */
/**
 * @typedef {object} Look how a sample looks; each takes what it needs
 * @property {number} [index] number of a controller or category
 * @property {string} [colour]
 * @property {CrossingState} [crossing]
 * @property {PostState} [post]
 * @property {boolean} [full] whether the area is seen in its full colour
 * @property {boolean} [greyed] whether it is seen as one that is only last known
 * @property {boolean} [estimated]
 *
 * @typedef {(look: Look) => Element} Sample makes a new sample
 * @typedef {Record<string, string|number|undefined>} Stroke attributes of a path
 * @typedef {ReturnType<ReturnType<typeof watchPalette>["current"]>} Colours
 * @typedef {(ctx: CanvasRenderingContext2D, x: number, y: number, colours: Colours) => void} Drawing
 */

const WIDTH = 24;
const HEIGHT = 16;
const RATIO = 2;

/**
 * Make the samples in the palette of a map.
 *
 * @param {Element} root element whose theme counts
 * @returns {{samples: Record<string, Sample>, onTheme: (call: () => void) => void}}
 *   `onTheme` tells when samples have to be made anew
 */
export function lineSamples(root) {
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const theme = watchPalette(root, () => listeners.forEach((call) => call()));

  /** @param {Drawing} draw @param {number} [scale] */
  function picture(draw, scale = 1) {
    const canvas = blankCanvas(WIDTH * RATIO, HEIGHT * RATIO);
    canvas.className = "swatch";
    canvas.setAttribute("aria-hidden", "true");
    canvas.style.cssText = `inline-size:${WIDTH}px;block-size:${HEIGHT}px`;
    const ctx = context2d(canvas);
    ctx.scale(RATIO * scale, RATIO * scale);
    draw(ctx, WIDTH / 2 / scale, HEIGHT / 2 / scale, theme.current());
    return canvas;
  }

  return { samples: { ...drawnAsLines(), ...drawnAsSigns(picture) }, onTheme: (call) => listeners.add(call) };
}

/**
 * Make the samples that are drawn on the map by a function of their own.
 *
 * @param {(draw: Drawing, scale?: number) => Element} picture
 * @returns {Record<string, Sample>}
 */
function drawnAsSigns(picture) {
  return {
    focus: () => picture((ctx, x, y, colours) => drawRing(ctx, x, y, 0.52, colours), 0.8),
    crossing: ({ crossing = "unknown" }) => picture((ctx, x, y, colours) => drawGate(ctx, x, y, 6, crossing, colours)),
    quarter: ({ colour = "", estimated = false }) => (
      picture((ctx, x, y, colours) => drawQuarter(ctx, x, y, { colour, estimated }, colours), 0.8)
    ),
    post: ({ post = "standing", colour }) => (
      picture((ctx, x, y, colours) => drawPost(ctx, x, y, 6, post, colour ?? colours.label, colours))
    ),
  };
}

/**
 * Make the samples that are lines and shapes.
 *
 * @returns {Record<string, Sample>}
 */
function drawnAsLines() {
  const border = { d: "M0 8H24", stroke: "var(--map-border)", "stroke-width": 3 };
  const zone = { d: "M2 2H22V14H2Z", stroke: "var(--map-zone-label)", "stroke-width": 2.6 };
  const dashed = { "stroke-dasharray": "4 3.2" };
  const thin = { stroke: "var(--ink)", "stroke-width": 1.4 };
  return {
    rim,
    zone: ({ greyed }) => lines({ ...zone, "stroke-dasharray": greyed ? "5 3" : "none" }),
    border: () => lines(border),
    wall: () => lines(border, { d: "M3 8V14M10 8V14M17 8V14", stroke: "var(--map-wall)", "stroke-width": 1.6 }),
    ring: () => lines({ d: "M12 1.2A6.8 6.8 0 1 1 12 14.8A6.8 6.8 0 1 1 12 1.2Z", ...thin, ...dashed }),
    smaller: () => lines(
      { d: "M8 2.5A5.5 5.5 0 1 1 8 13.5A5.5 5.5 0 1 1 8 2.5Z", ...thin },
      { d: "M19 5A3.5 3.5 0 1 1 19 12A3.5 3.5 0 1 1 19 5Z", ...thin },
    ),
    callout: () => lines({ ...thin, d: "M4 1.5H20V10H14L12 15L10 10H4Z", "stroke-width": 1.3, fill: "var(--panel)" }),
    event: () => lines({
      ...thin, d: "M12 2.5A5.5 5.5 0 1 1 12 13.5A5.5 5.5 0 1 1 12 2.5Z", stroke: "var(--panel)", fill: "var(--ink)",
    }),
    bar: ({ colour = "" }) => inColour(lines({ d: "M8 2H16V14H8Z", class: "bar-sample" }), colour),
    badge: () => numbered({ rx: 8, fill: "#1d1d1b" }),
    count: () => numbered({ rx: 8, fill: "#6f63a8" }),
  };
}

/** @template {SVGElement} Sample @param {Sample} sample @param {string} colour that of a group, as for its bars */
function inColour(sample, colour) {
  sample.style.setProperty("--group", colour); // a style attribute would be refused by the policy of the document
  return sample;
}

/** @param {...Stroke} strokes */
function lines(...strokes) {
  const look = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, class: "swatch" };
  const svg = svgElement("svg", { ...look, "aria-hidden": "true", focusable: "false" });
  for (const stroke of strokes) svg.append(svgElement("path", { fill: "none", "stroke-linejoin": "round", ...stroke }));
  return svg;
}

/** @param {Stroke} look of the plate under the number */
function numbered(look) {
  const svg = lines();
  const type = { "text-anchor": "middle", "font-size": 11, "font-weight": 600, fill: "#fff" };
  const plate = svgElement("rect", { x: 4, y: 0, width: 16, height: 16, ...look });
  svg.append(plate, svgElement("text", { x: 12, y: 12, ...type }, "3"));
  return svg;
}

function rim() {
  const svg = lines();
  for (let at = 0; at < WIDTH; at += 2) {
    const opacity = `calc(var(--map-fill) * ${remaining(1 - at / WIDTH)})`;
    const stripe = { x: at, y: 0, width: 2, height: HEIGHT, fill: "var(--ink)", "fill-opacity": opacity };
    svg.append(svgElement("rect", stripe));
  }
  return svg;
}
