// Phrases on an area: size, shape, place, neighbours, evidence.

import { DIRECTIONS, directionOf, distanceOf, positionWords } from "#timemap/textmap/measures.js";
import { capital, counted, firstOf, kmWords, listed, numberOf, plain, say, sizeWords } from "#timemap/textmap/text.js";
import { dayWords } from "#timemap/time/dates.js";

/** @import { LonLat } from "#timemap/types.d.ts" */
/** @import { AreaFacts } from "#timemap/textmap/areafacts.js" */
/** @import { Names } from "#timemap/textmap/names.js" */
/** @import { Meeting } from "#timemap/textmap/outline.js" */
/** @import { Shape } from "#timemap/textmap/shape.js" */
/** @import { Text } from "#timemap/textmap/text.js" */

const AXES = ["north to south", "north-east to south-west", "west to east", "north-west to south-east"];
const PARTS = [
  "north-west", "north", "north-east", "west", "centre", "east", "south-west", "south", "south-east",
];
const ALL_SIDES = 4;
const NEIGHBOURS = ["holder", "same", "state"];
const FEW = 8;
/** Times longer than wide from which an area is somewhat long, long, and narrow. */
const [LONGISH, LONG, NARROW] = [1.35, 2, 3];
/** Share of its ellipse that a round area fills. */
const EVEN = 0.85;
/** Share of its own length along a border, and times longer than wide, from which an area is a strip along it. */
const [ALONG, STRIP] = [0.6, 3];
/** Size in km² from which nothing is called a strip. */
const MOST_OF_STRIP = 15000;
/** Share of all land that is much of it. */
const MUCH = 0.3;

/**
 * Return where a point lies from another: "3 km east of Kobane".
 *
 * @param {LonLat} point
 * @param {LonLat} from
 * @param {Text} name of the other
 * @returns {Text}
 */
export function wayFrom(point, from, name) {
  const km = distanceOf(from, point);
  if (km < 0.5) return say`at ${name}`;
  return say`${kmWords(km)} ${DIRECTIONS[directionOf(from, point)]} of ${name}`;
}

/** Return sides in words: "in the north and east". @param {number[]} sides @returns {string} */
export function sideWords(sides) {
  if (sides.length === 0) return "";
  if (sides.length === ALL_SIDES) return "on all sides";
  return `in the ${listed(sides.map((side) => [DIRECTIONS[side]])).join("")}`;
}

/**
 * Return the size and the shape of an area.
 *
 * @param {Pick<AreaFacts, "km2"|"shape"|"meetings">} facts
 * @returns {Text}
 */
export function shapePhrase({ km2, shape, meetings }) {
  const { wide, high, parts, holes } = shape;
  const several = parts > 1 ? `in ${numberOf(parts)} parts, ` : "";
  const gaps = holes > 0 ? `, with ${counted(holes, "area")} of others inside` : "";
  const size = `about ${kmWords(wide)} from west to east and ${kmWords(high)} from north to south`;
  return say`${sizeWords(km2)}, ${several}${formOf(shape, meetings, km2)}${gaps}: ${size}.`;
}

/** @param {Shape} shape @param {Meeting[]} meetings @param {number} km2 */
function formOf({ stretch, axis, fill, wide, high }, meetings, km2) {
  const longest = Math.max(wide, high);
  const state = meetings.find(({ kind, km }) => kind === "state" && km > ALONG * longest);
  const isStrip = km2 < MOST_OF_STRIP && longest ** 2 >= STRIP * km2 && stretch >= LONG;
  if (state && isStrip) return `a strip along the border with ${state.state}, from ${AXES[axis]}`;
  if (stretch >= NARROW) return `long and narrow, from ${AXES[axis]}`;
  if (stretch >= LONG) return `much longer from ${AXES[axis]} than across`;
  if (stretch >= LONGISH) return `longer from ${AXES[axis]} than across`;
  return fill >= EVEN ? "roughly round" : "about as long as wide, with an uneven edge";
}

/**
 * Return where an area lies.
 *
 * @param {AreaFacts} facts
 * @param {Names} names
 * @returns {Text}
 */
export function placePhrase({ shape, near, part, share, focus }, names) {
  const covers = share > MUCH ? "covers much of the land shown" : `lies in the ${PARTS[part]} of the land shown`;
  const where = near ? say`${wayFrom(shape.middle, near.place, names.place(near.place))}, ` : [];
  const first = say`It ${covers}; its middle is ${where}at ${positionWords(shape.middle)}.`;
  return focus ? say`${first} ${focusPhrase(focus, names)}` : first;
}

/** @param {NonNullable<AreaFacts["focus"]>} focus @param {Names} names @returns {Text} */
function focusPhrase({ inside, km, place }, names) {
  if (inside) return say`${names.focusName()} lies in it, ${kmWords(km)} from its nearest edge.`;
  return say`Its nearest edge is ${names.fromFocus(place)}.`;
}

/**
 * Return what an area meets.
 *
 * @param {AreaFacts} facts
 * @param {Names} names
 * @returns {Text}
 */
export function meetingPhrase({ meetings }, names) {
  const met = meetings.filter(({ kind }) => NEIGHBOURS.includes(kind));
  const other = meetings.filter((meeting) => !met.includes(meeting));
  if (met.length === 1 && other.length === 0) {
    return say`It is surrounded by ${nameOf(met[0], names)}, along ${kmWords(met[0].km)}.`;
  }
  const open = { sea: "the sea", rim: "the edge of what the map shows", unknown: "land whose holder is not known" };
  const parts = met.map((meeting) => say`${nameOf(meeting, names)} for ${lengthOf(meeting)}`);
  const ends = other.map((meeting) => (
    say`${open[/** @type {keyof typeof open} */ (meeting.kind)]} for ${lengthOf(meeting)}`));
  const borders = parts.length > 0 ? say`It borders ${inTurn(parts)}.` : [];
  const reaches = ends.length > 0 ? say` It meets ${inTurn(ends)}.` : [];
  return [...borders, ...reaches];
}

/** Return a list whose parts may have commas of their own. @param {Text[]} parts */
function inTurn(parts) {
  const isPlain = parts.length < 3 && !parts.some((part) => plain(part).includes(","));
  return isPlain ? listed(parts) : listed(parts, "; and ").map((piece) => (piece === ", " ? "; " : piece));
}

/** @param {Meeting} meeting @param {Names} names @returns {Text} */
function nameOf({ kind, controller, zone, state }, names) {
  if (kind === "same") return names.zone(zone);
  return kind === "state" ? [state] : names.holder(controller);
}

/** @param {Meeting} meeting */
function lengthOf({ km, sides }) {
  return [kmWords(km), sideWords(sides)].filter(Boolean).join(" ");
}

/**
 * Return what lies in an area: rivers, lakes, cities and towns.
 *
 * @param {AreaFacts} facts
 * @param {Names} names
 * @returns {Text}
 */
export function contentPhrase({ rivers, lakes, cities, towns }, names) {
  const [ways, shores] = [
    rivers.map(({ water, km }, at) => {
      return say`the ${names.place(water)}${at > 0 ? "" : " runs through it"} for ${kmWords(km)}`;
    }),
    lakes.map((lake) => names.place(lake)),
  ];
  const lie = shores.length === 1 ? "lies" : "lie";
  const sentences = [
    ...(ways.length > 0 ? [say`${capital(listed(ways))}.`] : []),
    ...(shores.length > 0 ? [say`${capital(listed(shores))} ${lie} in or beside it.`] : []),
    ...placeLists({ cities, towns }, names),
  ];
  return sentences.flatMap((sentence, at) => (at === 0 ? sentence : [" ", ...sentence]));
}

/** @param {Pick<AreaFacts, "cities"|"towns">} places @param {Names} names @returns {Text[]} */
function placeLists({ cities, towns }, names) {
  /** @type {(title: string, places: AreaFacts["cities"]) => Text[]} */
  const line = (title, places) => (
    places.length === 0 ? [] : [say`${title}: ${firstOf(names.each(places), FEW)}.`]);
  return [...line("Cities", cities), ...line("Towns", towns)];
}

/**
 * Return who holds an area and since when.
 *
 * What was added to it in a month, and how sure it is, follow.
 *
 * @param {AreaFacts} facts
 * @param {Names} names
 * @returns {Text}
 */
export function holdPhrase({ area, shares, since, sinceBefore, whole, gained, km2 }, names) {
  if (!Number.isFinite(since)) return say`Held by ${names.holder(area.controller)}.`;
  const day = dayWords(since);
  const held = sinceBefore ? `since before ${day.replace(/^1 January /, "")}` : `since ${day}`;
  const parts = whole ? "" : ", parts of it";
  const added = gained.length === 0 ? [] : say` ${gainPhrase(gained, km2, names)}`;
  return say`Held by ${names.holder(area.controller)}${parts} ${held}.${added} Evidence: ${names.strengths(shares)}.`;
}

/** @param {AreaFacts["gained"]} gained @param {number} size of the area @param {Names} names @returns {Text} */
function gainPhrase(gained, size, names) {
  const isAll = gained.reduce((sum, { km2 }) => sum + km2, 0) > size - 1;
  const parts = gained.map(({ controller, km2 }) => (
    say`${sizeWords(km2)} from ${controller < 0 ? "nobody known" : names.holder(controller)}`));
  return say`${isAll ? "All of it" : "Part of it"} was added in the month before: ${listed(parts)}.`;
}

/**
 * Return a small area in one sentence.
 *
 * @param {AreaFacts} facts
 * @param {Names} names
 * @param {Text} name
 * @returns {Text}
 */
export function smallAreaPhrase({ km2, meetings, shape, shares }, names, name) {
  const round = meetings.filter(({ kind }) => NEIGHBOURS.includes(kind)).map((one) => nameOf(one, names));
  const beside = round.length === 0 ? [] : say`, beside ${listed(round)}`;
  const way = names.fromFocus(shape.point);
  const where = way.length > 0 ? say`, ${way}` : [];
  return say`${name}, ${sizeWords(km2)}${where}${beside}. Evidence: ${names.strengths(shares)}.`;
}
