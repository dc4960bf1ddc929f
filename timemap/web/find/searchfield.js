// Search field: filters as one types, with suggestions for the arrow keys.

import { createSuggestionList } from "#timemap/find/suggestionlist.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Context, MapState } from "#timemap/types.d.ts" */
/** @import { Suggestion } from "#timemap/find/suggestions.js" */

const LABEL = "Search events, places, parties";
const INPUT = Object.freeze({
  type: "search", class: "search-input", "aria-label": LABEL, placeholder: LABEL, dir: "auto",
  role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
  autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
});
const CALM = 700; // milliseconds without typing after which is said what was found

/**
 * Make the field.
 *
 * @param {Pick<Context, "store"|"data"|"filters"|"announce">} context
 * @param {{suggest: (text: string, state: MapState) => Suggestion[], search: (text: string) => void,
 *   choose: (suggestion: Suggestion) => void, found: () => string}} actions `found` says how many events match
 * @returns {{element: HTMLElement, input: HTMLInputElement, show: (words: string) => void}}
 */
export function createSearchField(context, actions) {
  const { store, data, announce } = context;
  const longest = data.fields?.fields.find(({ name }) => name === "words")?.most;
  const input = element("input", { ...INPUT, maxlength: longest });
  const list = createSuggestionList(input, context, choose);
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  const close = () => list.open([]);
  const suggest = () => list.open(actions.suggest(input.value, store.get()));

  /** @param {Suggestion} suggestion */
  function choose(suggestion) {
    close();
    clearTimeout(timer);
    actions.choose(suggestion);
  }

  function typed() {
    actions.search(input.value);
    suggest();
    clearTimeout(timer);
    timer = setTimeout(update, CALM);
  }

  function update() {
    if (input.value.trim() === "") return;
    announce(list.count() === 0 ? actions.found() : `${actions.found()}, ${offerWords(list.count())}`);
  }

  /** @param {1|-1} step */
  function moveBy(step) {
    if (!list.isOpen()) suggest();
    list.move(step);
  }

  function leave() {
    if (list.isOpen()) close();
    else if (input.value === "") return false;
    else {
      input.value = "";
      typed();
    }
    return true;
  }

  const keys = {
    ArrowDown: () => moveBy(1),
    ArrowUp: () => moveBy(-1),
    Enter: () => list.take() || close(),
    Escape: leave,
  };
  input.addEventListener("input", typed);
  input.addEventListener("keydown", (event) => press(event, keys));
  input.addEventListener("blur", close);

  /**
   * Write what is searched for, unless it is what stands there already.
   *
   * @param {string} words
   */
  function show(words) {
    if (input.value.trim() === words) return;
    input.value = words;
    close();
  }

  return { element: element("div", { class: "search-field" }, input, list.element), input, show };
}

/** @param {number} count */
function offerWords(count) {
  return count === 1 ? "1 suggestion" : `${count} suggestions`;
}

/**
 * Do what belongs to a key, but not while a letter is composed.
 *
 * @param {KeyboardEvent} event
 * @param {Record<string, () => unknown>} keys
 */
function press(event, keys) {
  if (event.isComposing || !Object.hasOwn(keys, event.key) || keys[event.key]() === false) return;
  event.preventDefault();
  event.stopPropagation();
}
