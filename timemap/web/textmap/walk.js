// Walk over the map by steps of so many kilometres.

import { planeAt } from "#timemap/textmap/measures.js";

/** @import { LonLat } from "#timemap/types.d.ts" */

/** Lengths of a step in km. */
export const STEPS = Object.freeze([1, 2, 5, 10, 20, 50]);
/** Direction of each arrow key by its number: 0 north, 2 east, 4 south, 6 west. */
export const ARROWS = Object.freeze({ ArrowUp: 0, ArrowRight: 2, ArrowDown: 4, ArrowLeft: 6 });

/**
 * Start a walk.
 *
 * @param {LonLat} start
 * @param {[[number, number], [number, number]]} bounds south-western and north-eastern corner: latitude, longitude
 */
export function createWalk(start, [[south, west], [north, east]]) {
  let point = { lat: start.lat, lon: start.lon };

  /** @type {(next: LonLat) => boolean} */
  function to({ lat, lon }) {
    if (lat < south || lat > north || lon < west || lon > east) return false;
    point = { lat, lon };
    return true;
  }

  return {
    point: () => point,
    /** Go to a point; returns whether it is on the map. */
    to,
    /**
     * Take a step.
     *
     * @param {number} direction
     * @param {number} km
     * @returns {boolean} whether that is on the map
     */
    step(direction, km) {
      const turn = (direction * Math.PI) / 4;
      return to(planeAt(point).back(km * Math.sin(turn), km * Math.cos(turn)));
    },
  };
}
