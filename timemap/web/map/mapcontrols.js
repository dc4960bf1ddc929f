// Scale bar and attribution in the corners of the map.
// Neither asks the network for anything.

/** @import { Context } from "#timemap/types.d.ts" */

/**
 * Add the scale bar and the attribution line.
 *
 * @param {Pick<Context, "data" | "map">} context
 */
export function addMapControls({ data, map }) {
  const L = globalThis.L;
  map.attributionControl?.remove();
  const attribution = L.control.attribution({ position: "bottomright", prefix: false });
  attribution.addAttribution(escaped(data.attribution)).addTo(map);
  map.attributionControl = attribution; // tile layers add theirs to it
  L.control.scale({ position: "bottomleft", metric: true, imperial: false, maxWidth: 120 }).addTo(map);
}

/**
 * Return a text as markup that shows it letter by letter.
 *
 * Leaflet takes markup only.
 *
 * @param {string} text
 * @returns {string}
 */
function escaped(text) {
  /** @type {Record<string, string>} */
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (letter) => names[letter]);
}
