// Date label of the map: the day, and its period or what it is about.

import { calloutsOn } from "#timemap/labels/labels.js";
import { dayWords } from "#timemap/time/dates.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Context, MapState } from "#timemap/types.d.ts" */

/**
 * Make the label.
 *
 * @param {Pick<Context, "data" | "store">} context
 * @returns {{element: HTMLElement, say: (texts: string[]) => void}} `say` takes what is said of the day but has no room
 *   on the map
 */
export function createDateLabel({ data, store }) {
  const day = element("p", { class: "plate-day" });
  const period = element("p", { class: "plate-period" });
  const label = element("div", { class: "plate", "aria-hidden": "true" }, day, period);
  /** @type {readonly string[]} */
  let unsaid = [];

  /** @param {MapState} state */
  function show(state) {
    const about = calloutsOn(data, state).find(({ text }) => unsaid.includes(text))?.text;
    write(day, dayWords(state.moment));
    write(period, about ?? periodOn(data.periods, state.moment)?.name ?? "");
    period.classList.toggle("plate-about", about !== undefined);
  }

  show(store.get());
  store.subscribe((state, changed) => (changed.has("moment") || changed.has("hidden")) && show(state));
  return {
    element: label,
    say(texts) {
      if (String(texts) === String(unsaid)) return;
      unsaid = texts;
      show(store.get());
    },
  };
}

/**
 * Return the shortest period that a day falls in.
 *
 * The most telling one; undefined where there is none.
 *
 * @template {{start: number, end: number|null}} Period
 * @param {Period[]} periods
 * @param {number} day
 * @returns {Period|undefined}
 */
export function periodOn(periods, day) {
  /** @param {Period} period */
  const length = ({ start, end }) => (end ?? Infinity) - start;
  return periods
    .filter(({ start, end }) => start <= day && (end === null || day < end))
    .sort((one, other) => length(one) - length(other))[0];
}

/** @param {HTMLElement} node @param {string} text */
function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
