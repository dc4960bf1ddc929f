// Names of areas and of the places that they are best known by.

import { nameOn } from "#timemap/areas/controllers.js";
import { isolated, nameIn } from "#timemap/labels/names.js";

/** @import { Context, Place } from "#timemap/types.d.ts" */
/** @import { Area } from "#timemap/areas/areaof.js" */

/** Kinds of places that land is named after, the better known later. */
const TOWNS = ["town", "city"];

/**
 * Make what names areas, on the moment and in the language of the store.
 *
 * @param {Pick<Context, "data"|"store"|"topology">} context
 */
export function createAreaNames({ data, store, topology }) {
  /** @param {number} cell @returns {Place|undefined} */
  const placeOf = (cell) => data.places[topology.cells[cell]?.place];

  /**
   * Return the place of a cell as it is called.
   *
   * @param {number} cell
   */
  function placeName(cell) {
    return nameIn(placeOf(cell)?.names, store.get().language);
  }

  /**
   * Return the name of an area; one without a name of its own is named after a place.
   *
   * @param {Area} area
   * @param {number} [chosen] the cell in which one is: it is named after that if that is a town
   */
  function nameOf({ controller, zone, cells }, chosen = -1) {
    if (zone >= 0) return data.areas.zones[zone].name;
    const cell = TOWNS.includes(placeOf(chosen)?.kind ?? "") ? chosen : bestKnownCell(data.places, topology, cells);
    return `${nameOn(data.controllers[controller], store.get().moment)}: ${isolated(placeName(cell))}`;
  }

  return { nameOf, placeOf, placeName };
}

/**
 * Return the cell of the best known place.
 *
 * A city comes before a town, a town before the place with the most land.
 *
 * @param {Place[]} places
 * @param {Context["topology"]} topology
 * @param {number[]} cells
 * @returns {number} -1 where none has a place
 */
export function bestKnownCell(places, topology, cells) {
  const placeOf = (/** @type {number} */ cell) => places[topology.cells[cell]?.place];
  const rank = (/** @type {number} */ cell) => {
    return (TOWNS.indexOf(placeOf(cell)?.kind ?? "") + 1) * 1e6 + topology.cells[cell].km2;
  };
  const [best] = cells.filter(placeOf).sort((one, other) => rank(other) - rank(one));
  return best ?? -1;
}
