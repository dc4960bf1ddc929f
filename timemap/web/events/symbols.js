// A symbol is a shape by name, kept as one SVG path, so that canvas, list, legend and print draw the very same thing; its size never says how bad something was.
import { blankCanvas, svgElement } from "#timemap/page/nodes.js";

/** Shapes in a square from -1 to 1, each of about the same visual weight. */
export const SHAPES = Object.freeze({
  circle: "M0-.88A.88 .88 0 1 1 0 .88A.88 .88 0 1 1 0-.88Z",
  square: "M-.78-.78H.78V.78H-.78Z",
  diamond: "M0-1L1 0L0 1L-1 0Z",
  "triangle-up": "M0-.95L.97 .78H-.97Z",
  "triangle-down": "M0 .95L-.97-.78H.97Z",
  pentagon: "M0-.96L.95-.27L.59 .84H-.59L-.95-.27Z",
  hexagon: "M-.5-.87H.5L1 0L.5 .87H-.5L-1 0Z",
  star: "M0-1L.29-.36L1-.28L.47 .2L.62 .9L0 .55L-.62 .9L-.47 .2L-1-.28L-.29-.36Z",
  cross: "M-.9-.5L-.5-.9L0-.4L.5-.9L.9-.5L.4 0L.9 .5L.5 .9L0 .4L-.5 .9L-.9 .5L-.4 0Z",
  plus: "M-.32-.95H.32V-.32H.95V.32H.32V.95H-.32V.32H-.95V-.32H-.32Z",
  ring: "M0-.92A.92 .92 0 1 1 0 .92A.92 .92 0 1 1 0-.92ZM0-.38A.38 .38 0 1 0 0 .38A.38 .38 0 1 0 0-.38Z",
  flag: "M-.7-.95H-.4L.9-.45L-.4 .1V.95H-.7Z",
  house: "M0-.95L.92-.1H.7V.85H-.7V-.1H-.92Z",
  drop: "M0-1C.3-.5 .78-.1 .78 .3A.78 .7 0 0 1-.78 .3C-.78-.1-.3-.5 0-1Z",
});

/** Half the width of a symbol in CSS pixels. */
export const RADIUS = 7;

const OUTLINE = "#1d1d1b";
const LIGHT = "#ffffff";
const UNKNOWN = Object.freeze({ shape: "circle", colour: "#808080", name: "" });

/**
 * Return the path of a shape; a name that is not known gives a circle.
 *
 * @param {string} shape
 * @returns {string}
 */
export function shapePath(shape) {
  return Object.hasOwn(SHAPES, shape) ? SHAPES[shape] : SHAPES.circle;
}

/**
 * Make the store of drawn symbols: each is drawn once for its category, state and sharpness, and then only copied.
 *
 * @param {{shape: string, colour: string}[]} categories
 * @param {(width: number, height: number) => HTMLCanvasElement | OffscreenCanvas} [makeCanvas]
 * @returns {{sprite: (category: number, state: "plain"|"selected", ratio: number) => {image: CanvasImageSource, size: number}}}
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

function draw({ shape, colour }, state, ratio, makeCanvas) {
  const radius = state === "selected" ? RADIUS * 1.5 : RADIUS;
  const halo = state === "selected" ? 4 : 1;
  const size = Math.ceil(2 * (radius + halo + 2));
  const image = makeCanvas(Math.round(size * ratio), Math.round(size * ratio));
  const ctx = image.getContext("2d");
  const path = new globalThis.Path2D(shapePath(shape));
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
  return { image, size };
}

/**
 * Make a symbol for the list or the legend; it is decoration there, the name stands beside it.
 *
 * @param {{shape: string, colour: string}} category
 * @param {number} [size] CSS pixels
 * @returns {SVGSVGElement}
 */
export function symbolElement({ shape, colour } = UNKNOWN, size = 18) {
  return svgElement("svg", { viewBox: "-1.25 -1.25 2.5 2.5", width: size, height: size, class: "symbol", "aria-hidden": "true", focusable: "false" }, svgElement("path", {
    d: shapePath(shape), fill: colour, "fill-rule": "evenodd", stroke: OUTLINE, "stroke-width": 0.18, "stroke-linejoin": "round",
  }));
}
