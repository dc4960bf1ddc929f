// Presenting, map and scene fill the screen in a size that can be read from the last row; B or a period makes the screen black until the next key.

import { element } from "#timemap/page/nodes.js";

/** How much larger names and signs on the map are while presenting. */
const LARGER = 1.5;

/**
 * Make the presenting of the document.
 *
 * @param {{clock: object, map: L.Map, say: (text: string) => void}} context
 * @param {(scale: number) => void} enlarge what lies on the map
 * @returns {{element: HTMLElement, black: () => void, light: () => boolean, end: () => boolean}} `light` ends the black screen, `end` that or else the presenting; both return whether there was one
 */
export function createPresent({ clock, map, say }, enlarge) {
  const cover = element("div", { class: "black", hidden: true, role: "button", tabindex: 0, "aria-label": "Black screen: press any key to go on" });

  function black() {
    cover.hidden = false;
    cover.focus();
  }

  function light() {
    if (cover.hidden) return false;
    cover.hidden = true;
    map.getContainer().focus({ preventScroll: true });
    return true;
  }

  function end() {
    if (light()) return true;
    if (!clock.get().presenting) return false;
    clock.set({ presenting: false });
    return true;
  }

  cover.addEventListener("click", light);
  document.addEventListener("keydown", ({ key, defaultPrevented }) => {
    if (key === "Escape" && !defaultPrevented && !document.querySelector("dialog[open]")) end();
  });
  clock.subscribe((state, changed) => {
    if (!changed.has("presenting")) return;
    if (!state.presenting) cover.hidden = true;
    document.documentElement.classList.toggle("presenting", state.presenting);
    enlarge(state.presenting ? LARGER : 1);
    globalThis.dispatchEvent(new Event("resize"));
    say(state.presenting ? "Presenting" : "No longer presenting");
  });
  return { element: cover, black, light, end };
}
