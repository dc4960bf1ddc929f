// Cooperative gestures: one finger and the plain wheel scroll the page.
// Two fingers, or the wheel with Ctrl or Cmd, move and zoom the map there.

import { isFull, onFullScreen } from "#timemap/page/fullscreen.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Context } from "#timemap/types.d.ts" */

/** Milliseconds that the words stay after the last try. */
const SEEN = 1500;
/** Class of a document whose page around scrolls. */
const SHARES = "page-scrolls";

/**
 * Return the words for a turn of the wheel; null where it zooms.
 *
 * @param {{ctrlKey: boolean, metaKey: boolean}} event
 * @param {boolean} isMac
 * @returns {string|null}
 */
export function wheelWords({ ctrlKey, metaKey }, isMac) {
  return ctrlKey || metaKey ? null : `Use ${isMac ? "\u2318" : "Ctrl"} + scroll to zoom the map`;
}

/**
 * Return what fingers on the map are to be told; null where they move it.
 *
 * @param {number} fingers
 * @returns {string|null}
 */
export function touchWords(fingers) {
  return fingers === 1 ? "Use two fingers to move the map" : null;
}

/**
 * Leave one finger and the plain wheel to the page around the map.
 *
 * @param {Pick<Context, "map"|"store"> & {embedded: boolean}} context
 * @returns {{element: HTMLElement}} the words over the map
 */
export function createCooperativeGestures({ map, store, embedded }) {
  const hint = element("p", { class: "map-gestures", "aria-hidden": "true" });
  const ground = map.getContainer();
  const isMac = /^(Mac|iP)/.test(globalThis.navigator.platform);
  let isShared = false;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let fading;

  function decide() {
    const { presenting, fillsWindow } = store.get();
    isShared = embedded && !presenting && !fillsWindow && !isFull();
    document.documentElement.classList.toggle(SHARES, isShared);
    hide();
  }

  function hide() {
    clearTimeout(fading);
    hint.classList.remove("seen");
  }

  /** @param {string} words */
  function show(words) {
    clearTimeout(fading);
    if (hint.textContent !== words) hint.textContent = words;
    hint.classList.add("seen");
    fading = setTimeout(hide, SEEN);
  }

  /** @param {WheelEvent} event */
  function wheel(event) {
    const words = isShared ? wheelWords(event, isMac) : null;
    if (words === null) {
      hide();
      return;
    }
    event.stopPropagation();
    show(words);
  }

  /** @param {TouchEvent} event */
  function touch(event) {
    const words = isShared ? touchWords(event.touches.length) : null;
    if (words === null) hide();
    else if (event.type === "touchmove") show(words);
    else event.stopPropagation(); // before Leaflet drags
  }

  // Before Leaflet, which listens on the same element on the way up.
  ground.addEventListener("wheel", wheel, { capture: true, passive: true });
  for (const name of /** @type {const} */ (["touchstart", "touchmove"])) {
    ground.addEventListener(name, touch, { capture: true, passive: true });
  }
  store.subscribe((_, changed) => {
    if (changed.has("presenting") || changed.has("fillsWindow")) decide();
  });
  onFullScreen(decide);
  decide();
  return { element: hint };
}
