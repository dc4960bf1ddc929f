// Search and filters at the top of the panel, with the active filters.

import { countWords, matchWords } from "#timemap/events/eventwords.js";
import { createChips } from "#timemap/find/chips.js";
import { createFilterList } from "#timemap/find/filterlist.js";
import { createSearchField } from "#timemap/find/searchfield.js";
import { resetOf } from "#timemap/find/searching.js";
import { createSuggestions } from "#timemap/find/suggestions.js";
import { createOwnFilter } from "#timemap/own/ownfilter.js";
import { whenIdle } from "#timemap/page/idle.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Context, MapData, MapState, Store } from "#timemap/types.d.ts" */
/** @import { Suggestion } from "#timemap/find/suggestions.js" */

/**
 * @typedef {"data"|"store"|"events"|"filters"|"searching"|"announce"|"select"|"visibleArea"|"viewport"|"focusPanel"}
 *   Needed
 */
/** @typedef {Pick<Context, Needed>} FindContext */

const COUNTED = /** @type {const} */ (["categories", "parties", "words", "own", "range"]);
const FILTERING = /** @type {const} */ (["categories", "parties", "own"]);
const PLACE_ZOOM = 11;
const RESET = "Show all years, clear the filters and go back to the opening date";

/**
 * Make search and filters.
 *
 * @param {FindContext} context read when used
 * @returns {{element: HTMLElement, chips: HTMLElement, tail: HTMLElement, openFilters: () => void}}
 *   the chips are placed by the page, in the tail while that is seen
 */
export function createFind(context) {
  const { data, store, events, filters, searching, announce } = context;
  const found = () => matchWords(filters.count(store.get()), events.count);
  const suggest = createSuggestions(context);
  const search = (/** @type {string} */ text) => searching.search(text);
  const field = createSearchField(context, { suggest, search, choose: (one) => choose(context, one), found });
  const lists = { categories: listOf("Categories", "categories"), parties: listOf("Parties", "parties") };
  const active = element("span", { class: "filters-active", hidden: true });
  const summary = element("summary", {}, "Filters", " ", active);
  const languages = createLanguages(data, store);
  const reset = element("button", { type: "button", class: "filters-reset", title: RESET }, "Reset");
  const foot = element("div", { class: "filters-more" }, languages.element, reset);
  const ownFilter = events.own ? createOwnFilter((own) => store.set({ own })) : null;
  const parts = [...(ownFilter ? [ownFilter.element] : []), lists.categories.element, lists.parties.element, foot];
  const more = element("details", { class: "filters" }, summary, ...parts);
  const chips = createChips(data, { take: searching.take, leave });
  const hint = element("p", { class: "quiet search-hint", id: "search-hint", hidden: true }, "All words must match");
  const done = createDone(more);
  const part = element("search", { class: "find" }, field.element, hint, more, done.element);

  /** The last chip had the focus; the field cannot take it while the panel is shut. */
  function leave() {
    field.input.focus();
    if (document.activeElement !== field.input) context.focusPanel();
  }

  /** @param {string} title @param {"categories"|"parties"} name */
  function listOf(title, name) {
    return createFilterList({ title, entries: data[name] ?? [], choose: (ids) => store.set({ [name]: ids }) });
  }

  /** @param {MapState} state */
  function draw(state) {
    const counts = filters.counts(state);
    lists.categories.draw(state.categories, counts.categories);
    lists.parties.draw(state.parties, counts.parties);
    ownFilter?.draw(state.own, (own) => filters.count({ ...state, own }));
    field.show(state.words);
    chips.draw(state);
    hint.hidden = !/\S\s+\S/u.test(state.words);
    done.draw(counts.matching);
    const on = state.categories.length + state.parties.length + (state.own ? 1 : 0);
    active.textContent = String(on);
    active.setAttribute("aria-label", `${on} active`);
    active.hidden = on === 0;
  }

  function openFilters() {
    more.open = true;
    more.scrollIntoView({ block: "start" });
    summary.focus();
  }

  store.subscribe((state, changed) => {
    if (COUNTED.some((name) => changed.has(name))) draw(state);
    if (changed.has("language")) languages.draw(state);
    part.hidden = state.lesson !== "";
    if (FILTERING.some((name) => changed.has(name))) announce(found());
  });
  field.input.setAttribute("aria-describedby", hint.id);
  reset.addEventListener("click", () => {
    searching.take(resetOf(data));
    announce(found());
  });
  draw(store.get());
  whenIdle(() => suggest("a", store.get())); // the first letter typed is to be answered as fast as the others
  return { element: part, chips: chips.element, tail: done.element, openFilters };
}

/**
 * Make the button under the filters that leads to the events they leave.
 *
 * @param {HTMLDetailsElement} more the filters, shut by it
 */
function createDone(more) {
  const done = element("button", { type: "button", class: "filters-done" });
  done.addEventListener("click", () => {
    more.open = false;
    const heading = /** @type {HTMLElement|null} */ (document.querySelector(".list-heading"));
    heading?.scrollIntoView({ block: "nearest" });
    heading?.focus();
  });
  return {
    element: element("div", { class: "find-tail" }, done),
    draw(/** @type {number} */ matching) {
      done.textContent = matching === 0 ? "No events match" : `Show ${countWords(matching)}`;
    },
  };
}

/**
 * Do what a suggestion offers.
 *
 * @param {FindContext} context
 * @param {Suggestion} suggestion
 */
function choose(
  { data, store, events, filters, searching, announce, select, visibleArea, viewport },
  { kind, at, label },
) {
  const state = store.get();
  if (kind === "event") select(at);
  if (kind === "category") searching.search("", { categories: [...state.categories, data.categories[at].id] });
  if (kind === "party") searching.search("", { parties: [...state.parties, data.parties[at].id] });
  if (kind !== "place") return;
  const named = filters.count({ ...state, words: label });
  searching.search(named > 0 ? label : "");
  const { lat, lon } = data.places[at];
  viewport.open({ lat, lon, zoom: Math.max(visibleArea.currentView().zoom, PLACE_ZOOM) });
  announce(`The map shows ${label}, ${matchWords(named, events.count)}`);
}

/**
 * The language of the names on the map is chosen beside the filters.
 *
 * @param {MapData} data
 * @param {Store} store
 */
function createLanguages({ languages }, store) {
  const options = languages.map(({ code, name }) => element("option", { value: code }, name));
  const choice = element("select", {}, ...options);
  const draw = (/** @type {MapState} */ { language }) => {
    choice.value = language;
  };
  choice.addEventListener("change", () => store.set({ language: choice.value }));
  draw(store.get());
  return { element: element("label", { class: "filters-language" }, "Place names", " ", choice), draw };
}
