// Scale bar and attribution stand in the corners of the map; neither asks the network for anything.

const LEAFLET = '<a href="https://leafletjs.com" target="_blank" rel="noopener">Leaflet</a>';

/**
 * Add the scale bar and the attribution line.
 *
 * @param {{data: {attribution: string}, map: L.Map}} context
 * @param {{scaleAt?: L.ControlPosition, attributionAt?: L.ControlPosition}} [options]
 * @returns {{destroy: () => void}}
 */
export function addFurniture({ data, map }, { scaleAt = "bottomleft", attributionAt = "bottomright" } = {}) {
  const L = globalThis.L;
  map.attributionControl?.remove();
  const attribution = L.control.attribution({ position: attributionAt, prefix: LEAFLET });
  attribution.addAttribution(escaped(data.attribution)).addTo(map);
  map.attributionControl = attribution; // tile layers add theirs to it
  const scale = L.control.scale({ position: scaleAt, metric: true, imperial: false, maxWidth: 120 }).addTo(map);
  return {
    destroy() {
      scale.remove();
      attribution.remove();
    },
  };
}

/**
 * Return a text as markup that shows it letter by letter: Leaflet takes markup only.
 *
 * @param {string} text
 * @returns {string}
 */
export function escaped(text) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (letter) => names[letter]);
}
