// Layout for print: date, map, legend, and events with their sources.
// Nothing is cut off.

/** @import { Context } from "#timemap/types.d.ts" */

const SHARP = 3; // pixels on paper per CSS pixel, about 290 to the inch

/**
 * Lay the document out for paper when it is printed, and back afterwards.
 *
 * In a frame it ends with the legend: the page around, which cannot give it the room for its list, is told the list
 * (see listed.js).
 *
 * @param {L.Map} map
 * @returns {Context["printLayout"]} `run` is called when the map has its size on paper, before
 *   all is drawn at once
 */
export function createPrintLayout(map) {
  const root = document.documentElement;
  const printing = globalThis.matchMedia("print");
  /** @type {((on: boolean) => void)[]} */
  const listeners = [];
  /** @type {{center: L.LatLng, zoom: number}|null} */
  let before = null; // what the map showed

  /** @param {boolean} on */
  function lay(on) {
    if (on === (before !== null)) return;
    const bounds = map.getBounds();
    const shown = { center: map.getCenter(), zoom: map.getZoom() };
    root.classList.toggle("on-paper", on);
    map.invalidateSize({ animate: false });
    if (on) map.fitBounds(bounds, { animate: false });
    else if (before !== null) map.setView(before.center, before.zoom, { animate: false });
    before = on ? shown : null;
    for (const run of listeners) run(on);
    map.fire("drawnow", { ratio: on ? SHARP : null });
  }

  printing.addEventListener("change", () => lay(printing.matches));
  globalThis.addEventListener("beforeprint", () => lay(true));
  globalThis.addEventListener("afterprint", () => lay(false));
  return { isOn: () => before !== null, subscribe: (run) => void listeners.push(run) };
}
