// Words for one spot of the map.
// They say who holds it, what is near, and what lies to the north, east, south and west.

import { crossingPhrase } from "#timemap/textmap/dayphrases.js";
import { eventsOn } from "#timemap/textmap/describe.js";
import { firstMet, nearestOf, nearestOn } from "#timemap/textmap/land.js";
import { DIRECTIONS, directionOf, distanceOf, planeAt, positionWords } from "#timemap/textmap/measures.js";
import { ownNote } from "#timemap/own/ownwords.js";
import { capital, kmWords, say } from "#timemap/textmap/text.js";
import { postOn } from "#timemap/border/borderstates.js";

/** @import { LonLat } from "#timemap/types.d.ts" */
/** @import { Asked, Ground, Known } from "#timemap/textmap/describe.js" */
/** @import { Names } from "#timemap/textmap/names.js" */
/** @import { Text } from "#timemap/textmap/text.js" */

/** @typedef {"holder"|"unknown"|"state"|"sea"|"edge"|"outside"} Kind `outside` the land whose holders are shown */
/** @typedef {{kind: Kind, controller: number, cell: number, name: string}} Spot */
/** @typedef {{known: Known, ground: Ground, names: Names, state: Asked}} Here */

/** Numbers of north, east, south and west. */
const WAYS = Object.freeze([0, 2, 4, 6]);
const FAR = 300; // km that one looks
const EXACT = 1e-4; // km
const BORDER = 50; // km within which the border is told
const ASKEW = 2; // times as far as its nearest point that a border may be met
const WATER = 10;
const NEAR = 10; // km within which events and posts are told
const CROSSING = 5;

/**
 * Return what is at a point on a day.
 *
 * @param {Here} here
 * @param {LonLat} point
 * @returns {Spot}
 */
export function spotAt({ known: { topology }, ground: { land }, state }, point) {
  const cell = land.finder.cellAt(point.lon, point.lat);
  const none = { controller: -1, cell, name: "" };
  if (cell >= 0) {
    const controller = topology.at(state.moment).holders[cell];
    return { ...none, kind: controller >= 0 ? "holder" : "unknown", controller };
  }
  const { kind, name } = land.groundAt(point);
  return { ...none, kind: kind === "home" ? "outside" : kind, name };
}

/**
 * Return what comes next in a direction, and after how many kilometres.
 *
 * @param {Here} here
 * @param {LonLat} point
 * @param {number} direction
 * @returns {{km: number, spot: Spot}|null} null where it is the same as far as one looks
 */
export function nextAlong(here, point, direction) {
  const plane = planeAt(point);
  const turn = (direction * Math.PI) / 4;
  const own = keyOf(spotAt(here, point));
  const spotAfter = (/** @type {number} */ km) => (
    spotAt(here, plane.back(km * Math.sin(turn), km * Math.cos(turn))));
  for (let km = 1; km <= FAR; km += 1) {
    const spot = spotAfter(km);
    if (keyOf(spot) !== own) return { km: edgeOf(spotAfter, km, keyOf(spot)), spot };
  }
  return null;
}

/**
 * Return where what was found after so many whole km begins, within the last of them.
 *
 * @param {(km: number) => Spot} spotAfter
 * @param {number} km
 * @param {string} key of the spot found
 */
function edgeOf(spotAfter, km, key) {
  let [before, after] = [km - 1, km];
  while (after - before > EXACT) {
    const middle = (before + after) / 2;
    if (keyOf(spotAfter(middle)) === key) after = middle;
    else before = middle;
  }
  return after;
}

/** @param {Spot} spot */
function keyOf({ kind, controller, name }) {
  return `${kind} ${controller} ${name}`;
}

/**
 * Return a spot in words, the nearest things first.
 *
 * @param {Here} here
 * @param {LonLat} point
 * @returns {Text[]} paragraphs: what is here, what is near, what lies in the four directions
 */
export function hereWords(here, point) {
  const spot = spotAt(here, point);
  const first = say`${positionPhrase(here, point)} Here: ${groundPhrase(here, spot)}.`;
  const near = [
    ...placePhrases(here, point), ...waterPhrases(here, point), ...borderPhrases(here, point),
    ...eventPhrases(here, point),
  ];
  const ways = WAYS.map((direction) => directionPhrase(here, point, direction));
  return [first, joined(near), joined(ways)].filter((text) => text.length > 0);
}

/** @param {Text[]} sentences @returns {Text} */
function joined(sentences) {
  return sentences.flatMap((sentence, at) => (at === 0 ? sentence : [" ", ...sentence]));
}

/** @param {Here} here @param {LonLat} point @returns {Text} */
function positionPhrase({ names }, point) {
  const way = names.fromFocus(point);
  return way.length > 0 ? say`${capital(way)}.` : say`${positionWords(point)}.`;
}

/** @param {Here} here @param {Spot} spot @returns {Text} */
function groundPhrase(here, spot) {
  const { known: { data, topology }, ground: { land }, names, state } = here;
  if (spot.kind !== "holder") return spotName(here, spot);
  const area = land.finder.areaOf(spot.cell, state.moment);
  const strength = data.strengths[topology.hold(spot.cell, state.moment)?.[3] ?? -1];
  const zone = area && area.zone >= 0 ? say`, ${names.area(area, topology)}` : [];
  return say`held by ${names.holder(spot.controller)}${zone}${strength ? `, ${strength} evidence` : ""}`;
}

/** @param {Here} here @param {Spot} spot @returns {Text} */
function spotName({ ground: { land }, names }, { kind, controller, name }) {
  if (kind === "holder") return names.holder(controller);
  if (kind === "state") return [name];
  return [{
    unknown: "land whose holder is not known", sea: "the sea", edge: "the edge of the map",
    outside: `${land.homeName || "land"} outside the land shown`,
  }[kind]];
}

/** @param {Here} here @param {LonLat} point @returns {Text[]} */
function placePhrases({ ground: { land }, names }, point) {
  const nearest = nearestOf(point, land.spots);
  const town = nearestOf(point, land.towns);
  if (!nearest || !town) return [];
  const place = say`Nearest place: ${names.place(nearest.place)}${offWords(point, nearest)}.`;
  return nearest.place === town.place
    ? [place]
    : [place, say`Nearest town: ${names.place(town.place)}${offWords(point, town)}.`];
}

/** @param {LonLat} point @param {{place: LonLat, km: number}} found @returns {string} */
function offWords(point, { place, km }) {
  return km < 0.5 ? ", here" : `, ${kmWords(km)} ${DIRECTIONS[directionOf(point, place)]}`;
}

/** @param {Here} here @param {LonLat} point @returns {Text[]} */
function waterPhrases({ ground: { land }, names }, point) {
  const lake = land.lakeAt(point);
  const rivers = land.rivers().flatMap((river) => {
    const nearest = nearestOf(point, river.points);
    return nearest && nearest.km <= WATER ? [say`The ${names.place(river)}${offWords(point, nearest)}.`] : [];
  });
  return [...(lake ? [say`In ${names.place(lake)}.`] : []), ...rivers];
}

/**
 * Return how far a border is along the direction in which it is met first.
 *
 * Measured like what comes next in a direction, so that both say the same. Beyond the ends of the border its nearest
 * point counts.
 *
 * @param {LonLat} point
 * @param {ArrayLike<number>[]} border
 * @param {string} name
 * @returns {Text[]} none where it is far away
 */
function borderPhrase(point, border, name) {
  const nearest = nearestOn(point, border);
  if (!nearest || nearest.km > BORDER) return [];
  const met = firstMet(point, border);
  const { km, direction } = met && met.km <= ASKEW * nearest.km + EXACT
    ? met : { km: nearest.km, direction: directionOf(point, nearest.place) };
  return [say`The ${name}, ${kmWords(km)} ${DIRECTIONS[direction]}.`];
}

/** @param {Here} here @param {LonLat} point @returns {Text[]} */
function borderPhrases({ known: { data }, ground: { land, crossings }, names, state }, point) {
  const known = data.knownUntil?.control ?? Infinity;
  const near = crossings.filter((crossing) => distanceOf(point, crossing) <= CROSSING);
  const posts = (data.posts ?? []).filter((post) => (
    postOn(post, state.moment) !== "absent" && distanceOf(point, post) <= NEAR));
  return [
    ...borderPhrase(point, land.border(), data.subject?.border ?? "border"),
    ...near.map((crossing) => say`${crossingPhrase(crossing, state.moment, known, names)})${offWords(point, {
      place: crossing, km: distanceOf(point, crossing) })}.`),
    ...posts.map((post) => say`${capital([data.subject?.post ?? "military post"])} ${post.name}${offWords(point, {
      place: post, km: distanceOf(point, post) })}.`),
  ];
}

/** @param {Here} here @param {LonLat} point @returns {Text[]} */
function eventPhrases({ known: { events }, state }, point) {
  return eventsOn(events, state).flatMap((index) => {
    const place = { lat: events.lat[index], lon: events.lon[index] };
    const km = distanceOf(point, place);
    const title = `${events.title.at(index)}${ownNote(events, index)}`;
    return km <= NEAR ? [say`Event on this day${offWords(point, { place, km })}: ${title}.`] : [];
  });
}

/** @param {Here} here @param {LonLat} point @param {number} direction @returns {Text} */
function directionPhrase(here, point, direction) {
  const name = capital([DIRECTIONS[direction]]);
  const next = nextAlong(here, point, direction);
  if (next === null) return say`${name} of here: the same for more than ${kmWords(FAR)}.`;
  return say`${name} of here: ${spotName(here, next.spot)} after ${kmWords(next.km)}.`;
}

