// Line on the map for days whose areas are not known.

import { element } from "#timemap/page/nodes.js";
import { dayWords } from "#timemap/time/dates.js";

/** @import { AreaData, Context, MapState } from "#timemap/types.d.ts" */

/**
 * Return the first day on which any area is known; null for none.
 *
 * @param {Partial<Pick<AreaData, "holds">>|undefined} areas of the document
 * @returns {number|null}
 */
export function firstHeld(areas) {
  const starts = (areas?.holds ?? []).flatMap((holds) => (holds ?? []).map(([start]) => start));
  return starts.length === 0 ? null : starts.reduce((first, start) => Math.min(first, start));
}

/**
 * Return what has to be said of the areas of a day.
 *
 * Empty where they are known. It is the same on all days of a kind, so that it is announced once.
 *
 * @param {number} day
 * @param {{first: number|null, last: number|null}} known days
 * @returns {string}
 */
export function areaNotice(day, { first, last }) {
  if (first === null) return "No data on areas.";
  if (day < first) return `No data on areas before ${dayWords(first)}.`;
  return last !== null && day > last ? `Areas as last known on ${dayWords(last)}.` : "";
}

/**
 * Make the line.
 *
 * @param {Pick<Context, "data" | "store">} context
 * @returns {{element: HTMLElement}}
 */
export function createAreasNotice({ data, store }) {
  const known = { first: firstHeld(data.areas), last: data.knownUntil?.control ?? null };
  const line = element("p", { class: "map-notice", role: "status" });

  /** @param {Pick<MapState, "moment" | "compare">} state */
  function show({ moment, compare }) {
    const [left, right] = [moment, compare ?? moment].map((day) => areaNotice(day, known));
    const sides = [left && `Left date: ${left}`, right && `Right date: ${right}`].filter(Boolean);
    const words = left === right ? left : sides.join(" ");
    if (line.textContent !== words) line.textContent = words;
  }

  show(store.get());
  store.subscribe((state, changed) => {
    if (changed.has("moment") || changed.has("compare")) show(state);
  });
  return { element: line };
}
