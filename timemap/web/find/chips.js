// Active filters as a row of chips, each with a button that takes it off.

import { element } from "#timemap/page/nodes.js";
import { spanWords } from "#timemap/time/dates.js";
import { isWhole, rangePatch } from "#timemap/time/range.js";
import { OWN_WORDS } from "#timemap/own/ownwords.js";

/** @import { DayRange, MapData, MapState } from "#timemap/types.d.ts" */

/** @typedef {{id: string, name: string}} Entry */
/**
 * @typedef {object} Active
 * @property {string} words
 * @property {boolean} [typed] whether the reader wrote the words
 * @property {Partial<MapState>} patch
 */

/**
 * Return what filters, in words, each with what takes it off.
 *
 * @param {MapState} state
 * @param {{whole: DayRange, categories: Entry[], parties?: Entry[]}} data
 * @returns {Active[]}
 */
export function activeFilters(state, { whole, categories, parties = [] }) {
  /** @param {"categories"|"parties"} name @param {string} id */
  const without = (name, id) => ({ [name]: state[name].filter((other) => other !== id) });
  /** @param {Entry[]} list @param {string} id */
  const nameOf = (list, id) => list.find((entry) => entry.id === id)?.name ?? id;
  return [
    ...(isWhole(state.range, whole)
      ? [] : [{ words: spanWords(...state.range), patch: rangePatch(state, whole, whole) }]),
    ...(state.own ? [{ words: OWN_WORDS[state.own], patch: { own: /** @type {const} */ ("") } }] : []),
    ...state.categories.map((id) => ({ words: nameOf(categories, id), patch: without("categories", id) })),
    ...state.parties.map((id) => ({ words: nameOf(parties, id), patch: without("parties", id) })),
    ...(state.words === "" ? [] : [{ words: state.words, typed: true, patch: { words: "" } }]),
  ];
}

/**
 * Make the row of chips.
 *
 * @param {MapData} data
 * @param {{take: (patch: Partial<MapState>) => void, leave: () => void}} actions `leave`: no chip is left to focus
 * @returns {{element: HTMLElement, draw: (state: MapState) => void}}
 */
export function createChips(data, actions) {
  const list = element("ul", { class: "chips", "aria-label": "Active filters", hidden: true });
  let drawn = "";

  /** @param {MapState} state */
  function draw(state) {
    const active = activeFilters(state, data);
    const whole = rangePatch({ ...state, words: "" }, data.whole, data.whole);
    const nothing = { ...whole, categories: [], parties: [], words: "", own: /** @type {const} */ ("") };
    const key = JSON.stringify([active, nothing]);
    if (key === drawn) return;
    drawn = key;
    const focused = [...list.querySelectorAll("button")].findIndex((button) => button === document.activeElement);
    const all = element("button", { type: "button", class: "chip chip-all" }, "Clear all");
    const items = active.map((one) => item(chip(one), one.patch));
    list.replaceChildren(...items, ...(active.length > 1 ? [item(all, nothing)] : []));
    list.hidden = active.length === 0;
    if (focused >= 0) focusNear(focused);
  }

  /**
   * What took the place of the chip that is gone has the focus.
   *
   * @param {number} place
   */
  function focusNear(place) {
    const buttons = list.querySelectorAll("button");
    if (buttons.length === 0) actions.leave();
    else buttons[Math.min(place, buttons.length - 1)].focus();
  }

  /** @param {HTMLButtonElement} button @param {Partial<MapState>} patch */
  function item(button, patch) {
    button.addEventListener("click", () => actions.take(patch));
    return element("li", {}, button);
  }

  return { element: list, draw };
}

/** @param {Active} active */
function chip({ words, typed }) {
  const text = typed ? ["\u201c", element("bdi", {}, words), "\u201d"] : [words];
  const sign = element("span", { class: "chip-sign", "aria-hidden": "true" }, "\u00d7");
  const label = { type: "button", class: "chip", "aria-label": `Remove ${words}` };
  return element("button", label, element("span", { class: "chip-words" }, ...text), sign);
}
