// Layer of the events. A click or tap finds every one of them, also where many share a spot.
import { createChooser } from "#timemap/events/chooser.js";
import { countWords, whenWords } from "#timemap/events/eventwords.js";
import { createOffscreenIndicators, createWayToChosen } from "#timemap/events/offscreenindicators.js";
import { createEventFocus } from "#timemap/events/eventfocus.js";
import { CELL, groupsOf } from "#timemap/events/eventgroups.js";
import { equal, ofDay } from "#timemap/events/events.js";
import { createEventMarks, CROWDED } from "#timemap/events/eventmarks.js";
import { symbolPlaces } from "#timemap/events/symbolplaces.js";
import { markWords } from "#timemap/own/ownwords.js";
import { hoverOf } from "#timemap/map/hover.js";
import { WHOLE } from "#timemap/map/side.js";

/** @import {CanvasView, Context, Draw, Events, MapState, Point, Side} from "#timemap/types.d.ts" */
/** @import {Crowd, Group} from "#timemap/events/eventgroups.js" */
/** @import {Kept} from "#timemap/labels/labels.js" */
/** @import {Told} from "#timemap/map/hover.js" */

const FINGER = 22; // pixels round a tap
const POINTER = 12; // pixels round the mouse
const AS_NEAR = 5; // pixels more than the nearest still count as the same spot
/** @type {(keyof MapState)[]} */
const DECIDING = ["moment", "mode", "window", "range", "shown", "selected", "marked", "hidden"];
const NONE = new Int32Array(0);

/**
 * @typedef {Pick<Context, "data"|"store"|"events"|"map"|"announce"|"select"|"visibleArea"|"signs">} EventContext
 * @typedef {{kept: (view: CanvasView) => Kept, side?: Side}} EventLayerOptions `kept` is what symbols do not cover
 * @typedef {L.LeafletMouseEvent & {taken?: boolean}} MapClick `taken` means that it is not about the ground below
 * @typedef {{events: string[], symbol: number[], spot: number[]}} DrawnSymbol in pixels of the map's window
 */

/**
 * What decides how the events are drawn.
 *
 * @typedef {{visible: Int32Array, own: Int32Array|null, selected: number, mode: string, marked: Uint8Array|null}} Drawn
 */

/**
 * Make the layer of the events.
 *
 * @param {EventContext & EventLayerOptions} context
 */
export function createEventLayer(context) {
  const { store, events, map, select: choose, signs, kept, side = WHOLE } = context;
  const places = groupsOf(events);
  const marks = createEventMarks(context);
  const chooser = createChooser({ ...context, choose });
  const edges = createEdges(context, side, chooser.open);
  const layer = signs.layer("events", draw);
  const focus = createEventFocus(context, () => visibleIn(events, store.get()), () => layer.redraw());
  /** @type {Crowd} */
  let crowd = { groups: [], cells: null, inView: 0 };
  /** @type {Drawn|null} */
  let drawn = null;

  /** @type {Draw} */
  function draw(ctx, view, box) {
    const state = store.get();
    drawn = wanted(events, state);
    const { visible, own } = drawn;
    crowd = places.crowd(visible, view, state.selected, own, state.mode !== "day");
    if (crowd.groups.length <= CROWDED) crowd.groups = symbolPlaces(crowd.groups, kept(view), marks.scale());
    if (crowd.cells) marks.cells(ctx, view, crowd.cells, box);
    else marks.groups(ctx, view, crowd.groups, { ...state, own, focused: focus.focused() }, box);
    edges.update(visible, view, state.selected);
  }

  store.subscribe((state, changed) => {
    if (!DECIDING.some((key) => changed.has(key))) return;
    const next = wanted(events, state);
    if (drawn && isSame(next, drawn) && state.mode !== "until") return; // only "until" fades from day to day
    const view = layer.view();
    if (view) edges.count(next.visible, view); // what writes in the page comes before what measures it
    layer.redraw();
  });

  /** Find what cannot be told apart at a point. @type {(latlng: L.LatLng, radius: number) => number[]} */
  function under(latlng, radius) {
    const view = layer.view();
    if (!view || !drawn || !side.owns(latlng)) return [];
    const [x, y] = view.project(latlng.lng, latlng.lat);
    return crowd.cells ? places.inCell(drawn.visible, view, x, y) : membersNear(crowd.groups, { x, y }, radius);
  }

  listenTo(map, { side, under, choose, open: chooser.open });
  hoverOf(map).add((latlng) => toldOf(context, under(latlng, POINTER)));

  return {
    layer,
    /** @param {number} scale */
    setScale(scale) {
      marks.setScale(scale);
      layer.redraw();
    },
    /** Where the symbols stand and what for. */
    drawnAt: () => drawnSymbols(events, crowd.groups, layer.view()),
    /** How many events are counted where, in pixels of the map's window. */
    countedAt: () => drawnCounts(crowd.cells, layer.view()),
    focusNext: () => focus.move(1),
    focusPrev: () => focus.move(-1),
    /** Choose the event that is highlighted; returns whether there is one. */
    chooseFocused() {
      const isAny = focus.focused() >= 0;
      if (isAny) choose(focus.focused());
      return isAny;
    },
  };
}

/**
 * Make the arrows at the edges. They are about the whole window: one side speaks for both.
 *
 * @param {EventContext} context
 * @param {Side} side
 * @param {(indices: number[], point: Point, title: string) => void} open
 */
function createEdges(context, side, open) {
  const offscreenIndicators = side.suffix === "" ? createOffscreenIndicators({ ...context, open }) : null;
  const way = side.suffix === "" ? createWayToChosen(context) : null;
  /** @type {(visible: Int32Array, view: CanvasView) => void} */
  const count = (visible, view) => offscreenIndicators?.update(visible, view.bounds);
  return {
    count,
    /** @type {(visible: Int32Array, view: CanvasView, selected: number) => void} */
    update(visible, view, selected) {
      count(visible, view);
      way?.update(selected, view);
    },
  };
}

/**
 * Listen to clicks and moves of the pointer over events.
 *
 * @param {L.Map} map
 * @param {object} parts
 * @param {Side} parts.side
 * @param {(latlng: L.LatLng, radius: number) => number[]} parts.under
 * @param {(index: number) => void} parts.choose
 * @param {(indices: number[], point: Point) => void} parts.open
 */
function listenTo(map, { side, under, choose, open }) {
  map.on("click", (/** @type {MapClick} */ event) => {
    const { originalEvent } = event;
    const isTouch = originalEvent instanceof PointerEvent && originalEvent.pointerType === "touch";
    const found = under(event.latlng, isTouch || globalThis.matchMedia("(pointer: coarse)").matches ? FINGER : POINTER);
    if (found.length === 0) return;
    event.taken = true;
    if (found.length === 1) choose(found[0]);
    else open(found, event.containerPoint);
  });
  map.on("mousemove", ({ latlng }) => {
    if (side.owns(latlng)) map.getContainer().classList.toggle("over-event", under(latlng, POINTER).length > 0);
  });
}

/** @type {(events: Events, state: MapState) => Int32Array} */
function visibleIn(events, state) {
  return state.hidden.includes("events") ? NONE : events.visible(state);
}

/** @type {(events: Events, state: MapState) => Drawn} */
function wanted(events, state) {
  const visible = visibleIn(events, state);
  const { selected, mode, marked } = state;
  return { visible, own: ofDay(events, visible, state), selected, mode, marked };
}

/** @type {(one: Drawn, other: Drawn) => boolean} */
function isSame(one, other) {
  const isOwn = one.own === other.own || (one.own !== null && other.own !== null && equal(one.own, other.own));
  return isOwn && one.visible === other.visible && one.selected === other.selected
    && one.mode === other.mode && one.marked === other.marked;
}

/**
 * Return the members of the groups near a point, by their symbol or spot.
 *
 * @param {Group[]} groups
 * @param {Point} point
 * @param {number} radius
 * @returns {number[]} those of the nearest group, and of others as near
 */
function membersNear(groups, { x, y }, radius) {
  const near = groups.map((group) => {
    const [left, top] = group.at ?? [group.x, group.y];
    const distance = Math.min(Math.hypot(group.x - x, group.y - y), Math.hypot(left - x, top - y));
    return { distance, members: group.members };
  }).filter(({ distance }) => distance <= radius);
  const nearest = Math.min(...near.map(({ distance }) => distance));
  return near.filter(({ distance }) => distance <= nearest + AS_NEAR)
    .flatMap(({ members }) => members).sort((one, other) => one - other);
}

/** @type {(context: Pick<Context, "data"|"events">, found: number[]) => Told|null} */
function toldOf({ data, events }, found) {
  if (found.length === 0) return null;
  const [first] = found;
  const mark = markWords(data, events, first);
  const note = mark ? `${whenWords(events, first)} \u00b7 ${mark}` : whenWords(events, first);
  if (found.length === 1) return { title: events.title.at(first), note };
  return { title: `${countWords(found.length)} here`, note: "Click to see the list" };
}

/** @type {(cells: Crowd["cells"], view: CanvasView|null) => {count: number, at: number[]}[]} */
function drawnCounts(cells, view) {
  if (cells === null || view === null) return [];
  const [left, top] = [cells.left - view.seen[0] + CELL / 2, cells.top - view.seen[1] + CELL / 2];
  return Array.from(cells.counts, (count, cell) => ({
    count, at: [left + (cell % cells.columns) * CELL, top + Math.floor(cell / cells.columns) * CELL],
  })).filter(({ count }) => count > 0);
}

/** @type {(events: Events, groups: Group[], view: CanvasView|null) => DrawnSymbol[]} */
function drawnSymbols(events, groups, view) {
  const [left, top] = view?.seen ?? [0, 0];
  return groups.map(({ x, y, at = [x, y], members }) => ({
    events: members.map((index) => events.id.at(index)), symbol: [x - left, y - top], spot: [at[0] - left, at[1] - top],
  }));
}
