// Panel of the comparison: its days, what changed hands, events between.

import { changesBetween, eventsBetween, keptBetween, telling } from "#timemap/compare/changes.js";
import { areaWords, compareTable } from "#timemap/compare/comparetable.js";
import { createDividerButtons } from "#timemap/compare/divider.js";
import { eventSymbol } from "#timemap/events/symbols.js";
import { countWords } from "#timemap/events/eventwords.js";
import { markedWhen } from "#timemap/own/ownwords.js";
import { createDayField } from "#timemap/page/dayfield.js";
import { element } from "#timemap/page/nodes.js";
import { dayWords } from "#timemap/time/dates.js";

/** @import {Context, DayRange, MapState, Topology} from "#timemap/types.d.ts" */

const MOST = 40; // events listed
const SAME = "Both days are the same. Choose a different day to see what changed.";
/** Milliseconds after the last step before the panel is written anew. Flags and divider tell the days at once. */
const CALM = 120;
const LINES = "Solid outlines mark land that was taken; dashed outlines mark land that was joined, shared "
  + "or renamed. The rest is faded.";

/**
 * Make the panel of the comparison, hidden until there is one.
 *
 * @param {Pick<Context, "data"|"store"|"events"|"select"|"announce">} context
 * @param {(by: number) => void} moveDivider
 */
export function createComparePanel({ data, store, events, select, announce }, moveDivider) {
  const fields = { moment: dayField(store, "moment", "Left date"), compare: dayField(store, "compare", "Right date") };
  const presets = createPresets({ data, store });
  const veil = element("input", { type: "checkbox" });
  const lines = element("p", { class: "quiet", hidden: true }, LINES);
  const shut = element("button", { type: "button" }, "Stop comparing");
  const total = element("span", { class: "number" });
  const what = element("span", {}, "Land that changed hands");
  const title = element("h2", { class: "compare-title", tabindex: -1 }, what, total);
  const caption = element("span", {}, "Outline what changed");
  const outline = element("label", { class: "choice", title: LINES }, veil, caption);
  const body = element("div", { class: "compare-body" });
  const box = element("section", { class: "compare", "aria-label": "Two days compared", hidden: true },
    element("div", { class: "compare-days" }, fields.moment.element, fields.compare.element),
    presets.element, createDividerButtons(moveDivider), title, outline, lines, body, shut);
  let waiting = 0;

  shut.addEventListener("click", () => {
    store.set({ compare: null });
    announce("One day is shown");
  });

  /** @type {(left: MapState, right: MapState, topology: Topology) => void} */
  function write(left, right, topology) {
    waiting = 0;
    presets.offer(left.range, topology);
    fields.moment.show(left.moment, left.range);
    fields.compare.show(right.moment, left.range);
    title.hidden = outline.hidden = left.moment === right.moment;
    if (left.moment === right.moment) {
      body.replaceChildren(element("p", {}, SAME));
      return;
    }
    // Time runs on, whichever side is which.
    const [earlier, later] = [Math.min(left.moment, right.moment), Math.max(left.moment, right.moment)];
    const changes = changesBetween(topology, earlier, later, data.handovers?.successions ?? []);
    const between = eventsBetween(events, earlier, later, left.shown);
    total.textContent = areaWords(changes);
    const table = compareTable(data, changes, keptBetween(topology, earlier, later), [earlier, later]);
    body.replaceChildren(table, ...unsure(data, later), ...eventList({ data, events, select }, between));
  }

  return {
    element: box,
    /** @type {(left: MapState, right: MapState, topology: Topology) => void} */
    show(left, right, topology) {
      globalThis.clearTimeout(waiting);
      if (box.hidden) {
        announce(`Comparing ${[...new Set([left, right].map(({ moment }) => dayWords(moment)))].join(" and ")}`);
        box.hidden = false;
        write(left, right, topology);
      } else waiting = globalThis.setTimeout(() => write(left, right, topology), CALM);
    },
    hide() {
      globalThis.clearTimeout(waiting);
      box.hidden = true;
    },
    /** @param {(wanted: boolean) => void} listener */
    onVeil: (listener) => veil.addEventListener("change", () => {
      lines.hidden = !veil.checked;
      listener(veil.checked);
    }),
  };
}

/** @type {(store: Context["store"], key: "moment"|"compare", name: string) => DayChoice} */
function dayField(store, key, name) {
  const { element: field, show } = createDayField((day) => store.set({ [key]: day }), { label: name });
  return {
    show: (day, range) => show(day, { inside: range, name: "The date range is" }),
    element: element("label", { class: "compare-day" }, element("span", {}, name), field),
  };
}

/** @typedef {{element: HTMLElement, show: (day: number, range: DayRange) => void}} DayChoice */

/**
 * Make the list of pairs of days worth comparing.
 *
 * @param {Pick<Context, "data"|"store">} context
 */
function createPresets({ data, store }) {
  const choice = element("select", {});
  const label = element("label", { class: "choice" }, element("span", {}, "Before and after"), choice);
  let offered = "";
  /** @type {ReturnType<typeof telling>} */
  let pairs = [];

  choice.addEventListener("change", () => {
    const pair = pairs[Number(choice.value)];
    if (pair) store.set({ moment: pair.left, compare: pair.right, playing: false });
    choice.value = "";
  });

  return {
    element: label,
    /** @type {(range: DayRange, topology: Topology) => void} */
    offer(range, topology) {
      if (offered === range.join(" ")) return;
      offered = range.join(" ");
      pairs = telling(data.periods ?? [], range, topology);
      choice.replaceChildren(element("option", { value: "" }, "Choose a period"),
        ...pairs.map(({ name }, index) => element("option", { value: index }, name)));
      label.hidden = pairs.length === 0;
    },
  };
}

/** Say which day is the last documented one. @type {(data: Context["data"], day: number) => HTMLElement[]} */
function unsure(data, day) {
  const until = data.knownUntil?.control ?? Infinity;
  if (day < until) return [];
  const words = `The last documented day is ${dayWords(until)}. Later days show the last known state.`;
  return [element("p", { class: "quiet" }, words)];
}

/** @type {(context: Pick<Context, "data"|"events"|"select">, indices: number[]) => HTMLElement[]} */
function eventList({ data, events, select }, indices) {
  const items = indices.slice(0, MOST).map((index) => {
    const link = element("button", { type: "button", class: "link" }, events.title.at(index));
    link.addEventListener("click", () => select(index));
    const when = element("p", { class: "quiet" }, markedWhen(events, index));
    const symbol = eventSymbol(data, events, index);
    return element("li", {}, symbol, element("div", {}, link, when));
  });
  const more = indices.length - items.length;
  return [
    element("h3", {}, `${indices.length === 0 ? "No events" : countWords(indices.length)} between the two dates`),
    element("ol", { class: "compare-events" }, ...items),
    ...(more > 0 ? [element("p", { class: "quiet" }, `and ${more} more in the list of events`)] : []),
  ];
}
