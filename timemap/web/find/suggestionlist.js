// List of suggestions under the search field, for arrow keys and presses.

import { symbolElement } from "#timemap/events/symbols.js";
import { markedNodes } from "#timemap/find/marked.js";
import { finderOf, wordMatches } from "#timemap/find/matches.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Context } from "#timemap/types.d.ts" */
/** @import { Finder } from "#timemap/find/matches.js" */
/** @import { Suggestion } from "#timemap/find/suggestions.js" */

/**
 * Make the list, closed.
 *
 * @param {HTMLInputElement} input that it belongs to; it keeps the focus and says which option is pointed at
 * @param {Pick<Context, "data"|"filters">} context
 * @param {(suggestion: Suggestion) => void} choose
 * @returns {{element: HTMLElement, open: (suggestions: Suggestion[]) => void, move: (step: 1|-1) => void,
 *   take: () => boolean, isOpen: () => boolean, count: () => number}} `take` chooses what is pointed at, if anything is
 */
export function createSuggestionList(input, { data, filters }, choose) {
  const look = { class: "suggestions", role: "listbox", id: "find-suggestions", "aria-label": "Suggestions" };
  const list = element("ul", { ...look, hidden: true });
  /** @type {Suggestion[]} */
  let offered = [];
  let active = -1;
  input.setAttribute("aria-controls", list.id);

  /** @param {Suggestion} suggestion @param {number} at @param {Finder} finder */
  function option(suggestion, at, finder) {
    const row = createOption(suggestion, `find-suggestion-${at}`, finder);
    if (suggestion.kind === "category") row.prepend(symbolElement(data.categories[suggestion.at]));
    row.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    row.addEventListener("click", () => choose(suggestion));
    return row;
  }

  /** @param {Suggestion[]} suggestions */
  function open(suggestions) {
    offered = suggestions;
    const finder = finderOf(input.value, filters.index, data.spellings ?? []);
    list.replaceChildren(...offered.map((suggestion, at) => option(suggestion, at, finder)));
    list.hidden = offered.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    point(-1);
  }

  /** @param {number} at */
  function point(at) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = at;
    const row = list.children[active];
    row?.setAttribute("aria-selected", "true");
    row?.scrollIntoView({ block: "nearest" });
    if (row) input.setAttribute("aria-activedescendant", row.id);
    else input.removeAttribute("aria-activedescendant");
  }

  /**
   * One step past either end lies the field itself.
   *
   * @param {1|-1} step
   */
  function move(step) {
    const places = offered.length + 1;
    if (offered.length > 0) point(((active + 1 + step + places) % places) - 1);
  }

  function take() {
    if (active >= 0) choose(offered[active]);
    return active >= 0;
  }

  return { element: list, open, move, take, isOpen: () => !list.hidden, count: () => offered.length };
}

/** @param {Suggestion} suggestion @param {string} id @param {Finder} finder */
function createOption({ label, note }, id, finder) {
  const words = markedNodes(label, wordMatches(label, finder));
  return element("li", { role: "option", id, class: "suggestion", "aria-selected": "false" },
    element("span", { class: "suggestion-label", dir: "auto" }, ...words), " ",
    element("span", { class: "quiet", dir: "auto" }, note));
}
