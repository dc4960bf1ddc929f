// Comparison of two days on one map, left and right of a divider.

import { createChangeLayer } from "#timemap/compare/changelayer.js";
import { createClip } from "#timemap/compare/clip.js";
import { createComparePanel } from "#timemap/compare/comparepanel.js";
import { createDivider } from "#timemap/compare/divider.js";
import { dayFor, isSeen } from "#timemap/events/selection.js";
import { ensurePane } from "#timemap/map/canvaslayer.js";
import { createDayLayers } from "#timemap/map/daylayers.js";
import { createSlider } from "#timemap/slider/slider.js";
import { createStore } from "#timemap/state/store.js";
import { dayWords, shortDay } from "#timemap/time/dates.js";
import { element } from "#timemap/page/nodes.js";

/** @import {CanvasView, Context, MapState, Side, Store, Topology} from "#timemap/types.d.ts" */
/** @typedef {ReturnType<typeof createDayLayers>} DayLayers */
/** @typedef {Pick<Context, "data"|"store"|"events"|"map"|"announce"|"select"|"visibleArea">} CompareContext */

/** @type {("areas"|"evidence"|"signs")[]} */
const PANES = ["areas", "evidence", "signs"];
const NARROW = "(max-width: 760px)"; // there both days have room at the head of the divider in short words only
const LETTERING = 150; // milliseconds after the last move of the divider
/** What both days share. Each has its own moment and is dragged by itself. @type {(keyof MapState)[]} */
const SHARED = ["range", "mode", "window", "selected", "language", "shown", "hidden", "patterns", "singleKeys"];
/** @type {(keyof MapState)[]} */
const FOLLOWED = ["compare", ...SHARED];
/** @type {(keyof MapState)[]} */
const TOLD = ["moment", "compare", "range", "shown", "language"];

/**
 * Make the comparison.
 *
 * It comes into being when there first is a day to compare with.
 *
 * @param {CompareContext} context
 */
export function createCompare(context) {
  const { store, events } = context;
  const sliderBox = element("div", { class: "second-slider", hidden: true });
  const sides = createSides(context.map);
  const panel = createComparePanel(context, (by) => made?.divider.moveBy(by));
  const narrow = globalThis.matchMedia(NARROW);
  narrow.addEventListener("change", update);
  /** @type {RightSide|null} */
  let made = null;
  let scale = 1;

  /** Build the right side. Afterwards it is only added and removed. @param {DayLayers} layers */
  function make(layers) {
    const right = createRightSide(context, { sides, left: layers, told: update });
    right.layers.setScale(scale);
    sliderBox.append(right.slider);
    return right;
  }

  function update() {
    if (!sides.isOn() || !made) return;
    const [one, two] = [store.get(), made.other.get()];
    const words = narrow.matches ? shortDay : dayWords;
    made.divider.label(words(one.moment), words(two.moment));
    made.changes.show(one.moment, two.moment);
    panel.show(one, two, made.topology);
  }

  /** Begin or end the comparison. @type {(layers: DayLayers, state: MapState) => void} */
  function turn(layers, state) {
    const isOn = state.compare !== null;
    sides.turn(isOn);
    made ??= make(layers);
    document.documentElement.classList.toggle("comparing", isOn);
    sliderBox.hidden = !isOn;
    if (isOn) made.enter(state);
    else {
      made.leave();
      panel.hide();
    }
    globalThis.dispatchEvent(new Event("resize"));
    update();
  }

  /** Begin with the layers of the left side. @param {DayLayers} layers */
  function attach(layers) {
    if (store.get().compare !== null) turn(layers, store.get());
    store.subscribe((state, changed) => {
      /** @param {(keyof MapState)[]} names */
      const has = (names) => names.some((name) => changed.has(name));
      if ((state.compare !== null) !== sides.isOn()) turn(layers, state);
      else {
        if (has(FOLLOWED)) made?.follow(state);
        if (has(TOLD)) update();
      }
    });
  }

  panel.onVeil((wanted) => made?.changes.want(wanted));
  const other = () => (made && sides.isOn() ? made.other.get() : null);
  return {
    left: sides.left, attach, panel: panel.element, slider: sliderBox, other,
    /** Whether an event is seen on the right side. @param {number} index */
    sees: (index) => isSeenIn(events, index, other()),
    /** Make names and signs of the right side larger. @param {number} next */
    setScale(next) {
      scale = next;
      made?.layers.setScale(scale);
    },
  };
}

/**
 * Make the two sides of the window. They are one until the comparison is on.
 *
 * @param {L.Map} map
 */
function createSides(map) {
  let share = 0.5;
  let on = false;
  /** @param {L.LatLng} latlng */
  const isLeft = (latlng) => map.latLngToContainerPoint(latlng).x < map.getSize().x * share;
  /** @param {CanvasView} view */
  const dividerIn = ({ seen: [from, , to] }) => from + (to - from) * share;

  /** @type {Readonly<Side>} */
  const left = Object.freeze({
    suffix: "",
    owns: (latlng) => !on || isLeft(latlng),
    across: (view) => [-Infinity, on ? dividerIn(view) : Infinity],
  });
  /** @type {Readonly<Side>} */
  const right = Object.freeze({
    suffix: "-right",
    owns: (latlng) => on && !isLeft(latlng),
    across: (view) => [dividerIn(view), Infinity],
  });
  return {
    left, right,
    isOn: () => on,
    /** @param {number} next share of the window left of the divider */
    divide: (next) => void (share = next),
    /** @param {boolean} next */
    turn: (next) => void (on = next),
  };
}

/** @typedef {ReturnType<typeof createRightSide>} RightSide */

/**
 * Make the right side with a store, layers and a slider of its own.
 *
 * @param {CompareContext} context
 * @param {object} parts
 * @param {ReturnType<typeof createSides>} parts.sides
 * @param {DayLayers} parts.left layers of the left side
 * @param {() => void} parts.told called when the day is another
 */
function createRightSide(context, { sides, left, told }) {
  const { store, map, visibleArea } = context;
  const { topology } = left.areas;
  const own = ownContext(context, sides.right, topology);
  const other = own.store;
  const layers = createDayLayers(own);
  const changes = createChangeLayer({ data: context.data, map, topology });
  const divider = createDivider(map.getContainer(), moved, () => visibleArea.middle());
  const clip = createClip(map, {
    left: PANES.map((name) => ensurePane(map, name)),
    right: PANES.map((name) => ensurePane(map, name, sides.right)),
  });
  globalThis.L.DomEvent.disableClickPropagation(divider.element);
  map.getContainer().append(divider.element);
  for (const day of divider.days) visibleArea.watch(day); // names keep clear of it
  const slider = createSlider({ ...own, bare: true });
  let lettering = 0;

  /** The cut follows the divider at once, the names when it rests. @param {number} share */
  function moved(share) {
    sides.divide(share);
    if (!sides.isOn()) return;
    clip.at(share);
    globalThis.clearTimeout(lettering);
    lettering = globalThis.setTimeout(letter, LETTERING);
  }

  /** Place the names anew, clear of the divider. */
  function letter() {
    left.letter();
    if (sides.isOn()) layers.letter();
  }

  /** @param {MapState} next */
  function follow(next) {
    if (next.compare !== null) other.set({ ...sharedOf(next), moment: next.compare });
  }

  other.subscribe((next, changed) => {
    if (changed.has("moment") && store.get().compare !== null) store.set({ compare: next.moment });
    if (changed.has("moment") || changed.has("dragging")) told();
  });

  return {
    other, layers, changes, divider, follow, topology, slider: slider.element,
    /** @param {MapState} next */
    enter(next) {
      divider.element.hidden = false;
      follow(next);
      layers.add();
      divider.stand();
    },
    leave() {
      divider.element.hidden = true;
      layers.remove();
      changes.off();
      clip.off();
      letter();
    },
  };
}

/**
 * Return what the parts of the right side get.
 *
 * Its events are its own, because what is seen is kept for one store.
 *
 * @param {CompareContext} context
 * @param {Side} side
 * @param {Topology} topology
 */
function ownContext(context, side, topology) {
  const { store, events } = context;
  const state = store.get();
  const own = { ...state, moment: state.compare ?? state.moment, playing: false, dragging: false, compare: null };
  const other = createStore(own);
  /** @param {number} index */
  const select = (index) => {
    if (index >= 0) other.set({ moment: dayFor(events, index, other.get()) });
    store.set({ selected: index, playing: false });
  };
  return { ...context, store: other, events: events.again(), side, topology, select };
}

/** @type {(events: Context["events"], index: number, state: MapState|null) => boolean} */
function isSeenIn(events, index, state) {
  return state !== null && isSeen(events, index, state);
}

/** @param {MapState} state @returns {Partial<MapState>} */
function sharedOf(state) {
  return Object.fromEntries(SHARED.map((name) => [name, state[name]]));
}
