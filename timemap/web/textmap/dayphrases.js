// Phrases on the whole day: holders, changes, events, routes, border.

import { crossingOn, postOn, wallOn } from "#timemap/border/borderstates.js";
import { distanceOf } from "#timemap/textmap/measures.js";
import { capital, counted, firstOf, kmWords, listed, numberOf, say, sizeWords } from "#timemap/textmap/text.js";
import { dayWords, spanWords } from "#timemap/time/dates.js";

/** @import { Crossing, Day, MapData } from "#timemap/types.d.ts" */
/** @import { Change } from "#timemap/compare/changes.js" */
/** @import { AreaFacts } from "#timemap/textmap/areafacts.js" */
/** @import { Names } from "#timemap/textmap/names.js" */
/** @import { Passed, Stretch } from "#timemap/textmap/routes.js" */
/** @import { Text } from "#timemap/textmap/text.js" */

const FEW = 8;
const WAYS = Object.freeze({ taken: "", agreed: " by agreement", renamed: " under a new name", unknown: "" });
const CROSSINGS = Object.freeze({ open: ", open", closed: ", closed", unknown: "" });

/**
 * Return how much a holder has, and how that changed in a month.
 *
 * @param {{name: Text, km2: number, whole: number, areas: number, before: number|null}} held `before` is null where
 *   the record does not reach
 * @returns {Text}
 */
export function heldPhrase({ name, km2, whole, areas, before }) {
  const share = Math.round((100 * km2) / whole);
  const percent = share < 1 ? "less than 1%" : `${share}%`;
  const size = say`${capital(name)}: ${sizeWords(km2)}, ${percent} of the land shown, in ${counted(areas, "area")}`;
  if (before === null) return say`${size}.`;
  const change = km2 - before;
  if (Math.abs(change) < 1) return say`${size}; as much as a month before.`;
  return say`${size}; ${sizeWords(Math.abs(change))} ${change > 0 ? "more" : "less"} than a month before.`;
}

/**
 * Return who holds the focus, and which land of others is nearest.
 *
 * @param {AreaFacts[]} areas
 * @param {Names} names
 * @returns {Text} empty where there is no focus
 */
export function focusPhrase(areas, names) {
  const own = areas.find(({ focus }) => focus?.inside);
  const others = areas.filter(({ area }) => area.controller !== own?.area.controller)
    .sort((one, other) => (one.focus?.km ?? 0) - (other.focus?.km ?? 0));
  if (!own?.focus || !others[0]?.focus) return [];
  const nearest = names.fromFocus(others[0].focus.place);
  const holder = names.holder(others[0].area.controller);
  const here = say`${names.focusName()} is held by ${names.holder(own.area.controller)}.`;
  return say`${here} The nearest land of others is held by ${holder}, ${nearest}.`;
}

/**
 * Return what passed from whom to whom.
 *
 * @param {Change} change
 * @param {{name: (controller: number) => Text, places: Text[]}} told names of holders, places of the cells
 * @returns {Text}
 */
export function changePhrase({ from, to, way, km2 }, { name, places }) {
  const how = WAYS[/** @type {keyof typeof WAYS} */ (way)] ?? "";
  const nobody = (/** @type {number} */ holder) => (holder < 0 ? ["nobody known"] : name(holder));
  return say`${sizeWords(km2)} passed${how} from ${nobody(from)} to ${nobody(to)}: ${firstOf(places, FEW)}.`;
}

/**
 * Return a stretch of a route: who holds the land, and what lies along it.
 *
 * @param {Stretch} stretch
 * @param {Names} names
 * @param {{passed: (one: Passed, holders: number[]) => Text}} told words for what lies along it
 * @returns {Text}
 */
export function stretchPhrase({ from, to, holders, passed }, names, told) {
  const way = `Kilometre ${numberOf(from)} to ${numberOf(to)}`;
  const spots = passed.map((one) => told.passed(one, holders));
  const along = spots.length === 0 ? [] : say` ${capital(listed(spots, ", "))}.`;
  return say`${way}: ${banks(holders, names)}.${along}`;
}

/** @param {number[]} holders @param {Names} names @returns {Text} */
function banks(holders, names) {
  const name = (/** @type {number} */ holder) => (holder < 0 ? ["no area shown"] : names.holder(holder));
  const [left, right] = holders;
  if (right === undefined) return name(left);
  if (left === right && left < 0) return name(left);
  if (left === right) return say`${name(left)} on both banks`;
  return say`${name(left)} on the left bank, ${name(right)} on the right bank`;
}

/**
 * Return a crossing and its state on a day, with the bracket left open.
 *
 * Where it is not known whether it was open, nothing is said.
 *
 * @param {Crossing} crossing
 * @param {Day} day
 * @param {Day} knownUntil
 * @param {Names} names
 * @returns {Text}
 */
export function crossingPhrase(crossing, day, knownUntil, names) {
  const { state, since, precision, lastKnown } = crossingOn(crossing.states, day, knownUntil);
  const from = since === null ? "" : ` ${spanWords(since, null, precision)}`;
  const known = lastKnown ? ", as last known" : "";
  return say`${names.place(crossing)} (border crossing${CROSSINGS[state]}${from}${known}`;
}

/**
 * Return the wall as it was reported by a day.
 *
 * @param {MapData["wall"]} wall
 * @param {Day} day
 * @returns {Text[]}
 */
export function wallPhrases(wall, day) {
  return wallOn(wall, day).map((at) => {
    const { name, start, precision, note } = wall[at];
    return say`${name}, ${spanWords(start, null, precision)}. ${note}`;
  });
}

/**
 * Return the military posts of a day.
 *
 * @param {MapData["posts"]} posts
 * @param {Day} day
 * @param {Names} names
 * @returns {Text[]}
 */
export function postPhrases(posts, day, names) {
  return posts.flatMap((post) => {
    const state = postOn(post, day);
    if (state === "absent") return [];
    const known = state === "last-known" ? ", last known" : "";
    return [say`${post.name}, ${names.fromFocus(post)}, ${spanWords(post.start, null)}${known}.`];
  });
}

/**
 * Return when land last changed hands.
 *
 * @param {Day|null} changed
 * @param {Day} day
 * @returns {Text}
 */
export function lastChangePhrase(changed, day) {
  if (changed === null) return ["No land has changed hands yet since the record of areas begins."];
  if (changed === day) return ["Compared with the day before, land changed hands:"];
  return say`Land last changed hands on ${dayWords(changed)}, ${counted(day - changed, "day")} before:`;
}

/**
 * Return an event with its place.
 *
 * @param {{title: string, place: string, lat: number, lon: number}} event
 * @param {MapData["focus"]} focus
 * @param {Names} names
 * @returns {Text}
 */
export function eventPhrase({ title, place, lat, lon }, focus, names) {
  if (!focus) return say`${title} (${place}).`;
  const near = distanceOf(focus, { lat, lon }) < 1;
  return say`${title} (${place}${near ? [] : say`, ${names.fromFocus({ lat, lon })}`}).`;
}

/**
 * Return a place along a route.
 *
 * Its holder is named where that is not who holds the stretch.
 *
 * @param {Passed} passed
 * @param {number} holder of the place, -1 for none
 * @param {number[]} holders of the stretch
 * @param {Names} names
 * @returns {Text}
 */
export function passedPhrase({ spot, km, off }, holder, holders, names) {
  const away = off >= 3 ? `, ${kmWords(off)} off` : "";
  const other = holder >= 0 && !holders.includes(holder) ? say`, held by ${names.holder(holder)}` : [];
  return say`${names.place(spot)} (at ${numberOf(km)}${away}${other})`;
}
