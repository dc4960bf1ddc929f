// Bars of the histogram, two paths for each group, and the axis.

import { isOwn, YOUR_DATA } from "#timemap/own/ownwords.js";
import { axisTicks } from "#timemap/slider/axis.js";
import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { spanWords } from "#timemap/time/dates.js";
import { countBins, unitFor } from "#timemap/slider/histogram.js";
import { svgElement } from "#timemap/page/nodes.js";
import { dayAt, density, edgeOf } from "#timemap/slider/timescale.js";

/** @import { Context, DayRange, Events } from "#timemap/types.d.ts" */
/** @import { Bins, Unit } from "#timemap/slider/histogram.js" */
/** @import { Timescale } from "#timemap/slider/timescale.js" */

/**
 * @typedef {object} Groups
 * @property {string[]} names
 * @property {string[]} colours
 * @property {number} count
 * @property {(index: number) => number} of the group of an event
 */

/** Lowest bar in pixels, so that a single event can be seen. */
const LOWEST = 4;
/** Fewest events of which a bar is as high as there is room. */
const LEAST_TOP = 3;
/** Room above the highest bar in pixels. */
const ABOVE = 3;
/** How far from a bar, in pixels, a click still means it. */
const REACH = 8;

/**
 * Return the groups of categories, in the colour of their first ones.
 *
 * Own events are a group of their own.
 *
 * @param {{group: string, colour: string}[]} categories
 * @param {Pick<Events, "mainCategory"|"own">} events
 * @returns {Groups}
 */
export function groupsOf(categories, events) {
  const firsts = categories.filter(({ group }, at) => categories.findIndex((other) => other.group === group) === at);
  const ofCategory = categories.map(({ group }) => firsts.findIndex((first) => first.group === group));
  const names = firsts.map(({ group }) => group.charAt(0).toUpperCase() + group.slice(1));
  const colours = firsts.map(({ colour }) => colour);
  const of = (/** @type {number} */ index) => ofCategory[events.mainCategory(index)];
  if (!events.own) return { names, colours, count: names.length, of };
  return {
    names: [...names, YOUR_DATA], colours: [...colours, tokens.events.ownColour], count: names.length + 1,
    of: (index) => (isOwn(events, index) ? names.length : of(index)),
  };
}

/**
 * Make the histogram, its bars stacked by group.
 *
 * Known days stand below unknown ones.
 *
 * @param {Pick<Context, "data"|"events">} context
 */
export function createBars({ data, events }) {
  const groups = groupsOf(data.categories, events);
  const layers = groups.colours.map((colour, group) => layer(colour, group));
  const chosen = svgElement("path", { class: "bars-chosen" });
  const defs = svgElement("defs", {}, ...layers.map(({ hatch }) => hatch));
  const node = svgElement("svg", { class: "slider-bars", "aria-hidden": "true" },
    defs, ...layers.flatMap(({ known, uncertain }) => [known, uncertain]), chosen);
  /** @type {{unit: Unit, shown: Uint8Array|null, bins: Bins}|null} */
  let counted = null;

  /** @param {Timescale} scale @param {Uint8Array|null} shown */
  function binsFor(scale, shown) {
    const unit = unitFor(density(scale));
    if (counted?.unit !== unit || counted.shown !== shown) {
      counted = { shown, unit, bins: countBins(events, shown, scale.whole, unit, groups) };
    }
    return counted;
  }

  /**
   * Draw what is in sight of the scale, `height` pixels high.
   *
   * @param {Timescale} scale
   * @param {Uint8Array|null} shown
   * @param {number} height
   */
  function draw(scale, shown, height) {
    const { known, uncertain } = pathsOf(binsFor(scale, shown).bins, scale, height);
    layers.forEach((part, group) => {
      part.known.setAttribute("d", known[group]);
      part.uncertain.setAttribute("d", uncertain[group]);
    });
  }

  /**
   * Mark the days of the chosen event by a line with a stop at both ends.
   *
   * @param {Timescale} scale
   * @param {number} index
   * @param {number} height
   */
  function choose(scale, index, height) {
    chosen.setAttribute("d", "");
    if (index < 0 || index >= events.start.length) return;
    const left = Math.max(edgeOf(scale, events.start[index]), -2);
    const right = Math.min(Math.max(edgeOf(scale, events.end[index]), left + 3), scale.width + 2);
    if (right < 0 || left > scale.width) return;
    chosen.setAttribute("d", `M${left.toFixed(1)} ${height - 3}H${right.toFixed(1)}V${height}H${left.toFixed(1)}Z`);
    chosen.classList.toggle("uncertain", events.precision.at(index) !== "day");
  }

  /**
   * Return the nearest bin with events, as its days and in words.
   *
   * @param {number} x
   * @param {Timescale} scale
   * @param {Uint8Array|null} shown
   */
  function binAt(x, scale, shown) {
    const { unit, bins: { edges, sums } } = binsFor(scale, shown);
    const bin = nearestBin(edges, sums, x, scale);
    if (bin < 0) return null;
    /** @type {DayRange} */
    const span = [edges[bin], edges[bin + 1]];
    return { span, words: binWords(span, unit) };
  }

  return { element: node, draw, choose, binAt };
}

/**
 * Return the bars of each group as paths.
 *
 * The highest in sight is as high as there is room; of one that would be too low to be seen, all parts are higher.
 *
 * @param {Bins} bins
 * @param {Timescale} scale
 * @param {number} height
 */
function pathsOf({ edges, certain, spread, sums }, scale, height) {
  const isOut = (/** @type {number} */ bin) => edges[bin + 1] <= scale.from || edges[bin] >= scale.to;
  const top = sums.reduce((most, sum, bin) => (isOut(bin) ? most : Math.max(most, sum)), LEAST_TOP);
  const unit = (height - ABOVE) / top;
  const [known, uncertain] = [certain.map(() => ""), spread.map(() => "")];
  for (let bin = 0; bin < sums.length; bin += 1) {
    if (sums[bin] === 0 || isOut(bin)) continue;
    const left = edgeOf(scale, Math.max(edges[bin], scale.from));
    const right = Math.max(edgeOf(scale, Math.min(edges[bin + 1], scale.to)) - 1, left + 1);
    const share = Math.max(unit, LOWEST / sums[bin]);
    let from = height;
    /** @param {string[]} paths @param {Float64Array[]} counts */
    const stack = (paths, counts) => counts.forEach((column, group) => {
      if (column[bin] === 0) return;
      const to = from - column[bin] * share;
      paths[group] += `M${left.toFixed(1)} ${from.toFixed(1)}V${to.toFixed(1)}H${right.toFixed(1)}V${from.toFixed(1)}Z`;
      from = to;
    });
    stack(known, certain);
    stack(uncertain, spread);
  }
  return { known, uncertain };
}

/**
 * Return the bin with events nearest to a pixel, -1 for none in reach.
 *
 * @param {number[]} edges
 * @param {Float64Array} sums
 * @param {number} x
 * @param {Timescale} scale
 */
function nearestBin(edges, sums, x, scale) {
  const day = dayAt(scale, x);
  let best = { away: REACH, bin: -1 };
  for (let bin = 0; bin < sums.length; bin += 1) {
    if (sums[bin] === 0) continue;
    const ends = [edgeOf(scale, edges[bin]), edgeOf(scale, edges[bin + 1])];
    const inside = day >= edges[bin] && day < edges[bin + 1];
    const away = inside ? -1 : Math.min(...ends.map((end) => Math.abs(end - x)));
    if (away < best.away) best = { away, bin };
  }
  return best.bin;
}

/**
 * Make the paths of a group and the hatching of its unknown days.
 *
 * @param {string} colour
 * @param {number} group
 */
function layer(colour, group) {
  const id = `bars-hatch-${group}`;
  const line = svgElement("path", { class: "bars-hatch-line", d: "M-1 1L1 -1M0 4L4 0M3 5L5 3" });
  const hatch = svgElement("pattern", { id, width: 4, height: 4, patternUnits: "userSpaceOnUse" }, line);
  const known = svgElement("path", { class: "bars-known" });
  const uncertain = svgElement("path", { class: "bars-uncertain", fill: `url(#${id})` });
  for (const part of [line, known, uncertain]) part.style.setProperty("--group", colour);
  return { hatch, known, uncertain };
}

/**
 * Return the counts of categories, most first: "Fighting 4, Politics 2".
 *
 * @param {{name: string}[]} categories
 * @param {Pick<Events, "mainCategory">} events
 * @param {number[]} indices
 * @returns {string}
 */
export function categoryCounts(categories, events, indices) {
  const counts = categories.map(() => 0);
  for (const index of indices) counts[events.mainCategory(index)] += 1;
  return categories
    .map(({ name }, at) => ({ name, count: counts[at] }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .map(({ name, count }) => `${name} ${count}`)
    .join(", ");
}

/**
 * Return a bin in words.
 *
 * @param {DayRange} span
 * @param {Unit} unit
 * @returns {string}
 */
function binWords(span, unit) {
  const precision = unit === "day" || unit === "week" ? "day" : unit === "year" ? "year" : "month";
  return spanWords(span[0], span[1], precision);
}

/** Width of a letter of the axis, in parts of its size; names in bold letters included. */
const LETTER = 7 / 12;

/**
 * Make the axis.
 *
 * @returns {{element: SVGElement, draw: (scale: Timescale) => void}}
 */
export function createAxis() {
  const ticks = svgElement("path", { class: "axis-ticks" });
  const words = svgElement("g", {});
  const node = svgElement("svg", { class: "slider-axis", "aria-hidden": "true" }, ticks, words);

  /** @param {Timescale} scale */
  function draw(scale) {
    const found = axisTicks(scale, LETTER * parseFloat(globalThis.getComputedStyle(node).fontSize));
    const drawn = found.filter((tick) => !tick.pinned);
    ticks.setAttribute("d", drawn.map((tick) => `M${tick.x.toFixed(1)} 0v${tick.label ? 6 : 3}`).join(""));
    const named = found.filter((tick) => tick.label);
    words.replaceChildren(...named.map(({ x, major, pinned, label }) => {
      const place = { x: (x + 3).toFixed(1), y: 14, class: major && !pinned ? "major" : null };
      return svgElement("text", place, label);
    }));
  }

  return { element: node, draw };
}
