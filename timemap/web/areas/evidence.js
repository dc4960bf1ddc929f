// Evidence for an area: its places, their support, and disputes.
import { sizeOf } from "#timemap/areas/areaof.js";

const NONE = -1;

/** @import {EvidenceData, MapData, Topology} from "#timemap/types.d.ts" */
/** @import {Area} from "#timemap/areas/areaof.js" */

/**
 * @typedef {object} AreaEvidence
 * @property {number} km2
 * @property {number} since
 * @property {boolean} sinceBefore whether it began before what is known
 * @property {number[]} shares of the size, by confidence
 * @property {PlaceEvidence[]} places those with the largest cells first
 * @property {number[]} statements
 * @property {number[]} topics
 */

/**
 * @typedef {object} PlaceEvidence
 * @property {number} cell
 * @property {number} km2
 * @property {number} confidence
 * @property {number} since first day since which the holder has held the place without a break
 * @property {number} source -1 for none
 * @property {string} note
 * @property {number[]} disputes numbers of statements
 */

/**
 * Return what an area rests on.
 *
 * @param {Partial<EvidenceData>} evidence
 * @param {Topology} topology
 * @param {Area} area
 * @param {number} day
 * @returns {AreaEvidence}
 */
export function evidenceOf(evidence, topology, area, day) {
  const places = area.cells.flatMap((cell) => placeEvidence(evidence, topology, cell, day))
    .sort((one, other) => other.km2 - one.km2);
  const km2 = sizeOf(topology, area.cells);
  /** @type {number[]} */
  const shares = [];
  for (const place of places) shares[place.confidence] = (shares[place.confidence] ?? 0) + place.km2 / km2;
  const since = Math.min(...places.map((place) => place.since));
  const ofZone = area.zone >= 0 ? evidence.topics?.zones[area.zone] : [];
  const topics = new Set([...(evidence.topics?.controllers[area.controller] ?? []), ...(ofZone ?? [])]);
  return {
    km2, since, places, topics: [...topics],
    sinceBefore: since === topology.changes[0], shares: Array.from(shares, (share) => share ?? 0),
    statements: [...new Set(places.flatMap(({ disputes }) => disputes))].sort((one, other) => one - other),
  };
}

/**
 * Return what the hold of a cell rests on. It is a list of one, or of none where nobody holds it.
 *
 * @param {Partial<EvidenceData>} evidence
 * @param {Topology} topology
 * @param {number} cell
 * @param {number} day
 * @returns {PlaceEvidence[]}
 */
function placeEvidence(evidence, topology, cell, day) {
  const holds = evidence.holds?.[cell] ?? [];
  const at = holds.findIndex(([start, end]) => start <= day && (end === null || day < end));
  if (at < 0) return [];
  const [start, end, controller, confidence, source, note] = holds[at];
  let first = at;
  while (first > 0 && holds[first - 1][2] === controller && holds[first - 1][1] === holds[first][0]) first -= 1;
  const disputes = (evidence.disputes?.[cell] ?? [])
    .filter(([, from, to]) => from <= day && (end === null || from < end) && (to === null || start < to));
  return [{
    cell, km2: topology.cells[cell].km2, confidence, since: holds[first][0], source,
    note: note === NONE ? "" : evidence.notes?.[note] ?? "", disputes: disputes.map(([statement]) => statement),
  }];
}
