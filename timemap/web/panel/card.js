// The card tells all that is known of the chosen event: when, where, what, what is disputed, and who says so.

import { beganWords, categoryWords, placeWords, whenWords } from "#timemap/events/eventwords.js";
import { element } from "#timemap/page/nodes.js";
import { sourceItem } from "#timemap/panel/sources.js";
import { symbolElement } from "#timemap/events/symbols.js";

const WHERE = { exact: "", town: "The point stands for the town.", area: "The point stands for a wider area; the ring shows where it may be." };
const WHEN = { day: "", month: "Only the month is known.", year: "Only the year is known." };

/**
 * Make the card.
 *
 * @param {{data: object, clock: object, events: object, say: (text: string) => void, mark: (...roots: HTMLElement[]) => HTMLElement[]}} context
 * @returns {{element: HTMLElement}}
 */
export function createCard(context) {
  const { clock, events, say } = context;
  const card = element("section", { class: "card", "aria-label": "Chosen event", hidden: true });

  const before = element("span", { class: "quiet" });
  const outside = element("p", { class: "card-outside", hidden: true });
  let hidden = "";

  /** Say so when the event began before the range, or when range or filters hide it, and offer the way back to it. */
  function place(state) {
    const { selected, range } = state;
    const began = selected < 0 ? "" : beganWords(events, selected, range);
    before.textContent = began && ` (${began})`;
    const way = selected < 0 ? null : wayBack(events, state);
    outside.hidden = way === null;
    if (way === null || hidden === `${selected} ${way.link}`) return;
    const link = element("button", { type: "button", class: "link" }, way.link);
    link.addEventListener("click", () => {
      context.searching.take(way.patch(clock.get()));
      card.querySelector("h2")?.focus();
    });
    hidden = `${selected} ${way.link}`;
    outside.replaceChildren(`${way.words} `, link);
  }

  function show(state) {
    const { selected } = state;
    const near = document.activeElement?.closest?.(".list, .card") !== null && document.activeElement !== null;
    card.hidden = selected < 0;
    card.replaceChildren(...(selected < 0 ? [] : context.mark(...content(context, selected))));
    if (selected >= 0) {
      card.querySelector("h2").after(outside);
      card.querySelector(".card-when strong").after(before);
    }
    place(state);
    card.parentElement?.scrollTo?.({ top: 0 });
    if (selected >= 0 && near) card.querySelector("h2").focus();
    if (selected >= 0) say(`Event ${placeWords(events, state)}. ${events.title[selected]}. ${whenWords(events, selected)}`);
  }

  show(clock.get());
  clock.subscribe((state, changed) => (changed.has("selected") ? show(state) : place(state)));
  return { element: card };
}

/**
 * Return why the chosen event is not on the map, and what brings it back: null where it is there or only the day hides it.
 *
 * @param {object} events
 * @param {import("#timemap/time/clock.js").ClockState} state
 * @returns {{words: string, link: string, patch: (state: object) => object}|null}
 */
export function wayBack(events, { selected, range, shown }) {
  const [start, end] = [events.start[selected], events.end[selected]];
  if (end <= range[0] || start >= range[1]) {
    const wide = (now) => ({ range: [Math.min(now.range[0], start), Math.max(now.range[1], end)] });
    return { words: "This event is outside the dates shown.", link: "Include its dates", patch: (now) => ({ ...wide(now), moment: start }) };
  }
  if (!shown || shown[selected]) return null;
  return { words: "Your filters hide this event.", link: "Clear the filters", patch: () => ({ categories: [], parties: [], words: "" }) };
}

function content(context, index) {
  const { data, clock, events } = context;
  const close = element("button", { type: "button", class: "card-close", "aria-label": "Close the card", title: "Close the card" }, "\u00d7");
  close.addEventListener("click", () => {
    clock.set({ selected: -1 });
    const row = [...document.querySelectorAll(".row")].find(({ dataset }) => dataset.event === events.id[index]);
    (row?.querySelector("button") ?? document.querySelector(".list-heading"))?.focus();
  });
  return [
    close,
    element("h2", { id: "card-title", tabindex: -1 }, events.title[index]),
    element("p", { class: "card-when" }, element("strong", {}, whenWords(events, index)), ...aside(WHEN[events.precision[index]])),
    element("p", { class: "card-kind" }, symbolElement(data.categories[events.mainCategory(index)]), ` ${categoryWords(data.categories, events, index)}`),
    element("p", { class: "card-where" }, events.place[index], ...aside(isFar(data.bounds, events, index) ? "This place lies outside the map." : WHERE[events.where[index]])),
    ...names(data.languages, events.names[index]),
    element("p", { class: "card-summary" }, events.summary[index]),
    ...contested(events.contested[index]),
    ...actors(events.actors[index]),
    ...(events.column[index] ? [element("p", { class: "quiet" }, `Mentioned in: ${data.foundingArticle}`)] : []),
    ...neighbours(context, index),
    ...sources(data, events.sources[index]),
  ];
}

function isFar([[south, west], [north, east]], { lat, lon }, index) {
  return lat[index] < south || lat[index] > north || lon[index] < west || lon[index] > east;
}

function aside(text) {
  return text ? [element("span", { class: "quiet" }, ` ${text}`)] : [];
}

function names(languages, all) {
  if (!all) return [];
  const entries = languages.filter(({ code }) => all[code]).map(({ code, name, dir }) =>
    element("div", {}, element("dt", {}, name), element("dd", { lang: code, dir }, all[code])));
  return [element("dl", { class: "card-names" }, ...entries)];
}

function contested(text) {
  return text ? [element("h3", {}, "What is contested"), element("p", {}, text)] : [];
}

function actors(all) {
  return all.length === 0 ? [] : [element("p", { class: "quiet" }, `Actors: ${all.join(", ")}`)];
}

/** Links to the other events at the same point, so that all of them can be reached. */
function neighbours({ clock, events, select }, index) {
  const state = clock.get();
  const others = events.atSpot(index, events.visible(state)).filter((other) => other !== index);
  if (others.length === 0) return [];
  const links = others.slice(0, 12).map((other) => {
    const link = element("button", { type: "button", class: "link" }, events.title[other]);
    link.addEventListener("click", () => select(other));
    return element("li", {}, link);
  });
  return [element("h3", {}, "Also at this spot"), element("ul", { class: "card-others" }, ...links)];
}

function sources(data, indices) {
  const items = indices.map((index) => sourceItem(data.sources[index]));
  const kinds = new Set(indices.map((index) => data.sources[index].publisher));
  const single = kinds.size === 1 ? [element("p", { class: "quiet" }, "This rests on one publisher alone.")] : [];
  return [element("h3", {}, `Sources (${indices.length})`), ...single, element("ol", { class: "sources" }, ...items)];
}
