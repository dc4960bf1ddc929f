// Bands of chapters and other periods, in lanes.

import { spanWords } from "#timemap/time/dates.js";
import { blankCanvas, context2d, element } from "#timemap/page/nodes.js";
import { placeNames } from "#timemap/slider/periodnames.js";
import { edgeOf, isZoomed } from "#timemap/slider/timescale.js";
import { clipRange } from "#timemap/time/range.js";

/** Fewest pixels of a band. */
const NARROWEST = 3;
/** Pixels beside a name, before it and behind it together. */
const PADDING = 5;

/** @import { DayRange, Period } from "#timemap/types.d.ts" */
/** @import { Timescale } from "#timemap/slider/timescale.js" */

/** @typedef {{left: number, right: number}} Place in pixels */

/**
 * Return the lane of each period: chapters first, then the others.
 *
 * @param {Pick<Period, "start"|"end"|"chapter">[]} periods
 * @param {number} forChapters lanes that the chapters take in turn
 * @returns {number[]}
 */
export function lanesOf(periods, forChapters) {
  const lanes = new Array(periods.length).fill(0);
  /** @type {number[]} */
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
 * Return where a period lies, cut off at the edges; null when out of sight.
 *
 * @param {Period} period
 * @param {Timescale} scale
 * @returns {Place|null}
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
 * @returns {{element: HTMLElement, draw: (scale: Timescale, room: number) => number,
 *   choose: (range: DayRange, whole: DayRange) => void, periodAt: (node: Element) => Period|null}}
 *   `draw` returns how many found no room, `choose` marks the period that is the range
 */
export function createPeriods(periods) {
  const names = periods.map(() => element("span", { class: "period-name" }));
  const bands = periods.map((period, index) => {
    const title = [`${period.name}, ${spanWords(period.start, period.end)}`, period.line].filter(Boolean).join("\n");
    return element("li", { class: period.chapter ? "period chapter" : "period", title }, names[index]);
  });
  const list = element("ol", { class: "slider-periods", "aria-hidden": "true" }, ...bands);
  /** @type {Map<string, number>} */
  const widths = new Map();

  /** @param {Timescale} scale @param {number} room */
  function draw(scale, room) {
    const lanes = lanesOf(periods, room > 1 && !isZoomed(scale) ? 2 : 1);
    const most = Math.max(1, ...lanes.map((lane) => lane + 1));
    list.style.setProperty("--lanes", String(Math.min(room, most)));
    const places = periods.map((period, index) => (lanes[index] < room ? placeOf(period, scale) : null));
    bands.forEach((band, index) => put(band, lanes[index], places[index]));
    for (let lane = 0; lane < Math.min(room, most); lane += 1) {
      const inLane = places.flatMap((place, index) => (place && lanes[index] === lane ? [{ index, ...place }] : []));
      nameLane(inLane.sort((one, other) => one.left - other.left), scale.width);
    }
    return periods.filter((_, index) => lanes[index] >= room).length;
  }

  /** @param {(Place & {index: number})[]} lane @param {number} width */
  function nameLane(lane, width) {
    const placed = placeNames(lane.map((place) => ({ ...periods[place.index], ...place })), width, widthOf);
    lane.forEach(({ index, left }, at) => {
      const [found, name] = [placed[at], names[index]];
      const isOver = found !== null && found.x < left && found.x + widthOf(found.text) > left;
      bands[index].classList.toggle("nameless", found === null);
      bands[index].classList.toggle("overlaid", isOver);
      const text = found?.text ?? "";
      if (name.textContent !== text) name.textContent = text;
      if (found) name.style.transform = `translateX(${(found.x - left).toFixed(1)}px)`;
    });
  }

  /** @param {string} text */
  function widthOf(text) {
    const { fontWeight, fontSize, fontFamily } = globalThis.getComputedStyle(list);
    const font = `${fontWeight} ${fontSize} ${fontFamily}`; // the short form is empty in forced colours
    const key = `${font} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const pen = context2d(blankCanvas(1, 1));
    pen.font = font;
    const width = pen.measureText(text).width + PADDING;
    widths.set(key, width);
    return width;
  }

  /** @param {DayRange} range @param {DayRange} whole */
  function choose(range, whole) {
    bands.forEach((band, index) => {
      const { start, end } = periods[index];
      band.classList.toggle("chosen", clipRange([start, end ?? whole[1]], whole).join() === range.join());
    });
  }

  /** @param {Element} node */
  function periodAt(node) {
    const band = node.closest(".period");
    return periods[bands.findIndex((one) => one === band)] ?? null;
  }

  return { element: list, draw, choose, periodAt };
}

/** @param {HTMLElement} band @param {number} lane @param {Place|null} place */
function put(band, lane, place) {
  band.hidden = place === null;
  if (!place) return;
  band.style.setProperty("--lane", String(lane));
  band.style.transform = `translateX(${place.left.toFixed(1)}px)`;
  band.style.width = `${(place.right - place.left).toFixed(1)}px`;
}
