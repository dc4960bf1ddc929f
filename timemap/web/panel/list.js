// List of the events on the map in order of time, the day's own first.

import { finderOf } from "#timemap/find/matches.js";
import { emptyAnswer } from "#timemap/panel/emptyanswer.js";
import { createRow } from "#timemap/panel/listrow.js";
import { afterStep, notAfterStep } from "#timemap/time/frames.js";
import { createParts, PAGE, writeText } from "#timemap/panel/listparts.js";
import { besides, headingOf } from "#timemap/panel/listwords.js";

/** @import { Context, Events, MapState, StateListener } from "#timemap/types.d.ts" */

const FILTERS = /** @type {const} */ (["words", "categories", "parties", "own"]);

/**
 * Make the list.
 *
 * @param {Pick<Context, "data"|"store"|"events"|"select"|"searching"|"filters"|"printLayout">} context
 * @returns {{element: HTMLElement}}
 */
export function createList(context) {
  const { store, data, events, filters } = context;
  const parts = createParts(store.set);
  const { heading, empty, groups, pages } = parts;
  /** @type {Int32Array} */
  let seen = new Int32Array(0);
  let [drawn, first, fresh, onPaper] = ["", 0, true, false];
  /** @type {Map<number, HTMLElement>} */
  let made = new Map(); // rows by event

  /** @type {StateListener} */
  function follow(_, changed) {
    const asked = FILTERS.some((name) => changed.has(name)); // who types waits for the answer
    fresh = fresh || asked || changed.has("selected") || changed.has("range");
    if (asked) setTimeout(show);
    else afterStep(show);
  }

  function show() {
    const state = store.get();
    const visible = events.visible(state);
    const key = state.mode === "day" ? `${state.moment} ${state.window}` : state.mode;
    if (visible !== seen || fresh || key !== drawn) {
      if (visible !== seen) first = pageOf(visible, events, state);
      if (fresh) made = new Map();
      [seen, fresh, drawn] = [visible, false, key];
      draw(state);
    }
    writeText(heading, headingOf(seen.length, events.count, state, data.whole));
    parts.update(besides(state, events, seen, filters.count(state)));
  }

  /** @param {MapState} state */
  function draw(state) {
    empty.replaceChildren(...(seen.length === 0 ? emptyAnswer(context, state, () => heading.focus()) : []));
    pages.show(first, seen.length);
    const { rows, own, both } = pageAt(onPaper ? null : first, onDay(seen, events, state));
    const held = groups.heldRow();
    const look = { finder: finderOf(state.words, filters.index, data.spellings ?? []), onPaper };
    made = new Map(rows.map((index) => [index, made.get(index) ?? createRow(context, index, state, look)]));
    groups.fill([...made.values()], own, both ? state : null);
    if (held !== null) (groups.buttonOf(held) ?? heading).focus();
  }

  pages.onTurn((direction) => {
    first = Math.min(Math.max(first + direction * PAGE, 0), Math.max(seen.length - 1, 0));
    draw(store.get());
  });
  show();
  store.subscribe(follow);
  context.printLayout.subscribe((on) => {
    [onPaper, fresh] = [on, true];
    notAfterStep(show);
    show();
  });
  return { element: parts.element };
}

/**
 * Return the rows of a page and how many of them are the day's own.
 *
 * @param {number|null} first null for all pages
 * @param {{all: number[], own: number}} rows
 */
function pageAt(first, { all, own }) {
  const rows = first === null ? all : all.slice(first, first + PAGE);
  return { rows, own: Math.max(0, Math.min(own - (first ?? 0), rows.length)), both: own > 0 && own < all.length };
}

/** @param {Int32Array} visible @param {Events} events @param {MapState} state */
function pageOf(visible, events, { mode, words, selected, moment }) {
  const found = (/** @type {number} */ index) => index === selected || events.start[index] >= moment;
  const at = mode === "day" || words !== "" ? 0 : visible.findIndex(found);
  return Math.max(0, Math.floor((at < 0 ? visible.length - 1 : at) / PAGE) * PAGE);
}

/**
 * Return the events of the list in its order.
 *
 * `own` is how many of them, at its head, are those of the moment's own day.
 *
 * @param {Int32Array} seen
 * @param {Pick<Events, "start"|"end">} events
 * @param {Pick<MapState, "mode"|"window"|"moment">} state
 * @returns {{all: number[], own: number}}
 */
export function onDay(seen, { start, end }, { mode, window, moment }) {
  if (mode !== "day" || window === 0) return { all: Array.from(seen), own: 0 };
  const isOwn = (/** @type {number} */ index) => start[index] <= moment && moment < end[index];
  const own = Array.from(seen).filter(isOwn);
  return { all: [...own, ...Array.from(seen).filter((index) => !isOwn(index))], own: own.length };
}
