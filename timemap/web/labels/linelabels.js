// Names along lines: of the countries beside the border, of rivers.

import tokens from "#timemap/style/tokens.json" with { type: "json" };
import { walk, wordSpots } from "#timemap/labels/alongline.js";
import { boxOf, meets, worldLines } from "#timemap/map/geometry.js";
import { letteredName } from "#timemap/labels/lettering.js";
import { spotAt } from "#timemap/labels/labelplacement.js";
import { namesOf } from "#timemap/labels/regionlabels.js";
import { countriesBeside } from "#timemap/border/sides.js";

/** @import {BaseMap, CanvasView} from "#timemap/types.d.ts" */
/** @import {Measured, NamedThing} from "#timemap/labels/regionlabels.js" */
/** @import {WordSpot} from "#timemap/labels/alongline.js" */
/** @import {Spot} from "#timemap/labels/labelplacement.js" */

const STEP = tokens.labels.alongStep; // pixels between two looks along a line
const BORDER = Object.freeze({ period: 64, bend: 7, from: 6 });
const RIVER = Object.freeze({ period: 90, bend: 6 });

/**
 * Make the finder of names along lines.
 *
 * @param {BaseMap} base
 * @param {Float64Array[][]} outlines of the countries, in world coordinates
 * @returns {(view: CanvasView, words: Measured, language: string) => NamedThing[]}
 */
export function createLineLabels(base, outlines) {
  const borders = base.border.flatMap((line) => worldLines(line))
    .map((points) => ({ points, beside: countriesBeside(points, outlines) }));
  const rivers = base.rivers.filter(({ name }) => name).flatMap((river) =>
    worldLines(river.line).map((points) =>
      ({ points, box: boxOf([points]), names: namesOf(river), rank: river.rank })));

  return function alongLines(view, words, language) {
    return [...besideBorders(view, words, language), ...onRivers(view, words, language)];
  };

  /** @type {(view: CanvasView, words: Measured, language: string) => NamedThing[]} */
  function besideBorders(view, words, language) {
    if (view.zoom < BORDER.from) return [];
    return borders.flatMap(({ points, beside }, line) => {
      const [left, right] = [beside.left, beside.right]
        .map((index) => (index < 0 ? "" : letteredName("border", namesOf(base.countries[index]), language)));
      const { width, height } = words("border", [left, right]);
      return stretchesOf(view, points, width, BORDER).map(([stretch, spots]) => ({
        kind: "border", id: `border ${line} ${stretch}`, order: 0,
        text: spots[0].flipped ? [right, left] : [left, right],
        spots: spots.filter(({ flipped }) => flipped === spots[0].flipped)
          .map(({ x, y, angle }) => spotAt(x, y, width, height, angle)),
      }));
    });
  }

  /** @type {(view: CanvasView, words: Measured, language: string) => NamedThing[]} */
  function onRivers(view, words, language) {
    return rivers.flatMap(({ points, box, names, rank }, river) => {
      if (rank > view.zoom - 5 || !meets(box, view.box)) return [];
      const text = letteredName("river", names, language);
      const { width, height } = words("river", text);
      const off = height / 2 + 3;
      /** @param {WordSpot} spot @returns {Spot[]} */
      const beside = ({ x, y, angle }) => [off, -off].map((by) =>
        spotAt(x + Math.sin(angle) * by, y - Math.cos(angle) * by, width, height, angle));
      return stretchesOf(view, points, width, RIVER).map(([stretch, spots]) =>
        ({ kind: "river", id: `river ${river} ${stretch}`, text, order: rank, spots: spots.flatMap(beside), names }));
    });
  }
}

/**
 * Return the spots of one word per stretch.
 *
 * A stretch that leaves the view and comes back is tried as often as it comes.
 *
 * @param {CanvasView} view
 * @param {Float64Array} points
 * @param {number} width
 * @param {{period: number, bend: number}} manner
 * @returns {[stretch: number, spots: WordSpot[]][]}
 */
function stretchesOf(view, points, width, { period, bend }) {
  const runs = walk(view.place(points), STEP, [0, 0, view.width, view.height]);
  return runs.flatMap((run) => [...wordSpots(run, { width, step: STEP, period, bend })]);
}
