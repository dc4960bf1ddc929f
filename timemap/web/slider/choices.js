// Lists to choose from: which events are seen, how fast time plays.

import { element } from "#timemap/page/nodes.js";
import { WINDOWS, modeWords } from "#timemap/time/modes.js";

/** What the list of ways offers, in its order: days first. */
const DAYS = WINDOWS.map((window) => ({ mode: "day", window }));
const WAYS = Object.freeze([...DAYS, { mode: "until" }, { mode: "range" }]);

/**
 * Make the choice of the events that are seen.
 *
 * @param {{get: () => object, set: (patch: object) => void}} clock
 * @returns {{element: HTMLElement, draw: (state: object) => void}}
 */
export function createModeChoice(clock) {
  const select = element("select", { "aria-label": "Events shown" });
  const ways = new Map();

  function add(way) {
    const key = keyOf(way);
    ways.set(key, way);
    return element("option", { value: key }, modeWords(way));
  }

  select.append(...WAYS.map(add));
  select.addEventListener("change", () => clock.set(ways.get(select.value)));
  return {
    element: element("label", { class: "choice modes" }, element("span", { class: "choice-name" }, "Show"), select),
    draw({ mode, window }) {
      const key = keyOf({ mode, window });
      if (!ways.has(key)) select.options[WINDOWS.length].before(add({ mode, window }));
      select.value = key;
    },
  };
}

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
  const option = (number) => element("option", { value: number }, words(number));
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
