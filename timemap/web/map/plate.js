// Label in the corner of the map with the day and its period.

import { dayWords } from "#timemap/time/dates.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Context, MapState } from "#timemap/types.d.ts" */

/**
 * Make the plate.
 *
 * @param {Pick<Context, "data" | "clock">} context
 * @returns {{element: HTMLElement}}
 */
export function createPlate({ data, clock }) {
  const day = element("p", { class: "plate-day" });
  const period = element("p", { class: "plate-period" });
  const plate = element("div", { class: "plate", "aria-hidden": "true" }, day, period);

  /** @param {MapState} state */
  function show(state) {
    write(day, dayWords(state.moment));
    write(period, periodOn(data.periods, state.moment)?.name ?? "");
  }

  show(clock.get());
  clock.subscribe((state, changed) => changed.has("moment") && show(state));
  return { element: plate };
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
