// The bands of chapters and other periods, in lanes.

import { spanWords } from "#timemap/time/dates.js";
import { blankCanvas, element } from "#timemap/page/nodes.js";
import { placeNames } from "#timemap/slider/periodnames.js";
import { edgeOf, isZoomed } from "#timemap/slider/timescale.js";
import { clipRange } from "#timemap/time/range.js";

/** Fewest pixels of a band. */
const NARROWEST = 3;
/** Pixels beside a name, before it and behind it together. */
const PADDING = 5;

/**
 * @typedef {{id: string, name: string, start: number, end: number|null, chapter: boolean, line: string, short?:
 *   string}} Period
 */

/**
 * Return the lane of each period: chapters first, then the others.
 *
 * @param {Period[]} periods
 * @param {number} forChapters lanes that the chapters take in turn
 * @returns {number[]}
 */
export function lanesOf(periods, forChapters) {
  const lanes = new Array(periods.length).fill(0);
  const freeFrom = [];
  const order = periods.map((_, index) => index).sort((one, other) => periods[one].start - periods[other].start);
  let chapters = 0;
  for (const index of order) {
    if (periods[index].chapter) {
      lanes[index] = chapters % forChapters;
      chapters += 1;
      continue;
    }
    let lane = freeFrom.findIndex((day) => day <= periods[index].start);
    if (lane < 0) lane = freeFrom.length;
    freeFrom[lane] = periods[index].end ?? Infinity;
    lanes[index] = forChapters + lane;
  }
  return lanes;
}

/**
 * Return where a period lies, cut off at the edges of what is in sight, or null when nothing of it is.
 *
 * @param {Period} period
 * @param {import("#timemap/slider/timescale.js").Timescale} scale
 * @returns {{left: number, right: number}|null}
 */
function placeOf(period, scale) {
  const [start, end] = [edgeOf(scale, period.start), edgeOf(scale, period.end ?? scale.whole[1])];
  if (end <= 0 || start >= scale.width) return null;
  const left = Math.min(Math.max(start, 0), scale.width - NARROWEST);
  return { left, right: left + Math.max(Math.min(end, scale.width) - left - 1, NARROWEST) };
}

/**
 * Make the bands with the names of the periods.
 *
 * @param {Period[]} periods
 * @returns {{element: HTMLElement, draw: (scale: import("#timemap/slider/timescale.js").Timescale, room: number) =>
 *   number, choose: (range: [number, number], whole: [number, number]) => void, periodAt: (node: Element) =>
 *   Period|null}} `draw` returns how many found no room, `choose` marks the period that is the range
 */
export function createPeriods(periods) {
  const bands = periods.map((period) => {
    const name = element("span", { class: "period-name" });
    const title = [`${period.name}, ${spanWords(period.start, period.end)}`, period.line].filter(Boolean).join("\n");
    return element("li", { class: period.chapter ? "period chapter" : "period", title }, name);
  });
  const list = element("ol", { class: "slider-periods", "aria-hidden": "true" }, ...bands);
  const widths = new Map();

  function draw(scale, room) {
    const lanes = lanesOf(periods, room > 1 && !isZoomed(scale) ? 2 : 1);
    const most = Math.max(1, ...lanes.map((lane) => lane + 1));
    list.style.setProperty("--lanes", String(Math.min(room, most)));
    const places = periods.map((period, index) => (lanes[index] < room ? placeOf(period, scale) : null));
    bands.forEach((band, index) => put(band, lanes[index], places[index]));
    for (let lane = 0; lane < Math.min(room, most); lane += 1) {
      const inLane = places.map((_, index) => index).filter((index) => places[index] && lanes[index] === lane);
      inLane.sort((one, other) => places[one].left - places[other].left);
      nameLane(inLane, places, scale.width);
    }
    return periods.filter((_, index) => lanes[index] >= room).length;
  }

  function nameLane(indices, places, width) {
    const named = indices.map((index) => ({ ...periods[index], ...places[index] }));
    placeNames(named, width, widthOf).forEach((found, at) => {
      const name = bands[indices[at]].firstElementChild;
      bands[indices[at]].classList.toggle("nameless", found === null);
      bands[indices[at]].classList.toggle("overlaid", found !== null && found.x < named[at].left && found.x + widthOf(found.text) > named[at].left);
      const text = found?.text ?? "";
      if (name.textContent !== text) name.textContent = text;
      if (found) name.style.transform = `translateX(${(found.x - named[at].left).toFixed(1)}px)`;
    });
  }

  function widthOf(text) {
    const { fontWeight, fontSize, fontFamily } = globalThis.getComputedStyle(list);
    const font = `${fontWeight} ${fontSize} ${fontFamily}`; // the short form is empty in forced colours
    const key = `${font} ${text}`;
    if (!widths.has(key)) {
      const pen = blankCanvas(1, 1).getContext("2d");
      pen.font = font;
      widths.set(key, pen.measureText(text).width + PADDING);
    }
    return widths.get(key);
  }

  function choose(range, whole) {
    bands.forEach((band, index) => {
      const { start, end } = periods[index];
      band.classList.toggle("chosen", clipRange([start, end ?? whole[1]], whole).join() === range.join());
    });
  }

  return { element: list, draw, choose, periodAt: (node) => periods[bands.indexOf(node.closest?.(".period"))] ?? null };
}

function put(band, lane, place) {
  band.hidden = place === null;
  if (!place) return;
  band.style.setProperty("--lane", String(lane));
  band.style.transform = `translateX(${place.left.toFixed(1)}px)`;
  band.style.width = `${(place.right - place.left).toFixed(1)}px`;
}
