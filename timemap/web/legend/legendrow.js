// Line of the legend: a sample and its words, which may switch a layer.

import { element } from "#timemap/page/nodes.js";

/** @typedef {import("#timemap/types.d.ts").Context["highlightTerms"]} Mark */

/**
 * @typedef {object} LegendRow
 * @property {HTMLElement} row
 * @property {(isHidden: boolean) => void} draw
 */

/**
 * Make a line.
 *
 * @param {object} look
 * @param {Element} look.sample
 * @param {string} look.words
 * @param {string} look.note what more there is to say
 * @param {Mark} look.highlightTerms marks the words that are explained
 * @param {{toggle: () => void, only: (() => void)|null}|null} look.layer what the line switches, if anything;
 *   `only` where it can be shown alone
 * @returns {LegendRow}
 */
export function createLegendRow({ sample, words, note, highlightTerms, layer }) {
  const name = element("span", { class: "legend-name" }, words);
  if (layer === null)
    return { row: element("li", { title: note || null }, sample, ...highlightTerms(name)), draw() {} };
  const button = element("button", { type: "button", class: "legend-switch" }, sample, name);
  const row = element("li", { title: note || null }, button, ...contestedIn(words, highlightTerms));
  if (layer.only !== null) {
    const only = element("button", { type: "button", class: "legend-only", "aria-label": `Only ${words}` }, "only");
    only.addEventListener("click", layer.only);
    row.append(only);
  }
  button.addEventListener("click", layer.toggle);
  return {
    row,
    draw(isHidden) {
      row.classList.toggle("legend-off", isHidden);
      button.setAttribute("aria-pressed", String(!isHidden));
      button.title = isHidden ? "Show on the map" : "Hide on the map";
    },
  };
}

/**
 * Return the sign that tells who says what where a name is contested.
 *
 * A press of the name itself switches the layer.
 *
 * @param {string} words
 * @param {Mark} highlightTerms
 */
function contestedIn(words, highlightTerms) {
  const [name] = highlightTerms(element("span", {}, words));
  const marked = /** @type {HTMLElement[]} */ ([...name.querySelectorAll("[data-wording]")]);
  if (marked.length === 0) return [];
  const [sign] = marked;
  sign.dataset.wording = marked.map(({ dataset }) => dataset.wording).join();
  sign.setAttribute("aria-label", `Contested term: ${words}`);
  sign.classList.add("legend-word");
  sign.textContent = "?";
  return [sign];
}
