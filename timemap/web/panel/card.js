// Card of the chosen event: when, where, what, what is disputed, sources.

import { beganWords, categoryWords, placeWords, whenWords } from "#timemap/events/eventwords.js";
import { onEscape } from "#timemap/page/escape.js";
import { ownFacts, ownMark, ownSources } from "#timemap/own/owncard.js";
import { reportButton } from "#timemap/page/errorreport.js";
import { element } from "#timemap/page/nodes.js";
import { sourceItem } from "#timemap/panel/sources.js";
import { eventSymbol } from "#timemap/events/symbols.js";

/** @import { Context, DayRange, Events, MapData, MapState, Names } from "#timemap/types.d.ts" */

/** @type {Record<string, string>} */
const WHERE = {
  exact: "",
  town: "The marker stands for the whole town.",
  area: "The exact place is not known; it may be anywhere in the ring.",
};
/** @type {Record<string, string>} */
const WHEN = { day: "", month: "Only the month is known.", year: "Only the year is known." };

/**
 * @typedef {Pick<Context, "data"|"store"|"events"|"announce"|"highlightTerms"|"report"|"searching"|"select">}
 *   CardContext
 */

/**
 * Make the card.
 *
 * @param {CardContext} context
 * @returns {{element: HTMLElement}}
 */
export function createCard(context) {
  const { store, events, announce } = context;
  const card = element("section", { class: "card", "aria-label": "Selected event", hidden: true });

  const before = element("span", { class: "quiet" });
  const outside = element("p", { class: "card-outside", hidden: true });
  let hidden = "";

  /**
   * Say that the event is older than the range or hidden; offer a way back.
   *
   * @param {MapState} state
   */
  function place(state) {
    const { selected, range } = state;
    const began = selected < 0 ? "" : beganWords(events, selected, range);
    before.textContent = began && ` (${began})`;
    const way = selected < 0 ? null : wayBack(events, state);
    outside.hidden = way === null;
    if (way === null || hidden === `${selected} ${way.link}`) return;
    const link = element("button", { type: "button", class: "link" }, way.link);
    link.addEventListener("click", () => {
      context.searching.take(way.patch(store.get()));
      card.querySelector("h2")?.focus();
    });
    hidden = `${selected} ${way.link}`;
    outside.replaceChildren(`${way.words} `, link);
  }

  /** @param {MapState} state */
  function show(state) {
    const { selected } = state;
    const near = Boolean(document.activeElement?.closest(".list, .card"));
    card.hidden = selected < 0;
    card.replaceChildren(...(selected < 0 ? [] : context.highlightTerms(...content(context, selected))));
    if (selected >= 0) {
      card.querySelector("h2")?.after(outside);
      card.querySelector(".card-when strong")?.after(before);
    }
    place(state);
    card.parentElement?.scrollTo?.({ top: 0 });
    if (selected >= 0 && near) card.querySelector("h2")?.focus();
    const when = selected >= 0 ? whenWords(events, selected) : "";
    if (selected >= 0) announce(`Event ${placeWords(events, state)}. ${events.title.at(selected)}. ${when}`);
  }

  show(store.get());
  store.subscribe((state, changed) => (changed.has("selected") ? show(state) : place(state)));
  onEscape(() => {
    const { selected } = store.get();
    if (selected >= 0) closeCard(context, selected, card.contains(document.activeElement));
    return selected >= 0;
  }, { last: true });
  return { element: card };
}

/**
 * Return why the chosen event is not on the map, and what brings it back.
 *
 * Null where it is there or only the day hides it.
 *
 * @param {Pick<Events, "start"|"end">} events
 * @param {Pick<MapState, "selected"|"range"|"shown">} state
 * @returns {{words: string, link: string, patch: (now: {range: DayRange}) => Partial<MapState>}|null}
 */
export function wayBack(events, { selected, range, shown }) {
  const [start, end] = [events.start[selected], events.end[selected]];
  if (end <= range[0] || start >= range[1]) {
    return {
      words: "This event is outside the dates shown.", link: "Include its dates",
      patch: (now) => ({ range: [Math.min(now.range[0], start), Math.max(now.range[1], end)], moment: start }),
    };
  }
  if (!shown || shown[selected]) return null;
  const nothing = { categories: [], parties: [], words: "", own: /** @type {const} */ ("") };
  return { words: "Your filters hide this event.", link: "Clear all filters", patch: () => nothing };
}

/** @param {CardContext} context @param {number} index */
function content(context, index) {
  const { data, events } = context;
  const kinds = ` ${categoryWords(data.categories, events, index)}`;
  const isFar = isOutside(data.bounds, events, index);
  return [
    closeButton(context, index),
    element("h2", { id: "card-title", tabindex: -1, dir: "auto" }, events.title.at(index)),
    ...ownMark(data, events, index),
    element("p", { class: "card-when" },
      element("strong", {}, whenWords(events, index)), ...aside(WHEN[events.precision.at(index)])),
    element("p", { class: "card-kind" }, eventSymbol(data, events, index), kinds),
    element("p", { class: "card-where" }, events.place.at(index),
      ...aside(isFar ? "This place lies outside the map." : WHERE[events.where.at(index)])),
    ...names(data.languages, events.names.at(index)),
    element("p", { class: "card-summary", dir: "auto" }, events.summary.at(index)),
    ...ownFacts(data, events, index),
    ...contested(events.contested.at(index)),
    ...actors(events.actors.at(index)),
    ...(events.column[index] ? [element("p", { class: "quiet" }, `Mentioned in: ${data.foundingArticle}`)] : []),
    ...neighbours(context, index),
    ...(listOfOwn(ownSources(data, events, index)) ?? sources(data, events.sources.at(index))),
    ...reportOf(context, index),
  ];
}

/** @param {CardContext} context @param {number} index */
function reportOf({ events, report }, index) {
  const [name, id, when] = [events.title.at(index), events.id.at(index), whenWords(events, index)];
  return events.own?.[index] ? [] : [reportButton(() => report({ kind: "Event", name, id, when }))];
}

/** @param {CardContext} context @param {number} index */
function closeButton(context, index) {
  const label = { class: "card-close", "aria-label": "Close the card", title: "Close the card" };
  const close = element("button", { type: "button", ...label }, "\u00d7");
  close.addEventListener("click", () => closeCard(context, index));
  return close;
}

/**
 * Close the card, and lead the focus to the event in the list.
 *
 * @param {CardContext} context
 * @param {number} index
 * @param {boolean} [held] whether the card has the focus; elsewhere it stays
 */
function closeCard({ store, events }, index, held = true) {
  store.set({ selected: -1 });
  if (!held) return;
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".row")]);
  const row = rows.find(({ dataset }) => dataset.event === events.id.at(index));
  const heading = /** @type {HTMLElement|null} */ (document.querySelector(".list-heading"));
  (row?.querySelector("button") ?? heading)?.focus();
}

/** @param {MapData["bounds"]} bounds @param {Events} events @param {number} index */
function isOutside([[south, west], [north, east]], { lat, lon }, index) {
  return lat[index] < south || lat[index] > north || lon[index] < west || lon[index] > east;
}

/** @param {string|undefined} text */
function aside(text) {
  return text ? [element("span", { class: "quiet" }, ` ${text}`)] : [];
}

/** @param {MapData["languages"]} languages @param {Names|null} all */
function names(languages, all) {
  if (!all) return [];
  const entries = languages.filter(({ code }) => all[code]).map(({ code, name, dir }) =>
    element("div", {}, element("dt", {}, name), element("dd", { lang: code, dir }, all[code] ?? "")));
  return [element("dl", { class: "card-names" }, ...entries)];
}

/** @param {string} text */
function contested(text) {
  return text ? [element("h3", {}, "What is contested"), element("p", {}, text)] : [];
}

/** @param {string[]} all */
function actors(all) {
  return all.length === 0 ? [] : [element("p", { class: "quiet" }, `Parties: ${all.join(", ")}`)];
}

/**
 * Make links to the other events at a point, so that all can be reached.
 *
 * @param {CardContext} context
 * @param {number} index
 */
function neighbours({ store, events, select }, index) {
  const state = store.get();
  const others = events.atSpot(index, events.visible(state)).filter((other) => other !== index);
  if (others.length === 0) return [];
  const links = others.slice(0, 12).map((other) => {
    const link = element("button", { type: "button", class: "link" }, events.title.at(other));
    link.addEventListener("click", () => select(other));
    return element("li", {}, link);
  });
  return [element("h3", {}, "Also at this place"), element("ul", { class: "card-others" }, ...links)];
}

/** @param {HTMLElement[]|null} items of an own event; null for one of ours */
function listOfOwn(items) {
  if (items === null || items.length === 0) return items;
  return [element("h3", {}, "Sources in the table"), element("ol", { class: "sources" }, ...items)];
}

/** @param {MapData} data @param {number[]} indices */
function sources(data, indices) {
  const items = indices.map((index) => sourceItem(data.sources[index]));
  const kinds = new Set(indices.map((index) => data.sources[index].publisher));
  const single = kinds.size === 1 ? [element("p", { class: "quiet" }, "Based on a single publisher.")] : [];
  return [element("h3", {}, `Sources (${indices.length})`), ...single, element("ol", { class: "sources" }, ...items)];
}
