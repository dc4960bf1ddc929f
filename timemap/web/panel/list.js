// List of the events on the map in order of time, the day's own first.

import { finderOf } from "#timemap/find/matches.js";
import { emptyAnswer } from "#timemap/panel/emptyanswer.js";
import { createRow } from "#timemap/panel/listrow.js";
import { afterStep, notAfterStep } from "#timemap/time/frames.js";
import { createParts, writeText } from "#timemap/panel/listparts.js";
import { createListWindow } from "#timemap/panel/listwindow.js";
import { besides, headingOf } from "#timemap/panel/listwords.js";
import { countUpTo } from "#timemap/time/sorted.js";

/** @import { Context, Events, MapState, StateListener } from "#timemap/types.d.ts" */

const FILTERS = /** @type {const} */ (["words", "categories", "parties", "own"]);

/** Events on paper. */
const PRINTED = 1000;

/**
 * Make the list.
 *
 * @param {Pick<Context, "data"|"store"|"events"|"select"|"searching"|"filters"|"printLayout">} context
 * @returns {{element: HTMLElement}}
 */
export function createList(context) {
  const { store, data, events, filters } = context;
  const parts = createParts(store.set);
  const { heading, empty, groups } = parts;
  const view = createListWindow(groups.element, draw);
  /** @type {Int32Array} */
  let seen = new Int32Array(0);
  let [drawn, fresh, onPaper] = ["", true, false];
  /** @type {ReturnType<typeof onDay>} */
  let ordered = { all: [], own: 0 };
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
      const isOther = visible !== seen || key !== drawn;
      if (fresh) made = new Map();
      [seen, fresh, drawn] = [visible, false, key];
      ordered = onDay(seen, events, state);
      fill(isOther, state);
    }
    writeText(heading, headingOf(seen.length, events.count, state, data.whole));
    parts.update(besides(state, events, seen, filters.count(state)));
  }

  /** @param {boolean} isOther @param {MapState} state */
  function fill(isOther, state) {
    empty.replaceChildren(...(seen.length === 0 ? emptyAnswer(context, state, () => heading.focus()) : []));
    parts.leave(onPaper ? Math.max(0, seen.length - PRINTED) : 0);
    if (onPaper) view.print(Math.min(seen.length, PRINTED));
    else if (isOther) view.show(rowAtTop(seen, events, state), seen.length);
    else view.again();
  }

  /** @param {import("#timemap/panel/windowrows.js").Rows} rows */
  function draw({ first, end }) {
    const state = store.get();
    const { all, own } = ordered;
    const indices = Array.from(all.slice(first, end));
    const held = groups.heldRow();
    const look = { finder: finderOf(state.words, filters.index, data.spellings ?? []), onPaper };
    made = new Map(indices.map((index) => [index, made.get(index) ?? createRow(context, index, state, look)]));
    const rows = [...made.values()];
    rows.forEach((row, at) => place(row, first + at, all.length));
    groups.fill(rows, Math.max(0, Math.min(own - first, rows.length)), own > 0 && own < all.length ? state : null);
    if (held !== null) (groups.buttonOf(held) ?? heading).focus({ preventScroll: true });
  }

  const node = parts.finish(view.element);
  show();
  store.subscribe(follow);
  context.printLayout.subscribe((on) => {
    [onPaper, fresh, drawn] = [on, true, ""];
    notAfterStep(show);
    show();
  });
  return { element: node };
}

/**
 * Tell where a row stands in the whole list, of which only a part is there.
 *
 * @param {HTMLElement} row
 * @param {number} at
 * @param {number} count
 */
function place(row, at, count) {
  row.setAttribute("aria-setsize", String(count));
  row.setAttribute("aria-posinset", String(at + 1));
}

/**
 * Return the row that is seen first: of several days, the one of the selected event or of the first from this day on.
 *
 * @param {Int32Array} visible
 * @param {Events} events
 * @param {MapState} state
 */
function rowAtTop(visible, events, { mode, words, selected, moment }) {
  if (mode === "day" || words !== "" || visible.length === 0) return 0;
  const found = countUpTo(visible, selected) - 1;
  const later = countUpTo(visible, events.firstFrom(moment) - 1);
  return visible[found] === selected && found <= later ? found : Math.min(later, visible.length - 1);
}

/**
 * Return the events of the list in its order.
 *
 * `own` is how many of them, at its head, are those of the moment's own day.
 *
 * @param {Int32Array} seen
 * @param {Pick<Events, "start"|"end">} events
 * @param {Pick<MapState, "mode"|"window"|"moment">} state
 * @returns {{all: Int32Array|number[], own: number}}
 */
export function onDay(seen, { start, end }, { mode, window, moment }) {
  if (mode !== "day" || window === 0) return { all: seen, own: 0 };
  const isOwn = (/** @type {number} */ index) => start[index] <= moment && moment < end[index];
  const own = Array.from(seen).filter(isOwn);
  return { all: [...own, ...Array.from(seen).filter((index) => !isOwn(index))], own: own.length };
}
