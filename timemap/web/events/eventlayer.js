// The events that are seen lie on one canvas; a click or tap finds every one of them, also where many share a spot.
import { createChooser } from "#timemap/events/chooser.js";
import { countWords, whenWords } from "#timemap/events/eventwords.js";
import { createElsewhere, createWayToChosen } from "#timemap/events/elsewhere.js";
import { groupsOf } from "#timemap/events/eventgroups.js";
import { equal, ofDay } from "#timemap/events/events.js";
import { createEventMarks, CROWDED } from "#timemap/events/eventmarks.js";
import { symbolPlaces } from "#timemap/events/symbolplaces.js";
import { hoverOf } from "#timemap/map/hover.js";
import { WHOLE } from "#timemap/map/side.js";

const FINGER = 22; // pixels round a tap
const POINTER = 12; // pixels round the mouse
const AS_NEAR = 5; // pixels more than the nearest still count as the same spot
const DECIDING = ["moment", "mode", "window", "range", "shown", "selected", "marked", "hidden"];
const NONE = new Int32Array(0);

/**
 * Make the layer of the events.
 *
 * @param {{data: object, clock: object, events: object, map: L.Map, say: (text: string) => void, select: (index: number) => void, signs: {layer: Function}, kept: (view: object) => {marks: number[][], names: number[][], border: ArrayLike<number>[]}, side?: import("#timemap/map/side.js").Side}} context
 * @returns {{layer: object, setScale: (scale: number) => void, drawnAt: () => {events: string[], symbol: [number, number], spot: [number, number]}[], focusNext: () => number, focusPrev: () => number, chooseFocused: () => void}}
 */
export function createEventLayer(context) {
  const { clock, events, map, say, select: choose, signs, kept, side = WHOLE } = context;
  const places = groupsOf(events);
  const marks = createEventMarks(context);
  const chooser = createChooser({ ...context, choose });
  // the arrows at the edges are about the whole window: one side speaks for both
  const elsewhere = side.suffix === "" ? createElsewhere({ ...context, open: chooser.open }) : { update() {} };
  const way = side.suffix === "" ? createWayToChosen(context) : { update() {} };
  const layer = signs.layer("events", draw);
  let crowd = { groups: [], cells: null, inView: 0 };
  let drawn = { visible: null, own: null, selected: -1, mode: "", marked: null };
  let focused = -1;

  function draw(ctx, view, box) {
    const state = clock.get();
    drawn = wanted(state);
    crowd = places.crowd(drawn.visible, view, state.selected, drawn.own, state.mode !== "day");
    if (crowd.groups.length <= CROWDED) crowd.groups = symbolPlaces(crowd.groups, kept(view), marks.scale());
    if (crowd.cells) marks.cells(ctx, view, crowd.cells, box);
    else marks.groups(ctx, view, crowd.groups, { ...state, own: drawn.own, focused }, box);
    elsewhere.update(drawn.visible, view.bounds);
    way.update(state.selected, view);
  }

  function visibleIn(state) {
    return state.hidden.includes("events") ? NONE : events.visible(state);
  }

  /** What decides how the events are drawn. */
  function wanted(state) {
    const visible = visibleIn(state);
    return { visible, own: ofDay(events, visible, state), selected: state.selected, mode: state.mode, marked: state.marked };
  }

  clock.subscribe((state, changed) => {
    if (!DECIDING.some((key) => changed.has(key))) return;
    const { own, ...rest } = wanted(state);
    const same = Object.keys(rest).every((key) => rest[key] === drawn[key]) && (own === drawn.own || (own !== null && drawn.own !== null && equal(own, drawn.own)));
    if (same && state.mode !== "until") return; // only "until" fades from day to day
    if (layer.view()) elsewhere.update(rest.visible, layer.view().bounds); // what writes in the page comes before what measures it
    layer.redraw();
  });

  /** Events under a point of the map, all that cannot be told apart there. */
  function under(latlng, radius) {
    const view = layer.view();
    if (!view || !side.owns(latlng)) return [];
    const [x, y] = view.project(latlng.lng, latlng.lat);
    if (crowd.cells) return places.inCell(drawn.visible, view, x, y);
    const near = [];
    for (const group of crowd.groups) {
      const distance = Math.min(...[[group.x, group.y], group.at ?? []].map(([left, top]) => Math.hypot(left - x, top - y)).filter(Number.isFinite)); // to the symbol or to its spot
      if (distance <= radius) near.push({ distance, members: group.members });
    }
    const nearest = Math.min(...near.map(({ distance }) => distance));
    return near.filter(({ distance }) => distance <= nearest + AS_NEAR).flatMap(({ members }) => members).sort((one, other) => one - other);
  }

  function onClick(event) {
    const touched = event.originalEvent?.pointerType === "touch" || globalThis.matchMedia?.("(pointer: coarse)").matches;
    const found = under(event.latlng, touched ? FINGER : POINTER);
    if (found.length === 0) return;
    event.taken = true; // it is not about the ground below
    if (found.length === 1) choose(found[0]);
    else chooser.open(found, event.containerPoint);
  }

  function onMove(event) {
    if (side.owns(event.latlng)) map.getContainer().classList.toggle("over-event", under(event.latlng, POINTER).length > 0);
  }

  function told(latlng) {
    const found = under(latlng, POINTER);
    if (found.length === 0) return null;
    const [first] = found;
    if (found.length === 1) return { title: events.title[first], note: whenWords(events, first) };
    return { title: `${countWords(found.length)} here`, note: "Click to choose one" };
  }

  function inView() {
    const bounds = map.getBounds();
    return Array.from(visibleIn(clock.get())).filter((index) => bounds.contains([events.lat[index], events.lon[index]]));
  }

  function focusBy(step) {
    const list = inView();
    if (list.length === 0) {
      say("No event in this part of the map");
      return (focused = -1);
    }
    const at = list.indexOf(focused < 0 ? clock.get().selected : focused);
    const to = at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length;
    focused = list[to];
    say(`${events.title[focused]}, ${whenWords(events, focused)}, ${to + 1} of ${list.length}`);
    layer.redraw();
    return focused;
  }

  function setScale(scale) {
    marks.setScale(scale);
    layer.redraw();
  }

  function clearFocus() {
    if (focused < 0) return;
    focused = -1;
    layer.redraw();
  }

  /** Where the symbols stand and what for, in pixels of the map's window. */
  function drawnAt() {
    const [left, top] = layer.view()?.seen ?? [0, 0];
    const moved = ([x, y]) => [x - left, y - top];
    return crowd.groups.map(({ x, y, at, members }) => ({ events: members.map((index) => events.id[index]), symbol: moved([x, y]), spot: moved(at ?? [x, y]) }));
  }

  hoverOf(map).add(told);
  map.on("click", onClick);
  map.on("mousemove", onMove);
  map.getContainer().addEventListener("blur", clearFocus);

  return { layer, setScale, drawnAt, focusNext: () => focusBy(1), focusPrev: () => focusBy(-1), chooseFocused: () => focused >= 0 && choose(focused) };
}
