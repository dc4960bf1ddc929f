// The list is the readable twin of the map: the same events in order of time, with headings, one button per event.

import { beganWords, categoryWords, countWords, whenWords } from "#timemap/events/eventwords.js";
import { dayWords } from "#timemap/time/dates.js";
import { element } from "#timemap/page/nodes.js";
import { createSteps, placeAmong } from "#timemap/time/steps.js";
import { sourceItem } from "#timemap/panel/sources.js";
import { symbolElement } from "#timemap/events/symbols.js";

const PAGE = 40; // rows in the page at a time
const SOON = 40; // milliseconds after a step
const CALM = 200; // milliseconds between changes while the thumb moves

/**
 * Make the list.
 *
 * @param {{data: object, clock: object, events: object, select: (index: number) => void, paper: {subscribe: (run: (on: boolean) => void) => void}}} context
 * @returns {{element: HTMLElement}}
 */
export function createList(context) {
  const { clock, events } = context;
  const steps = createSteps(context);
  const heading = element("h2", { class: "list-heading", tabindex: -1 });
  const rows = element("ol", { class: "list-rows" });
  const note = element("p", { class: "list-empty", hidden: true });
  const onward = button("Go to the next event", () => steps.event(1) || steps.event(-1));
  const earlier = button("Earlier", () => turn(-1));
  const later = button("Later", () => turn(1));
  const pages = element("p", { class: "list-pages" }, earlier, element("span", {}), later);
  const list = element("section", { class: "list", "aria-label": "Events seen on the map" }, heading, note, onward, pages, rows);
  let seen = null;
  let first = 0;
  let fresh = true;
  let waiting = 0;
  let onPaper = false;
  let lastStep = -Infinity;
  let made = new Map(); // rows by event

  function turn(direction) {
    first = Math.min(Math.max(first + direction * PAGE, 0), Math.max(seen.length - 1, 0));
    draw(clock.get());
  }

  /** The list follows a moment after the map, so that the step of the date is painted first; while one step follows the other, calmly. */
  function follow(state, changed) {
    const hasty = performance.now() - lastStep < CALM;
    lastStep = performance.now();
    fresh = fresh || changed.has("selected") || changed.has("range");
    if (waiting) return;
    waiting = setTimeout(show, hasty || state.dragging || state.playing ? CALM : SOON);
  }

  function show() {
    waiting = 0;
    const state = clock.get();
    const visible = events.visible(state);
    if (visible !== seen || fresh) {
      if (visible !== seen) first = pageOf(visible, state);
      if (fresh) made = new Map();
      seen = visible;
      fresh = false;
      draw(state);
    }
    write(heading, headingOf(seen.length, placeAmong(events, -1, state).count, state));
  }

  function pageOf(visible, state) {
    const at = state.mode === "day" ? 0 : visible.findIndex((index) => index === state.selected || events.start[index] >= state.moment);
    return Math.max(0, Math.floor((at < 0 ? visible.length - 1 : at) / PAGE) * PAGE);
  }

  function draw(state) {
    const none = seen.length === 0;
    note.hidden = onward.hidden = !none;
    if (none) write(note, noneBecause(context, state));
    pages.hidden = seen.length <= PAGE;
    earlier.disabled = first === 0;
    later.disabled = first + PAGE >= seen.length;
    pages.children[1].textContent = ` ${first + 1}\u2013${Math.min(first + PAGE, seen.length)} of ${seen.length} `;
    const [from, to] = onPaper ? [0, seen.length] : [first, first + PAGE];
    rows.start = from + 1;
    const held = rows.contains(document.activeElement) ? document.activeElement.closest(".row").dataset.event : null;
    fill(Array.from(seen.subarray(from, to)), state);
    if (held !== null) (rows.querySelector(`[data-event="${CSS.escape(held)}"] button`) ?? heading).focus();
  }

  /** Rows that stay are left alone. */
  function fill(wanted, state) {
    const kept = new Map(wanted.map((index) => [index, made.get(index) ?? row(context, index, state, onPaper)]));
    made = kept;
    const nodes = new Set(kept.values());
    for (const node of [...rows.children]) if (!nodes.has(node)) node.remove();
    let at = rows.firstElementChild;
    for (const node of nodes) {
      if (node === at) at = at.nextElementSibling;
      else rows.insertBefore(node, at);
    }
  }

  show();
  clock.subscribe(follow);
  context.paper.subscribe((on) => {
    onPaper = on;
    fresh = true;
    clearTimeout(waiting);
    show();
  });
  return { element: list };
}

/** On paper, where nothing can be opened, the sources stand with their event. */
function row({ data, events, select }, index, { selected, range }, onPaper) {
  const chosen = index === selected;
  const facts = [whenWords(events, index), beganWords(events, index, range), events.place[index], categoryWords(data.categories, events, index)].filter(Boolean);
  const title = element("button", { type: "button", class: "link", "aria-current": chosen ? "true" : null }, events.title[index]);
  title.addEventListener("click", () => select(index));
  const sources = onPaper ? [element("ul", { class: "sources" }, ...events.sources[index].map((source) => sourceItem(data.sources[source])))] : [];
  return element(
    "li",
    { class: chosen ? "row chosen" : "row", "data-event": events.id[index] },
    symbolElement(data.categories[events.mainCategory(index)]),
    element("div", {}, element("h3", {}, title), element("p", { class: "quiet" }, facts.join(" \u00b7 ")), ...sources),
  );
}

/**
 * Return the heading of the list: how many of the events that range and filters leave are seen, and why these.
 *
 * @param {number} count
 * @param {number} total
 * @param {import("#timemap/time/clock.js").ClockState} state
 * @returns {string}
 */
export function headingOf(count, total, { mode, window, moment, range }) {
  const seen = `Seen: ${count} of ${countWords(total)}`;
  if (mode === "until") return `${seen}, up to ${dayWords(moment)}`;
  if (mode === "range") return `${seen}, from ${dayWords(range[0])} to ${dayWords(range[1] - 1)}`;
  if (window === 0) return `${seen}, on ${dayWords(moment)}`;
  return `${seen}, within ${window} ${window === 1 ? "day" : "days"} of ${dayWords(moment)}`;
}

function noneBecause({ events }, state) {
  if (events.visible({ ...state, mode: "range" }).length === 0) return "No event matches the range and filters. Widen the range or switch a filter off.";
  return "No event in these days. Move the slider, widen the window of days, or go to the nearest event.";
}

function button(text, act) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", act);
  return made;
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
