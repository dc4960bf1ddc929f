// Lists to choose from: which events are seen, how fast time plays.

import { element } from "#timemap/page/nodes.js";
import { WINDOWS, modeWords } from "#timemap/time/modes.js";

/** @import { MapState, Store } from "#timemap/types.d.ts" */

/** @typedef {Pick<MapState, "mode"|"window">} Way */

/** Ways that the list offers, in its order: days first. @type {Way[]} */
const WAYS = [...WINDOWS.map(daily), { mode: "until", window: 0 }, { mode: "range", window: 0 }];

/**
 * Make the choice of the events that are seen.
 *
 * @param {Store} store
 * @returns {{element: HTMLElement, draw: (state: Way) => void}}
 */
export function createModeChoice(store) {
  const select = element("select", { "aria-label": "Events shown" });
  /** @type {Map<string, Way>} */
  const ways = new Map();

  /** @param {Way} way */
  function add(way) {
    const key = keyOf(way);
    ways.set(key, way);
    return element("option", { value: key }, modeWords(way));
  }

  select.append(...WAYS.map(add));
  select.addEventListener("change", () => store.set(patchOf(ways.get(select.value))));
  return {
    element: element("label", { class: "choice modes" }, element("span", { class: "choice-name" }, "Show"), select),
    draw({ mode, window }) {
      const way = { mode, window };
      const key = keyOf(way);
      if (!ways.has(key)) select.options[WINDOWS.length].before(add(way));
      select.value = key;
    },
  };
}

/** @param {number} window @returns {Way} */
function daily(window) {
  return { mode: "day", window };
}

/** @param {Way|undefined} way @returns {Partial<Way>} the window is set with days only */
function patchOf(way) {
  return way === undefined || way.mode === "day" ? { ...way } : { mode: way.mode };
}

/** @param {Way} way */
function keyOf({ mode, window }) {
  return mode === "day" ? `day ${window}` : mode;
}

/**
 * Make a list of numbers.
 *
 * @param {string} label
 * @param {number[]} numbers
 * @param {(number: number) => string} words
 * @param {(number: number) => void} chosen
 * @returns {{element: HTMLElement, draw: (number: number) => void}}
 */
export function createNumberChoice(label, numbers, words, chosen) {
  const option = (/** @type {number} */ number) => element("option", { value: number }, words(number));
  const select = element("select", { "aria-label": label, title: label }, ...numbers.map(option));
  select.addEventListener("change", () => chosen(Number(select.value)));
  return {
    element: element("label", { class: "choice" }, element("span", { class: "choice-name" }, label), select),
    draw(number) {
      if (![...select.options].some((entry) => Number(entry.value) === number)) select.append(option(number));
      select.value = String(number);
    },
  };
}
