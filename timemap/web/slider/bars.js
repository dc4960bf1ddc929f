// The bars, two paths for each group of categories, and the axis.

import { axisTicks } from "#timemap/slider/axis.js";
import { spanWords } from "#timemap/time/dates.js";
import { countBins, unitFor } from "#timemap/slider/histogram.js";
import { svgElement } from "#timemap/page/nodes.js";
import { dayAt, density, edgeOf } from "#timemap/slider/timescale.js";

/** Lowest bar in pixels, so that a single event can be seen, and room kept above the highest. */
const LOWEST = 4;
/** Events of which a bar is as high as there is room, at least: a single one is no peak. */
const LEAST_TOP = 3;
const ABOVE = 3;
/** How far from a bar, in pixels, a click still means it. */
const REACH = 8;

/**
 * Return the groups of categories, each with its name and in the colour of its first one, and the group of an event.
 *
 * @param {{group: string, colour: string}[]} categories
 * @param {{mainCategory: (index: number) => number}} events
 * @returns {{names: string[], colours: string[], count: number, of: (index: number) => number}}
 */
export function groupsOf(categories, events) {
  const names = [...new Set(categories.map(({ group }) => group))];
  const ofCategory = categories.map(({ group }) => names.indexOf(group));
  const colours = names.map((name) => categories.find(({ group }) => group === name).colour);
  return { names: names.map((name) => name.charAt(0).toUpperCase() + name.slice(1)), colours, count: names.length, of: (index) => ofCategory[events.mainCategory(index)] };
}

/**
 * Make the histogram: bars stacked by group, of each the days that are known below those that are not.
 *
 * @param {object} context
 * @param {{categories: object[]}} context.data
 * @param {object} context.events
 * @returns {object} its node and what can be drawn on and asked of it
 */
export function createBars({ data, events }) {
  const groups = groupsOf(data.categories, events);
  const layers = groups.colours.map((colour, group) => layer(colour, group));
  const chosen = svgElement("path", { class: "bars-chosen" });
  const defs = svgElement("defs", {}, ...layers.map(({ hatch }) => hatch));
  const node = svgElement("svg", { class: "slider-bars", "aria-hidden": "true" },
    defs, ...layers.flatMap(({ known, uncertain }) => [known, uncertain]), chosen);
  let counted = { unit: null, shown: undefined, bins: null };

  function binsFor(scale, shown) {
    const unit = unitFor(density(scale));
    if (counted.unit !== unit || counted.shown !== shown) {
      counted = { shown, unit, bins: countBins(events, shown, scale.whole, unit, groups) };
    }
    return counted.bins;
  }

  /** Draw what is in sight of the scale, `height` pixels high. */
  function draw(scale, shown, height) {
    const { known, uncertain } = pathsOf(binsFor(scale, shown), scale, height);
    layers.forEach((part, group) => {
      part.known.setAttribute("d", known[group]);
      part.uncertain.setAttribute("d", uncertain[group]);
    });
  }

  /** Mark the days of the chosen event: a line along all of them with a stop at both ends. */
  function choose(scale, index, height) {
    chosen.setAttribute("d", "");
    if (index < 0 || index >= events.start.length) return;
    const left = Math.max(edgeOf(scale, events.start[index]), -2);
    const right = Math.min(Math.max(edgeOf(scale, events.end[index]), left + 3), scale.width + 2);
    if (right < 0 || left > scale.width) return;
    chosen.setAttribute("d", `M${left.toFixed(1)} ${height - 3}H${right.toFixed(1)}V${height}H${left.toFixed(1)}Z`);
    chosen.classList.toggle("uncertain", events.precision[index] !== "day");
  }

  /** Return the nearest bin with events, as its days and in words, or null when there is none within reach. */
  function binAt(x, scale, shown) {
    const { edges, sums } = binsFor(scale, shown);
    const bin = nearestBin(edges, sums, x, scale);
    if (bin < 0) return null;
    const span = [edges[bin], edges[bin + 1]];
    return { span, words: binWords(span, counted.unit) };
  }

  return { element: node, draw, choose, binAt };
}

/** The bars of each group as paths, the highest in sight as high as there is room; of one that would be too low to be seen, all parts are higher. */
function pathsOf({ edges, certain, spread, sums }, scale, height) {
  const isOut = (bin) => edges[bin + 1] <= scale.from || edges[bin] >= scale.to;
  const top = sums.reduce((most, sum, bin) => (isOut(bin) ? most : Math.max(most, sum)), LEAST_TOP);
  const unit = (height - ABOVE) / top;
  const [known, uncertain] = [certain.map(() => ""), spread.map(() => "")];
  for (let bin = 0; bin < sums.length; bin += 1) {
    if (sums[bin] === 0 || isOut(bin)) continue;
    const left = edgeOf(scale, Math.max(edges[bin], scale.from));
    const right = Math.max(edgeOf(scale, Math.min(edges[bin + 1], scale.to)) - 1, left + 1);
    const share = Math.max(unit, LOWEST / sums[bin]);
    let from = height;
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

/** The bin with events that is nearest to a pixel, -1 for none within reach. */
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

/** The paths of a group and the hatching of its days that are not known. */
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
 * Return how many of some events there are of each category, the most frequent first: "Fighting 4, Politics 2".
 *
 * @param {{name: string}[]} categories
 * @param {{mainCategory: (index: number) => number}} events
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
 * @param {[number, number]} span
 * @param {string} unit
 * @returns {string}
 */
function binWords(span, unit) {
  return spanWords(span[0], span[1], { day: "day", week: "day", year: "year" }[unit] ?? "month");
}

/** Width of a letter of the axis, in parts of its size; names in bold letters included. */
const LETTER = 7 / 12;

/**
 * Make the axis.
 *
 * @returns {{element: SVGElement, draw: (scale: object) => void}}
 */
export function createAxis() {
  const ticks = svgElement("path", { class: "axis-ticks" });
  const words = svgElement("g", {});
  const node = svgElement("svg", { class: "slider-axis", "aria-hidden": "true" }, ticks, words);

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
