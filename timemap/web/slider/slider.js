// The date slider is one strip under the map: periods, bars, axis and one thumb, all on one timescale and one clock.

import { createAxis, createBars } from "#timemap/slider/bars.js";
import { countWords } from "#timemap/events/eventwords.js";
import { dayWords } from "#timemap/time/dates.js";
import { listenToGestures } from "#timemap/slider/gestures.js";
import { element } from "#timemap/page/nodes.js";
import { createPeriodList } from "#timemap/slider/periodlist.js";
import { createPeriods } from "#timemap/slider/periods.js";
import { createPlayer } from "#timemap/time/player.js";
import { createSteps, stopOf } from "#timemap/time/steps.js";
import { createThumb, momentWords } from "#timemap/slider/thumb.js";
import { dayAt, edgeOf, fitScale, isZoomed, showDay, wholeScale, zoomScale } from "#timemap/slider/timescale.js";
import { createToolbar } from "#timemap/slider/toolbar.js";

/** Lanes of periods by height of the window in pixels; what finds no room is in the list of periods. */
const LANES = [[300, 0], [450, 1], [700, 2], [900, 3], [Infinity, 5]];
/** A strip narrower than this has two lanes at most. */
const NARROW = 600;
const NARROW_LANES = 2;
/** Milliseconds of quiet after which a step is announced, so that a held key does not stammer. */
const QUIET = 300;
/** Milliseconds within which two clicks may be one double click. */
const DOUBLE = 600;
/** Fewest pixels of a hatched stretch to carry words. */
const WORDS_FIT = 84;

/**
 * Make the slider, and its toolbar and player unless it is `bare`.
 *
 * @param {{data: object, clock: object, events: object, help?: object, say?: (text: string) => void, bare?: boolean, label?: string}} context `label` names it
 * @returns {{element: HTMLElement}}
 */
export function createSlider(context) {
  const { data, clock, label = "Date" } = context;
  const knownUntil = data.knownUntil ?? { control: null, events: null };
  const steps = createSteps(context);
  const periods = createPeriods(data.periods ?? []);
  const [bars, axis, thumb] = [createBars(), createAxis(), createThumb(knownUntil, label)];
  const unknownAreas = element("div", { class: "slider-unknown areas" }, element("span", {}, "last known"));
  const unknownEvents = element("div", { class: "slider-unknown events" });
  const strip = element("div", { class: "slider-strip", dir: "ltr" }, unknownAreas, unknownEvents, periods.element, thumb.seen, bars.element, axis.element,
    thumb.flag, thumb.thumb);
  const list = createPeriodList(context, { to: steps.to });
  const toolbar = context.bare ? null : createToolbar(context, { event: stepEvent, wholeAxis: () => rescale(wholeScale(scale.range, scale.width)), compare, periods: () => list.open(), day: steps.to });
  const node = element("section", { class: "slider", "aria-label": `${label} slider` }, ...(toolbar ? [toolbar.element] : []), strip, ...(toolbar ? [list.element] : []));
  if (toolbar) createPlayer(context);

  let scale = wholeScale(clock.get().range, 0);
  let height = 0;
  let timer = null;
  let beforeClicks = null;

  function rescale(next) {
    const zoomedBefore = isZoomed(scale);
    scale = next;
    if (isZoomed(scale) !== zoomedBefore) toolbar?.draw(clock.get(), isZoomed(scale));
    drawAll(clock.get());
  }

  function drawAll(state) {
    if (scale.width === 0) return;
    const lanes = LANES.find(([most]) => globalThis.innerHeight <= most)[1];
    toolbar?.more(periods.draw(scale, scale.width < NARROW ? Math.min(lanes, NARROW_LANES) : lanes));
    bars.draw(scale, context.events, state.shown, height);
    bars.choose(scale, context.events, state.selected, height);
    axis.draw(scale);
    hatch(unknownAreas, knownUntil.control);
    hatch(unknownEvents, knownUntil.events);
    thumb.place(scale, state);
    thumb.shade(scale, state);
  }

  function hatch(stretch, lastKnown) {
    const from = lastKnown === null ? scale.width : Math.max(edgeOf(scale, lastKnown + 1), 0);
    stretch.hidden = from >= scale.width;
    stretch.style.insetInlineStart = `${from.toFixed(1)}px`;
    stretch.classList.toggle("worded", scale.width - from >= WORDS_FIT);
  }

  function changed(state, keys) {
    const has = (...names) => names.some((name) => keys.has(name));
    if (has("range")) scale = fitScale(scale, state.range, scale.width);
    const inSight = has("moment") ? showDay(scale, state.moment) : scale;
    const moved = inSight !== scale;
    scale = inSight;
    if (has("range", "shown") || moved) drawAll(state);
    else if (scale.width > 0) {
      if (has("moment")) thumb.place(scale, state);
      if (has("moment", "mode", "window")) thumb.shade(scale, state);
      if (has("selected")) bars.choose(scale, context.events, state.selected, height);
    }
    if (has("moment", "range")) toolbar?.tell(state);
    if (has("playing", "speed", "skipEmpty", "mode", "window", "range", "shown", "selected", "compare")) toolbar?.draw(state, isZoomed(scale));
    const chose = has("selected") && state.selected >= 0;
    if (chose) clearTimeout(timer); // the card tells of the event and its day
    if (has("moment", "range", "shown", "mode", "window", "dragging", "playing") && !state.dragging && !state.playing) {
      thumb.tell(state);
      if (!chose) announce();
    }
  }

  function announce() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const state = clock.get();
      context.say?.(`${dayWords(state.moment)}, ${countWords(context.events.visible(state).length)}`);
    }, QUIET);
  }

  /** Compare with the last day on which areas are known, or with the first day where that is the moment. */
  function compare() {
    const { compare: other, moment, range } = clock.get();
    const last = Math.min(knownUntil.control ?? range[1] - 1, range[1] - 1);
    clock.set({ compare: other !== null ? null : moment < last ? last : range[0], playing: false });
  }

  function stepEvent(direction) {
    if (!steps.event(direction)) context.say?.(direction > 0 ? "No later event" : "No earlier event");
  }

  function click(x, target) {
    thumb.thumb.focus({ preventScroll: true });
    const state = clock.get();
    if (beforeClicks === null || performance.now() - beforeClicks.time > DOUBLE) {
      beforeClicks = { time: performance.now(), moment: state.moment, selected: state.selected };
    }
    const period = periods.periodAt(target);
    if (period) return steps.to(period.start);
    const bin = target.closest(".slider-axis") ? null : bars.binAt(x, scale, context.events, state.shown);
    if (!bin || bin.events.length === 0) return steps.to(dayAt(scale, x));
    // a second click on the same bar goes on to its next event
    const index = bin.events[(bin.events.indexOf(state.selected) + 1) % bin.events.length];
    return clock.set({ moment: stopOf(context.events, index, state), selected: index, playing: false });
  }

  function hover(x, target) {
    const apart = x === null || target.closest(".slider-axis, .period");
    const bin = apart ? null : bars.binAt(x, scale, context.events, clock.get().shown);
    const counted = bin ? `${bin.words}: ${countWords(bin.events.length)}` : "";
    const words = apart ? "" : [counted, momentWords(dayAt(scale, x), knownUntil).note].filter(Boolean).join("\n");
    if (strip.title !== words) strip.title = words;
  }

  listenToGestures(strip, {
    scale: () => scale,
    rescale,
    thumbAt: thumb.at,
    hold() {
      thumb.thumb.focus({ preventScroll: true });
      strip.classList.add("held");
      strip.title = "";
      clock.set({ dragging: true });
    },
    scrub: (day) => clock.set({ moment: day }),
    release() {
      strip.classList.remove("held");
      clock.set({ dragging: false });
    },
    click,
    hover,
  });

  strip.addEventListener("dblclick", () => {
    if (!isZoomed(scale)) return;
    // what the two clicks did to the date is taken back: a double click is about the axis alone
    if (beforeClicks) clock.set({ moment: beforeClicks.moment, selected: beforeClicks.selected });
    rescale(wholeScale(scale.range, scale.width));
  });
  thumb.thumb.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const does = {
      ArrowUp: () => steps.day(1),
      ArrowDown: () => steps.day(-1),
      "+": () => rescale(zoomScale(scale, thumb.at(), 1.5)),
      "-": () => rescale(zoomScale(scale, thumb.at(), 1 / 1.5)),
      0: () => rescale(wholeScale(scale.range, scale.width)),
    }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });

  const observer = new ResizeObserver(() => {
    height = bars.element.clientHeight;
    scale = fitScale(scale, clock.get().range, strip.clientWidth);
    drawAll(clock.get());
  });
  observer.observe(strip);
  observer.observe(bars.element);
  clock.subscribe(changed);
  toolbar?.draw(clock.get(), false);
  toolbar?.tell(clock.get());
  thumb.tell(clock.get());

  return { element: node };
}
