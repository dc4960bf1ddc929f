// Card of the chosen area, and the list of all areas of the day.

import { createAreaFinder, sizeOf } from "#timemap/areas/areaof.js";
import { nameOn } from "#timemap/areas/controllers.js";
import { createEvidenceLayer } from "#timemap/areas/selectedarealayer.js";
import { swatchElement } from "#timemap/areas/patterns.js";
import { onEscape } from "#timemap/page/escape.js";
import { reportButton } from "#timemap/page/errorreport.js";
import { element } from "#timemap/page/nodes.js";
import { createAreaNames } from "#timemap/panel/areanames.js";
import { areaParts, FEW, isLastKnown, NUMBER } from "#timemap/panel/areaparts.js";
import { dayWords } from "#timemap/time/dates.js";

/** @import { Context, Day } from "#timemap/types.d.ts" */
/** @import { Area } from "#timemap/areas/areaof.js" */

/** @typedef {Pick<Context, "data"|"store"|"map"|"topology"|"announce"|"highlightTerms"|"report">} AreaContext */
/** @typedef {L.LeafletMouseEvent & {about?: L.LatLng, taken?: boolean}} MapClick `about` is what it means */

/**
 * Make the card of an area, hidden until one is chosen.
 *
 * @param {AreaContext} context
 * @returns {{card: HTMLElement, list: HTMLElement}} `list` names all areas of the day, each with the way to its card
 */
export function createAreaCard(context) {
  const { store, map, topology, announce } = context;
  const finder = createAreaFinder(topology);
  const names = createAreaNames(context);
  const { card, show } = createCard(context, areaNow, close);
  const { list, showList } = createAreaList(context, finder.areasOn, open);

  function areaNow() {
    const { cell, moment } = store.get();
    return cell >= 0 ? finder.areaOf(cell, moment) : null;
  }

  /**
   * Choose an area. Its card takes the place of that of an event, and the other way round.
   *
   * @param {number} cell
   */
  function choose(cell) {
    store.set(cell >= 0 ? { cell, selected: -1, playing: false } : { cell });
  }

  /** @param {number} cell */
  function open(cell) {
    choose(cell);
    store.flush();
    card.querySelector("h2")?.focus();
  }

  /** Close the card; a focus in it goes back to the area in the list, or to the map. */
  function close() {
    const { cell } = store.get();
    const held = card.contains(document.activeElement);
    store.set({ cell: -1 });
    if (!held) return;
    /** @type {HTMLElement|null} */
    const row = list.open ? list.querySelector(`[data-cell="${cell}"]`) : null;
    (row ?? map.getContainer()).focus({ preventScroll: row === null });
  }

  onEscape(() => {
    const isOpen = store.get().cell >= 0;
    if (isOpen) close();
    return isOpen;
  }, { last: true });
  show();
  store.subscribe((state, changed) => {
    if (changed.has("cell") || changed.has("moment") || changed.has("language")) show();
    if (changed.has("moment") || changed.has("language")) showList();
    if (changed.has("selected") && state.selected >= 0 && state.cell >= 0) store.set({ cell: -1 });
    if (changed.has("cell") && state.cell >= 0) {
      card.parentElement?.scrollTo?.({ top: 0 });
      const area = areaNow();
      const size = area && NUMBER.format(sizeOf(topology, area.cells));
      if (area) announce(`${names.nameOf(area, state.cell)}, ${size} square kilometres`);
    }
  });
  map.on("click", (/** @type {MapClick} */ event) => {
    const { lng, lat } = event.about ?? event.latlng;
    if (!event.taken) choose(finder.cellAt(lng, lat));
  });
  return { card, list };
}

/**
 * Return what all controllers are called on a day.
 *
 * Names change on days on which no land changes hands.
 *
 * @param {Pick<Context, "data">} context
 * @param {Day} day
 */
function namesOnDay({ data }, day) {
  return data.controllers.map((controller) => nameOn(controller, day)).join();
}

/**
 * Make the card itself.
 *
 * @param {AreaContext} context
 * @param {() => Area|null} areaNow
 * @param {() => void} shut
 */
function createCard(context, areaNow, shut) {
  const { data, store, highlightTerms, report, topology } = context;
  const names = createAreaNames(context);
  const layer = createEvidenceLayer(context);
  const card = element("section", { class: "card area-card", "aria-label": "Selected area", hidden: true });
  const drawn = { key: "", all: false, places: false };

  function show({ force = false } = {}) {
    const { cell, moment, language } = store.get();
    const known = `${topology.interval(moment)} ${isLastKnown(context)} ${language} ${namesOnDay(context, moment)}`;
    const key = `${cell} ${known}`;
    if (!force && key === drawn.key) return;
    if (!key.startsWith(`${drawn.key.split(" ")[0]} `)) drawn.all = false;
    drawn.key = key;
    const area = areaNow();
    card.hidden = cell < 0;
    card.replaceChildren(
      ...(cell < 0 ? [] : highlightTerms(closeButton(), ...(area === null ? nobody(cell) : content(area)))),
    );
    layer.show(area, drawn.places);
  }

  /** @param {Area} area */
  function content(area) {
    const parts = areaParts(context, area, { names, all: drawn.all, onMap: placesSwitch(), allButton });
    return [...parts, reportOf(area)];
  }

  /** @param {Area} area */
  function reportOf(area) {
    const { cell, moment } = store.get();
    const ids = [data.controllers[area.controller].id, names.placeOf(cell)?.id].filter(Boolean);
    const name = names.nameOf(area, cell);
    return reportButton(() => report({ kind: "Area", name, id: ids.join(", "), when: dayWords(moment) }));
  }

  /** @param {number} cell */
  function nobody(cell) {
    const words = "It is not known who held it on this day.";
    return [element("h2", { tabindex: -1 }, names.placeName(cell)), element("p", {}, words)];
  }

  function placesSwitch() {
    const box = element("input", { type: "checkbox" });
    box.checked = drawn.places;
    box.addEventListener("change", () => {
      drawn.places = box.checked;
      layer.show(areaNow(), drawn.places);
    });
    return element("label", { class: "choice" }, box, element("span", {}, "Show these places on the map"));
  }

  /** @param {number} count */
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
    const label = { class: "card-close", "aria-label": "Close the card of the area", title: "Close the card" };
    const close = element("button", { type: "button", ...label }, "\u00d7");
    close.addEventListener("click", shut);
    return close;
  }

  return { card, show };
}

/**
 * Make the list of the areas of the day, shut.
 *
 * @param {AreaContext} context
 * @param {(day: Day) => Area[]} areasOn
 * @param {(cell: number) => void} open
 */
function createAreaList(context, areasOn, open) {
  const { data, store, topology } = context;
  const names = createAreaNames(context);
  const rows = element("ul", { class: "area-rows" });
  const list = element("details", { class: "area-list" }, element("summary", {}, "Areas on this day"), rows);
  let drawn = "";

  /** @param {Area} area */
  function row(area) {
    const [cell] = area.cells;
    const link = element("button", { type: "button", class: "link", "data-cell": cell }, names.nameOf(area));
    link.addEventListener("click", () => open(cell));
    const size = element("span", { class: "quiet" }, ` ${NUMBER.format(sizeOf(topology, area.cells))}\u00a0km\u00b2`);
    return element("li", {}, swatchElement(data.controllers[area.controller]), element("span", {}, link, size));
  }

  function showList() {
    const { moment, language } = store.get();
    const key = `${topology.interval(moment)} ${language} ${namesOnDay(context, moment)}`;
    if (!list.open || key === drawn) return;
    drawn = key;
    rows.replaceChildren(...areasOn(moment).map(row));
  }

  list.addEventListener("toggle", showList);
  return { list, showList };
}
