// Choice whether own events are shown with ours, alone or not at all.

import { numberWords } from "#timemap/events/eventwords.js";
import { OWN_WORDS, YOUR_DATA } from "#timemap/own/ownwords.js";
import { element } from "#timemap/page/nodes.js";

/** @import { FilterState } from "#timemap/types.d.ts" */

/** @type {readonly [FilterState["own"], string][]} */
const CHOICES = Object.freeze([["", "All events"], ["alone", OWN_WORDS.alone], ["none", OWN_WORDS.none]]);

/**
 * Make the choice.
 *
 * @param {(own: FilterState["own"]) => void} choose
 * @returns {{element: HTMLElement, draw: (own: FilterState["own"], countOf: (own: FilterState["own"]) => number) =>
 *   void}}
 */
export function createOwnFilter(choose) {
  const rows = CHOICES.map(([own, words]) => {
    const button = element("input", { type: "radio", name: "own", value: own });
    const count = element("span", { class: "filter-count" });
    const name = element("span", { class: "filter-name" }, words);
    const label = element("label", { class: "filter-label" }, button, name, count);
    button.addEventListener("change", () => choose(own));
    return { own, button, count, row: element("li", { class: "filter-row" }, label) };
  });
  const list = element("ul", { class: "filter-rows" }, ...rows.map(({ row }) => row));
  return {
    element: element("fieldset", { class: "filter-list filter-own" }, element("legend", {}, YOUR_DATA), list),
    draw(chosen, countOf) {
      for (const { own, button, count } of rows) {
        button.checked = own === chosen;
        count.textContent = numberWords(countOf(own));
      }
    },
  };
}
