// Lists of categories and parties that switch filters, with counts.

import { numberWords } from "#timemap/events/eventwords.js";
import { symbolElement } from "#timemap/events/symbols.js";
import { element } from "#timemap/page/nodes.js";

/** @typedef {{id: string, name: string, description?: string, path?: string, colour?: string}} Entry */

/**
 * Make one list of filters.
 *
 * @param {{title: string, entries: Entry[], choose: (ids: string[]) => void}} about
 *   `choose` sets the ids of those that are on, in the order of the list; none of them stands for all
 * @returns {{element: HTMLElement, draw: (chosen: string[], counts: ArrayLike<number>) => void}}
 */
export function createFilterList({ title, entries, choose }) {
  const all = element("button", { type: "button", class: "filter-all", "aria-label": `${title}: all` }, "All");
  const rows = entries.map((entry) => createRow(entry));
  const list = element("ul", { class: "filter-rows" }, ...rows.map(({ row }) => row));
  const part = element("fieldset", { class: "filter-list" }, element("legend", {}, title), all, list);
  /** @type {Set<string>} */
  let on = new Set();

  /** @param {Entry} entry */
  function createRow({ id, name, description, path, colour = "" }) {
    const box = element("input", { type: "checkbox" });
    const count = element("span", { class: "filter-count" });
    const only = element("button", { type: "button", class: "filter-only", "aria-label": `Only ${name}` }, "only");
    const symbol = path ? [symbolElement({ path, colour })] : [];
    const words = element("span", { class: "filter-name", dir: "auto" }, name);
    const label = element("label", { class: "filter-label", title: description || null }, box, ...symbol, words, count);
    box.addEventListener("change", () => toggle(id, box.checked));
    only.addEventListener("click", () => choose([id]));
    return { id, box, count, row: element("li", { class: "filter-row" }, label, only) };
  }

  /** @param {string} id @param {boolean} wanted */
  function toggle(id, wanted) {
    choose(entries.map((entry) => entry.id).filter((other) => (other === id ? wanted : on.has(other))));
  }

  /** @param {string[]} chosen @param {ArrayLike<number>} counts */
  function draw(chosen, counts) {
    on = new Set(chosen);
    all.setAttribute("aria-pressed", String(chosen.length === 0));
    rows.forEach(({ id, box, count, row }, at) => {
      box.checked = on.has(id);
      write(count, numberWords(counts[at]));
      row.classList.toggle("filter-none", counts[at] === 0 && !on.has(id));
    });
  }

  all.addEventListener("click", () => choose([]));
  return { element: part, draw };
}

/** @param {Node} node @param {string} text */
function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
