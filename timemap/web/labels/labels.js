// Names on the map and callouts, a few words on what the day is about: never one over another, in the chosen language, Kobane before all.

import { drawPointer, drawRing, pointerTo, RING } from "#timemap/map/focus.js";
import { latOf, lonOf } from "#timemap/map/geometry.js";
import { hoverOf } from "#timemap/map/hover.js";
import { createCandidates } from "#timemap/labels/labelcandidates.js";
import { letter } from "#timemap/labels/lettering.js";
import { nameIn, otherNames } from "#timemap/labels/names.js";
import { watchPalette } from "#timemap/map/palette.js";
import { createIndex, grow, placeLabels, rootOf } from "#timemap/labels/placelabels.js";
import { WHOLE } from "#timemap/map/side.js";

const NAMED = new Set(["city", "town", "village", "zone", "focus", "callout"]);
const INSIDE = 2; // pixels between words and the frame of the window
const DOTS = Object.freeze({ city: 3, town: 2.3, village: 1.7 });

/**
 * Make the layer of names.
 *
 * @param {{data: any, clock: any, map: L.Map, sight: import("#timemap/map/sight.js").Sight, signs: {layer: Function}, paintFocus: (ctx: CanvasRenderingContext2D, view: import("#timemap/map/view.js").View, scale: number) => void, landAt: (lon: number, lat: number) => Float64Array[], side?: import("#timemap/map/side.js").Side}} context
 * @returns {{layer: L.Layer, setZones: (zones: import("#timemap/labels/zonelabels.js").Zone[]) => void, setQuarters: (quarters: {name: string, lon: number, lat: number}[]) => void, setScale: (scale: number) => void, place: () => void, kept: (view: import("#timemap/map/view.js").View) => {marks: import("#timemap/map/geometry.js").Box[], names: import("#timemap/map/geometry.js").Box[], border: Float64Array[]}}} `place` places all names anew
 */
export function createLabels({ data, clock, map, sight, signs, paintFocus, landAt, side = WHOLE }) {
  const candidates = createCandidates(data);
  let zones = [];
  let quarters = [];
  let callouts = [];
  const lands = new Map(); // round the places of callouts, by callout; some last for days, in which their land hardly changes
  let scale = 1;
  let placed = [];
  let stale = true;
  let kept = { key: "", list: [], obstacles: createIndex(), towns: createIndex(), border: [] }; // until the view or the language changes

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
  map.on("click", (event) => {
    event.about ??= side.owns(event.latlng) ? placeUnder(event.latlng) : null; // what is asked is about the place, not the land below its name
  });

  /** What the day is about, in a few words; names are placed anew when it changes. */
  function callOut() {
    const next = calloutsOn(data, clock.get());
    if (next.length === callouts.length && next.every((one, at) => one === callouts[at])) return;
    callouts = next;
    place();
  }

  function withLand(callout) {
    if (!lands.has(callout)) lands.set(callout, landAt(callout.lon, callout.lat));
    return { ...callout, land: lands.get(callout) };
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
    const over = covered(view);
    const moving = candidates.moving({ ...asked, key, zones, quarters, callouts: callouts.map(withLand), towns: kept.towns, covered: over });
    placed = placeLabels(uncut(view.seen, between(side.across(view), [...kept.list, ...moving])), kept.obstacles, over);
    return write(ctx, view, colours);
  }

  function keep(key, { list, obstacles, border }) {
    return { key, list, border, obstacles: createIndex(obstacles), towns: createIndex(list.flatMap(({ kind, mark }) => (mark && kind in DOTS && kind !== "village" ? [mark] : []))) };
  }

  function write(ctx, view, colours) {
    for (const { candidate } of placed) drawDot(ctx, candidate, colours);
    for (const { candidate, spot } of placed) if (spot.foot) drawLine(ctx, candidate.kind, spot, colours);
    for (const { candidate, spot } of placed) if (candidate.kind === "callout") drawPlate(ctx, spot, colours);
    for (let at = placed.length - 1; at >= 0; at -= 1) letter(ctx, wordsOf(placed[at]), placed[at].spot, colours);
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

  /** The line from words to what they are about; in a zone it ends in a dot. */
  function drawLine(ctx, kind, spot, colours) {
    const [fromX, fromY] = rootOf(spot);
    const [x, y] = spot.foot;
    const left = Math.min(1, (spot.short ?? 0) / Math.max(1, Math.hypot(x - fromX, y - fromY)));
    const end = [x + (fromX - x) * left, y + (fromY - y) * left];
    for (const [colour, more] of [[colours.halo, 2], [colours[kind === "zone" ? "zoneLabel" : "label"], 0]]) {
      ctx.beginPath();
      ctx.moveTo(fromX, fromY);
      ctx.lineTo(...end);
      ctx.strokeStyle = colour;
      ctx.lineWidth = 1.4 * scale + more;
      ctx.stroke();
      if (kind !== "zone") continue;
      ctx.beginPath();
      ctx.arc(x, y, 2.6 * scale + more / 2, 0, Math.PI * 2);
      ctx.fillStyle = colour;
      ctx.fill();
    }
  }

  /** The ground of a callout. */
  function drawPlate(ctx, { box: [left, top, right, bottom] }, colours) {
    ctx.beginPath();
    ctx.roundRect(left, top, right - left, bottom - top, 4 * scale);
    ctx.fillStyle = colours.plate;
    ctx.fill();
    ctx.strokeStyle = colours.label;
    ctx.lineWidth = scale;
    ctx.stroke();
  }

  function drawFocus(ctx, view, colours) {
    if (!data.focus) return;
    const [x, y] = view.project(data.focus.lon, data.focus.lat);
    paintFocus(ctx, view, scale);
    drawRing(ctx, x, y, scale, colours);
    const pointer = pointerTo(x, y, view.seen);
    if (pointer !== null) drawPointer(ctx, pointer, scale, colours);
  }

  /** What is named under a point, by its words or its mark; undefined for nothing. */
  function namedUnder({ lng, lat }) {
    const view = layer.view();
    if (view === null) return undefined;
    const [x, y] = view.project(lng, lat);
    const within = ([left, top, right, bottom]) => x >= left && x <= right && y >= top && y <= bottom;
    return placed.find(({ candidate, spot }) => (candidate.names || candidate.title) && (within(spot.box) || (candidate.mark && within(candidate.mark))));
  }

  /** Where the place lies that is named under a point; null for none. */
  function placeUnder(latlng) {
    const mark = namedUnder(latlng)?.candidate.mark;
    if (!mark) return null;
    const { originX, originY, scale: world } = layer.view();
    const [x, y] = [(mark[0] + mark[2]) / 2, (mark[1] + mark[3]) / 2];
    return { lng: lonOf((x + originX) / world), lat: latOf((y + originY) / world) };
  }

  function tell(latlng) {
    const hit = namedUnder(latlng);
    if (hit === undefined) return null;
    if (hit.candidate.title) return { title: hit.candidate.title };
    const { language } = clock.get();
    const names = otherNames(hit.candidate.names, language);
    return names.length === 0 ? null : { title: nameIn(hit.candidate.names, language), names };
  }

  return {
    layer,
    setZones(next) {
      if (next.length === zones.length && next.every(({ id, mark }, at) => id === zones[at].id && mark === zones[at].mark)) return;
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
    /** What is written where, in pixels of the map's window. */
    written() {
      const [left, top] = layer.view()?.seen ?? [0, 0];
      const moved = (pixels) => pixels.map((pixel, at) => pixel - (at % 2 === 0 ? left : top));
      return placed.map(({ candidate, spot }) => ({ id: candidate.id, kind: candidate.kind, text: wordsOf({ candidate, spot }).lines.join(" "), box: moved(spot.box), foot: spot.foot ? moved(spot.foot) : null, mark: candidate.mark ? moved(candidate.mark) : null }));
    },
    /** What symbols are not to cover: the marks of towns, the focus, and the names of towns and zones; and the border that they do not cross, in pixels of the canvas. */
    kept(view) {
      const named = placed.filter(({ candidate }) => NAMED.has(candidate.kind));
      const marks = named.filter(({ candidate: { kind, mark } }) => mark && kind in DOTS).map(({ candidate }) => candidate.mark);
      const [x, y] = data.focus ? view.project(data.focus.lon, data.focus.lat) : [];
      if (data.focus) marks.push(grow([x, y, x, y], (RING + 1) * scale));
      return { marks, names: named.map(({ spot }) => spot.box), border: kept.border };
    },
  };
}

/** A spot may have the words broken in its own way. */
function wordsOf({ candidate, spot }) {
  return spot.words ?? candidate.words;
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

/** Return the candidates with those of their spots that the frame of the window cuts neither off nor from their dots; what must always stand keeps them all. */
function uncut([left, top, right, bottom], candidates) {
  const isCut = (box) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top
    && (box[0] < left + INSIDE || box[1] < top + INSIDE || box[2] > right - INSIDE || box[3] > bottom - INSIDE);
  return candidates.flatMap((candidate) => {
    const spots = candidate.spots.filter(({ box }) => !isCut(candidate.mark ? around(box, candidate.mark) : box));
    if (spots.length > 0) return [{ ...candidate, spots }];
    return candidate.always ? [candidate] : [];
  });
}

function around(one, other) {
  return [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])];
}
