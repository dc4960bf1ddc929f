// The setting for patterns of areas, for those to whom colours alone do not tell them apart; on paper they are always there.

import { element } from "#timemap/page/nodes.js";

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
 * @param {object} clock
 * @returns {HTMLElement}
 */
export function createPatternSetting(clock) {
  const box = element("input", { type: "checkbox" });
  box.addEventListener("change", () => clock.set({ patterns: box.checked }));

  function show({ patterns }) {
    box.checked = patterns;
    document.documentElement.classList.toggle("with-patterns", patterns);
  }

  show(clock.get());
  clock.subscribe((state, changed) => changed.has("patterns") && show(state));
  return element("label", { class: "choice" }, box, element("span", {}, "Patterns in areas"));
}
