// Two days are compared on one map: the moment left of a divider, another day right of it, each with its own slider.

import { createChangeLayer } from "#timemap/compare/changelayer.js";
import { createClip } from "#timemap/compare/clip.js";
import { createComparePanel } from "#timemap/compare/comparepanel.js";
import { createDivider } from "#timemap/compare/divider.js";
import { createEvents } from "#timemap/events/events.js";
import { dayFor, isSeen } from "#timemap/events/selection.js";
import { ensurePane } from "#timemap/map/canvaslayer.js";
import { createDayLayers } from "#timemap/map/daylayers.js";
import { createSlider } from "#timemap/slider/slider.js";
import { createClock } from "#timemap/time/clock.js";
import { dayWords, shortDay } from "#timemap/time/dates.js";

const PANES = ["areas", "evidence", "signs"];
const NARROW = "(max-width: 760px)"; // there both days have room at the head of the divider in short words only
const LETTERING = 150; // milliseconds after the last move of the divider
/** What both days share; each has its own moment and is dragged by itself. */
const SHARED = ["range", "mode", "window", "selected", "language", "shown", "hidden", "patterns", "singleKeys"];

/**
 * Make the comparison; it comes into being when the clock first has a day to compare with.
 *
 * @param {object} context of the document
 * @returns {{left: import("#timemap/map/side.js").Side, attach: (layers: object) => void, panel: HTMLElement, slider: HTMLElement, sees: (index: number) => boolean, other: () => object|null, setScale: (scale: number) => void}} `setScale` makes names and signs of the right side larger
 */
export function createCompare(context) {
  const { clock, events, map } = context;
  const sliderBox = document.createElement("div");
  sliderBox.className = "second-slider";
  let leftLayers = null;
  let lettering = 0;
  let share = 0.5;
  let scale = 1;
  let made = null;
  let on = false;

  const isLeft = (latlng) => map.latLngToContainerPoint(latlng).x < map.getSize().x * share;
  const dividerIn = ({ seen: [from, , to] }) => from + (to - from) * share;
  const left = Object.freeze({ suffix: "", owns: (latlng) => !on || isLeft(latlng), across: (view) => [-Infinity, on ? dividerIn(view) : Infinity] });
  const right = Object.freeze({ suffix: "-right", owns: (latlng) => on && !isLeft(latlng), across: (view) => [dividerIn(view), Infinity] });
  const panel = createComparePanel(context);
  const narrow = globalThis.matchMedia(NARROW);
  narrow.addEventListener("change", tell);

  function shared(state) {
    return Object.fromEntries(SHARED.map((name) => [name, state[name]]));
  }

  /** Build the right side once; afterwards it is only added and removed. */
  function make() {
    const { topology } = leftLayers.areas;
    const state = clock.get();
    const other = createClock({ ...state, moment: state.compare, playing: false, dragging: false, compare: null });
    // its own events, because what is seen is kept for one clock
    const rightContext = { ...context, clock: other, events: createEvents(context.data.events), side: right, topology, select: (index) => choose(other, index) };
    const layers = createDayLayers(rightContext);
    layers.setScale(scale);
    const changes = createChangeLayer({ ...context, topology, other });
    const divider = createDivider(map.getContainer(), (at) => {
      share = at;
      if (on && made) cut();
    }, () => context.sight.middle());
    const clip = createClip(map, {
      left: PANES.map((name) => ensurePane(map, name)),
      right: PANES.map((name) => ensurePane(map, name, right)),
    });
    globalThis.L.DomEvent.disableClickPropagation(divider.element);
    map.getContainer().append(divider.element);
    const slider = createSlider({ ...rightContext, bare: true });
    sliderBox.append(slider.element);
    other.subscribe((rightState, changed) => {
      if (changed.has("moment") && on) clock.set({ compare: rightState.moment });
      if (changed.has("moment") || changed.has("dragging")) tell();
    });
    return { other, layers, changes, divider, clip };
  }

  /** The cut follows the divider at once; names are placed anew, clear of it, when it rests. */
  function cut() {
    made.clip.at(share);
    clearTimeout(lettering);
    lettering = setTimeout(letter, LETTERING);
  }

  function letter() {
    leftLayers.letter();
    if (on) made.layers.letter();
  }

  function setScale(next) {
    scale = next;
    made?.layers.setScale(scale);
  }

  function choose(other, index) {
    if (index >= 0) other.set({ moment: dayFor(events, index, other.get()) });
    clock.set({ selected: index, playing: false });
  }

  function sees(index) {
    return on && isSeen(events, index, made.other.get());
  }

  function tell() {
    if (!on) return;
    const [one, two] = [clock.get(), made.other.get()];
    made.divider.label(...[one, two].map(({ moment }) => (narrow.matches ? shortDay : dayWords)(moment)));
    made.changes.show(one.moment, two.moment);
    panel.show(one, two, leftLayers.areas.topology);
  }

  function turn(state) {
    on = state.compare !== null;
    made ??= make();
    document.documentElement.classList.toggle("comparing", on);
    made.divider.element.hidden = sliderBox.hidden = !on;
    if (on) {
      made.other.set({ ...shared(state), moment: state.compare });
      made.layers.add();
      made.divider.stand();
    } else {
      made.layers.remove();
      made.changes.off();
      made.clip.off();
      panel.hide();
      letter();
    }
    globalThis.dispatchEvent(new Event("resize"));
    tell();
  }

  function attach(layers) {
    leftLayers = layers;
    if (clock.get().compare !== null) turn(clock.get());
    clock.subscribe((state, changed) => {
      if ((state.compare !== null) !== on) turn(state);
      else if (on) {
        if (changed.has("compare") || SHARED.some((name) => changed.has(name))) made.other.set({ ...shared(state), moment: state.compare });
        if (["moment", "compare", "range", "shown", "language"].some((name) => changed.has(name))) tell();
      }
    });
  }

  sliderBox.hidden = true;
  panel.onVeil((wanted) => made?.changes.want(wanted));
  return { left, attach, panel: panel.element, slider: sliderBox, sees, other: () => (on ? made.other.get() : null), setScale };
}
