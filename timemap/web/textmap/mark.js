// Mark of the walk on the map, for those who look on.

/** @import { LonLat } from "#timemap/types.d.ts" */

const SIZE = 21; // pixels

/**
 * Make the mark, which is not on the map until it is shown.
 *
 * @param {L.Map} map
 */
export function createMark(map) {
  /** @type {L.Marker|null} */
  let marker = null;

  return {
    /** @param {LonLat} point */
    show({ lat, lon }) {
      const icon = globalThis.L.divIcon({ className: "walk-mark", iconSize: [SIZE, SIZE] });
      marker ??= globalThis.L.marker([lat, lon], { icon, interactive: false, keyboard: false });
      marker.setLatLng([lat, lon]).addTo(map);
      marker.getElement()?.setAttribute("aria-hidden", "true");
    },
    hide() {
      marker?.remove();
    },
  };
}
