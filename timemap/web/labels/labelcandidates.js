// Candidates for labels: everything that could be named in a view.
import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { createAbroad } from "#timemap/labels/abroad.js";
import { walk } from "#timemap/labels/alongline.js";
import { calloutLabels } from "#timemap/labels/calloutlabels.js";
import { focusCandidates } from "#timemap/map/focuslabel.js";
import { worldLines } from "#timemap/map/geometry.js";
import { labelPoints } from "#timemap/labels/labelpoints.js";
import { breakName, createMeasure } from "#timemap/labels/lettering.js";
import { createZoneLabels } from "#timemap/labels/zonelabels.js";
import { createLineLabels } from "#timemap/labels/linelabels.js";
import { nameIn, shortName } from "#timemap/labels/names.js";
import { offer } from "#timemap/labels/labelcandidate.js";
import { createIndex, isOwn, overlaps, spotsBeside } from "#timemap/labels/labelplacement.js";
import { createRegionLabels } from "#timemap/labels/regionlabels.js";

/** @import {Box, CanvasView, LonLat, MapData} from "#timemap/types.d.ts" */
/** @import {CalloutOnLand} from "#timemap/labels/calloutlabels.js" */
/** @import {LabelPoint} from "#timemap/labels/labelpoints.js" */
/** @import {Words} from "#timemap/labels/lettering.js" */
/** @import {LabelCandidate} from "#timemap/labels/labelcandidate.js" */
/** @import {At, Meeting, Spot} from "#timemap/labels/labelplacement.js" */
/** @import {Measured} from "#timemap/labels/regionlabels.js" */
/** @import {OtherLand, Zone} from "#timemap/labels/zonelabels.js" */

const { storyPriority, farther, borderStep, borderReach, gateReach, dotReach } = tokens.labels;
const GATES_FROM = 9; // zoom from which names keep clear of crossings and posts
const MARK = 9; // pixels from a place to its name: room for the symbol of an event

/**
 * @typedef {object} Asked
 * @property {CanvasRenderingContext2D} ctx
 * @property {CanvasView} view
 * @property {string} language
 * @property {number} scale
 * @property {string} family of fonts
 *
 * @typedef {LonLat & {name: string}} QuarterName
 *
 * @typedef {object} AskedOfDay
 * @property {string} key of what `Asked` says
 * @property {Zone[]} zones
 * @property {OtherLand} others
 * @property {readonly QuarterName[]} quarters
 * @property {CalloutOnLand[]} callouts
 * @property {Meeting} towns their dots
 * @property {Box[]} covered
 */

/**
 * Make the finder of candidates.
 *
 * `fixed` ones depend on the view and the language only; `moving` ones (zones, quarters, callouts) on the moment too.
 *
 * @param {MapData} data
 */
export function createCandidates(data) {
  const points = labelPoints(data);
  const outlines = data.base.countries.map(({ rings }) => worldLines(rings));
  const regions = createRegionLabels(data.base, outlines);
  const alongLines = createLineLabels(data.base, outlines);
  const borders = data.base.border.flatMap((line) => worldLines(line));
  const abroadOf = createAbroad(outlines);
  const zoneLabels = createZoneLabels();
  const measure = createMeasure();

  /** @param {Asked} asked */
  function fixed({ ctx, view, language, scale, family }) {
    /** @type {Measured} */
    const words = (kind, text) => measure(ctx, kind, [text].flat(), scale, family);
    const border = borders.flatMap((line) => stopsAlong(line, view));
    const onBorder = boxesAlong(border, borderReach * scale);
    const blocked = createIndex(onBorder);
    const towns = points.filter((point) => point.from <= view.zoom && contains(view.box, point)).map((point) => {
      const [x, y] = [point.x * view.scale - view.originX, point.y * view.scale - view.originY];
      const worded = words(point.kind, shortName(nameIn(point.names, language)));
      const spots = spotsOf(point, [x, y], worded, { view, scale, border: blocked });
      return offerTown(point, [x, y], { words: worded, spots, scale });
    });
    spareDots(towns.filter(({ dense }) => dense));
    const things = [...regions(view, words, language), ...alongLines(view, words, language)]
      .filter(({ spots }) => spots.length > 0)
      .map(({ text, order, ...thing }) => offer({ ...thing, words: words(thing.kind, text) }, order, scale));
    const list = [...inFocus(view, words, language, scale), ...towns, ...things];
    return { list, obstacles: [...gates(data, view, scale), ...onBorder], border };
  }

  /** @type {(view: CanvasView, words: Measured, language: string, scale: number) => LabelCandidate[]} */
  function inFocus(view, words, language, scale) {
    const { focus } = data;
    return focus ? focusCandidates(focus, view, words("focus", shortName(nameIn(focus.names, language))), scale) : [];
  }

  /**
   * Return the spots of a name wholly on its own side of the border.
   *
   * Towns of the story may have theirs farther away, on a stem.
   *
   * @param {LabelPoint} point
   * @param {At} at
   * @param {Words} words
   * @param {{view: CanvasView, scale: number, border: Meeting}} ground
   * @returns {Spot[]}
   */
  function spotsOf(point, [x, y], words, { view, scale, border }) {
    const stems = point.first ? farther : [];
    /** @type {Spot[]} */
    const spots = [
      ...spotsRound(x, y, words, scale),
      ...stems.flatMap((gap) => spotsBeside(x, y, words.width, words.height * 0.9, gap * scale)
        .map((spot) => ({ ...spot, foot: /** @type {At} */ ([x, y]), short: 5 * scale }))),
    ];
    const abroad = abroadOf(point, spots, [x, y], view);
    return spots.filter(({ box }, at) => !abroad[at] && !border.meets(box));
  }

  /** @param {Asked & AskedOfDay} asked @returns {LabelCandidate[]} */
  function moving({ ctx, view, language, key, scale, zones, others, quarters, callouts, family, towns, covered }) {
    const named = quarters.map(({ name, lon, lat }) => {
      const words = measure(ctx, "town", breakName(name), scale, family);
      const spots = spotsBeside(...view.project(lon, lat), words.width, words.height, tokens.quarters.nameAway * scale);
      return offer({ id: `quarter ${name}`, kind: "town", words, spots }, 0, scale);
    });
    const calledOut = calloutLabels(callouts, {
      view, scale, focus: data.focus, towns, measure: (lines) => measure(ctx, "callout", lines, scale, family),
    });
    const onZones = zoneLabels(zones, {
      others, view, key, scale, towns, covered, textOf: ({ names }) => nameIn(names, language),
      words: (lines) => measure(ctx, "zone", lines, scale, family),
    }).map(({ zone, words, spots }) =>
      offer({ id: `zone ${zone.id}`, kind: "zone", words, spots, title: zone.name }, 0, scale));
    return [...named, ...calledOut, ...onZones];
  }

  return { fixed, moving };
}

/** @type {(data: MapData, view: CanvasView, scale: number) => Box[]} */
function gates({ crossings = [], posts = [] }, view, scale) {
  if (view.zoom < GATES_FROM) return [];
  return [...crossings, ...posts].map(({ lon, lat }) => around(...view.project(lon, lat), gateReach * scale));
}

/** @type {(point: LabelPoint, at: At, rest: {words: Words, spots: Spot[], scale: number}) => LabelCandidate} */
function offerTown({ kind, id, names, order, first }, [x, y], { words, spots, scale }) {
  const mark = around(x, y, dotReach * scale);
  const label = { kind, id, words, spots, names, x, y, mark, dense: first > 0 };
  return offer(first ? { ...label, priority: storyPriority + first / 100 } : label, order, scale);
}

/** Sort spots: of towns named first none is to hide or take the dot of another. @param {LabelCandidate[]} towns */
function spareDots(towns) {
  for (const town of towns) {
    const { mark } = town;
    const dots = towns.flatMap((other) => (other !== town && other.mark ? [other.mark] : []));
    /** @param {Box} box */
    const isTaken = (box) => dots.some((dot) => overlaps(box, dot) || (mark && !isOwn(box, mark, dot)));
    const [taken, free] = [true, false].map((is) => town.spots.filter(({ box }) => isTaken(box) === is));
    town.spots = [...free, ...taken];
  }
}

/** @type {(x: number, y: number, words: Words, scale: number) => Spot[]} */
function spotsRound(x, y, { width, height }, scale) {
  const near = spotsBeside(x, y, width, height * 0.9, MARK * scale);
  const lower = spotsBeside(x, y, width, height * 0.9, 11 * scale, ["below", "above", "right-below", "left-below"]);
  return [...near, ...lower];
}

/** @type {(line: Float64Array, view: CanvasView) => Float64Array[]} */
function stopsAlong(line, view) {
  return walk(view.place(line), borderStep, [0, 0, view.width, view.height]).map(({ points }) => points);
}

/** @type {(runs: Float64Array[], reach: number) => Box[]} */
function boxesAlong(runs, reach) {
  return runs.flatMap((stops) => {
    /** @type {Box[]} */
    const boxes = [];
    for (let at = 0; at < stops.length; at += 2) boxes.push(around(stops[at], stops[at + 1], reach));
    return boxes;
  });
}

/** @type {(x: number, y: number, reach: number) => Box} */
function around(x, y, reach) {
  return [x - reach, y - reach, x + reach, y + reach];
}

/** @type {(box: Box, point: LabelPoint) => boolean} */
function contains(box, { x, y }) {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}
