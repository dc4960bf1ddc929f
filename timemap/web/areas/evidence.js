// An area answers for itself: since when it is held, on which places it rests, how well each is supported, and what is disputed.
import { sizeOf } from "#timemap/areas/areaof.js";

const NONE = -1;

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
 * @param {object} evidence `evidence` of the document
 * @param {object} topology
 * @param {import("#timemap/areas/areaof.js").Area} area
 * @param {number} day
 * @returns {{km2: number, since: number, sinceBefore: boolean, shares: number[], places: PlaceEvidence[], statements: number[], topics: number[]}} `shares` of the size by confidence; places with the largest cells first
 */
export function evidenceOf(evidence, topology, area, day) {
  const places = area.cells.map((cell) => placeEvidence(evidence, topology, cell, day)).filter(Boolean).sort((one, other) => other.km2 - one.km2);
  const km2 = sizeOf(topology, area.cells);
  const shares = [];
  for (const place of places) shares[place.confidence] = (shares[place.confidence] ?? 0) + place.km2 / km2;
  const since = Math.min(...places.map((place) => place.since));
  const topics = new Set([...(evidence.topics?.controllers[area.controller] ?? []), ...(area.zone >= 0 ? evidence.topics?.zones[area.zone] ?? [] : [])]);
  return {
    km2, since, places, sinceBefore: since === topology.changes[0], shares: Array.from(shares, (share) => share ?? 0),
    statements: [...new Set(places.flatMap(({ disputes }) => disputes))].sort((one, other) => one - other),
    topics: [...topics],
  };
}

function placeEvidence(evidence, topology, cell, day) {
  const holds = evidence.holds?.[cell] ?? [];
  const at = holds.findIndex(([start, end]) => start <= day && (end === null || day < end));
  if (at < 0) return null;
  const [start, end, controller, confidence, source, note] = holds[at];
  let first = at;
  while (first > 0 && holds[first - 1][2] === controller && holds[first - 1][1] === holds[first][0]) first -= 1;
  const disputes = (evidence.disputes?.[cell] ?? []).filter(([, from, to]) => from <= day && (end === null || from < end) && (to === null || start < to));
  return { cell, km2: topology.cells[cell].km2, confidence, since: holds[first][0], source, note: note === NONE ? "" : evidence.notes[note], disputes: disputes.map(([statement]) => statement) };
}
