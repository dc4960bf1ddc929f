// The legend explains what can be seen on the map just now and nothing else; names come from the data.
import { nameOn, namesOn } from "#timemap/areas/controllers.js";
import { createLayers, hiddenWords } from "#timemap/legend/layers.js";
import { createLegendRow } from "#timemap/legend/legendrow.js";
import { borderSamples } from "#timemap/legend/legendsamples.js";
import { element } from "#timemap/page/nodes.js";
import { holderColour, swatchElement } from "#timemap/areas/patterns.js";
import { isolated, nameIn } from "#timemap/labels/names.js";
import { presence, together } from "#timemap/legend/presence.js";
import { symbolElement } from "#timemap/events/symbols.js";
import { groupsOf } from "#timemap/slider/bars.js";
import { afterStep } from "#timemap/time/frames.js";

const DECIDING = ["moment", "compare", "mode", "window", "range", "shown", "language", "hidden"];

const WEAK_NOTE = "The date was worked out from the places around it.";

/** Most symbols that the legend itself explains, or it would cover too much. */
const FEW = 8;
/** Least pixels of a map on which the legend starts open. */
const ROOMY = Object.freeze({ x: 1400, y: 800 });

/**
 * Make the legend: open on a wide map, one line of areas on a smaller one, a button on a telephone.
 *
 * @param {{data: object, clock: object, events: object, map: L.Map, topology: object, paper: object, mark: (...roots: HTMLElement[]) => HTMLElement[], openFilters: () => void, other?: () => object|null}} context `openFilters` shows the list of categories, `other` is the state of the second side while two days are compared
 * @returns {{element: HTMLElement}}
 */
export function createLegend({ data, clock, events, map, topology, paper, mark, openFilters, other = () => null }) {
  const samples = {
    ...borderSamples(map.getContainer()),
    area: (index, lastKnown) => swatchElement(data.controllers[index], { lastKnown }),
    weak: () => swatchElement(undefined, { weak: true }),
    category: (index) => symbolElement(data.categories[index]),
  };
  const layers = createLayers(data);
  const words = data.legendWords;
  const word = element("span", {}, "Legend");
  const button = element("button", { type: "button", class: "legend-button", "aria-controls": "legend-body", "aria-expanded": "false" }, word);
  const body = element("div", { class: "legend-body", id: "legend-body" });
  const rest = element("button", { type: "button", class: "link legend-rest", title: "Open the legend" });
  const box = element("section", { class: "legend", "aria-label": "Legend" }, button, body);
  let entered = 0; // how many things are explained
  const symbols = element("button", { type: "button", class: "link legend-symbols" }, "All symbols");
  symbols.addEventListener("click", () => openFilters());
  const showAll = element("button", { type: "button", class: "link legend-all" }, "Show everything");
  showAll.addEventListener("click", () => {
    clock.set({ hidden: [] });
    button.focus({ preventScroll: true }); // this one goes
  });
  const lines = new Map();
  let called = new Map(); // the name of each controller on the days on which it is on the map
  let shown = "";

  /** Of the two days compared those on which a controller is on the map. */
  function daysOf(index, first, second) {
    const { moment, compare } = clock.get();
    return [[first, moment], [second, compare]].filter(([seen]) => seen?.controllers.includes(index)).map(([, day]) => day);
  }

  function update() {
    box.removeAttribute("aria-busy");
    const bounds = map.getBounds();
    const window = { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth(), zoom: map.getZoom() };
    const [first, second] = [clock.get(), other()].map((state) => (state === null ? null : presence({ data, events, topology }, state, window)));
    const seen = second === null ? first : together(first, second);
    called = new Map(seen.controllers.map((index) => [index, namesOn(data.controllers[index], daysOf(index, first, second))]));
    const { hidden } = clock.get();
    const key = JSON.stringify([seen, [...called], hasOtherDays(), hidden, paper.isOn()]);
    if (key === shown) {
      entitle();
      return;
    }
    shown = key;
    const held = body.contains(document.activeElement) ? document.activeElement : null;
    const parts = sections(seen).filter(([, entries, closing]) => entries.length > 0 || closing);
    entered = parts.reduce((sum, [, entries]) => sum + entries.length, 0);
    rest.textContent = `+ ${entered - (parts[0]?.[0].startsWith("Areas") ? parts[0][1].length : 0)} more`;
    entitle();
    body.replaceChildren(...parts.map(([title, entries, closing]) => element("div", { class: "legend-part" },
      element("h3", { class: "legend-heading" }, title),
      element("ul", { class: "legend-list" }, ...entries.map((entry) => line(entry, title))), ...(closing ? [closing] : []))), ...(hidden.length > 0 ? [showAll] : []), rest);
    if (held?.isConnected) held.focus({ preventScroll: true });
  }

  /** What is hidden stands on the button; else, where nothing of it is seen, how much there is to unfold. */
  function entitle() {
    const hidden = hiddenWords(clock.get().hidden, nameOfLayer);
    const folded = !box.classList.contains("open") && globalThis.getComputedStyle(body).display === "none";
    word.textContent = hidden ? `Legend: ${hidden}` : folded ? `Legend: ${entered} signs` : "Legend";
  }

  function nameOfLayer(id) {
    return id === "zones" ? data.zonesName : nameOn(data.controllers.find((controller) => controller.id === id), clock.get().moment);
  }

  /** Each line is made once and comes back whenever it is needed again. */
  function line([sample, look, name, note = "", layer = ""], title) {
    const key = [sample, ...look, name, note, layer].join("|");
    if (!lines.has(key)) lines.set(key, createLegendRow({ sample: samples[sample](...look), words: name, note, mark, layer: switchOf(layer) }));
    const { row, draw } = lines.get(key);
    draw(clock.get().hidden.includes(layer));
    row.dataset.part = title; // on the screen the first of a part begins with it
    return row;
  }

  function switchOf(layer) {
    if (!layer) return null;
    const turn = (change) => () => clock.set({ hidden: change(clock.get().hidden, layer) });
    return { toggle: turn(layers.toggle), only: layers.hasOthers(layer) ? turn(layers.only) : null };
  }

  function sections(seen) {
    return [
      [seen.lastKnown ? words.areasLastKnown : words.areas, areaEntries(seen)],
      [words.evidence, seen.weak ? [["weak", [], words.weak, WEAK_NOTE, "evidence"]] : []],
      [words.events, [...eventEntries(seen), ...symbolEntries(seen)], seen.categories.length > 0 ? symbols : null],
      [words.border, borderEntries(seen)],
      [words.bars, barEntries()],
    ];
  }

  function areaEntries(seen) {
    const entries = seen.controllers.map((index) => {
      const { id, note } = data.controllers[index] ?? {};
      return ["area", [index, seen.lastKnown], called.get(index), note, id];
    });
    if (seen.zones.length > 0) entries.push(["zone", [seen.lastKnown], data.zonesName, seen.zones.map((zone) => data.areas.zones?.[zone]?.name).join("; "), "zones"]);
    return entries;
  }

  /** The symbols that are seen, while they are few; the list of categories, which paper has not, explains all that there are. */
  function symbolEntries(seen) {
    if (seen.categories.length > FEW && !paper.isOn()) return [];
    return seen.categories.map((index) => ["category", [index], data.categories[index]?.name ?? ""]);
  }

  /** Whether events are seen that are not of the day itself and stand back for those that are. */
  function hasOtherDays() {
    const { mode, window: days } = clock.get();
    return mode === "range" || (mode === "day" && days > 0);
  }

  function eventEntries(seen) {
    const entries = [];
    if (seen.categories.length > 0 || seen.counted) entries.push(["event", [], words.events, "", "events"]);
    if (seen.counted) entries.push(["count", [], words.counted]);
    if (seen.stacked) entries.push(["badge", [], words.stacked]);
    if (seen.categories.length > 0 && hasOtherDays()) entries.push(["smaller", [], words.beside]);
    if (seen.wheres.includes("area")) entries.push(["ring", [], words.near]);
    return entries;
  }

  /** The bars under the map are stacked by groups of categories; on paper there are none. */
  function barEntries() {
    const { names, colours } = groupsOf(data.categories, events);
    return paper.isOn() ? [] : names.map((name, group) => ["bar", [colours[group]], name]);
  }

  function borderEntries(seen) {
    const entries = [];
    if (seen.focus) entries.push(["focus", [], words.focus.replace("{place}", isolated(nameIn(data.focus.names, clock.get().language)))]);
    for (const holder of seen.quarters) entries.push(["quarter", [holderColour(data.controllers[holder])], quarterOf(namesOn(data.controllers[holder], [clock.get().moment, clock.get().compare])), "", "quarters"]);
    if (seen.callouts) entries.push(["callout", [], words.callout, "", "callouts"]);
    if (seen.quarters.length > 0) entries.push(["quarter", ["rgb(0 0 0 / 0%)", true], words.estimated]);
    if (seen.rim) entries.push(["rim", [], words.rim]);
    if (seen.border) entries.push(["border", [], words.stateBorder, "", "border"]);
    if (seen.wall) entries.push(["wall", [], words.wall, "", "wall"]);
    for (const state of seen.crossings) entries.push(["crossing", [state], words[state], "", "crossings"]);
    for (const post of seen.posts) {
      const [state, holder] = post.split(/ (.*)/);
      const controller = data.controllers.find(({ id }) => id === holder);
      entries.push(["post", [state, controller?.colour], state === "standing" ? words.post : words.lastKnown.replace("{words}", words.post), "", "posts"]);
    }
    return entries;
  }

  function quarterOf(holder) {
    return holder ? words.quarter.replace("{holder}", holder) : words.quarterOfOthers;
  }

  /** Not with the step itself: a look at all that is seen takes its time. */
  function later() {
    box.setAttribute("aria-busy", "true");
    afterStep(update);
  }

  function setOpen(open) {
    box.classList.toggle("open", open);
    button.setAttribute("aria-expanded", String(open));
    entitle();
  }

  clock.subscribe(({ compare }, changed) => {
    if (changed.has("compare") && compare !== null && other() === null) setOpen(false); // it keeps off both days
    if (DECIDING.some((key) => changed.has(key))) later();
  });
  samples.onTheme(() => {
    lines.clear();
    shown = "";
    later();
  });
  rest.addEventListener("click", () => {
    setOpen(true);
    button.focus();
  });
  button.addEventListener("click", () => setOpen(!box.classList.contains("open")));
  map.on("moveend resize", later);
  globalThis.L.DomEvent.disableClickPropagation(box);
  globalThis.L.DomEvent.disableScrollPropagation(box);
  setOpen(clock.get().compare === null && map.getSize().x >= ROOMY.x && map.getSize().y >= ROOMY.y);
  update();
  paper.subscribe(update);

  return { element: box };
}
