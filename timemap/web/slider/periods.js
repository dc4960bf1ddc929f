// Each period has its lane for good: chapters the first, the others the first lane that is free, so that zooming never shuffles them.

import { spanWords } from "#timemap/time/dates.js";
import { element } from "#timemap/page/nodes.js";
import { inRange } from "#timemap/slider/periodlist.js";
import { edgeOf } from "#timemap/slider/timescale.js";

/** Fewest pixels of a band, and fewest for its name to be written. */
const NARROWEST = 3;
const NAMED = 46;

/**
 * @typedef {{id: string, name: string, start: number, end: number|null, chapter: boolean, line: string}} Period
 */

/**
 * Return the lane of each period: 0 for chapters, from 1 on for the others.
 *
 * @param {Period[]} periods
 * @returns {number[]}
 */
function lanesOf(periods) {
  const lanes = new Array(periods.length).fill(0);
  const freeFrom = [];
  const order = periods.map((_, index) => index).filter((index) => !periods[index].chapter);
  order.sort((one, other) => periods[one].start - periods[other].start);
  for (const index of order) {
    let lane = freeFrom.findIndex((day) => day <= periods[index].start);
    if (lane < 0) lane = freeFrom.length;
    freeFrom[lane] = periods[index].end ?? Infinity;
    lanes[index] = lane + 1;
  }
  return lanes;
}

/**
 * Return where a period lies, cut off at the edges of what is in sight, or null when nothing of it is.
 *
 * @param {Period} period
 * @param {import("#timemap/slider/timescale.js").Timescale} scale
 * @returns {{left: number, width: number, named: boolean}|null}
 */
function placeOf(period, scale) {
  const [left, right] = [edgeOf(scale, period.start), edgeOf(scale, period.end ?? scale.range[1])];
  if (right <= 0 || left >= scale.width) return null;
  const from = Math.max(left, 0);
  const width = Math.max(Math.min(right, scale.width) - from - 1, NARROWEST);
  return { left: Math.min(from, scale.width - NARROWEST), width, named: width >= NAMED };
}

/**
 * Make the bands with the names of the periods.
 *
 * @param {Period[]} periods
 * @returns {{element: HTMLElement, draw: (scale: import("#timemap/slider/timescale.js").Timescale, room: number) => number, periodAt: (node: Element) => Period|null}} `draw` returns how many of the range found no room
 */
export function createPeriods(periods) {
  const lanes = lanesOf(periods);
  const most = Math.max(1, ...lanes.map((lane) => lane + 1));
  const bands = periods.map((period) => {
    const name = element("span", { class: "period-name" }, period.name);
    const title = [`${period.name}, ${spanWords(period.start, period.end)}`, period.line].filter(Boolean).join("\n");
    return element("li", { class: period.chapter ? "period chapter" : "period", title }, name);
  });
  const list = element("ol", { class: "slider-periods", "aria-label": "Periods" }, ...bands);

  function draw(scale, room) {
    list.style.setProperty("--lanes", String(Math.min(room, most)));
    bands.forEach((band, index) => {
      const place = lanes[index] < room ? placeOf(periods[index], scale) : null;
      band.hidden = place === null;
      if (!place) return;
      band.style.setProperty("--lane", String(lanes[index]));
      band.style.transform = `translateX(${place.left.toFixed(1)}px)`;
      band.style.width = `${place.width.toFixed(1)}px`;
      band.classList.toggle("nameless", !place.named);
    });
    return inRange(periods, scale.range).filter((period) => lanes[periods.indexOf(period)] >= room).length;
  }

  return { element: list, draw, periodAt: (node) => periods[bands.indexOf(node.closest?.(".period"))] ?? null };
}
