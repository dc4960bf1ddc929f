// Spots of a place's name that lie partly in another country.
import { countryAt, wayTo } from "#timemap/border/sides.js";
import { corners } from "#timemap/labels/regionlabels.js";
import { inside } from "#timemap/map/geometry.js";

/** @import {CanvasView} from "#timemap/types.d.ts" */
/** @import {LabelPoint} from "#timemap/labels/labelpoints.js" */
/** @import {At, Spot} from "#timemap/labels/labelplacement.js" */

/** @typedef {{country: number, away: number, key: string, abroad: boolean[]}} Home `away` is the way to the outline */

/**
 * Make what tells which spots lie abroad.
 *
 * An answer is kept until the place has other spots, as at another zoom.
 *
 * @param {Float64Array[][]} outlines of the countries, in world coordinates
 * @returns {(point: LabelPoint, spots: Spot[], at: At, view: CanvasView) => boolean[]}
 */
export function createAbroad(outlines) {
  /** @type {Map<string, Home>} by id of the point */
  const homes = new Map();

  /** @param {LabelPoint} point @returns {Home} */
  function homeOf({ id, x, y }) {
    const known = homes.get(id);
    if (known) return known;
    const country = countryAt(outlines, x, y);
    const home = { country, away: country < 0 ? Infinity : wayTo(outlines[country], x, y), key: "", abroad: [] };
    homes.set(id, home);
    return home;
  }

  return function abroadOf(point, spots, [x, y], view) {
    const home = homeOf(point);
    const key = [view.zoom, ...spots.flatMap(({ box }) => [box[0] - x, box[1] - y].map(Math.round))].join(" ");
    if (home.key === key) return home.abroad;
    const [reach, rings] = [home.away * view.scale, outlines[home.country]];
    /** @param {At} corner */
    const isAbroad = ([left, top]) => {
      if (Math.hypot(left - x, top - y) < reach) return false;
      const [worldX, worldY] = [(left + view.originX) / view.scale, (top + view.originY) / view.scale];
      return !inside(rings, worldX, worldY) && countryAt(outlines, worldX, worldY) >= 0; // the sea is nobody's
    };
    home.key = key;
    home.abroad = spots.map(({ box }) => corners(box).some(isAbroad));
    return home.abroad;
  };
}
