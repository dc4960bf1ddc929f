// Presenting: large type and the black screen. Its keys stand in time/keytable.js.

import { onEscape } from "#timemap/page/escape.js";
import { element } from "#timemap/page/nodes.js";

/** How much larger names and signs on the map are while presenting. */
const LARGER = 1.5;

/**
 * Make the presenting of the document.
 *
 * @param {Pick<import("#timemap/types.d.ts").Context, "store"|"announce">} context
 * @param {(scale: number) => void} enlarge what lies on the map
 * @param {() => void} focusScene
 * @returns {{element: HTMLElement, black: () => void, light: () => boolean}}
 *   `light` ends the black screen, and returns whether there was one
 */
export function createPresent({ store, announce }, enlarge, focusScene) {
  const label = "Black screen: press any key to continue";
  const cover = element("div", { class: "black", hidden: true, role: "button", tabindex: 0, "aria-label": label });
  /** @type {HTMLElement|null} */
  let before = null;
  /** @type {HTMLElement|null} */
  let beforePresenting = null;

  function black() {
    if (cover.hidden) before = /** @type {HTMLElement|null} */ (document.activeElement);
    cover.hidden = false;
    cover.focus();
  }

  function light() {
    if (cover.hidden) return false;
    uncover();
    return true;
  }

  /** Uncover the page. The focus goes back: on the map, which nobody chose, arrow keys would move the map. */
  function uncover() {
    if (document.activeElement === cover) cover.blur();
    cover.hidden = true;
    if (before?.isConnected && before !== document.body) before.focus({ preventScroll: true });
    before = null;
  }

  function end() {
    if (light()) return true;
    if (!store.get().presenting) return false;
    store.set({ presenting: false });
    return true;
  }

  /**
   * Bring the focus to the scene, and back from there or from nowhere.
   *
   * On a button Enter of a clicker would press that button, where it is to turn the scene.
   *
   * @param {boolean} presenting
   */
  function moveFocus(presenting) {
    const focused = /** @type {HTMLElement|null} */ (document.activeElement);
    if (presenting) {
      beforePresenting = focused;
      focusScene();
      return;
    }
    const isFree = focused === null || focused === document.body || focused.closest(".lesson-scene") !== null;
    if (isFree && beforePresenting !== document.body) beforePresenting?.focus({ preventScroll: true });
    beforePresenting = null;
  }

  cover.addEventListener("click", light);
  onEscape(end);
  store.subscribe((state, changed) => {
    if (!changed.has("presenting")) return;
    if (!state.presenting) light();
    document.documentElement.classList.toggle("presenting", state.presenting);
    moveFocus(state.presenting);
    enlarge(state.presenting ? LARGER : 1);
    globalThis.dispatchEvent(new Event("resize"));
    announce(state.presenting ? "Presentation started" : "Presentation ended");
  });
  return { element: cover, black, light };
}
