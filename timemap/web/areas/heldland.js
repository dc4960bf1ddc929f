// Land of zones and of what is held round a point, in world coordinates.
import { createAreaFinder } from "#timemap/areas/areaof.js";
import { ringPoints } from "#timemap/areas/arcs.js";
import { toWorld } from "#timemap/map/geometry.js";

/** @import {MapData, Topology} from "#timemap/types.d.ts" */
/** @import {OtherLand, Zone} from "#timemap/labels/zonelabels.js" */

/**
 * Make the finder of land.
 *
 * The land of a zone is kept: it is equal as long as its mark is.
 *
 * @param {MapData} data
 * @param {Topology} topology
 */
export function createHeldLand(data, topology) {
  const finder = createAreaFinder(topology);
  /** @type {Map<string, Float64Array[]>} rings by cells */
  const lands = new Map();

  /** @param {Int32Array} ring */
  const inWorld = (ring) => toWorld(Float64Array.from(ringPoints(topology.arcs, ring)));

  /** @type {(mark: string, rings: Int32Array[]) => Float64Array[]} */
  function landOf(mark, rings) {
    const land = lands.get(mark) ?? rings.map(inWorld);
    lands.set(mark, land);
    return land;
  }

  /**
   * Return the zones that are held on a day.
   *
   * @param {number} day
   * @returns {Zone[]}
   */
  function zonesOn(day) {
    return topology.at(day).zones.flatMap(({ zone, cells, rings }) => {
      const known = data.areas.zones?.[zone];
      const mark = cells.join(" ");
      return known ? [{ ...known, mark, rings: landOf(mark, rings) }] : [];
    });
  }

  /**
   * Return the land that is held on a day and lies in no zone.
   *
   * @param {number} day
   * @returns {OtherLand}
   */
  function otherLandOn(day) {
    const { holders, zoneOf } = topology.at(day);
    const cells = [...holders.keys()].filter((cell) => holders[cell] >= 0 && zoneOf[cell] < 0);
    const mark = `other ${cells.join(" ")}`;
    const isOther = new Set(cells);
    return {
      mark,
      rings() {
        const known = lands.get(mark);
        if (known) return known;
        const [land] = topology.dissolve(topology.cells.map((_, at) => (isOther.has(at) ? 0 : -1)));
        return landOf(mark, land?.rings ?? []);
      },
    };
  }

  /**
   * Return the land round a point that is held as the point is.
   *
   * @param {number} lon
   * @param {number} lat
   * @param {number} day
   * @returns {Float64Array[]} none where nobody is known to hold it
   */
  function landAt(lon, lat, day) {
    const cell = finder.cellAt(lon, lat);
    const cells = new Set(cell < 0 ? [] : finder.areaOf(cell, day)?.cells);
    const [land] = topology.dissolve(topology.cells.map((_, at) => (cells.has(at) ? 0 : -1)));
    return land ? land.rings.map(inWorld) : [];
  }

  return { zonesOn, otherLandOn, landAt };
}
