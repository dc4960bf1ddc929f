// From a point one comes to a cell, and from a cell to its area: the zone it is in, or all cells of the same holder that hang together with it.
import { ringPoints } from "#timemap/areas/arcs.js";
import { inside } from "#timemap/map/geometry.js";

/**
 * @typedef {object} Area
 * @property {number} controller
 * @property {number} zone -1 for none
 * @property {number[]} cells
 */

/**
 * Make the finder of areas.
 *
 * @param {object} topology
 * @returns {{cellAt: (lon: number, lat: number) => number, areaOf: (cell: number, day: number) => Area|null, areasOn: (day: number) => Area[]}}
 */
export function createAreaFinder(topology) {
  const rings = new Map();
  let near = null;

  const ringsOf = (cell) => {
    if (!rings.has(cell)) rings.set(cell, topology.cells[cell].polygons.flat().map((ring) => ringPoints(topology.arcs, ring)));
    return rings.get(cell);
  };

  /** The cell under a point, -1 for none. */
  function cellAt(lon, lat) {
    return topology.cells.findIndex(({ box: [west, south, east, north] }, cell) =>
      lon >= west && lon <= east && lat >= south && lat <= north && inside(ringsOf(cell), lon, lat));
  }

  function areaOf(cell, day) {
    const { holders, zoneOf } = topology.at(day);
    const [controller, zone] = [holders[cell], zoneOf[cell]];
    if (!(controller >= 0)) return null;
    if (zone >= 0) return { controller, zone, cells: [...holders.keys()].filter((other) => zoneOf[other] === zone) };
    near ??= topology.neighbours();
    const found = new Set([cell]);
    for (const member of found) {
      for (const other of near[member]) if (holders[other] === controller && zoneOf[other] < 0) found.add(other);
    }
    return { controller, zone, cells: [...found].sort((one, other) => one - other) };
  }

  /** All areas of a day, the largest first. */
  function areasOn(day) {
    const taken = new Set();
    const areas = [];
    for (const cell of topology.cells.keys()) {
      const area = taken.has(cell) ? null : areaOf(cell, day);
      if (area === null) continue;
      for (const member of area.cells) taken.add(member);
      areas.push(area);
    }
    return areas.sort((one, other) => sizeOf(topology, other.cells) - sizeOf(topology, one.cells));
  }

  return { cellAt, areaOf, areasOn };
}

/**
 * Return the size of cells together in km².
 *
 * @param {{cells: {km2: number}[]}} topology
 * @param {number[]} cells
 * @returns {number}
 */
export function sizeOf(topology, cells) {
  return cells.reduce((sum, cell) => sum + topology.cells[cell].km2, 0);
}
