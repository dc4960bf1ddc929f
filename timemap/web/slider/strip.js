// Strip of periods, range, bars, axis and moment on one timescale.

import { createAxis, createBars } from "#timemap/slider/bars.js";
import { createBrush } from "#timemap/slider/brush.js";
import { gripAt } from "#timemap/slider/grips.js";
import { createOverview } from "#timemap/slider/overview.js";
import { createPeriods } from "#timemap/slider/periods.js";
import { createThumb } from "#timemap/slider/thumb.js";
import { edgeOf, isZoomed, resized, showDay, showSpan, wholeScale } from "#timemap/slider/timescale.js";
import { element } from "#timemap/page/nodes.js";
import { isWhole } from "#timemap/time/range.js";

/** @import { Changes, DayRange, MapState } from "#timemap/types.d.ts" */
/** @import { Press } from "#timemap/slider/gestures.js" */
/** @import { SliderContext } from "#timemap/slider/slider.js" */
/** @import { KnownUntil } from "#timemap/slider/thumb.js" */
/** @import { Timescale } from "#timemap/slider/timescale.js" */

/** @typedef {ReturnType<typeof createStrip>} Strip */
/** @typedef {ReturnType<typeof createParts>} StripParts */
/** @typedef {{bars: number, axis: number, rail: number, all: number}} Heights */
/** @typedef {(...names: (keyof MapState)[]) => boolean} Has whether one of them has changed */

/** Lanes of periods by height of the window in pixels; what finds no room is in the list of periods. */
const LANES = [[300, 0], [450, 1], [700, 2], [Infinity, 3]];
/** A strip narrower than this has two lanes at most. */
const NARROW = 600;
const NARROW_LANES = 2;
/** Fewest pixels of a stretch of days not known to carry words. */
const WORDS_FIT = 44;

/**
 * Make the strip.
 *
 * @param {SliderContext} context
 * @param {{zoomed: () => void, hidden: (periods: number) => void}} tells `zoomed` after each change of what is in
 *   sight, `hidden` how many periods found no room
 */
export function createStrip(context, tells) {
  const { data, store } = context;
  const parts = createParts(context, (at) => rescale(showDay(scale, store.get().range[at] - at)));
  const { node, thumb, brush, bars, axis, knownUntil, periods: { draw: drawPeriods, periodAt } } = parts;
  const overview = createOverview(node, { scale: () => scale, rescale });
  let scale = wholeScale(data.whole, 0);
  let heights = { bars: 0, axis: 0, rail: 0, all: 0 };

  /** @param {Timescale} next */
  function rescale(next) {
    scale = next;
    if (scale.width === 0) return;
    tells.hidden(drawPeriods(scale, lanesFor(scale)));
    axis.draw(scale);
    parts.unknown.draw(scale);
    draw(store.get(), () => true);
    tells.zoomed();
  }

  /**
   * Draw what follows from parts of the state. The timescale is the same.
   *
   * @param {MapState} state
   * @param {Has} has
   */
  function draw(state, has) {
    drawParts(parts, state, has, scale, heights.bars);
    if (has("moment", "range")) overview.draw(state);
  }

  /** @param {MapState} state @param {Changes} keys */
  function follow(state, keys) {
    /** @type {Has} */
    const has = (...names) => names.some((name) => keys.has(name));
    let inSight = scale;
    if (has("range") && !has("dragging") && !state.dragging) {
      const held = brush.handles.findIndex((handle) => handle === document.activeElement);
      inSight = scaleAfterRange(scale, state.range, held);
    }
    if (has("moment")) inSight = showDay(inSight, state.moment);
    if (inSight !== scale) rescale(inSight);
    else if (scale.width > 0) draw(state, has);
  }

  function measure() {
    heights = heightsOf(parts);
    const { range, moment } = store.get();
    const opens = scale.width === 0 && node.clientWidth > 0 && !isWhole(range, data.whole);
    scale = resized(scale, node.clientWidth);
    rescale(opens ? showDay(showSpan(scale, range), moment) : scale);
  }

  /** @param {Press} press */
  function gripOf({ x, y, pointer }) {
    const zone = zoneIn(heights, y);
    if (zone === "periods") return null;
    const { range } = store.get();
    /** @type {[number, number]} */
    const edges = [edgeOf(scale, range[0]), edgeOf(scale, range[1])];
    const whole = isWhole(range, data.whole);
    const at = { thumb: thumb.at(), edges, width: scale.width, whole, brush: !context.bare };
    return gripAt({ x, zone: zone === "axis" ? "lower" : zone, pointer }, at);
  }

  const observer = new ResizeObserver(measure);
  observer.observe(node);
  observer.observe(bars.element);
  return {
    element: node, overview: overview.element, thumb, brush, bars, knownUntil, periodAt, rescale, follow, gripOf,
    zoneAt: (/** @type {number} */ y) => zoneIn(heights, y), scale: () => scale,
  };
}

/** @param {SliderContext} context @param {(at: number) => void} bring */
function createParts(context, bring) {
  const { data } = context;
  const knownUntil = data.knownUntil ?? { control: null, events: null };
  const periods = createPeriods(data.periods ?? []);
  const [bars, axis, thumb] = [createBars(context), createAxis(), createThumb(knownUntil)];
  const brush = createBrush(context, bring);
  const unknown = createUnknown(knownUntil);
  const node = element("div", { class: "slider-strip", dir: "ltr" },
    periods.element, brush.rail ?? "", ...unknown.elements, thumb.seen, bars.element, axis.element,
    ...brush.outside, brush.handles[0] ?? "", thumb.thumb, brush.handles[1] ?? "", thumb.flag);
  return { node, periods, bars, axis, thumb, brush, unknown, knownUntil };
}

/**
 * Draw the parts that follow from what has changed.
 *
 * @param {StripParts} parts
 * @param {MapState} state
 * @param {Has} has
 * @param {Timescale} scale
 * @param {number} height
 */
function drawParts({ periods, bars, thumb, brush }, state, has, scale, height) {
  if (has("shown")) bars.draw(scale, state.shown, height);
  if (has("selected")) bars.choose(scale, state.selected, height);
  if (has("moment", "range")) thumb.place(scale, state);
  if (has("moment", "mode", "window", "range")) thumb.shade(scale, state);
  if (!has("range")) return;
  brush.place(scale, state);
  periods.choose(state.range, scale.whole);
}

/**
 * Return what is in sight after the range was set.
 *
 * @param {Timescale} scale
 * @param {DayRange} range
 * @param {number} handle the first (0) or second (1), which is then in sight; -1 for none
 */
function scaleAfterRange(scale, range, handle) {
  if (handle >= 0) return showDay(scale, range[handle] - handle);
  if (!isWhole(range, scale.whole)) return showSpan(scale, range);
  return isZoomed(scale) ? wholeScale(scale.whole, scale.width) : scale;
}

/** @param {StripParts} parts @returns {Heights} */
function heightsOf({ node, bars, axis, brush }) {
  const [barsHeight, axisHeight] = [bars, axis].map((part) => part.element.clientHeight);
  return { bars: barsHeight, axis: axisHeight, rail: brush.rail?.offsetHeight ?? 0, all: node.clientHeight };
}

/**
 * Return how many lanes of periods there is room for.
 *
 * It is one less under the overview, so that the bars keep their height.
 *
 * @param {Timescale} scale
 */
function lanesFor(scale) {
  const [, lanes] = LANES.find(([highest]) => globalThis.innerHeight <= highest) ?? [0, 0];
  const most = scale.width < NARROW ? Math.min(lanes, NARROW_LANES) : lanes;
  return isZoomed(scale) ? Math.max(most - 1, 0) : most;
}

/**
 * Return the part of the strip at a height; the bars have an upper and a lower half.
 *
 * @param {Heights} heights
 * @param {number} y
 */
function zoneIn(heights, y) {
  const axisTop = heights.all - heights.axis;
  if (y >= axisTop) return "axis";
  if (y >= axisTop - heights.bars / 2) return "lower";
  if (y >= axisTop - heights.bars) return "upper";
  return y >= axisTop - heights.bars - heights.rail ? "rail" : "periods";
}

/**
 * Make the tints after the last days for which areas and events are known.
 *
 * @param {KnownUntil} knownUntil
 */
function createUnknown(knownUntil) {
  const areas = element("div", { class: "slider-unknown areas" }, element("span", {}, "last known"));
  const events = element("div", { class: "slider-unknown events" });

  /** @param {HTMLElement} stretch @param {number|null} lastKnown @param {Timescale} scale */
  function tint(stretch, lastKnown, scale) {
    const from = lastKnown === null ? scale.width : Math.max(edgeOf(scale, lastKnown + 1), 0);
    stretch.hidden = from >= scale.width;
    stretch.style.insetInlineStart = `${from.toFixed(1)}px`;
    stretch.classList.toggle("worded", scale.width - from >= WORDS_FIT);
  }

  return {
    elements: [areas, events],
    draw(/** @type {Timescale} */ scale) {
      tint(areas, knownUntil.control, scale);
      tint(events, knownUntil.events, scale);
    },
  };
}
