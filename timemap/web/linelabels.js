// Along the border stand the names of the countries on either side, along a river its own.

import { walk, wordSpots } from "#timemap/alongline.js";
import { boxOf, meets, worldLines } from "#timemap/geometry.js";
import { nameIn } from "#timemap/names.js";
import { spotAt } from "#timemap/placelabels.js";
import { namesOf } from "#timemap/regionlabels.js";
import { countriesBeside } from "#timemap/sides.js";

const STEP = 8; // pixels between two looks along a line
const BORDER = Object.freeze({ period: 64, bend: 7, from: 6 });
const RIVER = Object.freeze({ period: 90, bend: 6 });

/**
 * Make the finder of names along lines.
 *
 * @param {any} base base map of the document
 * @param {Float64Array[][]} outlines of the countries, in world coordinates
 * @returns {(view: import("#timemap/view.js").View, words: (kind: string, text: string) => import("#timemap/lettering.js").Words, language: string, scale: number) => {kind: string, id: string, text: string, order: number, spots: object[], names?: object}[]}
 */
export function createLineLabels(base, outlines) {
  const borders = base.border.flatMap((line) => worldLines(line)).map((points) => ({ points, beside: countriesBeside(points, outlines) }));
  const rivers = base.rivers.filter(({ name }) => name).flatMap((river) =>
    worldLines(river.line).map((points) => ({ points, box: boxOf([points]), names: namesOf(river), rank: river.rank ?? 3 })));

  return function alongLines(view, words, language, scale) {
    return [...besideBorders(view, words, language, scale), ...onRivers(view, words, language)];
  };

  function besideBorders(view, words, language, scale) {
    if (view.zoom < BORDER.from) return [];
    return borders.flatMap(({ points, beside }, line) => {
      const texts = [beside.left, beside.right].map((index) => (index < 0 ? "" : nameIn(namesOf(base.countries[index]), language)));
      const worded = texts.map((text) => words("border", text));
      const width = Math.max(...worded.map((word) => word.width));
      return spotsOn(view, points, width, BORDER).flatMap(({ x, y, angle, flipped }, spot) => [-1, 1].map((hand, at) => {
        const off = (flipped ? -hand : hand) * (worded[at].height / 2 + 8 * scale);
        const [middleX, middleY] = [x - Math.sin(angle) * off, y + Math.cos(angle) * off];
        const word = spotAt(middleX, middleY, worded[at].width, worded[at].height, angle);
        return { kind: "border", id: `border ${line} ${spot} ${hand}`, text: texts[at], order: 0, spots: [word] };
      }));
    });
  }

  function onRivers(view, words, language) {
    return rivers.flatMap(({ points, box, names, rank }, river) => {
      if (rank > view.zoom - 5 || !meets(box, view.box)) return [];
      const text = nameIn(names, language);
      const { width, height } = words("river", text);
      return spotsOn(view, points, width, RIVER).map(({ x, y, angle }, spot) => {
        const off = height / 2 + 3;
        const word = (hand) => spotAt(x + Math.sin(angle) * off * hand, y - Math.cos(angle) * off * hand, width, height, angle);
        return { kind: "river", id: `river ${river} ${spot}`, text, order: rank, spots: [word(1), word(-1)], names };
      });
    });
  }
}

function spotsOn(view, points, width, { period, bend }) {
  const box = [0, 0, view.width, view.height];
  return walk(view.place(points), STEP, box).flatMap((run) => wordSpots(run, { width, step: STEP, period, bend }));
}
