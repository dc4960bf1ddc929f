// Walk over the map by steps of so many kilometres.

import { isWithin } from "#timemap/textmap/land.js";
import { distanceOf, planeAt } from "#timemap/textmap/measures.js";

/** @import { Box, LonLat } from "#timemap/types.d.ts" */

/** Lengths of a step in km. */
export const STEPS = Object.freeze([1, 2, 5, 10, 20, 50]);
/** Direction of each arrow key by its number: 0 north, 2 east, 4 south, 6 west. */
export const ARROWS = Object.freeze({ ArrowUp: 0, ArrowRight: 2, ArrowDown: 4, ArrowLeft: 6 });
/** Degrees from the edge at which a step ends, so that the ground is still that of the map. */
const RIM = 1e-4;
const NEAR_ENOUGH = 1e-3; // km

/**
 * Start a walk.
 *
 * @param {LonLat} start
 * @param {() => Box} extent of the map
 */
export function createWalk(start, extent) {
  let point = { lat: start.lat, lon: start.lon };

  /** @type {(next: LonLat) => boolean} */
  function to({ lat, lon }) {
    if (!isWithin(extent(), { lat, lon })) return false;
    point = { lat, lon };
    return true;
  }

  return {
    point: () => point,
    /** Go to a point; returns whether it is on the map. */
    to,
    /**
     * Take a step, which ends at the edge of the map where it would lead beyond.
     *
     * @param {number} direction
     * @param {number} km
     * @returns {{moved: boolean, atEdge: boolean}}
     */
    step(direction, km) {
      const turn = (direction * Math.PI) / 4;
      const next = planeAt(point).back(km * Math.sin(turn), km * Math.cos(turn));
      const [west, south, east, north] = extent();
      const from = point;
      point = {
        lon: between(next.lon, west + RIM, east - RIM),
        lat: between(next.lat, south + RIM, north - RIM),
      };
      const atEdge = distanceOf(point, next) > NEAR_ENOUGH;
      return { moved: distanceOf(from, point) > NEAR_ENOUGH, atEdge };
    },
  };
}

/** @type {(value: number, least: number, most: number) => number} */
function between(value, least, most) {
  return Math.min(Math.max(value, least), most);
}
