// Names of countries, divisions and lakes, inside their outlines. A country is named where enough of it is seen.

import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { boxOf, inside, meets, worldLines } from "#timemap/map/geometry.js";
import { letteredName } from "#timemap/labels/lettering.js";
import { spotAt, spotsBeside } from "#timemap/labels/labelplacement.js";

/** @import {BaseMap, Box, CanvasView} from "#timemap/types.d.ts" */
/** @import {LabelKind, Words} from "#timemap/labels/lettering.js" */
/** @import {Names} from "#timemap/labels/names.js" */
/** @import {At, Spot} from "#timemap/labels/labelplacement.js" */

/** @typedef {(kind: LabelKind, text: string|string[]) => Words} Measured */

/**
 * @typedef {object} NamedThing
 * @property {LabelKind} kind
 * @property {string} id
 * @property {string|string[]} text
 * @property {number} order smaller is more important among its kind
 * @property {Spot[]} spots best first
 * @property {Names} [names]
 */

const COARSE = 3e-5; // of the world, about a kilometre: enough to tell whether a name lies inside
const COUNTRIES_UNTIL = 9;
const { divisionsFrom, countryColumns: COLUMNS, countryRows: ROWS, lakeShare, lakeLeast, lakeAway } = tokens.labels;

/**
 * Make the finder of names of regions.
 *
 * @param {BaseMap} base
 * @param {Float64Array[][]} outlines of the countries, in world coordinates
 * @returns {(view: CanvasView, words: Measured, language: string) => NamedThing[]}
 */
export function createRegionLabels(base, outlines) {
  const coarse = outlines.map((rings) => rings.map(thin));
  const boxes = coarse.map(boxOf);
  const lakes = base.lakes.filter(({ name }) => name).map((lake) => {
    const rings = worldLines(lake.rings);
    return { names: namesOf(lake), box: boxOf(rings), rings };
  });

  return function regions(view, words, language) {
    return [...countries(view, words, language), ...divisions(view, words, language), ...waters(view, words, language)];
  };

  /** @type {(view: CanvasView, words: Measured, language: string) => NamedThing[]} */
  function countries(view, words, language) {
    if (view.zoom > COUNTRIES_UNTIL) return [];
    return base.countries.flatMap((country, index) => {
      const text = letteredName("country", namesOf(country), language);
      if (!meets(boxes[index], view.box)) return [];
      const spots = countrySpots(view, words("country", text), coarse[index]);
      return [{ kind: "country", id: `country ${country.iso}`, text, order: 0, spots }];
    });
  }

  /** @type {(view: CanvasView, words: Measured, language: string) => NamedThing[]} */
  function divisions(view, words, language) {
    if (view.zoom < divisionsFrom) return [];
    return base.divisions.flatMap((division, index) => {
      if (!division.label) return [];
      const text = letteredName("division", namesOf(division), language);
      const { width, height } = words("division", text);
      const [x, y] = view.project(...division.label);
      const spots = spotsBeside(x, y, width, height, height, ["centre", "above", "below"]);
      return [{ kind: "division", id: `division ${index}`, text, order: 0, spots }];
    });
  }

  /** @type {(view: CanvasView, words: Measured, language: string) => NamedThing[]} */
  function waters(view, words, language) {
    return lakes.flatMap(({ names, box, rings }, index) => {
      const across = (box[2] - box[0]) * view.scale;
      const text = letteredName("lake", names, language);
      const { width, height } = words("lake", text);
      if (!meets(box, view.box) || across < width * lakeShare || across < lakeLeast) return [];
      const middle = middleOf(rings, box);
      const [x, y] = [middle[0] * view.scale - view.originX, middle[1] * view.scale - view.originY];
      const gap = Math.min(across / 4, lakeAway);
      const spots = spotsBeside(x, y, width, height, gap, ["centre", "right", "below", "above", "left"]);
      return [{ kind: "lake", id: `lake ${index}`, text, order: -across / 1000, spots, names }];
    });
  }
}

/**
 * Try the points of a grid over the window.
 *
 * @param {CanvasView} view
 * @param {Words} words
 * @param {Float64Array[]} rings
 * @returns {Spot[]} the nearest to the middle of all first
 */
function countrySpots(view, { width, height }, rings) {
  const [left, top, right, bottom] = view.seen;
  /** @param {number} x */
  const toX = (x) => (x + view.originX) / view.scale;
  /** @param {number} y */
  const toY = (y) => (y + view.originY) / view.scale;
  /** @type {Spot[]} */
  const spots = [];
  for (let column = 0; column < COLUMNS; column += 1) {
    for (let row = 0; row < ROWS; row += 1) {
      const x = left + ((column + 0.5) / COLUMNS) * (right - left);
      const y = top + ((row + 0.5) / ROWS) * (bottom - top);
      const spot = spotAt(x, y, width, height);
      const within = spot.box[0] > left && spot.box[2] < right;
      const isInside = within && corners(spot.box).every((corner) => inside(rings, toX(corner[0]), toY(corner[1])));
      if (isInside) spots.push(spot);
    }
  }
  const count = spots.length || 1;
  const middleX = spots.reduce((sum, spot) => sum + spot.x, 0) / count;
  const middleY = spots.reduce((sum, spot) => sum + spot.y, 0) / count;
  /** @param {Spot} spot */
  const far = (spot) => Math.hypot(spot.x - middleX, spot.y - middleY);
  return spots.sort((one, other) => far(one) - far(other));
}

/** Return the corners of a box and its middle. @type {(box: Box) => At[]} */
export function corners([left, top, right, bottom]) {
  return [[left, top], [right, top], [right, bottom], [left, bottom], [(left + right) / 2, (top + bottom) / 2]];
}

/**
 * Return a point inside rings: the middle of the longest stretch.
 *
 * Stretches are those of a few lines across the box.
 *
 * @param {Float64Array[]} rings
 * @param {Box} box
 * @returns {At}
 */
function middleOf(rings, box) {
  /** @type {At} */
  let best = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  let longest = 0;
  for (const share of [0.35, 0.5, 0.65]) {
    const y = box[1] + share * (box[3] - box[1]);
    /** @type {number[]} */
    const cuts = [];
    for (const ring of rings) {
      for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
        if (ring[at + 1] > y === ring[before + 1] > y) continue;
        const part = (y - ring[at + 1]) / (ring[before + 1] - ring[at + 1]);
        cuts.push(ring[at] + part * (ring[before] - ring[at]));
      }
    }
    cuts.sort((one, other) => one - other);
    for (let at = 0; at + 1 < cuts.length; at += 2) {
      if (cuts[at + 1] - cuts[at] <= longest) continue;
      longest = cuts[at + 1] - cuts[at];
      best = [(cuts[at] + cuts[at + 1]) / 2, y];
    }
  }
  return best;
}

/** @param {Float64Array} ring */
function thin(ring) {
  /** @type {number[]} */
  const kept = [];
  for (let at = 0; at < ring.length; at += 2) {
    const last = kept.length;
    const [x, y] = [ring[at], ring[at + 1]];
    if (last === 0 || (x - kept[last - 2]) ** 2 + (y - kept[last - 1]) ** 2 > COARSE ** 2) kept.push(x, y);
  }
  return Float64Array.from(kept);
}

/** Return the names of a record by language. @param {{names?: Names, name?: string}} record @returns {Names} */
export function namesOf({ names, name }) {
  return names ?? { en: name ?? "" };
}
