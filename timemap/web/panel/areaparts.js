// Content of the card of an area: holder, size, places, sources.

import { confidenceWords } from "#timemap/areas/confidence.js";
import { nameOn } from "#timemap/areas/controllers.js";
import { evidenceOf } from "#timemap/areas/evidence.js";
import { outlineOf } from "#timemap/areas/edgelengths.js";
import { swatchElement } from "#timemap/areas/patterns.js";
import { wholePercents } from "#timemap/areas/percents.js";
import { element } from "#timemap/page/nodes.js";
import { sourceItem } from "#timemap/panel/sources.js";
import { dayWords } from "#timemap/time/dates.js";

/** @import { Context, MapData } from "#timemap/types.d.ts" */
/** @import { Area } from "#timemap/areas/areaof.js" */
/** @import { AreaEvidence, PlaceEvidence } from "#timemap/areas/evidence.js" */
/** @import { createAreaNames } from "#timemap/panel/areanames.js" */

/** Places shown before one asks for all. */
export const FEW = 6;
export const NUMBER = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** @typedef {Pick<Context, "data"|"store"|"topology">} Known */

/**
 * Return whether the areas of the moment are only the last known ones.
 *
 * @param {Pick<Context, "data"|"store">} known
 */
export function isLastKnown({ data, store }) {
  return store.get().moment > (data.knownUntil?.control ?? Infinity);
}

/**
 * Return the parts of the card of an area.
 *
 * @param {Known} known
 * @param {Area} area
 * @param {object} look
 * @param {ReturnType<typeof createAreaNames>} look.names
 * @param {boolean} look.all whether all places are listed
 * @param {HTMLElement} look.onMap switch of the places on the map
 * @param {(count: number) => HTMLElement} look.allButton makes the button that lists all places
 * @returns {HTMLElement[]}
 */
export function areaParts(known, area, { names, all, onMap, allButton }) {
  const { data, store, topology } = known;
  const { moment, cell } = store.get();
  const found = evidenceOf(data.evidence ?? {}, topology, area, moment);
  const { places, shares, km2 } = found;
  const { note } = data.controllers[area.controller];
  const percents = wholePercents(shares);
  const parts = shares.map((share, confidence) => (
    share > 0 ? `${data.strengths[confidence]} ${percents[confidence]}%` : ""
  ));
  return [
    element("h2", { tabindex: -1 }, names.nameOf(area, cell)),
    ...holderParts(known, area, found),
    element("p", {}, element("strong", {}, `${NUMBER.format(km2)}\u00a0km\u00b2`), rangeWords(known, area, km2)),
    element("p", { class: "quiet" }, `Evidence: ${parts.filter(Boolean).join(", ")}`),
    ...lineParts(known, area),
    ...(note ? [element("p", { class: "quiet" }, note)] : []),
    ...disputeParts(data, found.statements),
    element("h3", {}, `Based on ${places.length === 1 ? "1 place" : `${places.length} places`}`),
    onMap,
    element("ul", { class: "area-places" },
      ...places.slice(0, all ? Infinity : FEW).map((place) => placeItem(known, names, place))),
    ...(places.length > FEW && !all ? [allButton(places.length)] : []),
    ...termParts(data, found.topics),
  ];
}

/** @param {Known} known @param {Area} area @param {AreaEvidence} found */
function holderParts({ data, store }, { controller: index }, { places, since, sinceBefore }) {
  const controller = data.controllers[index];
  const whole = places.every((place) => place.since === since);
  const day = dayWords(since);
  // What was held before the first day of a year was held before that year.
  const held = sinceBefore ? `since before ${day.replace(/^1 January /, "")}` : `since ${day}`;
  const holding = whole ? `, ${held}` : ` (parts of it ${held})`;
  const words = ` Held by ${nameOn(controller, store.get().moment)}${holding}`;
  const holder = element("p", { class: "card-kind" }, swatchElement(controller), words);
  if (!isLastKnown({ data, store })) return [holder];
  const last = `As last known on ${dayWords(data.knownUntil.control)}.`;
  return [holder, element("p", { class: "area-last" }, last)];
}

/**
 * Return the lines round an area. Fronts are told apart from state borders; where knowledge ends there is no line.
 *
 * @param {Known} known
 * @param {Area} area
 */
function lineParts({ data, store, topology }, { cells }) {
  const { moment } = store.get();
  const { fronts, borders } = outlineOf(data.edges, topology.at(moment).holders, cells);
  const words = (/** @type {string} */ name, /** @type {number} */ km) => (
    `${km < 1 ? "under 1" : NUMBER.format(km)}\u00a0km with ${name}`
  );
  const lines = {
    "Front line": fronts.map(({ controller, km }) => words(nameOn(data.controllers[controller], moment), km)),
    "State border": borders.map(({ state, km }) => words(state, km)),
  };
  return Object.entries(lines).filter(([, parts]) => parts.length > 0)
    .map(([title, parts]) => element("p", {}, element("strong", {}, `${title}: `), parts.join(", ")));
}

/**
 * Return what is said after a size: how sure it is, and what it counts.
 *
 * @param {Pick<Known, "data"|"store">} known
 * @param {Pick<Area, "controller"|"zone">} area
 * @param {number} km2
 */
export function rangeWords({ data, store }, { controller, zone }, km2) {
  const { moment } = store.get();
  const ranges = (zone >= 0 ? data.ranges?.zones?.[zone] : data.ranges?.controllers?.[controller]) ?? [];
  const row = ranges.find(([start, end]) => start <= moment && (end === null || moment < end));
  const counted = ` on ${dayWords(moment)}, including lakes and rivers`;
  if (!row) return counted;
  const [, , whole, low, high] = row;
  const likely = `${data.ranges.share}% range ${NUMBER.format(low)}\u2013${NUMBER.format(high)}`;
  if (Math.abs(whole - km2) < 1) return ` (${likely})${counted}`;
  return `${counted}; all areas held: ${NUMBER.format(whole)}\u00a0km\u00b2 (${likely})`;
}

/** @param {Known} known @param {ReturnType<typeof createAreaNames>} names @param {PlaceEvidence} place */
function placeItem({ data, store, topology }, names, { cell, km2, confidence, since, source, note, disputes }) {
  const { language } = store.get();
  const lang = names.placeOf(cell)?.names[language] ? language : "en";
  const facts = [
    since === topology.changes[0] ? "since before the records begin" : `since ${dayWords(since)}`,
    confidenceWords(data.strengths, confidence),
    `${NUMBER.format(km2)}\u00a0km\u00b2`,
    ...(disputes.length > 0 ? ["disputed"] : []),
  ];
  return element("li", {},
    element("strong", { dir: "auto", lang }, names.placeName(cell)),
    element("span", { class: "quiet" }, ` ${facts.join(", ")}`),
    ...(note ? [element("p", {}, note)] : []),
    ...(source >= 0 ? [sourceList(data, [source])] : withoutSource(note)));
}

/**
 * Say that no source is recorded, unless the note says that this is general knowledge.
 *
 * @param {string} [note]
 */
function withoutSource(note = "") {
  return /general knowledge/i.test(note) ? [] : [element("p", { class: "quiet" }, "No source recorded.")];
}

/** @param {MapData} data @param {number[]} statements */
function disputeParts(data, statements) {
  if (statements.length === 0) return [];
  const items = statements.map((index) => {
    const { text, sources } = data.evidence.statements[index];
    return element("li", {}, text, sourceList(data, sources));
  });
  return [element("h3", {}, "Where sources disagree"), element("ul", { class: "area-places" }, ...items)];
}

/** @param {MapData} data @param {number[]} topics */
function termParts(data, topics) {
  const terms = (data.words?.terms ?? []).filter(({ topic }) => topics.includes(topic));
  if (terms.length === 0) return [];
  const items = terms.map(({ wording, language, usedBy, meaning, source }) => {
    const quote = element("q", { lang: language, dir: "auto" }, wording);
    const sources = source >= 0 ? [sourceList(data, [source])] : [];
    return element("li", {}, quote, ` \u2013 ${usedBy}. ${meaning}`, ...sources);
  });
  const summary = element("summary", {}, `Contested terms (${terms.length})`);
  return [element("details", { class: "area-words" }, summary, element("ul", { class: "area-places" }, ...items))];
}

/** @param {MapData} data @param {number[]} sources */
function sourceList(data, sources) {
  return element("ul", { class: "sources" }, ...sources.map((source) => sourceItem(data.sources[source])));
}
