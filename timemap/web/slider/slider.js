// Date slider: the strip under the map and its controls.

import { dayAndRangeWords } from "#timemap/slider/counts.js";
import { createPeriodList } from "#timemap/slider/periodlist.js";
import { createStrip } from "#timemap/slider/strip.js";
import { listenToStrip, zoomByStep } from "#timemap/slider/stripinput.js";
import { isZoomed, wholeScale } from "#timemap/slider/timescale.js";
import { createToolbar } from "#timemap/slider/toolbar.js";
import { dayWords } from "#timemap/time/dates.js";
import { createPlayer } from "#timemap/time/player.js";
import { dayBeside, isWhole, rangeOf, setRange } from "#timemap/time/range.js";
import { createSteps } from "#timemap/time/steps.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Changes, Context, DayRange, MapState, Period } from "#timemap/types.d.ts" */
/** @import { Strip } from "#timemap/slider/strip.js" */

/** @typedef {Partial<Pick<Context, "help"|"announce">> & {bare?: boolean}} MoreContext */
/** @typedef {Pick<Context, "data"|"store"|"events"> & MoreContext} SliderContext */
/** @typedef {ReturnType<typeof createActions>} SliderActions */
/** @typedef {ReturnType<typeof createSteps>} Steps */

/** Milliseconds of quiet after which a step is announced. A held key does not stammer. */
const QUIET = 300;

/**
 * Make the slider.
 *
 * One that is `bare` moves the moment alone, and is the right one of two.
 *
 * @param {SliderContext} context
 * @returns {{element: HTMLElement, addSetting: (setting: HTMLElement) => void}}
 *   `addSetting` puts a setting among those that fold away
 */
export function createSlider(context) {
  const { store, bare } = context;
  const steps = createSteps(context);
  /** @type {SliderActions} */
  const actions = createActions(context, steps, () => strip);
  const list = createPeriodList(context, { choose: actions.choosePeriod });
  const toolbar = bare ? null : createToolbar(context, { ...actions, periods: () => list.open() });
  const zoomed = () => toolbar?.zoomed(isZoomed(strip.scale()));
  /** @type {Strip} */
  const strip = createStrip(context, { zoomed, hidden: (count) => toolbar?.more(count) });
  const controls = toolbar?.element ?? element("div");
  const time = element("div", { class: "slider-time" }, strip.overview, strip.element);
  const node = element("section", { class: bare ? "slider bare" : "slider" },
    element("div", { class: "slider-body" }, controls, time), ...(toolbar ? [list.element] : []));
  const announcer = createAnnouncer(context);
  if (!bare) createPlayer(context);
  listenToStrip(context, strip, actions, steps);

  /**
   * Name the slider. Alone it is that of the date; of two, each says on itself which day it moves.
   *
   * @param {MapState} state
   */
  function entitle({ compare }) {
    const name = bare ? "Right date" : compare === null ? "Date" : "Left date";
    node.setAttribute("aria-label", `${name} slider`);
    strip.thumb.entitle(name, name !== "Date");
  }

  /** @param {MapState} state @param {Changes} keys */
  function changed(state, keys) {
    const has = (/** @type {(keyof MapState)[]} */ ...names) => names.some((name) => keys.has(name));
    strip.follow(state, keys);
    if (has("compare")) entitle(state);
    if (has("moment", "range")) toolbar?.update(state);
    toolbar?.follow(state, keys);
    const chose = has("selected") && state.selected >= 0;
    if (chose) announcer.hush(); // the card tells of the event and its day
    if (has("moment", "range", "shown", "mode", "window", "dragging", "playing") && !state.dragging && !state.playing) {
      strip.thumb.update(state);
      strip.brush.update(state);
      if (!chose) announcer.update(has("range"));
    }
  }

  store.subscribe(changed);
  toolbar?.begin(store.get());
  entitle(store.get());
  strip.thumb.update(store.get());
  strip.brush.update(store.get());
  return { element: node, addSetting: (setting) => toolbar?.addSetting(setting) };
}

/**
 * Make what buttons, keys and clicks do.
 *
 * @param {SliderContext} context
 * @param {Steps} steps
 * @param {() => Strip} strip
 */
function createActions(context, steps, strip) {
  const { data, store } = context;
  const knownUntil = data.knownUntil ?? { control: null };

  /** @param {1|-1} direction */
  function event(direction) {
    const led = steps.event(direction);
    if (!led) context.announce?.(direction > 0 ? "No later event" : "No earlier event");
    return led;
  }

  /**
   * Show all years on the strip, with all of them as the range.
   *
   * @param {Partial<MapState>} [more]
   */
  function everything(more = {}) {
    setRange(store, data.whole, data.whole, more);
    strip().rescale(wholeScale(data.whole, strip().scale().width));
  }

  /**
   * Make a period the range, or all years again where it is the range.
   *
   * @param {Period} period
   * @param {boolean} [again]
   */
  function choosePeriod(period, again = false) {
    const { range, moment } = rangeOf(period, store.get().moment, data.whole);
    if (again && range.join() === store.get().range.join()) everything();
    else setRange(store, range, data.whole, { moment, playing: false });
  }

  /** End comparing, or compare with another day. A range of one day, which has none, gives way to all years. */
  function compare() {
    const { compare: other, moment, range } = store.get();
    const beside = (/** @type {DayRange} */ days) => dayBeside(moment, days, knownUntil.control);
    const next = { compare: other === null ? beside(range) : null, playing: false };
    if (other === null && next.compare === null) everything({ ...next, compare: beside(data.whole) });
    else store.set(next);
  }

  /** @param {1|-1} direction */
  function zoom(direction) {
    zoomByStep(strip(), store.get().moment, direction);
  }

  return { event, leads: steps.leads, everything, zoom, choosePeriod, compare, day: steps.to };
}

/**
 * Make what says the day and the counts when the date has come to rest.
 *
 * @param {SliderContext} context
 */
function createAnnouncer({ data, store, events, announce }) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  let ranged = false;

  function speak() {
    const state = store.get();
    const { range, moment } = state;
    const told = ranged && !isWhole(range, data.whole);
    const days = told ? `Date range ${dayWords(range[0])} to ${dayWords(range[1] - 1)}. ` : "";
    ranged = false;
    announce?.(`${days}${dayWords(moment)}: ${dayAndRangeWords(events, state, data.whole)}`);
  }

  return {
    hush: () => clearTimeout(timer),
    update(/** @type {boolean} */ range) {
      ranged ||= range;
      clearTimeout(timer);
      timer = setTimeout(speak, QUIET);
    },
  };
}
