// An area under the pointer says who holds it since when, how well that is supported, and on which place it rests.

import { nameOn } from "#timemap/areas/controllers.js";
import { confidenceWords } from "#timemap/areas/confidence.js";
import { ringPoints } from "#timemap/areas/arcs.js";
import { inside } from "#timemap/map/geometry.js";
import { hoverOf } from "#timemap/map/hover.js";
import { isolated, nameIn } from "#timemap/labels/names.js";
import { WHOLE } from "#timemap/map/side.js";
import { dayWords } from "#timemap/time/dates.js";

/**
 * Let the hover box of the map tell of the areas where nothing else lies under the pointer.
 *
 * @param {{data: object, clock: object, map: L.Map, topology: object, side?: import("#timemap/map/side.js").Side}} context
 */
export function addAreaHover({ data, clock, map, topology, side = WHOLE }) {
  const rings = new Map(); // by cell

  function ringsOf(cell) {
    if (!rings.has(cell)) rings.set(cell, topology.cells[cell].polygons.flat().map((ring) => Float64Array.from(ringPoints(topology.arcs, ring))));
    return rings.get(cell);
  }

  function cellAt(lon, lat) {
    return topology.cells.findIndex(({ box }, cell) => {
      const [west, south, east, north] = box;
      return lon >= west && lon <= east && lat >= south && lat <= north && inside(ringsOf(cell), lon, lat);
    });
  }

  hoverOf(map).addGround((latlng) => {
    const cell = side.owns(latlng) ? cellAt(latlng.lng, latlng.lat) : -1;
    const { moment, language, hidden } = clock.get();
    const hold = cell < 0 ? null : topology.hold(cell, moment);
    if (hold === null || hidden.includes(data.controllers[hold[2]]?.id)) return null;
    return areaWords(data, { hold, place: data.places[topology.cells[cell].place], first: topology.changes[0] }, moment, language);
  });
}

/**
 * Return what is said of an area.
 *
 * @param {object} data of the document
 * @param {{hold: number[], place: object|undefined, first: number}} area the hold of the day, the place it is about, and the first day of all holds
 * @param {number} moment
 * @param {string} language
 * @returns {import("#timemap/map/hover.js").Told}
 */
export function areaWords(data, { hold: [start, , controller, confidence], place, first }, moment, language) {
  const until = data.knownUntil?.control ?? Infinity;
  const since = `since ${dayWords(start)}${start <= first ? " or earlier" : ""}`;
  const known = moment > until ? [`last known ${dayWords(until)}`] : [];
  const near = place ? [`nearest place with a report: ${isolated(nameIn(place.names, language))}`] : [];
  const facts = [since, ...known, confidenceWords(data.confidences, confidence), ...near].filter(Boolean).join(" \u00b7 ");
  return { title: nameOn(data.controllers[controller], moment), note: facts.charAt(0).toUpperCase() + facts.slice(1) };
}
