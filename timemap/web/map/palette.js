// Colours of the map, read from the style sheet once per theme.

import tokens from "#timemap/style/tokens.json" with { type: "json" };

/** @import { BaseLayer, CamelCase } from "#timemap/types.d.ts" */

/** Custom properties that the map reads besides those of the layers of the base map, each as `--map-<name>`. */
const NAMES = Object.freeze(
  /** @type {const} */ ([
    "outside",
    "land",
    "neighbour",
    "water",
    "border",
    "casing",
    "wall",
    "label",
    "quiet",
    "water-label",
    "zone-label",
    "zone-outline",
    "front",
    "fill",
    "hatch",
    "halo",
    "plate",
    "dot",
    "focus",
    "open",
    "closed",
    "unknown",
    "relief",
  ]),
);

/** @type {readonly BaseLayer[]} */
const LAYERS = tokens.baseMap.layers;

/**
 * @typedef {Readonly<Record<CamelCase<(typeof NAMES)[number]> | "font", string>>} Palette
 *   colour by name in camelCase ("water-label" is `waterLabel`), and `font`, a family list
 */

/**
 * Read the palette of an element's theme.
 *
 * @param {Element} root
 * @returns {Palette}
 */
function readPalette(root) {
  const style = getComputedStyle(root);
  const font = style.getPropertyValue("--map-font").trim() || "sans-serif";
  const names = new Set([...NAMES, ...LAYERS.flatMap(({ stroke, fill = stroke }) => [stroke, fill])]);
  const colours = [...names].map((name) => [paletteName(name), style.getPropertyValue(`--map-${name}`).trim()]);
  return Object.freeze({ font, ...Object.fromEntries(colours) });
}

/** Return the name in a palette of one in the style sheet. @param {string} name */
export function paletteName(name) {
  return /** @type {keyof Palette} */ (name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()));
}

/**
 * Watch the theme.
 *
 * `current()` is its palette, and `changed` is called after it changed.
 *
 * @param {Element} root
 * @param {() => void} changed
 * @returns {{current: () => Palette}}
 */
export function watchPalette(root, changed) {
  const page = document.documentElement;
  /** @type {Palette|null} */
  let palette = null;
  /** @type {string|undefined} */
  let readFor = "";

  function current() {
    if (readFor !== page.dataset.theme || palette === null) palette = readPalette(root);
    readFor = page.dataset.theme;
    return palette;
  }

  new MutationObserver(changed).observe(page, { attributes: true, attributeFilter: ["data-theme"] });
  return { current };
}
