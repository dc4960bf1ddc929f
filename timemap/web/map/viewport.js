// Where the map is looked at is part of the state once its reader has moved it; until then it is where the document opens.

/** Milliseconds after which a move of the map is no longer what a hand on it began. */
const HELD = 2000;
/** What a reader does to the map by hand. */
const BY_HAND = Object.freeze(["pointerdown", "wheel", "keydown", "touchstart"]);

/** @typedef {{lat: number, lon: number, zoom: number}} View */

/**
 * Watch where the map is looked at.
 *
 * @param {{data: {view: View}, map: L.Map, sight: import("#timemap/map/sight.js").Sight}} context
 * @returns {{get: () => View|null, open: (view: View|null) => void, keep: () => void, onChange: (run: () => void) => void}} null for the part on which the map opens; `keep` takes what is seen now for what its reader wants to see
 */
export function createViewport({ data, map, sight }) {
  const listeners = [];
  let touched = -Infinity;
  let moved = null;
  const touch = () => {
    touched = performance.now();
  };

  for (const part of [map.getContainer(), ...document.querySelectorAll(".leaflet-control-zoom")]) {
    for (const name of BY_HAND) part.addEventListener(name, touch, { capture: true, passive: true });
  }
  globalThis.addEventListener("pointerup", () => touched > -Infinity && touch(), true); // a long drag
  map.on("moveend", () => {
    if (performance.now() - touched > HELD) return;
    keep();
  });

  function keep() {
    moved = sight.here();
    for (const run of listeners) run();
  }

  return {
    get: () => moved,
    open(view) {
      touched = -Infinity;
      sight.open(view ?? data.view, view === null ? data.bounds : null);
      moved = view;
      for (const run of listeners) run();
    },
    keep,
    onChange: (run) => listeners.push(run),
  };
}
