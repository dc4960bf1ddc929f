// Everything that could be named in a view, with the spots where its name could stand; the placing decides.

import { walk } from "#timemap/labels/alongline.js";
import { focusCandidates } from "#timemap/map/focuslabel.js";
import { inside, worldLines } from "#timemap/map/geometry.js";
import { labelPoints } from "#timemap/labels/labelpoints.js";
import { breakName, createMeasure } from "#timemap/labels/lettering.js";
import { createLineLabels } from "#timemap/labels/linelabels.js";
import { nameIn, shortName } from "#timemap/labels/names.js";
import { createIndex, grow, spotAt, spotsBeside } from "#timemap/labels/placelabels.js";
import { createRegionLabels } from "#timemap/labels/regionlabels.js";
import { countryAt } from "#timemap/border/sides.js";

const PRIORITY = Object.freeze({ zone: 1, city: 2, border: 3, country: 4, lake: 6, town: 5, callout: 5.5, division: 8, river: 9, village: 7 });
const GAPS = Object.freeze({ city: 4, town: 4, village: 3, division: 10, river: 6, lake: 3 });
const INSISTENT = new Set(["border", "river", "lake", "zone", "city", "callout"]);
const SHIFTS = Object.freeze([0, 1, -1, 1.8, -1.8]); // heights by which the name of a zone may move up or down
const AWAY = Object.freeze([30, 50, 75, 105, 140]); // pixels between a place and what is said of it, which gives way to the names of zones and towns
/** Pixels between the words of a callout and its rim. */
export const PAD = 6;
const GATES_FROM = 9; // zoom from which names keep clear of crossings and posts
const MARK = 9; // pixels from a place to its name: room for the symbol of an event
const STEP = 6; // pixels between the boxes that keep names clear of the border

/**
 * @typedef {{ctx: CanvasRenderingContext2D, view: import("#timemap/map/view.js").View, language: string, scale: number, family: string}} Asked
 * @typedef {{name: string, lon: number, lat: number}} ZoneName
 * @typedef {{text: string, lon: number, lat: number}} Callout
 */

/**
 * Make the finder of candidates: `fixed` ones depend on the view and the language only, `moving` ones, zones, quarters and callouts, on the moment too.
 *
 * @param {any} data of the document
 * @returns {{fixed: (asked: Asked) => {list: any[], obstacles: import("#timemap/map/geometry.js").Box[]}, moving: (asked: Asked & {zones: ZoneName[], quarters: ZoneName[], callouts: Callout[]}) => any[]}}
 */
export function createCandidates(data) {
  const points = labelPoints(data);
  const outlines = data.base.countries.map(({ rings }) => worldLines(rings));
  const regions = createRegionLabels(data.base, outlines);
  const alongLines = createLineLabels(data.base, outlines);
  const borders = data.base.border.flatMap((line) => worldLines(line));
  const countries = new Map(); // index of the country by id of the point
  const measure = createMeasure();

  function offer(kind, id, order, scale, rest) {
    return { id, kind, priority: PRIORITY[kind] + order / 100, gap: (GAPS[kind] ?? 2) * scale, insists: INSISTENT.has(kind), ...rest };
  }

  function fixed({ ctx, view, language, scale, family }) {
    const words = (kind, text) => measure(ctx, kind, [text].flat(), scale, family);
    const onBorder = alongBorder(view, scale);
    const border = createIndex();
    for (const box of onBorder) border.add(box);
    const { focus } = data;
    const list = focus ? focusCandidates(focus, view, words("focus", shortName(nameIn(focus.names, language))), scale) : [];
    for (const point of points) {
      if (point.from > view.zoom || !contains(view.box, point)) continue;
      const [x, y] = [point.x * view.scale - view.originX, point.y * view.scale - view.originY];
      const worded = words(point.kind, shortName(nameIn(point.names, language)));
      const mark = around(x, y, 3.5 * scale);
      const spots = onOwnSide(point, spotsRound(x, y, worded, scale), view, border.meets(grow(mark, worded.width)));
      list.push(offer(point.kind, point.id, point.order, scale, { words: worded, spots, names: point.names, x, y, mark }));
    }
    for (const { kind, id, text, order, spots, names } of [...regions(view, words, language), ...alongLines(view, words, language)]) {
      if (spots.length > 0) list.push(offer(kind, id, order, scale, { words: words(kind, text), spots, names }));
    }
    return { list, obstacles: [...gates(view, scale), ...onBorder] };
  }

  /** Beside the border names that stand on their place's own side of it come first. */
  function onOwnSide(point, spots, view, nearBorder) {
    if (!nearBorder) return spots;
    if (!countries.has(point.id)) countries.set(point.id, countryAt(outlines, point.x, point.y));
    const country = outlines[countries.get(point.id)];
    if (country === undefined) return spots;
    const own = ({ x, y }) => Number(inside(country, (x + view.originX) / view.scale, (y + view.originY) / view.scale));
    return spots.map((spot) => ({ spot, own: own(spot) })).sort((one, other) => other.own - one.own).map(({ spot }) => spot);
  }

  function gates(view, scale) {
    if (view.zoom < GATES_FROM) return [];
    return [...(data.crossings ?? []), ...(data.posts ?? [])].map(({ lon, lat }) => around(...view.project(lon, lat), 7 * scale));
  }

  function alongBorder(view, scale) {
    const runs = borders.flatMap((line) => walk(view.place(line), STEP, [0, 0, view.width, view.height]));
    return runs.flatMap(({ points: stops }) => {
      const boxes = [];
      for (let at = 0; at < stops.length; at += 2) boxes.push(around(stops[at], stops[at + 1], 3 * scale));
      return boxes;
    });
  }

  /** What some days are about stands away from its place, to which a line leads. */
  function calledOut({ ctx, view, scale, callouts, family }) {
    const [left, upper, right, lower] = view.seen;
    return callouts.map(({ text, lon, lat }) => {
      const [x, y] = view.project(lon, lat);
      const isSeen = x > left && y > upper && x < right && y < lower;
      const words = measure(ctx, "callout", breakName(text, 26), scale, family);
      const [width, height] = [words.width + 2 * PAD * scale, words.height + 2 * PAD * scale];
      const spots = AWAY.flatMap((gap) => spotsBeside(x, y, width, height, gap * scale, ["above", "right-above", "left-above", "right", "left", "right-below", "left-below", "below"]));
      const whole = spots.filter(({ box }) => isSeen && box[0] > left && box[1] > upper && box[2] < right && box[3] < lower);
      return offer("callout", `callout ${text}`, 0, scale, { words, spots: whole, x, y });
    });
  }

  function moving({ ctx, view, scale, zones, quarters, callouts, family }) {
    const named = quarters.map(({ name, lon, lat }) => {
      const [x, y] = view.project(lon, lat);
      const words = measure(ctx, "town", breakName(name), scale, family);
      return offer("town", `quarter ${name}`, 0, scale, { words, spots: spotsBeside(x, y, words.width, words.height, 11 * scale) });
    });
    return named.concat(calledOut({ ctx, view, scale, callouts, family }), zones.map(({ name, lon, lat }) => {
      const [x, y] = view.project(lon, lat);
      const words = measure(ctx, "zone", breakName(name), scale, family);
      const spots = SHIFTS.map((shift) => spotAt(x, y + shift * words.height, words.width, words.height));
      return offer("zone", `zone ${name}`, 0, scale, { words, spots });
    }));
  }

  return { fixed, moving };
}

function spotsRound(x, y, { width, height }, scale) {
  const near = spotsBeside(x, y, width, height * 0.9, MARK * scale);
  return [...near, ...spotsBeside(x, y, width, height * 0.9, 11 * scale, ["below", "above", "right-below", "left-below"])];
}

function around(x, y, reach) {
  return [x - reach, y - reach, x + reach, y + reach];
}

function contains(box, { x, y }) {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}
