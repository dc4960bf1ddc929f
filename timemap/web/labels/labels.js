// Names on the map and callouts, a few words on what the day is about: never one over another, in the chosen language, Kobane before all.

import { drawPointer, drawRing, pointerTo, RING } from "#timemap/map/focus.js";
import { hoverOf } from "#timemap/map/hover.js";
import { createCandidates, PAD } from "#timemap/labels/labelcandidates.js";
import { letter } from "#timemap/labels/lettering.js";
import { nameIn, otherNames } from "#timemap/labels/names.js";
import { watchPalette } from "#timemap/map/palette.js";
import { createIndex, grow, placeLabels } from "#timemap/labels/placelabels.js";
import { WHOLE } from "#timemap/map/side.js";

const NAMED = new Set(["city", "town", "village", "zone", "focus", "callout"]);
const DOTS = Object.freeze({ city: 3, town: 2.3, village: 1.7 });

/**
 * Make the layer of names.
 *
 * @param {{data: any, clock: any, map: L.Map, sight: import("#timemap/map/sight.js").Sight, signs: {layer: Function}, side?: import("#timemap/map/side.js").Side}} context
 * @returns {{layer: L.Layer, setZones: (zones: {name: string, lon: number, lat: number}[]) => void, setQuarters: (quarters: {name: string, lon: number, lat: number}[]) => void, setScale: (scale: number) => void, place: () => void, kept: (view: import("#timemap/map/view.js").View) => {marks: import("#timemap/map/geometry.js").Box[], names: import("#timemap/map/geometry.js").Box[]}}} `place` places all names anew
 */
export function createLabels({ data, clock, map, sight, signs, side = WHOLE }) {
  const candidates = createCandidates(data);
  let zones = [];
  let quarters = [];
  let callouts = [];
  let scale = 1;
  let placed = [];
  let stale = true;
  let kept = { key: "", list: [], obstacles: createIndex() }; // until the view or the language changes

  const layer = signs.layer("labels", draw);
  const theme = watchPalette(map.getContainer(), place);
  layer.addTo(map);
  callOut();
  clock.subscribe((_, changed) => {
    if (changed.has("language")) place();
    if (changed.has("moment") || changed.has("hidden")) callOut();
  });
  sight.onChange(place);
  hoverOf(map).add((latlng) => (side.owns(latlng) ? tell(latlng) : null));

  /** What the day is about, in a few words; names are placed anew when it changes. */
  function callOut() {
    const next = calloutsOn(data, clock.get());
    if (next.length === callouts.length && next.every((one, at) => one === callouts[at])) return;
    callouts = next;
    place();
  }

  /** Place the names anew with the next drawing; otherwise they are only drawn again where they stand. */
  function place() {
    stale = true;
    layer.redraw();
  }

  function draw(ctx, view) {
    const colours = theme.current();
    const { language } = clock.get();
    const asked = { ctx, view, language, scale, family: colours.font };
    const key = [view.zoom, view.originX, view.originY, view.width, view.height, language, scale, colours.font].join(" ");
    if (kept.key !== key) kept = keep(key, candidates.fixed(asked));
    else if (!stale) return write(ctx, view, colours);
    stale = false;
    placed = placeLabels(between(side.across(view), [...kept.list, ...candidates.moving({ ...asked, zones, quarters, callouts })]), kept.obstacles, covered(view));
    return write(ctx, view, colours);
  }

  function keep(key, { list, obstacles }) {
    return { key, list, obstacles: createIndex(obstacles) };
  }

  function write(ctx, view, colours) {
    for (const { candidate } of placed) drawDot(ctx, candidate, colours);
    for (const { candidate, spot } of placed) if (candidate.kind === "callout") drawPlate(ctx, candidate, spot, colours);
    for (let at = placed.length - 1; at >= 0; at -= 1) letter(ctx, placed[at].candidate.words, placed[at].spot, colours);
    drawFocus(ctx, view, colours);
  }

  /** What lies over the map, in pixels of the canvas. */
  function covered({ seen: [left, top] }) {
    return sight.covered().map((box) => box.map((pixel, at) => pixel + (at % 2 === 0 ? left : top)));
  }

  function drawDot(ctx, { kind, x, y }, colours) {
    if (!(kind in DOTS)) return;
    ctx.beginPath();
    ctx.arc(x, y, DOTS[kind] * scale, 0, Math.PI * 2);
    ctx.fillStyle = colours.dot;
    ctx.strokeStyle = colours.halo;
    ctx.lineWidth = 2.5;
    ctx.stroke();
    ctx.fill();
  }

  /** The ground of a callout, with a line to its place. */
  function drawPlate(ctx, { x, y }, { box: [left, top, right, bottom] }, colours) {
    const [footX, footY] = [Math.min(Math.max(x, left + PAD), right - PAD), Math.min(Math.max(y, top), bottom)];
    const gap = (RING + 3) * scale / Math.max(1, Math.hypot(x - footX, y - footY));
    ctx.beginPath();
    ctx.moveTo(footX, footY);
    ctx.lineTo(x + (footX - x) * gap, y + (footY - y) * gap);
    ctx.strokeStyle = colours.label;
    ctx.lineWidth = 1.4 * scale;
    ctx.stroke();
    ctx.beginPath();
    ctx.roundRect(left, top, right - left, bottom - top, 4 * scale);
    ctx.fillStyle = colours.plate;
    ctx.fill();
    ctx.lineWidth = scale;
    ctx.stroke();
  }

  function drawFocus(ctx, view, colours) {
    if (!data.focus) return;
    const [x, y] = view.project(data.focus.lon, data.focus.lat);
    drawRing(ctx, x, y, scale, colours);
    const pointer = pointerTo(x, y, view.seen);
    if (pointer !== null) drawPointer(ctx, pointer, scale, colours);
  }

  function tell({ lng, lat }) {
    const view = layer.view();
    if (view === null) return null;
    const [x, y] = view.project(lng, lat);
    const within = ([left, top, right, bottom]) => x >= left && x <= right && y >= top && y <= bottom;
    const hit = placed.find(({ candidate, spot }) => candidate.names && (within(spot.box) || (candidate.mark && within(candidate.mark))));
    if (hit === undefined) return null;
    const { language } = clock.get();
    const names = otherNames(hit.candidate.names, language);
    return names.length === 0 ? null : { title: nameIn(hit.candidate.names, language), names };
  }

  return {
    layer,
    setZones(next) {
      if (JSON.stringify(next) === JSON.stringify(zones)) return;
      zones = next;
      place();
    },
    setQuarters(next) {
      if (next === quarters) return;
      quarters = next;
      place();
    },
    setScale(factor) {
      scale = factor;
      place();
    },
    place,
    /** What symbols are not to cover: the marks of towns, the focus, and the names of towns and zones, in pixels of the canvas. */
    kept(view) {
      const named = placed.filter(({ candidate }) => NAMED.has(candidate.kind));
      const marks = named.filter(({ candidate: { kind, mark } }) => mark && kind in DOTS).map(({ candidate }) => candidate.mark);
      const [x, y] = data.focus ? view.project(data.focus.lon, data.focus.lat) : [];
      if (data.focus) marks.push(grow([x, y, x, y], (RING + 1) * scale));
      return { marks, names: named.map(({ spot }) => spot.box) };
    },
  };
}

/**
 * Return what is said on the map of a day.
 *
 * @param {{callouts?: {start: number, end: number, text: string, lon: number, lat: number}[]}} data of the document
 * @param {{moment: number, hidden: string[]}} state
 * @returns {{text: string, lon: number, lat: number}[]}
 */
export function calloutsOn({ callouts = [] }, { moment, hidden }) {
  return hidden.includes("callouts") ? [] : callouts.filter(({ start, end }) => start <= moment && moment < end);
}

/** Return the candidates with those of their spots that lie whole between two pixels; what must always stand may reach over them. */
function between([from, to], candidates) {
  if (from === -Infinity && to === Infinity) return candidates;
  return candidates.flatMap((candidate) => {
    const spots = candidate.spots.filter(({ box }) => box[0] >= from && box[2] <= to);
    const here = spots.length > 0 || (candidate.always && candidate.x >= from && candidate.x <= to);
    return here ? [{ ...candidate, spots: spots.length > 0 ? spots : candidate.spots }] : [];
  });
}
