// Countries, divisions and lakes are named inside their outlines; a country wherever the window shows enough of it.

import { boxOf, inside, meets, worldLines } from "#timemap/map/geometry.js";
import { nameIn } from "#timemap/labels/names.js";
import { spotAt, spotsBeside } from "#timemap/labels/placelabels.js";

const COARSE = 3e-5; // of the world, about a kilometre: enough to tell whether a name lies inside
const COUNTRIES_UNTIL = 9;
const DIVISIONS_FROM = 8;
const GRID = Object.freeze({ columns: 9, rows: 7 });

/**
 * Make the finder of names of regions.
 *
 * @param {any} base base map of the document
 * @param {Float64Array[][]} outlines of the countries, in world coordinates
 * @returns {(view: import("#timemap/map/view.js").View, words: (kind: string, text: string) => import("#timemap/labels/lettering.js").Words, language: string) => {kind: string, id: string, text: string, order: number, spots: object[], names?: object}[]}
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

  function countries(view, words, language) {
    if (view.zoom > COUNTRIES_UNTIL) return [];
    return base.countries.flatMap((country, index) => {
      const text = nameIn(namesOf(country), language);
      if (!meets(boxes[index], view.box)) return [];
      return [{ kind: "country", id: `country ${country.iso}`, text, order: 0, spots: countrySpots(view, words("country", text), coarse[index]) }];
    });
  }

  function divisions(view, words, language) {
    if (view.zoom < DIVISIONS_FROM) return [];
    return base.divisions.flatMap((division, index) => {
      if (!division.label) return [];
      const text = nameIn(namesOf(division), language);
      const { width, height } = words("division", text);
      const [x, y] = view.project(...division.label);
      return [{ kind: "division", id: `division ${index}`, text, order: 0, spots: spotsBeside(x, y, width, height, height, ["centre", "above", "below"]) }];
    });
  }

  function waters(view, words, language) {
    return lakes.flatMap(({ names, box, rings }, index) => {
      const across = (box[2] - box[0]) * view.scale;
      const text = nameIn(names, language);
      const { width, height } = words("lake", text);
      if (!meets(box, view.box) || across < width * 0.35 || across < 24) return [];
      const [x, y] = middleOf(rings, box).map((value, axis) => value * view.scale - (axis === 0 ? view.originX : view.originY));
      const spots = spotsBeside(x, y, width, height, Math.min(across / 4, 14), ["centre", "right", "below", "above", "left"]);
      return [{ kind: "lake", id: `lake ${index}`, text, order: -across / 1000, spots, names }];
    });
  }
}

/** Try the points of a grid over the window; the nearest to the middle of those inside come first. */
function countrySpots(view, { width, height }, rings) {
  const [left, top, right, bottom] = view.seen;
  const toX = (x) => (x + view.originX) / view.scale;
  const toY = (y) => (y + view.originY) / view.scale;
  const spots = [];
  for (let column = 0; column < GRID.columns; column += 1) {
    for (let row = 0; row < GRID.rows; row += 1) {
      const x = left + ((column + 0.5) / GRID.columns) * (right - left);
      const y = top + ((row + 0.5) / GRID.rows) * (bottom - top);
      const spot = spotAt(x, y, width, height);
      const within = spot.box[0] > left && spot.box[2] < right;
      if (within && corners(spot.box).every(([cornerX, cornerY]) => inside(rings, toX(cornerX), toY(cornerY)))) spots.push(spot);
    }
  }
  const middle = [0, 1].map((axis) => spots.reduce((sum, spot) => sum + (axis === 0 ? spot.x : spot.y), 0) / (spots.length || 1));
  const far = (spot) => Math.hypot(spot.x - middle[0], spot.y - middle[1]);
  return spots.sort((one, other) => far(one) - far(other));
}

/** @param {import("#timemap/map/geometry.js").Box} box @returns {[number, number][]} its corners and its middle */
export function corners([left, top, right, bottom]) {
  return [[left, top], [right, top], [right, bottom], [left, bottom], [(left + right) / 2, (top + bottom) / 2]];
}

/** Return a point inside: of the stretches of a few lines across the box, the middle of the longest. */
function middleOf(rings, box) {
  let best = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  let longest = 0;
  for (const share of [0.35, 0.5, 0.65]) {
    const y = box[1] + share * (box[3] - box[1]);
    const cuts = [];
    for (const ring of rings) {
      for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
        if (ring[at + 1] > y === ring[before + 1] > y) continue;
        cuts.push(ring[at] + ((y - ring[at + 1]) / (ring[before + 1] - ring[at + 1])) * (ring[before] - ring[at]));
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

function thin(ring) {
  const kept = [];
  for (let at = 0; at < ring.length; at += 2) {
    const last = kept.length;
    const [x, y] = [ring[at], ring[at + 1]];
    if (last === 0 || (x - kept[last - 2]) ** 2 + (y - kept[last - 1]) ** 2 > COARSE ** 2) kept.push(x, y);
  }
  return Float64Array.from(kept);
}

/** @param {{names?: Record<string, string>, name?: string}} record @returns {Record<string, string>} */
export function namesOf({ names, name }) {
  return names ?? { en: name ?? "" };
}
