// Layer of names on the map and of callouts. None stands over another, and the focus comes before all.

import { drawPointer, drawRing, pointerTo, RING } from "#timemap/map/focus.js";
import { latOf, lonOf } from "#timemap/map/geometry.js";
import { hoverOf } from "#timemap/map/hover.js";
import { createBorderMarks } from "#timemap/labels/bordermarks.js";
import { createCandidates } from "#timemap/labels/labelcandidates.js";
import { DOTS, paintLabels, wordsOf } from "#timemap/labels/labelpainter.js";
import { between, beyond, uncut } from "#timemap/labels/labelspots.js";
import { nameIn, otherNames } from "#timemap/labels/names.js";
import { watchPalette } from "#timemap/map/palette.js";
import { createUnsaid } from "#timemap/labels/unsaid.js";
import { createIndex, grow, placeLabels, placeNeeded } from "#timemap/labels/labelplacement.js";
import { WHOLE } from "#timemap/map/side.js";

/** @import {Box, Callout, CanvasView, Context, MapData, MapState, Side, VisibleArea} from "#timemap/types.d.ts" */
/** @import {Asked, QuarterName} from "#timemap/labels/labelcandidates.js" */
/** @import {CalloutOnLand} from "#timemap/labels/calloutlabels.js" */
/** @import {PlacedLabel} from "#timemap/labels/labelpainter.js" */
/** @import {OtherLand, Zone} from "#timemap/labels/zonelabels.js" */
/** @import {Palette} from "#timemap/map/palette.js" */
/** @import {Told} from "#timemap/map/hover.js" */

/** @type {OtherLand} */
const NO_LAND = Object.freeze({ mark: "", rings: () => [] });
const NAMED = new Set(["city", "town", "village", "zone", "focus", "callout"]);

/**
 * @typedef {object} LabelOptions
 * @property {(ctx: CanvasRenderingContext2D, view: CanvasView, scale: number) => void} paintFocus
 * @property {(lon: number, lat: number) => Float64Array[]} landAt land that is held as a point is
 * @property {Side} [side]
 * @property {(texts: string[]) => void} [onUnsaid] gets the callouts for which the map has no room
 *
 * @typedef {{zones: Zone[], others: OtherLand, quarters: readonly QuarterName[], callouts: CalloutOnLand[]}} Shown
 * @typedef {Shown & {state: MapState}} OfDay
 * @typedef {L.LeafletMouseEvent & {about?: L.LatLngLiteral|null}} MapClick `about` is the place whose name was clicked
 * @typedef {{id: string, kind: string, text: string, box: number[], foot: number[]|null, mark: number[]|null}} Written
 */

/**
 * What symbols do not cover, and the border, in pixels of the canvas.
 *
 * @typedef {{marks: Box[], names: Box[], border: Float64Array[]}} Kept
 */

/**
 * Make the layer of names.
 *
 * @param {Pick<Context, "data"|"store"|"map"|"visibleArea"|"signs"> & LabelOptions} context
 */
export function createLabels({ data, store, map, visibleArea, signs, paintFocus, landAt, side = WHOLE, onUnsaid }) {
  const placement = createPlacement(data, visibleArea, side, onUnsaid);
  const calledOut = createCalledOut(data, landAt);
  /** @type {[Zone[], OtherLand]} */
  let [zones, others] = [[], NO_LAND];
  /** @type {readonly QuarterName[]} */
  let quarters = [];
  let [scale, stale] = [1, true];

  const layer = signs.layer("labels", draw);
  const theme = watchPalette(map.getContainer(), place);
  layer.addTo(map);
  calledOut.update(store.get());
  place();
  store.subscribe((state, changed) => {
    const isLater = changed.has("moment") || changed.has("hidden");
    if ((isLater && (calledOut.update(state) || placement.isOther(state))) || changed.has("language")) place();
  });
  visibleArea.onChange(place);
  /** @param {L.LatLngLiteral} latlng */
  const namedAt = (latlng) => namedUnder(placement.placed(), layer.view(), latlng);
  hoverOf(map).add((latlng) => (side.owns(latlng) ? toldOf(namedAt(latlng), store.get().language) : null));
  map.on("click", (/** @type {MapClick} */ event) => {
    // What is asked is about the place, not the land below its name.
    event.about ??= side.owns(event.latlng) ? placeOf(namedAt(event.latlng), layer.view()) : null;
  });

  /** Place the names anew with the next drawing. Else they are only drawn again where they stand. */
  function place() {
    stale = true;
    layer.redraw();
  }

  /** @type {import("#timemap/types.d.ts").Draw} */
  function draw(ctx, view) {
    const [colours, state] = [theme.current(), store.get()];
    const asked = { ctx, view, language: state.language, scale, family: colours.font };
    const ofDay = () => ({ zones, others, quarters, callouts: calledOut.onLand(), state });
    const placed = placement.update(asked, ofDay, stale);
    stale = false;
    paintLabels(ctx, placed, scale, colours);
    if (!data.focus) return;
    paintFocus(ctx, view, scale);
    drawFocus(ctx, view.project(data.focus.lon, data.focus.lat), view.seen, scale, colours);
  }

  return {
    layer, place,
    /** @type {(next: Zone[], land: OtherLand) => void} */
    setZones(next, land) {
      if (sameZones(next, zones) && (next.length === 0 || land.mark === others.mark)) return;
      [zones, others] = [next, land];
      place();
    },
    /** @param {readonly QuarterName[]} next */
    setQuarters(next) {
      if (next === quarters) return;
      quarters = next;
      place();
    },
    /** @param {number} factor */
    setScale(factor) {
      scale = factor;
      place();
    },
    /** What is written where, in pixels of the map's window. */
    written: () => writtenOf(placement.placed(), layer.view()),
    /** @param {CanvasView} view @returns {Kept} */
    kept(view) {
      const { marks, names } = boxesOf(placement.placed());
      const ring = data.focus ? [ringBox(view.project(data.focus.lon, data.focus.lat), scale)] : [];
      return { marks: [...marks, ...ring], names, border: placement.border() };
    },
  };
}

/**
 * Make what places the labels of one map.
 *
 * @param {MapData} data
 * @param {VisibleArea} visibleArea
 * @param {Side} side
 * @param {LabelOptions["onUnsaid"]} onUnsaid
 */
function createPlacement(data, visibleArea, side, onUnsaid = () => {}) {
  const unsaid = createUnsaid();
  const marks = createBorderMarks(data);
  const candidates = createCandidates(data);
  /** Until the view or the language changes. */
  let kept = keep("", { list: [], obstacles: [], border: [] });
  /** @type {PlacedLabel[]} */
  let placed = [];

  return {
    placed: () => placed,
    isOther: marks.isOther,
    border: () => kept.border,
    /**
     * Return where the labels stand. They are placed anew for another view or language, or where it is asked for.
     *
     * @param {Asked} asked
     * @param {() => OfDay} ofDay
     * @param {boolean} isStale
     */
    update(asked, ofDay, isStale) {
      const { view, language, scale, family } = asked;
      const key = [view.zoom, view.originX, view.originY, view.width, view.height, language, scale, family].join(" ");
      if (kept.key !== key) kept = keep(key, candidates.fixed(asked));
      else if (!isStale) return placed;
      const across = side.across(view);
      const over = visibleArea.covered().map((box) => moved(box, view.seen, 1));
      const covered = [...over, ...beyond(across, view.seen)]; // of a zone only what this side shows counts
      const now = ofDay();
      const moving = candidates.moving({ ...asked, key, ...now, towns: kept.towns, covered });
      const seen = uncut(view.seen, between(across, [...kept.list, ...moving]));
      const isHalf = across.some(Number.isFinite); // else the label of the day says what finds no room
      placed = (isHalf ? placeNeeded : placeLabels)(seen, kept.obstacles, over, marks.covering(now.state, view, scale));
      onUnsaid(unsaid(key, now.callouts, new Set(placed.map(({ candidate }) => candidate.id))));
      return placed;
    },
  };
}

/** @param {string} key @param {ReturnType<ReturnType<typeof createCandidates>["fixed"]>} fixed */
function keep(key, { list, obstacles, border }) {
  const towns = list.flatMap(({ kind, mark }) => (mark && kind in DOTS && kind !== "village" ? [mark] : []));
  return { key, list, border, obstacles: createIndex(obstacles), towns: createIndex(towns) };
}

/**
 * Make what knows the callouts of the day, with the land of each.
 *
 * Some last for days, in which their land hardly changes: it is kept.
 *
 * @param {Pick<MapData, "callouts">} data
 * @param {(lon: number, lat: number) => Float64Array[]} landAt
 */
function createCalledOut(data, landAt) {
  /** @type {Map<Callout, Float64Array[]>} */
  const lands = new Map();
  /** @type {Callout[]} */
  let callouts = [];

  return {
    /** Take those of a state; whether they are others. @param {Pick<MapState, "moment"|"hidden">} state */
    update(state) {
      const next = calloutsOn(data, state);
      const isSame = next.length === callouts.length && next.every((one, at) => one === callouts[at]);
      callouts = next;
      return !isSame;
    },
    onLand: () => callouts.map((callout) => {
      const land = lands.get(callout) ?? landAt(callout.lon, callout.lat);
      lands.set(callout, land);
      return { ...callout, land };
    }),
  };
}

/**
 * Return what is said on the map of a day.
 *
 * @param {{callouts?: Callout[]}} data of the document
 * @param {Pick<MapState, "moment"|"hidden">} state
 * @returns {Callout[]}
 */
export function calloutsOn({ callouts = [] }, { moment, hidden }) {
  return hidden.includes("callouts") ? [] : callouts.filter(({ start, end }) => start <= moment && moment < end);
}

/**
 * Draw the ring of the focus, or the arrow to it.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {[x: number, y: number]} at
 * @param {Box} seen
 * @param {number} scale
 * @param {Palette} colours
 */
function drawFocus(ctx, [x, y], seen, scale, colours) {
  drawRing(ctx, x, y, scale, colours);
  const pointer = pointerTo(x, y, seen);
  if (pointer !== null) drawPointer(ctx, pointer, scale, colours);
}

/** @type {(at: [x: number, y: number], scale: number) => Box} */
function ringBox([x, y], scale) {
  return grow([x, y, x, y], (RING + 1) * scale);
}

/** @type {(one: Zone[], other: Zone[]) => boolean} */
function sameZones(one, other) {
  return one.length === other.length && one.every(({ id, mark }, at) => id === other[at].id && mark === other[at].mark);
}

/**
 * Find what is named under a point, by its words or its mark.
 *
 * @param {PlacedLabel[]} placed
 * @param {CanvasView|null} view
 * @param {L.LatLngLiteral} latlng
 */
function namedUnder(placed, view, { lng, lat }) {
  if (view === null) return undefined;
  const [x, y] = view.project(lng, lat);
  /** @param {Box} box */
  const within = ([left, top, right, bottom]) => x >= left && x <= right && y >= top && y <= bottom;
  return placed.find(({ candidate: { names, title, mark }, spot }) =>
    (names || title) && (within(spot.box) || (mark && within(mark))));
}

/** @type {(label: PlacedLabel|undefined, view: CanvasView|null) => L.LatLngLiteral|null} */
function placeOf(label, view) {
  const mark = label?.candidate.mark;
  if (!mark || view === null) return null;
  const [x, y] = [(mark[0] + mark[2]) / 2, (mark[1] + mark[3]) / 2];
  return { lng: lonOf((x + view.originX) / view.scale), lat: latOf((y + view.originY) / view.scale) };
}

/** @type {(label: PlacedLabel|undefined, language: string) => Told|null} */
function toldOf(label, language) {
  if (label === undefined) return null;
  const { title, names } = label.candidate;
  if (title) return { title };
  const others = otherNames(names, language);
  return others.length === 0 ? null : { title: nameIn(names, language), names: others };
}

/** Move a box by the upper left corner of another. @type {(box: Box, seen: Box, sign: 1|-1) => Box} */
function moved([left, top, right, bottom], [x, y], sign) {
  return [left + sign * x, top + sign * y, right + sign * x, bottom + sign * y];
}

/** @type {(placed: PlacedLabel[], view: CanvasView|null) => Written[]} */
function writtenOf(placed, view) {
  const seen = view?.seen ?? /** @type {Box} */ ([0, 0, 0, 0]);
  return placed.map(({ candidate, spot }) => ({
    id: candidate.id, kind: candidate.kind, text: wordsOf({ candidate, spot }).lines.join(" "),
    box: moved(spot.box, seen, -1),
    foot: spot.foot ? [spot.foot[0] - seen[0], spot.foot[1] - seen[1]] : null,
    mark: candidate.mark ? moved(candidate.mark, seen, -1) : null,
  }));
}

/** Return the marks of towns, and the names of towns and zones. @param {PlacedLabel[]} placed */
function boxesOf(placed) {
  const named = placed.filter(({ candidate }) => NAMED.has(candidate.kind));
  const marks = named.flatMap(({ candidate: { kind, mark } }) => (mark && kind in DOTS ? [mark] : []));
  return { marks, names: named.map(({ spot }) => spot.box) };
}
