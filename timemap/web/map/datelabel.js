// Label in the corner of the map with the day and its period.

import { dayWords } from "#timemap/time/dates.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Context, MapState } from "#timemap/types.d.ts" */

/**
 * Make the label.
 *
 * @param {Pick<Context, "data" | "store">} context
 * @returns {{element: HTMLElement}}
 */
export function createDateLabel({ data, store }) {
  const day = element("p", { class: "plate-day" });
  const period = element("p", { class: "plate-period" });
  const label = element("div", { class: "plate", "aria-hidden": "true" }, day, period);

  /** @param {MapState} state */
  function show(state) {
    write(day, dayWords(state.moment));
    write(period, periodOn(data.periods, state.moment)?.name ?? "");
  }

  show(store.get());
  store.subscribe((state, changed) => changed.has("moment") && show(state));
  return { element: label };
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
