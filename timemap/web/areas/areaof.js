// Areas under a point. An area is the zone a cell is in, or all cells of its holder that hang together with it.
import { ringPoints } from "#timemap/areas/arcs.js";
import { inside } from "#timemap/map/geometry.js";

/** @import {Topology} from "#timemap/types.d.ts" */

/**
 * @typedef {object} Area
 * @property {number} controller
 * @property {number} zone -1 for none
 * @property {number[]} cells
 */

/**
 * Make the finder of areas.
 *
 * @param {Topology} topology
 */
export function createAreaFinder(topology) {
  /** @type {Map<number, Float64Array[]>} */
  const rings = new Map();
  /** @type {number[][]|null} */
  let near = null;

  /** @param {number} cell */
  const ringsOf = (cell) => {
    const known = rings.get(cell) ?? cellRings(topology, cell);
    rings.set(cell, known);
    return known;
  };

  /** @type {(lon: number, lat: number) => number} the cell under a point, -1 for none */
  function cellAt(lon, lat) {
    return topology.cells.findIndex(({ box: [west, south, east, north] }, cell) =>
      lon >= west && lon <= east && lat >= south && lat <= north && inside(ringsOf(cell), lon, lat));
  }

  /** @type {(cell: number, day: number) => Area|null} */
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

  /** @param {number} day @returns {Area[]} the largest first */
  function areasOn(day) {
    /** @type {Set<number>} */
    const taken = new Set();
    /** @type {Area[]} */
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
 * Return the rings of a cell, in degrees.
 *
 * @param {Pick<Topology, "cells"|"arcs">} topology
 * @param {number} cell
 * @returns {Float64Array[]}
 */
export function cellRings({ cells, arcs }, cell) {
  return cells[cell].polygons.flat().map((ring) => Float64Array.from(ringPoints(arcs, ring)));
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
