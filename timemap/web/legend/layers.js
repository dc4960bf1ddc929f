// Switches of the layers of the map: hide, show again, show alone.

import { nameOn } from "#timemap/areas/controllers.js";

/** @import { MapData } from "#timemap/types.d.ts" */

/** Parts of the map that are shown alone among each other; those who hold areas are, together with the named zones. */
const BORDER = Object.freeze(["quarters", "border", "wall", "crossings", "posts"]);

/** @typedef {(hidden: string[], layer: string) => string[]} Switch */

/**
 * Make the switches of the layers.
 *
 * @param {{fields: {layers: string[]}, controllers: {id: string}[]}} data which layers there are
 * @returns {{toggle: Switch, only: Switch, hasOthers: (layer: string) => boolean}}
 *   each gives the layers that are hidden then, in their order; `hasOthers` says whether a layer can be shown alone
 */
export function createLayers({ fields, controllers }) {
  const all = [...fields.layers, ...controllers.map(({ id }) => id)];
  const groups = [BORDER, ["zones", ...controllers.map(({ id }) => id)]];
  const groupOf = (/** @type {string} */ layer) => groups.find((group) => group.includes(layer)) ?? [layer];
  const inOrder = (/** @type {Set<string>} */ wanted) => all.filter((layer) => wanted.has(layer));

  /** @type {Switch} */
  function toggle(hidden, layer) {
    const next = new Set(hidden);
    if (!next.delete(layer)) next.add(layer);
    return inOrder(next);
  }

  /** @type {Switch} */
  function only(hidden, layer) {
    const next = new Set([...hidden, ...groupOf(layer)]);
    next.delete(layer);
    return inOrder(next);
  }

  return { toggle, only, hasOthers: (/** @type {string} */ layer) => groupOf(layer).length > 1 };
}

/**
 * Return what is hidden in words: "Events and 1 more hidden"; or nothing.
 *
 * @param {string[]} hidden ids of layers
 * @param {(id: string) => string} nameOf the name of a layer
 * @returns {string}
 */
export function hiddenWords(hidden, nameOf) {
  if (hidden.length === 0) return "";
  const [first, ...others] = hidden;
  return `${nameOf(first)}${others.length > 0 ? ` and ${others.length} more` : ""} hidden`;
}

/**
 * Return the name of a layer.
 *
 * It is that of a holder on a day, or the words of the legend.
 *
 * @param {Pick<MapData, "controllers"|"legendWords"|"zonesName">} data
 * @param {string} id
 * @param {number} day
 * @returns {string}
 */
export function layerName({ controllers, legendWords, zonesName }, id, day) {
  const holder = controllers.find((controller) => controller.id === id);
  if (holder) return nameOn(holder, day);
  return id === "zones" ? zonesName : legendWords[id];
}
