// Hover text of an area: who holds it, since when, and how surely.

import { nameOn } from "#timemap/areas/controllers.js";
import { confidenceWords } from "#timemap/areas/confidence.js";
import { createAreaFinder } from "#timemap/areas/areaof.js";
import { hoverOf } from "#timemap/map/hover.js";
import { isolated, nameIn } from "#timemap/labels/names.js";
import { WHOLE } from "#timemap/map/side.js";
import { dayWords } from "#timemap/time/dates.js";

/** @import {Context, HoldRow, MapData, Place, Side} from "#timemap/types.d.ts" */

/**
 * Let the hover box of the map tell of areas.
 *
 * It does where nothing else lies under the pointer.
 *
 * @param {Pick<Context, "data"|"store"|"map"|"topology"> & {side?: Side}} context
 */
export function addAreaHover({ data, store, map, topology, side = WHOLE }) {
  const { cellAt } = createAreaFinder(topology);

  hoverOf(map).addGround((latlng) => {
    const cell = side.owns(latlng) ? cellAt(latlng.lng, latlng.lat) : -1;
    const { moment, language, hidden } = store.get();
    const hold = cell < 0 ? null : topology.hold(cell, moment);
    if (hold === null || hidden.includes(data.controllers[hold[2]]?.id)) return null;
    const place = data.places[topology.cells[cell].place];
    return areaWords(data, { hold, place, first: topology.changes[0] }, moment, language);
  });
}

/**
 * Return what is said of an area.
 *
 * @param {MapData} data
 * @param {{hold: HoldRow, place: Place|undefined, first: number}} area `first` is the first day of all holds
 * @param {number} moment
 * @param {string} language
 * @returns {import("#timemap/map/hover.js").Told}
 */
export function areaWords(data, { hold: [start, , controller, confidence], place, first }, moment, language) {
  const until = data.knownUntil?.control ?? Infinity;
  const since = `since ${dayWords(start)}${start <= first ? " or earlier" : ""}`;
  const known = moment > until ? [`last known ${dayWords(until)}`] : [];
  const near = place ? [`nearest place with a report: ${isolated(nameIn(place.names, language))}`] : [];
  const strength = confidenceWords(data.strengths, confidence);
  const facts = [since, ...known, strength, ...near].filter(Boolean).join(" \u00b7 ");
  return { title: nameOn(data.controllers[controller], moment), note: facts.charAt(0).toUpperCase() + facts.slice(1) };
}
