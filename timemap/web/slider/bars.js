// The bars are two paths, known and uncertain days, whatever the number of events; the axis under them is a path of ticks and a few words.

import { axisTicks } from "#timemap/slider/axis.js";
import { spanWords } from "#timemap/time/dates.js";
import { countBins, eventsInBin, unitFor } from "#timemap/slider/histogram.js";
import { svgElement } from "#timemap/page/nodes.js";
import { dayAt, density, edgeOf } from "#timemap/slider/timescale.js";

/** Lowest bar in pixels, so that a single event can be seen, and room kept above the highest. */
const LOWEST = 4;
const ABOVE = 3;
/** How far from a bar, in pixels, a click still means it. */
const REACH = 8;

/**
 * Make the histogram.
 *
 * @returns {object} its node and what can be drawn on and asked of it
 */
export function createBars() {
  const known = svgElement("path", { class: "bars-known" });
  const uncertain = svgElement("path", { class: "bars-uncertain", fill: "url(#bars-hatch)" });
  const chosen = svgElement("path", { class: "bars-chosen" });
  const line = svgElement("path", { class: "bars-hatch-line", d: "M-1 1L1 -1M0 4L4 0M3 5L5 3" });
  const hatch = svgElement("pattern", { id: "bars-hatch", width: 4, height: 4, patternUnits: "userSpaceOnUse" }, line);
  const node = svgElement("svg", { class: "slider-bars", "aria-hidden": "true" }, svgElement("defs", {}, hatch), known, uncertain, chosen);
  let counted = { key: null, shown: undefined, events: undefined, bins: null };

  function binsFor(scale, events, shown) {
    const unit = unitFor(density(scale));
    const key = `${unit} ${scale.range}`;
    if (counted.key !== key || counted.shown !== shown || counted.events !== events) {
      counted = { key, shown, events, unit, bins: countBins(events, shown, scale.range, unit) };
    }
    return counted.bins;
  }

  /** Draw what is in sight of the scale, `height` pixels high. */
  function draw(scale, events, shown, height) {
    const { edges, certain, spread, top } = binsFor(scale, events, shown);
    const paths = ["", ""];
    const unit = top > 0 ? (height - ABOVE) / top : 0;
    for (let bin = 0; bin < certain.length; bin += 1) {
      const sum = certain[bin] + spread[bin];
      if (sum === 0 || edges[bin + 1] <= scale.from || edges[bin] >= scale.to) continue;
      const left = edgeOf(scale, Math.max(edges[bin], scale.from));
      const right = edgeOf(scale, Math.min(edges[bin + 1], scale.to));
      const box = (from, to) => `M${left.toFixed(1)} ${from.toFixed(1)}V${to.toFixed(1)}H${Math.max(right - 1, left + 1).toFixed(1)}V${from.toFixed(1)}Z`;
      const split = height - certain[bin] * unit;
      const tip = Math.min(height - sum * unit, height - LOWEST);
      if (certain[bin] > 0) paths[0] += box(height, spread[bin] > 0 ? split : tip);
      if (spread[bin] > 0) paths[1] += box(split, tip);
    }
    known.setAttribute("d", paths[0]);
    uncertain.setAttribute("d", paths[1]);
  }

  /** Mark the days of the chosen event: a line along all of them with a stop at both ends. */
  function choose(scale, events, index, height) {
    chosen.setAttribute("d", "");
    if (index < 0 || index >= events.start.length) return;
    const left = Math.max(edgeOf(scale, events.start[index]), -2);
    const right = Math.min(Math.max(edgeOf(scale, events.end[index]), left + 3), scale.width + 2);
    if (right < 0 || left > scale.width) return;
    chosen.setAttribute("d", `M${left.toFixed(1)} ${height - 3}H${right.toFixed(1)}V${height}H${left.toFixed(1)}Z`);
    chosen.classList.toggle("uncertain", events.precision[index] !== "day");
  }

  /** Return the bin nearest to `x` that has events, with them and the bin in words, or null when there is none within reach. */
  function binAt(x, scale, events, shown) {
    const { edges, certain, spread } = binsFor(scale, events, shown);
    const day = dayAt(scale, x);
    let best = null;
    for (let bin = 0; bin < certain.length; bin += 1) {
      if (certain[bin] + spread[bin] === 0) continue;
      const left = edgeOf(scale, edges[bin]);
      const right = edgeOf(scale, edges[bin + 1]);
      const away = day >= edges[bin] && day < edges[bin + 1] ? 0 : Math.min(Math.abs(left - x), Math.abs(right - x));
      if (away <= REACH && (best === null || away < best.away)) best = { away, bin };
    }
    if (best === null) return null;
    const span = [edges[best.bin], edges[best.bin + 1]];
    return { span, events: eventsInBin(events, shown, span, scale.range), words: binWords(span, counted.unit) };
  }

  return { element: node, draw, choose, binAt };
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
    ticks.setAttribute("d", found.filter((tick) => !tick.pinned).map((tick) => `M${tick.x.toFixed(1)} 0v${tick.label ? 6 : 3}`).join(""));
    const named = found.filter((tick) => tick.label);
    words.replaceChildren(...named.map((tick) => svgElement("text", { x: (tick.x + 3).toFixed(1), y: 14, class: tick.major ? "major" : null }, tick.label)));
  }

  return { element: node, draw };
}
