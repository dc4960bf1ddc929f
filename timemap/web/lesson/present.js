// Presenting, map and scene fill the screen in a size that can be read from the last row; B makes the screen black until the next key.

import { element } from "#timemap/page/nodes.js";

/** How much larger names and signs on the map are while presenting. */
const LARGER = 1.5;

/**
 * Make the presenting of the document.
 *
 * @param {{clock: object, map: L.Map, say: (text: string) => void}} context
 * @param {(scale: number) => void} enlarge what lies on the map
 * @returns {{element: HTMLElement, black: () => void}}
 */
export function createPresent({ clock, map, say }, enlarge) {
  const cover = element("div", { class: "black", hidden: true, role: "button", tabindex: 0, "aria-label": "Black screen: press any key to go on" });

  function black() {
    cover.hidden = false;
    cover.focus();
  }

  function light() {
    cover.hidden = true;
    map.getContainer().focus({ preventScroll: true });
  }

  cover.addEventListener("keydown", (event) => {
    event.preventDefault();
    event.stopPropagation();
    light();
  });
  cover.addEventListener("click", light);
  document.addEventListener("keydown", ({ key, defaultPrevented }) => {
    if (key === "Escape" && !defaultPrevented && clock.get().presenting) clock.set({ presenting: false });
  });
  clock.subscribe((state, changed) => {
    if (!changed.has("presenting")) return;
    document.documentElement.classList.toggle("presenting", state.presenting);
    enlarge(state.presenting ? LARGER : 1);
    globalThis.dispatchEvent(new Event("resize"));
    say(state.presenting ? "Presenting" : "No longer presenting");
  });
  return { element: cover, black };
}
