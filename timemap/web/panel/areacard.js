// The card of an area says who holds it and since when, how large it is, on which places it rests, who says so, and what is disputed.

import { nameOn } from "#timemap/areas/controllers.js";
import { createAreaFinder, sizeOf } from "#timemap/areas/areaof.js";
import { confidenceWords } from "#timemap/areas/confidence.js";
import { outlineOf } from "#timemap/areas/outline.js";
import { evidenceOf } from "#timemap/areas/evidence.js";
import { createEvidenceLayer } from "#timemap/areas/evidencelayer.js";
import { swatchElement } from "#timemap/areas/patterns.js";
import { isolated, nameIn } from "#timemap/labels/names.js";
import { element } from "#timemap/page/nodes.js";
import { sourceItem } from "#timemap/panel/sources.js";
import { dayWords } from "#timemap/time/dates.js";

const FEW = 6; // places shown before one asks for all
/** Kinds of places that land is named after, the better known later. */
const TOWNS = ["town", "city"];
const NUMBER = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const PERCENT = new Intl.NumberFormat("en-GB", { style: "percent" });

/**
 * Make the card of an area, hidden until one is chosen.
 *
 * @param {{data: object, clock: object, map: L.Map, topology: object, say: (text: string) => void, mark: (...roots: HTMLElement[]) => HTMLElement[]}} context
 * @returns {{card: HTMLElement, list: HTMLElement}} `list` names all areas of the day, each with the way to its card
 */
export function createAreaCard(context) {
  const { data, clock, map, topology, say } = context;
  const finder = createAreaFinder(topology);
  const layer = createEvidenceLayer(context);
  const card = element("section", { class: "card area-card", "aria-label": "Chosen area", hidden: true });
  const rows = element("ul", { class: "area-rows" });
  const list = element("details", { class: "area-list" }, element("summary", {}, "Areas on this day"), rows);
  const drawn = { card: "", list: "", all: false, places: false };

  const areaNow = () => {
    const { cell, moment } = clock.get();
    return cell >= 0 ? finder.areaOf(cell, moment) : null;
  };
  const nameOf = ({ controller, zone, cells }, chosen = -1) => (zone >= 0 ? data.areas.zones[zone].name : `${nameOn(data.controllers[controller], clock.get().moment)}: ${isolated(nameIn((townOf(chosen) ?? best(cells)).names, clock.get().language))}`);

  /** The town in whose cell one is, if it is one. */
  function townOf(cell) {
    const place = data.places[topology.cells[cell]?.place];
    return TOWNS.includes(place?.kind) ? place : null;
  }

  /** The place that a part of the land is best known by: a city before a town before the one with the most land. */
  function best(cells) {
    const places = cells.map((cell) => ({ cell, place: data.places[topology.cells[cell].place] })).filter(({ place }) => place);
    const rank = ({ cell, place }) => (TOWNS.indexOf(place.kind) + 1) * 1e6 + topology.cells[cell].km2;
    return places.sort((one, other) => rank(other) - rank(one))[0]?.place ?? { names: { en: "" } };
  }
  /** What all controllers are called on a day: names change on days on which no land changes hands. */
  const called = (day) => data.controllers.map((controller) => nameOn(controller, day)).join();
  const isLastKnown = () => clock.get().moment > (data.knownUntil?.control ?? Infinity);

  function show({ force = false } = {}) {
    const { cell, moment, language } = clock.get();
    const key = `${cell} ${topology.interval(moment)} ${isLastKnown()} ${language} ${called(moment)}`;
    if (!force && key === drawn.card) return;
    if (!key.startsWith(`${drawn.card.split(" ")[0]} `)) drawn.all = false;
    drawn.card = key;
    const area = areaNow();
    card.hidden = cell < 0;
    card.replaceChildren(...(cell < 0 ? [] : context.mark(...(area === null ? nobody(cell) : content(area)))));
    layer.show(area, drawn.places);
  }

  function showList() {
    const { moment } = clock.get();
    const key = `${topology.interval(moment)} ${list.open} ${called(moment)}`;
    if (!list.open || key === drawn.list) return;
    drawn.list = key;
    rows.replaceChildren(...finder.areasOn(moment).map((area) => {
      const link = element("button", { type: "button", class: "link" }, nameOf(area));
      link.addEventListener("click", () => open(area.cells[0]));
      return element("li", {}, swatchElement(data.controllers[area.controller]), element("span", {}, link, element("span", { class: "quiet" }, ` ${NUMBER.format(sizeOf(topology, area.cells))} km\u00b2`)));
    }));
  }

  /** One card at a time: that of an area takes the place of that of an event, and the other way round. */
  function choose(cell) {
    clock.set(cell >= 0 ? { cell, selected: -1, playing: false } : { cell });
  }

  function open(cell) {
    choose(cell);
    clock.flush();
    card.querySelector("h2")?.focus();
  }

  function content(area) {
    const { moment } = clock.get();
    const found = evidenceOf(data.evidence ?? {}, topology, area, moment);
    const controller = data.controllers[area.controller];
    const whole = found.places.every(({ since }) => since === found.since);
    const held = `${whole ? "" : "the first parts "}${found.sinceBefore ? "since before" : "since"} ${dayWords(found.since)}`;
    return [
      closeButton(),
      element("h2", { tabindex: -1 }, nameOf(area, clock.get().cell)),
      element("p", { class: "card-kind" }, swatchElement(controller), ` Held by ${nameOn(controller, moment)}, ${held}`),
      ...(isLastKnown() ? [element("p", { class: "area-last" }, `Last known on ${dayWords(data.knownUntil.control)}; nothing newer is known.`)] : []),
      element("p", {}, element("strong", {}, `${NUMBER.format(found.km2)} km\u00b2`), sizeWords(area, found.km2)),
      element("p", { class: "quiet" }, found.shares.map((share, confidence) => (share > 0 ? `${PERCENT.format(share)} ${confidenceWords(data.confidences, confidence)}` : "")).filter(Boolean).join(", ")),
      ...lines(area),
      ...(controller.note ? [element("p", { class: "quiet" }, controller.note)] : []),
      ...disputed(found.statements),
      element("h3", {}, `Rests on ${found.places.length === 1 ? "1 place" : `${found.places.length} places`}`),
      placesSwitch(),
      element("ul", { class: "area-places" }, ...found.places.slice(0, drawn.all ? Infinity : FEW).map(placeItem)),
      ...(found.places.length > FEW && !drawn.all ? [allButton(found.places.length)] : []),
      ...wordings(found.topics),
    ];
  }

  /** Front lines are told apart from state borders; where knowledge ends there is no line. */
  function lines(area) {
    const { fronts, borders } = outlineOf(data.edges, topology.at(clock.get().moment).holders, area.cells);
    const told = [
      ["Front line", fronts.map(({ controller, km }) => [nameOn(data.controllers[controller], clock.get().moment), km])],
      ["State border", borders.map(({ state, km }) => [state, km])],
    ];
    return told.filter(([, parts]) => parts.length > 0).map(([title, parts]) =>
      element("p", {}, element("strong", {}, `${title}: `), parts.map(([name, km]) => `${km < 1 ? "under 1" : NUMBER.format(km)} km with ${name}`).join(", ")));
  }

  function nobody(cell) {
    const place = data.places[topology.cells[cell].place];
    return [closeButton(), element("h2", { tabindex: -1 }, nameIn(place.names, clock.get().language)), element("p", {}, "Nobody is known to have held it on this day.")];
  }

  /** What is said after a size: how sure it is, where the evidence was tried out, and what it counts. */
  function sizeWords({ controller, zone }, km2) {
    const { moment } = clock.get();
    const ranges = (zone >= 0 ? data.ranges?.zones?.[zone] : data.ranges?.controllers?.[controller]) ?? [];
    const row = ranges.find(([start, end]) => start <= moment && (end === null || moment < end));
    const counted = ` on ${dayWords(moment)}, including lakes and rivers`;
    if (!row) return counted;
    const [, , whole, low, high] = row;
    const likely = `likely ${NUMBER.format(low)}\u2013${NUMBER.format(high)}`;
    return Math.abs(whole - km2) < 1 ? ` (${likely})${counted}` : `${counted}; all land of this holder: ${NUMBER.format(whole)} km\u00b2 (${likely})`;
  }

  function placeItem({ cell, km2, confidence, since, source, note, disputes }) {
    const place = data.places[topology.cells[cell].place];
    const { language } = clock.get();
    const from = since === topology.changes[0] ? "since before the record begins" : `since ${dayWords(since)}`;
    return element("li", {},
      element("strong", { dir: "auto", lang: place.names[language] ? language : "en" }, nameIn(place.names, language)),
      element("span", { class: "quiet" }, ` ${from}, ${confidenceWords(data.confidences, confidence)}, ${NUMBER.format(km2)} km\u00b2${disputes.length > 0 ? ", disputed" : ""}`),
      ...(note ? [element("p", {}, note)] : []),
      ...(source >= 0 ? [element("ul", { class: "sources" }, sourceItem(data.sources[source]))] : [element("p", { class: "quiet" }, "No page was recorded for this.")]));
  }

  function disputed(statements) {
    if (statements.length === 0) return [];
    const items = statements.map((index) => {
      const { text, sources } = data.evidence.statements[index];
      return element("li", {}, text, element("ul", { class: "sources" }, ...sources.map((source) => sourceItem(data.sources[source]))));
    });
    return [element("h3", {}, "What sources disagree about"), element("ul", { class: "area-places" }, ...items)];
  }

  function wordings(topics) {
    const terms = (data.words?.terms ?? []).filter(({ topic }) => topics.includes(topic));
    if (terms.length === 0) return [];
    const items = terms.map(({ wording, language, usedBy, meaning, source }) => {
      return element("li", {}, element("q", { lang: language, dir: "auto" }, wording), ` \u2013 ${usedBy}. ${meaning}`, ...(source >= 0 ? [element("ul", { class: "sources" }, sourceItem(data.sources[source]))] : []));
    });
    return [element("details", { class: "area-words" }, element("summary", {}, `What it is called, and by whom (${terms.length})`), element("ul", { class: "area-places" }, ...items))];
  }

  function placesSwitch() {
    const box = element("input", { type: "checkbox" });
    box.checked = drawn.places;
    box.addEventListener("change", () => {
      drawn.places = box.checked;
      layer.show(areaNow(), drawn.places);
    });
    return element("label", { class: "choice" }, box, element("span", {}, "Show them on the map"));
  }

  function allButton(count) {
    const button = element("button", { type: "button" }, `Show all ${count}`);
    button.addEventListener("click", () => {
      drawn.all = true;
      show({ force: true });
      card.querySelectorAll(".area-places li")[FEW]?.scrollIntoView({ block: "nearest" });
    });
    return button;
  }

  function closeButton() {
    const close = element("button", { type: "button", class: "card-close", "aria-label": "Close the card of the area", title: "Close the card" }, "\u00d7");
    close.addEventListener("click", () => {
      clock.set({ cell: -1 });
      map.getContainer().focus({ preventScroll: true });
    });
    return close;
  }

  show();
  list.addEventListener("toggle", showList);
  clock.subscribe((state, changed) => {
    if (["cell", "moment", "language"].some((name) => changed.has(name))) show();
    if (changed.has("moment")) showList();
    if (changed.has("selected") && state.selected >= 0 && state.cell >= 0) clock.set({ cell: -1 });
    if (changed.has("cell") && state.cell >= 0) {
      card.parentElement?.scrollTo?.({ top: 0 });
      const area = areaNow();
      if (area) say(`${nameOf(area, state.cell)}, ${NUMBER.format(sizeOf(topology, area.cells))} square kilometres`);
    }
  });
  map.on("click", (event) => {
    const { lng, lat } = event.about ?? event.latlng;
    if (!event.taken) choose(finder.cellAt(lng, lat));
  });
  return { card, list };
}
