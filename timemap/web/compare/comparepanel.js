// The comparison in words and numbers: which two days, what went from whom to whom in square kilometres, and the events in between.

import { nameOn } from "#timemap/areas/controllers.js";
import { changesBetween, eventsBetween, keptBetween, telling } from "#timemap/compare/changes.js";
import { swatchElement } from "#timemap/areas/patterns.js";
import { symbolElement } from "#timemap/events/symbols.js";
import { countWords, whenWords } from "#timemap/events/eventwords.js";
import { createDayField } from "#timemap/page/dayfield.js";
import { element } from "#timemap/page/nodes.js";
import { dayWords, shortDay } from "#timemap/time/dates.js";

const UNCHANGED = Object.freeze({ name: "No change", description: "The same side held it on both days." });
const MOST = 40; // events listed
const SAME = "Both days are the same. Choose another one to see what changed.";
const CALM = 120; // milliseconds after the last step before the panel is written anew: the flags and the divider tell the days at once
const LINES = "A solid line is round land that was taken, a dashed one round land that was joined, shared or renamed. The rest is faded.";
const NUMBER = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/**
 * Make the panel of the comparison, hidden until there is one.
 *
 * @param {{data: object, clock: object, events: object, select: (index: number) => void, say: (text: string) => void}} context
 * @returns {{element: HTMLElement, show: (left: object, right: object, topology: object) => void, hide: () => void, onVeil: (listener: (wanted: boolean) => void) => void}}
 */
export function createComparePanel({ data, clock, events, select, say }) {
  const fields = { moment: dayField("moment", "Left day"), compare: dayField("compare", "Right day") };
  const presets = element("select", { "aria-label": "Before and after" });
  const veil = element("input", { type: "checkbox" });
  const lines = element("p", { class: "quiet", hidden: true }, LINES);
  const shut = element("button", { type: "button" }, "End comparing");
  const total = element("span", { class: "number" });
  const title = element("h2", { class: "compare-title", tabindex: -1 }, element("span", {}, "What changed"), total);
  const outline = element("label", { class: "choice", title: LINES }, veil, element("span", {}, "Outline what changed"));
  const body = element("div", { class: "compare-body" });
  const box = element("section", { class: "compare", "aria-label": "Two days compared", hidden: true },
    element("div", { class: "compare-days" }, fields.moment.element, fields.compare.element),
    element("label", { class: "choice" }, presets),
    title, outline, lines, body, shut);
  let waiting = 0;
  let offered = "";
  let pairs = [];

  function dayField(key, name) {
    const { element: field, show } = createDayField((day) => clock.set({ [key]: day }), { label: name });
    return { show: (day, range) => show(day, { inside: range, name: "The range is" }), element: element("label", { class: "compare-day" }, element("span", {}, name), field) };
  }

  presets.addEventListener("change", () => {
    const pair = pairs[Number(presets.value)];
    if (pair) clock.set({ moment: pair.left, compare: pair.right, playing: false });
    presets.value = "";
  });
  shut.addEventListener("click", () => {
    clock.set({ compare: null });
    say("One day is shown");
  });

  function offer(range, topology) {
    if (offered === range.join(" ")) return;
    offered = range.join(" ");
    pairs = telling(data.periods ?? [], range, topology);
    presets.replaceChildren(element("option", { value: "" }, "Before and after \u2026"),
      ...pairs.map(({ name }, index) => element("option", { value: index }, name)));
    presets.parentElement.hidden = pairs.length === 0;
  }

  function write(left, right, topology) {
    waiting = 0;
    offer(left.range, topology);
    fields.moment.show(left.moment, left.range);
    fields.compare.show(right.moment, left.range);
    title.hidden = outline.hidden = left.moment === right.moment;
    if (left.moment === right.moment) {
      body.replaceChildren(element("p", {}, SAME));
      return;
    }
    const [earlier, later] = [left.moment, right.moment].sort((one, other) => one - other); // time runs on, whichever side is which
    const changes = changesBetween(topology, earlier, later, data.handovers?.successions ?? []);
    const between = eventsBetween(events, earlier, later, left.shown);
    total.textContent = areaWords(sumOf(changes));
    body.replaceChildren(table(changes, keptBetween(topology, earlier, later), earlier, later), ...unsure(later), ...eventList(between));
  }

  /** What changed, by the ways in which it did, and last what did not: together the key to both sides of the map. */
  function table(changes, same, earlier, later) {
    const groups = (data.handovers?.ways ?? []).map((way) => ({ way, rows: changes.filter((change) => change.way === way.id) }));
    const unchanged = same.map(({ holder: index, km2 }) => ({ from: index, to: index, km2 }));
    return element("table", { class: "compare-table", "aria-label": "What changed, in km\u00b2" },
      element("thead", {}, element("tr", {}, ...[shortDay(earlier), shortDay(later), "km\u00b2"].map((words) => element("th", { scope: "col" }, words)))),
      ...groups.filter(({ rows }) => rows.length > 0).map(({ way, rows }) => part(way, rows, earlier, later)),
      ...(unchanged.length > 0 ? [part(UNCHANGED, unchanged, earlier, later)] : []));
  }

  /** How land changed hands, how much of it, and from whom to whom. */
  function part(way, rows, earlier, later) {
    const sides = ({ from, to }) => (way === UNCHANGED ? [holder(to, later, 2)] : [holder(from, earlier), holder(to, later)]);
    return element("tbody", {},
      element("tr", {}, element("th", { scope: "rowgroup", colspan: 2, title: way.description }, way.name), element("th", { class: "number" }, sizeWords(sumOf(rows)))),
      ...rows.map((row) => element("tr", {}, ...sides(row), element("td", { class: "number" }, sizeWords(row.km2)))));
  }

  function holder(index, day, colspan = 1) {
    const controller = data.controllers[index];
    if (!controller) return element("td", {}, "not known");
    return element("td", { colspan }, swatchElement(controller), ` ${nameOn(controller, day)}`);
  }

  function unsure(day) {
    const until = data.knownUntil?.control ?? Infinity;
    return day > until ? [element("p", { class: "quiet" }, `Areas after ${dayWords(until)} are last known, not current.`)] : [];
  }

  function eventList(indices) {
    const items = indices.slice(0, MOST).map((index) => {
      const link = element("button", { type: "button", class: "link" }, events.title[index]);
      link.addEventListener("click", () => select(index));
      return element("li", {}, symbolElement(data.categories[events.mainCategory(index)]), element("div", {}, link, element("p", { class: "quiet" }, whenWords(events, index))));
    });
    const more = indices.length - items.length;
    return [
      element("h3", {}, `${countWords(indices.length)} in between`),
      element("ol", { class: "compare-events" }, ...items),
      ...(more > 0 ? [element("p", { class: "quiet" }, `and ${more} more; the list of events has them all`)] : []),
    ];
  }

  return {
    element: box,
    show(left, right, topology) {
      clearTimeout(waiting);
      if (box.hidden) {
        say(`Comparing ${wordsOf(left, right)}`);
        box.hidden = false;
        write(left, right, topology);
      } else waiting = setTimeout(() => write(left, right, topology), CALM);
    },
    hide() {
      clearTimeout(waiting);
      box.hidden = true;
    },
    onVeil: (listener) => veil.addEventListener("change", () => {
      lines.hidden = !veil.checked;
      listener(veil.checked);
    }),
  };
}

function sumOf(rows) {
  return rows.reduce((sum, { km2 }) => sum + km2, 0);
}

function areaWords(km2) {
  return km2 === 0 ? "nothing" : `${sizeWords(km2)} km\u00b2`;
}

function sizeWords(km2) {
  return km2 < 1 ? "under 1" : NUMBER.format(km2);
}

function wordsOf(left, right) {
  return [...new Set([left, right].map(({ moment }) => dayWords(moment)))].join(" and ");
}
