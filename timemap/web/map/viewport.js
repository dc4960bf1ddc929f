// Viewport that the reader has moved the map to.
// It is part of the state once the map was moved by hand; until then it is where the document opens.

/** @import { Context, Viewport, ViewportState } from "#timemap/types.d.ts" */

/** Milliseconds after which a move of the map is no longer what a hand on it began. */
const HELD = 2000;
/** What a reader does to the map by hand. */
const BY_HAND = Object.freeze(["pointerdown", "wheel", "keydown", "touchstart"]);

/** Where a hand moves the map; the zoom buttons stand beside it. */
const MOVED_ON = ".leaflet-container, .leaflet-control-zoom, .map-pan";

/**
 * Watch where the map is looked at.
 *
 * @param {Pick<Context, "data" | "map" | "visibleArea">} context
 * @returns {ViewportState}
 */
export function createViewport({ data, map, visibleArea }) {
  /** @type {(() => void)[]} */
  const listeners = [];
  let touched = -Infinity;
  /** @type {Viewport|null} */
  let moved = null;
  const touch = () => {
    touched = performance.now();
  };

  for (const name of BY_HAND) {
    document.addEventListener(name, ({ target }) => target instanceof Element && target.closest(MOVED_ON) && touch(), {
      capture: true,
      passive: true,
    });
  }
  globalThis.addEventListener("pointerup", () => touched > -Infinity && touch(), true); // a long drag
  map.on("moveend", () => {
    if (performance.now() - touched > HELD) return;
    keep();
  });

  function keep() {
    moved = visibleArea.currentView();
    for (const run of listeners) run();
  }

  return {
    get: () => moved,
    open(view) {
      touched = -Infinity;
      visibleArea.open(view ?? data.view, view === null ? data.bounds : null);
      moved = view;
      for (const run of listeners) run();
    },
    keep,
    onChange: (run) => void listeners.push(run),
  };
}
