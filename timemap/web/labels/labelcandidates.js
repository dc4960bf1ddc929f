// Everything that could be named in a view, with the spots where its name could stand; the placing decides.

import { walk } from "#timemap/labels/alongline.js";
import { RING } from "#timemap/map/focus.js";
import { focusCandidates } from "#timemap/map/focuslabel.js";
import { inside, worldLines } from "#timemap/map/geometry.js";
import { landOf } from "#timemap/labels/land.js";
import { labelPoints } from "#timemap/labels/labelpoints.js";
import { breakInto, breakName, createMeasure } from "#timemap/labels/lettering.js";
import { createZoneLabels } from "#timemap/labels/zonelabels.js";
import { createLineLabels } from "#timemap/labels/linelabels.js";
import { nameIn, shortName } from "#timemap/labels/names.js";
import { createIndex, spotsBeside } from "#timemap/labels/placelabels.js";
import { corners, createRegionLabels } from "#timemap/labels/regionlabels.js";
import { countryAt, wayTo } from "#timemap/border/sides.js";

const PRIORITY = Object.freeze({ zone: 1, city: 2, border: 3, country: 4, lake: 6, town: 5, callout: 1.5, division: 8, river: 9, village: 7 });
const GAPS = Object.freeze({ city: 4, town: 4, village: 3, division: 10, river: 6, lake: 3 });
const INSISTENT = new Set(["border", "river", "lake", "zone", "city", "callout"]);
const STORY = 0.5; // priority of the towns that the story is about: before the zones, after the focus
const AWAY = Object.freeze([30, 50, 75, 105, 140]); // pixels between a place and what is said of it
const ON_TOWN = 60; // what it costs, in such pixels, to hide the dot of a town
const ON_LAND = 45; // and to lie on the land that it is about
const WIDE = 480; // pixels of the window from which two lines have room
/** Pixels between the words of a callout and its rim. */
const PAD = 6;
const GATES_FROM = 9; // zoom from which names keep clear of crossings and posts
const MARK = 9; // pixels from a place to its name: room for the symbol of an event
const STEP = 6; // pixels between the boxes that keep names clear of the border
const FARTHER = Object.freeze([14, 20]); // pixels from a town by the border to its name on a stem, where there is no room beside it

/**
 * @typedef {{ctx: CanvasRenderingContext2D, view: import("#timemap/map/view.js").View, language: string, scale: number, family: string}} Asked
 * @typedef {{name: string, lon: number, lat: number}} QuarterName
 * @typedef {{text: string, lon: number, lat: number, land: Float64Array[]}} Callout
 */

/**
 * Make the finder of candidates: `fixed` ones depend on the view and the language only, `moving` ones, zones, quarters and callouts, on the moment too.
 *
 * @param {any} data of the document
 * @returns {{fixed: (asked: Asked) => {list: any[], obstacles: import("#timemap/map/geometry.js").Box[], border: Float64Array[]}, moving: (asked: Asked & {key: string, zones: import("#timemap/labels/zonelabels.js").Zone[], quarters: QuarterName[], callouts: Callout[], towns: {meets: Function}, covered: import("#timemap/map/geometry.js").Box[]}) => any[]}}
 */
export function createCandidates(data) {
  const points = labelPoints(data);
  const outlines = data.base.countries.map(({ rings }) => worldLines(rings));
  const regions = createRegionLabels(data.base, outlines);
  const alongLines = createLineLabels(data.base, outlines);
  const borders = data.base.border.flatMap((line) => worldLines(line));
  const homes = new Map(); // by id of the point
  const zoneLabels = createZoneLabels();
  const measure = createMeasure();

  function offer(kind, id, order, scale, rest) {
    return { id, kind, priority: PRIORITY[kind] + order / 100, gap: (GAPS[kind] ?? 2) * scale, insists: INSISTENT.has(kind), ...rest };
  }

  function fixed({ ctx, view, language, scale, family }) {
    const words = (kind, text) => measure(ctx, kind, [text].flat(), scale, family);
    const runs = borderRuns(view);
    const onBorder = boxesAlong(runs, 3 * scale);
    const border = createIndex();
    for (const box of onBorder) border.add(box);
    const { focus } = data;
    const list = focus ? focusCandidates(focus, view, words("focus", shortName(nameIn(focus.names, language))), scale) : [];
    for (const point of points) {
      if (point.from > view.zoom || !contains(view.box, point)) continue;
      const [x, y] = [point.x * view.scale - view.originX, point.y * view.scale - view.originY];
      const worded = words(point.kind, shortName(nameIn(point.names, language)));
      const mark = around(x, y, 3.5 * scale);
      const spots = spotsOf(point, [x, y], worded, { view, scale, border });
      const first = point.first ? { priority: STORY + point.first / 100 } : {};
      list.push(offer(point.kind, point.id, point.order, scale, { words: worded, spots, names: point.names, x, y, mark, dense: point.first > 0, ...first }));
    }
    spareDots(list.filter(({ dense }) => dense));
    for (const { kind, id, text, order, spots, names } of [...regions(view, words, language), ...alongLines(view, words, language)]) {
      if (spots.length > 0) list.push(offer(kind, id, order, scale, { words: words(kind, text), spots, names }));
    }
    return { list, obstacles: [...gates(view, scale), ...onBorder], border: runs };
  }

  /** A name stands wholly on its place's own side of the border, farther away on a stem if need be, or not at all. */
  function spotsOf(point, [x, y], words, { view, scale, border }) {
    const near = spotsRound(x, y, words, scale);
    const isFirst = point.first ? FARTHER : [];
    const stemmed = isFirst.flatMap((gap) => spotsBeside(x, y, words.width, words.height * 0.9, gap * scale).map((spot) => ({ ...spot, foot: [x, y], short: 5 * scale })));
    const abroad = abroadOf(point, [...near, ...stemmed], [x, y], view);
    return [...near, ...stemmed].filter(({ box }, at) => !abroad[at] && !border.meets(box));
  }

  /** Which spots of a place lie partly in another country; kept until the place has others, as at another zoom. */
  function abroadOf(point, spots, [x, y], view) {
    const home = homeOf(point);
    const key = [view.zoom, ...spots.flatMap(({ box }) => [box[0] - x, box[1] - y].map(Math.round))].join(" ");
    if (home.key === key) return home.abroad;
    const [reach, rings] = [home.away * view.scale, outlines[home.country]];
    const isAbroad = ([left, top]) => {
      if (Math.hypot(left - x, top - y) < reach) return false;
      const at = [(left + view.originX) / view.scale, (top + view.originY) / view.scale];
      return !inside(rings, ...at) && countryAt(outlines, ...at) >= 0; // the sea is nobody's
    };
    return Object.assign(home, { key, abroad: spots.map(({ box }) => corners(box).some(isAbroad)) }).abroad;
  }

  /** In which country a place lies, and how far from its outline. */
  function homeOf({ id, x, y }) {
    if (!homes.has(id)) {
      const country = countryAt(outlines, x, y);
      homes.set(id, { country, away: country < 0 ? Infinity : wayTo(outlines[country], x, y), key: "", abroad: [] });
    }
    return homes.get(id);
  }

  function gates(view, scale) {
    if (view.zoom < GATES_FROM) return [];
    return [...(data.crossings ?? []), ...(data.posts ?? [])].map(({ lon, lat }) => around(...view.project(lon, lat), 7 * scale));
  }

  function isFocus(view, x, y, scale) {
    if (!data.focus) return false;
    const [middleX, middleY] = view.project(data.focus.lon, data.focus.lat);
    return Math.hypot(x - middleX, y - middleY) < RING * scale;
  }

  function borderRuns(view) {
    return borders.flatMap((line) => walk(view.place(line), STEP, [0, 0, view.width, view.height])).map(({ points: stops }) => stops);
  }

  /** What some days are about stands away from its place, to which a line leads. */
  function calledOut({ ctx, view, scale, callouts, family, towns }) {
    const [left, upper, right, lower] = view.seen;
    return callouts.map(({ text, lon, lat, land: rings }) => {
      const [x, y] = view.project(lon, lat);
      const land = landOf(rings, view);
      const short = (isFocus(view, x, y, scale) ? RING + 3 : MARK) * scale;
      const isSeen = x > left && y > upper && x < right && y < lower;
      const words = measure(ctx, "callout", right - left < WIDE * scale ? breakInto(text, 3) : breakName(text, 26), scale, family);
      const [width, height] = [words.width + 2 * PAD * scale, words.height + 2 * PAD * scale];
      const spots = AWAY.flatMap((gap) => spotsBeside(x, y, width, height, gap * scale, ["above", "right-above", "left-above", "right", "left", "right-below", "left-below", "below"])
        .map((spot) => ({ ...spot, foot: [x, y], short, far: gap + (towns.meets(spot.box) ? ON_TOWN : 0) + (land.meets(spot.box) ? ON_LAND : 0) })));
      const whole = spots.filter(({ box }) => isSeen && box[0] > left && box[1] > upper && box[2] < right && box[3] < lower);
      return offer("callout", `callout ${text}`, 0, scale, { words, spots: whole.sort((one, other) => one.far - other.far), x, y });
    });
  }

  function moving({ ctx, view, language, key, scale, zones, quarters, callouts, family, towns, covered }) {
    const named = quarters.map(({ name, lon, lat }) => {
      const [x, y] = view.project(lon, lat);
      const words = measure(ctx, "town", breakName(name), scale, family);
      return offer("town", `quarter ${name}`, 0, scale, { words, spots: spotsBeside(x, y, words.width, words.height, 11 * scale) });
    });
    const onZones = zoneLabels(zones, {
      view, key, scale, towns, covered, textOf: ({ names }) => nameIn(names, language), words: (lines) => measure(ctx, "zone", lines, scale, family),
    });
    return named.concat(calledOut({ ctx, view, scale, callouts, family, towns }), onZones.map(({ zone, ...rest }) =>
      offer("zone", `zone ${zone.id}`, 0, scale, { ...rest, title: zone.name })));
  }

  return { fixed, moving };
}

/** Of towns that are named first none is to hide the dot of another. */
function spareDots(towns) {
  for (const town of towns) {
    const dots = createIndex(towns.filter((other) => other !== town).map(({ mark }) => mark));
    town.spots = [...town.spots].sort((one, other) => Number(dots.meets(one.box)) - Number(dots.meets(other.box)));
  }
}

function spotsRound(x, y, { width, height }, scale) {
  const near = spotsBeside(x, y, width, height * 0.9, MARK * scale);
  return [...near, ...spotsBeside(x, y, width, height * 0.9, 11 * scale, ["below", "above", "right-below", "left-below"])];
}

function boxesAlong(runs, reach) {
  return runs.flatMap((stops) => {
    const boxes = [];
    for (let at = 0; at < stops.length; at += 2) boxes.push(around(stops[at], stops[at + 1], reach));
    return boxes;
  });
}

function around(x, y, reach) {
  return [x - reach, y - reach, x + reach, y + reach];
}

function contains(box, { x, y }) {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}
