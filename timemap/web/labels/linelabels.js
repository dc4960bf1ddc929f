// Along the border stand the names of the countries on its two sides, along a river its own.

import { walk, wordSpots } from "#timemap/labels/alongline.js";
import { boxOf, meets, worldLines } from "#timemap/map/geometry.js";
import { nameIn } from "#timemap/labels/names.js";
import { spotAt } from "#timemap/labels/placelabels.js";
import { namesOf } from "#timemap/labels/regionlabels.js";
import { countriesBeside } from "#timemap/border/sides.js";

const STEP = 8; // pixels between two looks along a line
const BORDER = Object.freeze({ period: 64, bend: 7, from: 6 });
const RIVER = Object.freeze({ period: 90, bend: 6 });

/**
 * Make the finder of names along lines.
 *
 * @param {any} base base map of the document
 * @param {Float64Array[][]} outlines of the countries, in world coordinates
 * @returns {(view: import("#timemap/map/view.js").View, words: (kind: string, text: string | string[]) => import("#timemap/labels/lettering.js").Words, language: string) => {kind: string, id: string, text: string | string[], order: number, spots: object[], names?: object}[]}
 */
export function createLineLabels(base, outlines) {
  const borders = base.border.flatMap((line) => worldLines(line)).map((points) => ({ points, beside: countriesBeside(points, outlines) }));
  const rivers = base.rivers.filter(({ name }) => name).flatMap((river) =>
    worldLines(river.line).map((points) => ({ points, box: boxOf([points]), names: namesOf(river), rank: river.rank ?? 3 })));

  return function alongLines(view, words, language) {
    return [...besideBorders(view, words, language), ...onRivers(view, words, language)];
  };

  function besideBorders(view, words, language) {
    if (view.zoom < BORDER.from) return [];
    return borders.flatMap(({ points, beside }, line) => {
      const [left, right] = [beside.left, beside.right].map((index) => (index < 0 ? "" : nameIn(namesOf(base.countries[index]), language)));
      const { width, height } = words("border", [left, right]);
      return stretchesOf(view, points, width, BORDER).map(([stretch, spots]) => ({
        kind: "border", id: `border ${line} ${stretch}`, text: spots[0].flipped ? [right, left] : [left, right], order: 0,
        spots: spots.filter(({ flipped }) => flipped === spots[0].flipped).map(({ x, y, angle }) => spotAt(x, y, width, height, angle)),
      }));
    });
  }

  function onRivers(view, words, language) {
    return rivers.flatMap(({ points, box, names, rank }, river) => {
      if (rank > view.zoom - 5 || !meets(box, view.box)) return [];
      const text = nameIn(names, language);
      const { width, height } = words("river", text);
      const off = height / 2 + 3;
      const beside = ({ x, y, angle }) =>
        [1, -1].map((hand) => spotAt(x + Math.sin(angle) * off * hand, y - Math.cos(angle) * off * hand, width, height, angle));
      return stretchesOf(view, points, width, RIVER).map(([stretch, spots]) =>
        ({ kind: "river", id: `river ${river} ${stretch}`, text, order: rank, spots: spots.flatMap(beside), names }));
    });
  }
}

/** One word per stretch; a stretch that leaves the view and comes back is tried as often as it comes. */
function stretchesOf(view, points, width, { period, bend }) {
  const box = [0, 0, view.width, view.height];
  return walk(view.place(points), STEP, box).flatMap((run) => [...wordSpots(run, { width, step: STEP, period, bend })]);
}
