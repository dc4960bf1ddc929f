// Sections of the map in words for a day.
// What belongs to the ground is made when a day is first described.

import { calloutsOn } from "#timemap/labels/labels.js";
import { ownNote } from "#timemap/own/ownwords.js";
import { reportOn } from "#timemap/quarters/snapshots.js";
import { createAreaFacts } from "#timemap/textmap/areafacts.js";
import {
  contentPhrase, holdPhrase, meetingPhrase, placePhrase, shapePhrase, smallAreaPhrase,
} from "#timemap/textmap/areaphrases.js";
import { heldOn, lastChange } from "#timemap/textmap/changed.js";
import {
  changePhrase, crossingPhrase, eventPhrase, focusPhrase, heldPhrase, lastChangePhrase, passedPhrase, postPhrases,
  stretchPhrase, wallPhrases,
} from "#timemap/textmap/dayphrases.js";
import { createLand } from "#timemap/textmap/land.js";
import { createNames } from "#timemap/textmap/names.js";
import { createOutlines } from "#timemap/textmap/outline.js";
import { borderRoute, riverRoute, stretchesOf } from "#timemap/textmap/routes.js";
import { listed, plain, say, sizeWords } from "#timemap/textmap/text.js";
import { addMonths, dayWords } from "#timemap/time/dates.js";

/** @import { Context, Day, MapState } from "#timemap/types.d.ts" */
/** @import { AreaFacts } from "#timemap/textmap/areafacts.js" */
/** @import { Names } from "#timemap/textmap/names.js" */
/** @import { Passed, Route } from "#timemap/textmap/routes.js" */
/** @import { Text } from "#timemap/textmap/text.js" */

/** @typedef {{text: Text} | {items: Text[], ordered?: boolean}} Block a paragraph or a list */
/** @typedef {{title: Text, level: 2|3|4, blocks: Block[]}} Section */
/** @typedef {Pick<MapState, "moment"|"language"|"shown"|"hidden">} Asked */
/** @typedef {ReturnType<typeof createGround>} Ground */
/** @typedef {{data: Context["data"], topology: Context["topology"], events: Context["events"]}} Known */
/** @typedef {Known & Ground & {names: Names, state: Asked, areas: AreaFacts[]}} Told */

/** Areas smaller than this many km², without a city, are told in one sentence each. */
const SMALL = 150;
const DERIVED = "Areas are derived from dated reports about places.";
const AREAS = "Where land was added to an area in the month before this day, that is said; otherwise none was.";
const NEAR_BORDER = 6; // km
const NEAR_RIVER = 4; // km
const BESIDE_RIVER = ["city", "town", "bridge", "dam"];
const BIG_TOWNS = 3; // least rank of a town abroad

/**
 * Make what describes days.
 *
 * @param {Known} known
 */
export function createDescriber(known) {
  /** @type {Ground|null} */
  let ground = null;
  const groundOf = () => (ground ??= createGround(known));

  /** Return the facts of the areas of a day, the largest first. @param {Day} day */
  function factsOn(day) {
    const { land, facts } = groundOf();
    return land.finder.areasOn(day).map((area) => facts.of(area, day));
  }

  /**
   * Return the sections of a day.
   *
   * @param {Asked} state
   * @returns {Section[]}
   */
  function sectionsOf(state) {
    const made = groundOf();
    const names = createNames(known.data, state.moment, state.language);
    const areas = factsOn(state.moment);
    const told = { ...known, ...made, names, state, areas };
    return [
      overview(told), changeSection(told), eventSection(told), ...quarterSections(told), ...areaSections(told),
      ...routeSections(told), ...borderSection(told),
    ].filter(({ blocks, level }) => blocks.length > 0 || level < 4);
  }

  return { sectionsOf, factsOn, groundOf, eventsOn: (/** @type {Asked} */ state) => eventsOn(known.events, state) };
}

/** @param {Known} known */
function createGround({ data, topology }) {
  const land = createLand(data, topology);
  const outlines = createOutlines({ topology, edges: data.edges, land });
  const facts = createAreaFacts({ data, topology, land, outlines });
  const crossings = (data.crossings ?? []).map((crossing) => ({ ...crossing, kind: "crossing", country: "", rank: 1 }));
  const towns = land.towns.filter(({ country, rank }) => country === land.home || rank <= BIG_TOWNS);
  const beside = land.spots.filter(({ kind }) => BESIDE_RIVER.includes(kind));
  return {
    land, facts, crossings,
    border: borderRoute(land, [...crossings, ...towns], NEAR_BORDER),
    river: riverRoute(land, data.base, data.base.river ?? "", beside, NEAR_RIVER),
  };
}

/** @param {Told} told @returns {Section} */
function overview({ data, topology, names, state, areas, facts }) {
  const { moment } = state;
  const title = [`The map in words: ${dayWords(moment)}`];
  const ground = data.base.plain ? " There is no base map: the ground is drawn plain." : "";
  if (areas.length === 0) {
    const first = topology.changes[0];
    const when = first === undefined ? "" : ` The record of areas begins on ${dayWords(first)}.`;
    return { title, level: 2, blocks: [{ text: [`No areas are known for this day.${when}${ground}`] }] };
  }
  const before = addMonths(moment, -1);
  const earlier = before >= topology.changes[0] ? heldOn(topology, before) : null;
  const items = [...heldOn(topology, moment)].map(([controller, km2]) => heldPhrase({
    name: names.holder(controller), km2, whole: facts.whole, before: earlier && (earlier.get(controller) ?? 0),
    areas: areas.filter(({ area }) => area.controller === controller).length,
  }));
  const known = data.knownUntil?.control ?? Infinity;
  const last = moment > known ? ` This is the last known state, of ${dayWords(known)}.` : "";
  const said = calloutsOn(data, { moment, hidden: state.hidden });
  const labels = said.map(({ text }) => ({ text: [`On the map: \u201c${text}.\u201d`] }));
  const region = data.subject?.region ?? "";
  const intro = `The land shown is ${sizeWords(facts.whole)}${region ? ` of ${region}` : ""}. ${DERIVED}`;
  const near = focusPhrase(areas, names);
  const middle = near.length > 0 ? [{ text: near }] : [];
  return { title, level: 2, blocks: [{ text: [`${intro}${ground}${last}`] }, ...middle, ...labels, { items }] };
}

/** @param {Told} told @returns {Section} */
function changeSection({ data, topology, names, state }) {
  const change = lastChange(topology, state.moment, data.handovers?.successions ?? []);
  const text = lastChangePhrase(change?.day ?? null, state.moment);
  const items = (change?.changes ?? []).map((one) => changePhrase(one, {
    name: names.holder,
    places: names.each(one.cells.map((cell) => data.places[topology.cells[cell].place]).filter(Boolean)),
  }));
  return { title: ["What changed"], level: 3, blocks: [{ text }, ...(items.length > 0 ? [{ items }] : [])] };
}

/** @param {Told} told @returns {Section} */
function eventSection({ data, events, names, state }) {
  const { place, lat, lon } = events;
  const title = (/** @type {number} */ index) => `${events.title.at(index)}${ownNote(events, index)}`;
  const items = eventsOn(events, state).map((index) => (
    eventPhrase({ title: title(index), place: place.at(index), lat: lat[index], lon: lon[index] }, data.focus, names)));
  const none = state.shown ? "No events on this day match the filters." : "No events on this day.";
  const blocks = items.length > 0 ? [{ items }] : [{ text: [none] }];
  return { title: ["Events on this day"], level: 3, blocks };
}

/** @param {Told} told @returns {Section[]} */
function quarterSections({ data, names, state }) {
  const report = reportOn(data.quarters ?? [], state.moment);
  if (!report) return [];
  const holders = [...new Set(report.marks.map(({ controller }) => controller))];
  const items = holders.map((holder) => {
    const quarters = report.marks.filter(({ controller }) => controller === holder).map(({ name }) => [name]);
    return say`${names.holder(holder)}: ${listed(quarters)}.`;
  });
  const title = say`In and around ${names.focusName()}, by reports of ${dayWords(report.day)}`;
  return [{ title, level: 3, blocks: [{ text: [report.text] }, { items }] }];
}

/** @param {Told} told @returns {Section[]} */
function areaSections({ topology, names, areas }) {
  const isLarge = (/** @type {AreaFacts} */ { km2, cities }) => km2 >= SMALL || cities.length > 0;
  const large = areas.filter(isLarge);
  const small = areas.filter((facts) => !isLarge(facts));
  const nameOf = (/** @type {AreaFacts} */ { area }) => names.area(area, topology);
  const items = small.map((facts) => smallAreaPhrase(facts, names, nameOf(facts)));
  return areas.length === 0 ? [] : [
    { title: ["Areas, largest first"], level: 3, blocks: [{ text: [AREAS] }] },
    ...large.map((facts) => ({
      title: nameOf(facts),
      level: /** @type {4} */ (4),
      blocks: [
        shapePhrase(facts), placePhrase(facts, names), meetingPhrase(facts, names), contentPhrase(facts, names),
        holdPhrase(facts, names),
      ].filter((text) => text.length > 0).map((text) => ({ text })),
    })),
    { title: [`Areas of less than ${sizeWords(SMALL)}`], level: 4, blocks: items.length > 0 ? [{ items }] : [] },
  ];
}

/** @param {Told} told @returns {Section[]} */
function routeSections(told) {
  const { data, topology, names, state, border, river, crossings } = told;
  const known = data.knownUntil?.control ?? Infinity;
  const { holders } = topology.at(state.moment);
  /** @type {(one: Passed, beside: number[]) => Text} */
  const passed = (one, beside) => (one.spot === crossings[one.index]
    ? say`${crossingPhrase(crossings[one.index], state.moment, known, names)}, at ${Math.round(one.km)})`
    : passedPhrase(one, one.cell < 0 ? -1 : holders[one.cell], beside, names));
  /** @type {(route: Route) => Block[]} */
  const along = (route) => [{
    ordered: true, items: stretchesOf(route, holders).map((stretch) => stretchPhrase(stretch, names, { passed })),
  }];
  const { side = "", border: name = "border", borderStart = "its western end", banks = "" } = data.subject ?? {};
  const start = [
    `Each line says who holds the ${side ? `${side} side` : "land beside it"} `
      + `and which places lie within ${NEAR_BORDER} km.`,
    `Kilometres count along the border from ${borderStart}; \u201cat 88\u201d is kilometre 88.`,
    "Where nothing more is said of a border crossing, it is not known whether it was open.",
  ].join(" ");
  const flow = [
    "Each line says who holds the two banks.",
    banks,
    "Kilometres count from where the river enters the land shown.",
  ].filter(Boolean).join(" ");
  return [
    ...(border.length > 0
      ? [section(`Along the ${name}, from west to east`, [{ text: [start] }, ...along(border)])]
      : []),
    ...(river.length > 0
      ? [section(`Along the ${data.base.river}, downstream`, [{ text: [flow] }, ...along(river)])]
      : []),
  ];
}

/** @param {string} title @param {Block[]} blocks @returns {Section} */
function section(title, blocks) {
  return { title: [title], level: 3, blocks };
}

/** @param {Told} told @returns {Section[]} none where the atlas knows no border at all */
function borderSection({ data, names, state: { moment } }) {
  const parts = [data.posts, data.wall, data.base.border];
  if (parts.every((part) => (part ?? []).length === 0)) return [];
  const posts = postPhrases(data.posts ?? [], moment, names);
  const walls = wallPhrases(data.wall ?? [], moment);
  /** @type {(text: string, items: Text[]) => Block[]} */
  const part = (text, items) => (items.length > 0 ? [{ text: [text] }, { items }] : [{ text: [text] }]);
  const wallTitle = walls.length > 0 ? "The border wall, as reported by this day:" : "No border wall was reported yet.";
  const post = data.subject?.post ?? "military post";
  const postTitle = posts.length > 0 ? `${post}s:` : `No ${post}s are known on this day.`;
  const blocks = [...part(wallTitle, walls), ...part(postTitle, posts)];
  return [section("Border wall and military posts", blocks)];
}

/**
 * Return sections as plain text.
 *
 * @param {Section[]} sections
 * @returns {string}
 */
export function plainSections(sections) {
  return sections.map(({ title, level, blocks }) => [
    `${"#".repeat(level - 1)} ${plain(title)}`,
    ...blocks.map((block) => ("text" in block ? plain(block.text) : block.items.map((item, at) => (
      `${block.ordered ? `${at + 1}.` : "-"} ${plain(item)}`)).join("\n"))),
  ].join("\n\n")).join("\n\n");
}

/**
 * Return the indices of the events of a day that pass the filters.
 *
 * @param {Context["events"]} events
 * @param {Pick<Asked, "moment"|"shown">} state
 * @returns {number[]}
 */
export function eventsOn(events, { moment, shown }) {
  const found = [];
  for (let index = 0; index < events.count && events.start[index] <= moment; index += 1) {
    if (events.end[index] > moment && (!shown || shown[index])) found.push(index);
  }
  return found;
}
