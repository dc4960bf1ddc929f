// Input on the strip: what pointers and keys do to range and moment.

import { countWords } from "#timemap/events/eventwords.js";
import { categoryCounts } from "#timemap/slider/bars.js";
import { listenToGestures } from "#timemap/slider/gestures.js";
import { draggedRange } from "#timemap/slider/grips.js";
import { eventsInBin } from "#timemap/slider/histogram.js";
import { momentWords } from "#timemap/slider/thumb.js";
import { dayAt, daysAt, edgeOf, wholeScale, zoomScale } from "#timemap/slider/timescale.js";
import { dateActionOf } from "#timemap/time/keytable.js";
import { setRange } from "#timemap/time/range.js";
import { stopOf } from "#timemap/time/steps.js";

/** @import { DayRange, MapState } from "#timemap/types.d.ts" */
/** @import { Grip, Press } from "#timemap/slider/gestures.js" */
/** @import { SliderActions, SliderContext, Steps } from "#timemap/slider/slider.js" */
/** @import { Strip } from "#timemap/slider/strip.js" */

/** Milliseconds within which two clicks may be one double click. */
const DOUBLE = 600;
/** By how much a key zooms. */
const ZOOM = 1.5;

/**
 * Let pointers and the keys of the thumb act on the strip.
 *
 * @param {SliderContext} context
 * @param {Strip} strip
 * @param {SliderActions} actions
 * @param {Steps} steps
 */
export function listenToStrip(context, strip, actions, steps) {
  const node = strip.element;
  const clicks = createClicks(context, strip, actions, steps);

  /** @param {Press|null} press */
  function hover(press) {
    node.dataset.grip = (press && strip.gripOf(press)) ?? "";
    const words = press ? hoverWords(context, strip, press) : "";
    if (node.title !== words) node.title = words;
  }

  listenToGestures(node, {
    scale: strip.scale, rescale: strip.rescale, gripAt: strip.gripOf, isOnAxis: (y) => strip.zoneAt(y) === "axis",
    ...createDrags(context, strip), click: clicks.once, hover,
  });
  node.addEventListener("dblclick", clicks.twice);
  listenToKeys(strip.thumb.thumb, createDateActions(context, strip, actions, steps));
}

/**
 * Make the drags of the moment, a handle, the range, and along the rail.
 *
 * @param {SliderContext} context
 * @param {Strip} strip
 */
function createDrags({ data, store }, strip) {
  const { thumb, brush } = strip;
  /** @type {{grip: Grip|null, start: number, offset: number, range: DayRange, moment: number}|null} */
  let held = null;

  /** @param {Grip|null} grip @param {number} x */
  function hold(grip, x) {
    const { range, moment } = store.get();
    const offset = grip === "moment" ? x - thumb.at() : 0;
    held = { grip, start: daysAt(strip.scale(), x), offset, range, moment };
    if (grip === "from" || grip === "to") brush.focus(grip);
    else if (grip === null || grip === "moment") thumb.thumb.focus({ preventScroll: true });
    strip.element.classList.add("held");
    strip.element.title = "";
    store.set({ dragging: true });
  }

  /** @param {number} x */
  function drag(x) {
    if (held === null) return;
    if (held.grip === null || held.grip === "moment") {
      store.set({ moment: dayAt(strip.scale(), x - held.offset) });
      return;
    }
    const days = { start: held.start, now: daysAt(strip.scale(), x) };
    // the moment comes back to where it was when the range does
    setRange(store, draggedRange(held.grip, held.range, days, data.whole), data.whole, { moment: held.moment });
  }

  function release() {
    strip.element.classList.remove("held");
    store.set({ dragging: false });
  }

  return { hold, drag, release };
}

/**
 * Make the clicks on a period, a bar or a day. Two clicks widen the range to all years.
 *
 * @param {SliderContext} context
 * @param {Strip} strip
 * @param {SliderActions} actions
 * @param {Steps} steps
 */
function createClicks({ data, store, events, bare }, strip, actions, steps) {
  /** @type {{time: number, moment: number, selected: number}|null} */
  let before = null;

  /** @param {number} x @param {Element} target */
  function once(x, target) {
    const state = store.get();
    if (before === null || performance.now() - before.time > DOUBLE) {
      before = { time: performance.now(), moment: state.moment, selected: state.selected };
    }
    const period = bare ? null : strip.periodAt(target);
    if (period) {
      actions.choosePeriod(period, true);
      return;
    }
    const handle = /** @type {HTMLElement|null} */ (target.closest(".brush-handle"));
    (handle ?? strip.thumb.thumb).focus({ preventScroll: true });
    if (handle === null) goTo(x, target, state);
  }

  /** @param {number} x @param {Element} target @param {MapState} state */
  function goTo(x, target, state) {
    const apart = target.closest(".slider-axis, .slider-rail");
    const bin = apart ? null : strip.bars.binAt(x, strip.scale(), state.shown);
    const found = bin ? eventsInBin(events, state.shown, bin.span, state.range) : [];
    if (found.length === 0) {
      steps.to(dayAt(strip.scale(), x));
      return;
    }
    // a second click on the same bar goes on to its next event
    const index = found[(found.indexOf(state.selected) + 1) % found.length];
    store.set({ moment: stopOf(events, index, state), selected: index, playing: false });
  }

  /** Widen the range. What the two clicks did to the date is taken back: a double click is about the range alone. */
  function twice() {
    if (bare) strip.rescale(wholeScale(data.whole, strip.scale().width));
    else actions.everything(before ? { moment: before.moment, selected: before.selected } : {});
  }

  return { once, twice };
}

/** @typedef {keyof ReturnType<typeof createDateActions>} DateAction */

/**
 * Return what each action of the keys of the date does.
 *
 * @param {SliderContext} context
 * @param {Strip} strip
 * @param {SliderActions} actions
 * @param {Steps} steps
 */
function createDateActions({ data, store, bare }, strip, actions, steps) {
  /** @param {number} factor */
  const zoom = (factor) => zoomRoundDate(strip, store.get().moment, factor);

  return {
    "day-on": () => steps.day(1),
    "day-back": () => steps.day(-1),
    "zoom-in": () => zoom(ZOOM),
    "zoom-out": () => zoom(1 / ZOOM),
    "all-years": () => (bare ? strip.rescale(wholeScale(data.whole, strip.scale().width)) : actions.everything()),
  };
}

/**
 * Zoom the strip by one step.
 *
 * @param {Strip} strip
 * @param {number} moment what stays where it is
 * @param {1|-1} direction closer, or further away
 */
export function zoomByStep(strip, moment, direction) {
  zoomRoundDate(strip, moment, direction > 0 ? ZOOM : 1 / ZOOM);
}

/** @param {Strip} strip @param {number} moment @param {number} factor */
function zoomRoundDate(strip, moment, factor) {
  const scale = strip.scale();
  strip.rescale(zoomScale(scale, edgeOf(scale, moment + 0.5), factor));
}

/**
 * Listen to the keys of the date that are not those of the whole page.
 *
 * @param {HTMLElement} thumb
 * @param {ReturnType<typeof createDateActions>} actions
 */
function listenToKeys(thumb, actions) {
  thumb.addEventListener("keydown", (event) => {
    const action = dateActionOf(event);
    if (action === null) return;
    event.preventDefault();
    actions[action]();
  });
}

/**
 * Return what lies under the pointer, in words.
 *
 * That is the events of a bar by category, and what has to be said of the day.
 *
 * @param {SliderContext} context
 * @param {Strip} strip
 * @param {Press} press
 */
function hoverWords({ data, store, events }, strip, { x, y, target }) {
  if (!["upper", "lower"].includes(strip.zoneAt(y)) || target.closest(".period")) return "";
  const { shown, range } = store.get();
  const bin = strip.bars.binAt(x, strip.scale(), shown);
  const found = bin ? eventsInBin(events, shown, bin.span, data.whole) : [];
  const counted = [`${bin?.words}: ${countWords(found.length)}`, categoryCounts(data.categories, events, found)];
  const day = dayAt(strip.scale(), x);
  const outside = day < range[0] || day >= range[1] ? "outside the date range" : "";
  return [...(bin ? counted : []), outside, momentWords(day, strip.knownUntil).note].filter(Boolean).join("\n");
}
