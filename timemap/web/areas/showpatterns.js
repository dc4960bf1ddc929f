// Setting for patterns of areas. It is for those to whom colours alone do not tell them apart.

import { element } from "#timemap/page/nodes.js";

/** @import {Store} from "#timemap/types.d.ts" */

/** What a reader's system says who is helped by patterns. */
const HELPED = "(forced-colors: active), (prefers-contrast: more)";

/**
 * Return whether patterns are shown from the start.
 *
 * @returns {boolean}
 */
export function needsPatterns() {
  return globalThis.matchMedia(HELPED).matches;
}

/**
 * Make the setting.
 *
 * @param {Store} store
 * @returns {HTMLElement}
 */
export function createPatternSetting(store) {
  const box = element("input", { type: "checkbox" });
  box.addEventListener("change", () => store.set({ patterns: box.checked }));

  /** @param {{patterns: boolean}} state */
  function show({ patterns }) {
    box.checked = patterns;
    document.documentElement.classList.toggle("with-patterns", patterns);
  }

  show(store.get());
  store.subscribe((state, changed) => {
    if (changed.has("patterns")) show(state);
  });
  return element("label", { class: "choice" }, box, element("span", {}, "Patterns in areas"));
}
