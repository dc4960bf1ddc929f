// A symbol is one SVG path that the data bring along, so that canvas, list, legend and print draw the very same thing; its size never says how bad something was.
import { blankCanvas, finished, svgElement } from "#timemap/page/nodes.js";

/** Half the width of a symbol in CSS pixels. */
export const RADIUS = 7;

/** How each state is drawn: its size beside a plain one, and pixels of light rim. An event beside the day keeps its colours, and so its contrast. */
const STATES = Object.freeze({ plain: { size: 1, rim: 1 }, selected: { size: 1.5, rim: 4 }, beside: { size: 0.68, rim: 1 } });

/** A dark line and a light rim go round each symbol on the map: whatever it lies on, one of them stands out. */
export const OUTLINE = "#1d1d1b";
export const LIGHT = "#ffffff";
const UNKNOWN = Object.freeze({ path: "M-1-1H1V1H-1Z", colour: "#808080", name: "" });

/**
 * Make the store of drawn symbols: each is drawn once for its category, state and sharpness, and then only copied.
 *
 * @param {{path: string, colour: string}[]} categories each with its outline in a square from -1 to 1, as an SVG path
 * @param {(width: number, height: number) => HTMLCanvasElement | OffscreenCanvas} [makeCanvas]
 * @returns {{sprite: (category: number, state: keyof STATES, ratio: number) => {image: CanvasImageSource, size: number}}}
 */
export function createSymbols(categories, makeCanvas = blankCanvas) {
  const kept = new Map();

  function sprite(category, state, ratio) {
    const key = `${category} ${state} ${ratio}`;
    if (!kept.has(key)) kept.set(key, draw(categories[category] ?? UNKNOWN, state, ratio, makeCanvas));
    return kept.get(key);
  }

  return { sprite };
}

function draw({ path: outline, colour }, state, ratio, makeCanvas) {
  const radius = RADIUS * STATES[state].size;
  const halo = STATES[state].rim;
  const size = Math.ceil(2 * (radius + halo + 2));
  const image = makeCanvas(Math.round(size * ratio), Math.round(size * ratio));
  const ctx = image.getContext("2d");
  const path = new globalThis.Path2D(outline);
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
  ctx.fillStyle = colour;
  ctx.fill(path, "evenodd");
  ctx.strokeStyle = OUTLINE;
  ctx.lineWidth = 1.3 / radius;
  ctx.stroke(path);
  return { image: finished(image), size };
}

/**
 * Make a symbol for the list or the legend; it is decoration there, the name stands beside it.
 *
 * @param {{path: string, colour: string}} category
 * @param {number} [size] CSS pixels
 * @returns {SVGSVGElement}
 */
export function symbolElement({ path, colour } = UNKNOWN, size = 18) {
  return svgElement("svg", { viewBox: "-1.25 -1.25 2.5 2.5", width: size, height: size, class: "symbol", "aria-hidden": "true", focusable: "false" }, svgElement("path", {
    d: path, fill: colour, "fill-rule": "evenodd", stroke: OUTLINE, "stroke-width": 0.18, "stroke-linejoin": "round",
  }));
}
