// Box of the legend with its button and list.

import { hiddenWords, layerName } from "#timemap/legend/layers.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Context } from "#timemap/types.d.ts" */
/** @import { Entry, Section } from "#timemap/legend/entries.js" */

/**
 * @typedef {object} LegendBox
 * @property {HTMLElement} box
 * @property {(open: boolean) => void} setOpen
 * @property {() => void} entitle write on the button what is hidden or how much there is to unfold
 * @property {(sections: Section[], lineOf: (entry: Entry, title: string) => HTMLElement) => void} fill
 */

/**
 * Whether an entry is about the evidence.
 *
 * Folded up, the legend has one line for the areas alone.
 *
 * @param {Entry} entry
 */
const isEvidence = (entry) => entry.layer === "evidence";

/**
 * Make the box, empty and shut.
 *
 * @param {Pick<Context, "data"|"store"|"openFilters">} context `openFilters` shows the list of categories
 * @returns {LegendBox}
 */
export function createLegendBox({ data, store, openFilters }) {
  const word = element("span", {}, "Legend");
  const label = { type: "button", class: "legend-button", "aria-controls": "legend-body", "aria-expanded": "false" };
  const button = element("button", label, word);
  const body = element("div", { class: "legend-body", id: "legend-body" });
  const box = element("section", { class: "legend", "aria-label": "Legend" }, button, body);
  const rest = element("button", { type: "button", class: "link legend-rest", title: "Open the legend" });
  const symbols = element("button", { type: "button", class: "link legend-symbols" }, "All symbols");
  const showAll = element("button", { type: "button", class: "link legend-all" }, "Show all layers");
  let entered = 0; // how many things are explained

  function entitle() {
    const { hidden: hiddenIds, moment } = store.get();
    const hidden = hiddenWords(hiddenIds, (id) => layerName(data, id, moment));
    const folded = !box.classList.contains("open") && globalThis.getComputedStyle(body).display === "none";
    word.textContent = hidden ? `Legend: ${hidden}` : folded ? `Legend (${entered})` : "Legend";
  }

  /** @type {LegendBox["fill"]} */
  function fill(sections, lineOf) {
    const held = body.contains(document.activeElement) ? document.activeElement : null;
    const short = sections.find(({ kind }) => kind === "areas")?.entries.filter((entry) => !isEvidence(entry)) ?? [];
    entered = sections.reduce((sum, { entries }) => sum + entries.length, 0);
    rest.textContent = `+ ${entered - short.length} more`;
    entitle();
    const parts = sections.map(({ title, entries, hasSymbols }) => element("div", { class: "legend-part" },
      element("h2", { class: "legend-heading" }, title),
      element("ul", { class: "legend-list" }, ...entries.map((entry) => {
        const line = lineOf(entry, title);
        line.classList.toggle("legend-evidence", isEvidence(entry));
        return line;
      })),
      ...(hasSymbols ? [symbols] : [])));
    body.replaceChildren(...parts, ...(store.get().hidden.length > 0 ? [showAll] : []), rest);
    if (held instanceof HTMLElement && held.isConnected) held.focus({ preventScroll: true });
  }

  /** @param {boolean} open */
  function setOpen(open) {
    box.classList.toggle("open", open);
    button.setAttribute("aria-expanded", String(open));
    entitle();
  }

  button.addEventListener("click", () => setOpen(!box.classList.contains("open")));
  rest.addEventListener("click", () => {
    setOpen(true);
    button.focus();
  });
  symbols.addEventListener("click", () => openFilters());
  showAll.addEventListener("click", () => {
    store.set({ hidden: [] });
    button.focus({ preventScroll: true }); // this one goes
  });
  globalThis.L.DomEvent.disableClickPropagation(box);
  globalThis.L.DomEvent.disableScrollPropagation(box);
  return { box, setOpen, entitle, fill };
}
