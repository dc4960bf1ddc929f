// Entries of the legend by section, in its words.

import { SIGNS } from "#timemap/legend/signs.js";
import { YOUR_DATA } from "#timemap/own/ownwords.js";
import { groupsOf } from "#timemap/slider/bars.js";

/** @import { Context, MapState } from "#timemap/types.d.ts" */
/** @import { Look } from "#timemap/legend/legendsamples.js" */
/** @import { Presence } from "#timemap/legend/presence.js" */

/**
 * @typedef {object} Entry
 * @property {string} sample name of its sample
 * @property {Look} [look] how the sample looks
 * @property {string} words
 * @property {string} [note] what more there is to say
 * @property {string} [layer] what the entry switches on and off
 *
 * @typedef {object} Section
 * @property {"areas"|"events"|"places"|"border"|"bars"} kind
 * @property {string} title
 * @property {Entry[]} entries
 * @property {boolean} [hasSymbols] whether it ends with the way to all symbols
 *
 * @typedef {object} Shown
 * @property {Presence} seen
 * @property {MapState} state
 * @property {Map<number, string>} names of the controllers that hold areas, on the days that are shown
 * @property {boolean} onPaper
 *
 * @typedef {Pick<Context, "data"|"events">} Known
 */

/** Most symbols that the legend itself explains, or it would cover too much. */
const FEW = 8;

/**
 * Return the sections of the legend that hold something.
 *
 * @param {Known} known
 * @param {Shown} shown
 * @returns {Section[]}
 */
export function sectionsOf({ data, events }, shown) {
  const { seen } = shown;
  const { legendWords: words } = data;
  const ofEvents = [...eventEntries(words, shown), ...symbolEntries(data, shown)];
  const rim = seen.rim ? [{ sample: "rim", words: words.rim }] : [];
  /** @type {Section[]} */
  const sections = [
    { kind: "areas", title: isLastKnown(seen) ? words.areasLastKnown : words.areas, entries: areaEntries(data, shown) },
    { kind: "events", title: words.events, entries: ofEvents, hasSymbols: seen.categories.length > 0 },
    { kind: "places", title: words.places, entries: signEntries(data, shown, "places") },
    { kind: "border", title: words.borderHeading, entries: [...rim, ...signEntries(data, shown, "border")] },
    { kind: "bars", title: words.bars, entries: shown.onPaper ? [] : barEntries({ data, events }) },
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}

/**
 * Return whether events of other days are seen, which stand back.
 *
 * @param {MapState} state
 * @returns {boolean}
 */
export function hasOtherDays({ mode, window: days }) {
  return mode === "range" || (mode === "day" && days > 0);
}

/** Whether all areas that are seen are greyed. @param {Presence} seen */
function isLastKnown({ documented, lastKnown }) {
  return lastKnown.controllers.length > 0 && documented.controllers.length === 0;
}

/**
 * Return the entries of the areas.
 *
 * Of two days of which one is documented, who holds areas on both has both colours in one sample.
 *
 * @param {Known["data"]} data
 * @param {Shown} shown
 * @returns {Entry[]}
 */
function areaEntries(data, { seen, names }) {
  const { controllers, weak, documented, lastKnown } = seen;
  const areas = controllers.map((index) => {
    const { id, note } = data.controllers[index] ?? {};
    const look = { index, full: documented.controllers.includes(index), greyed: lastKnown.controllers.includes(index) };
    return { sample: "area", look, words: names.get(index) ?? "", note, layer: id };
  });
  const { evidence: words, evidenceNote: note, greyed } = data.legendWords;
  const hatched = { sample: "weak", words, note, layer: "evidence" };
  const isMixed = lastKnown.controllers.length > 0 && !isLastKnown(seen);
  return [
    ...areas,
    ...(weak ? [hatched] : []),
    ...(isMixed ? [{ sample: "area", look: { greyed: true }, words: greyed }] : []),
    ...zoneEntries(data, seen),
  ];
}

/** @param {Known["data"]} data @param {Presence} seen @returns {Entry[]} */
function zoneEntries({ areas, legendWords, zonesName }, seen) {
  const mixed = isLastKnown(seen) ? "{words}" : legendWords.lastKnown;
  const kinds = [
    { zones: seen.documented.zones, greyed: false, words: zonesName },
    { zones: seen.lastKnown.zones, greyed: true, words: mixed.replace("{words}", zonesName) },
  ];
  return kinds.filter(({ zones }) => zones.length > 0).map(({ zones, greyed, words }) => {
    const note = zones.map((zone) => areas.zones?.[zone]?.name).join("; ");
    return { sample: "zone", look: { greyed }, words, note, layer: "zones" };
  });
}

/** @param {Record<string, string>} words @param {Shown} shown @returns {Entry[]} */
function eventEntries(words, { seen, state }) {
  const entries = [];
  const hasSymbols = seen.categories.length > 0;
  if (hasSymbols || seen.counted) entries.push({ sample: "event", words: words.allEvents, layer: "events" });
  if (seen.counted) entries.push({ sample: "count", words: words.counted });
  if (seen.stacked) entries.push({ sample: "badge", words: words.stacked });
  if (hasSymbols && hasOtherDays(state)) entries.push({ sample: "smaller", words: words.beside });
  if (seen.own) entries.push({ sample: "own", words: YOUR_DATA });
  if (seen.wheres.includes("area")) entries.push({ sample: "ring", words: words.near });
  return entries;
}

/**
 * Return the symbols that are seen, while they are few.
 *
 * The list of categories, which paper has not, explains all that there are.
 *
 * @param {Known["data"]} data
 * @param {Shown} shown
 * @returns {Entry[]}
 */
function symbolEntries(data, { seen: { categories }, onPaper }) {
  if (categories.length > FEW && !onPaper) return [];
  const nameOf = (/** @type {number} */ index) => data.categories[index]?.name ?? "";
  return categories.map((index) => ({ sample: "category", look: { index }, words: nameOf(index) }));
}

/**
 * Return the groups of categories by which the bars are stacked.
 *
 * @param {Known} known
 * @returns {Entry[]}
 */
function barEntries({ data, events }) {
  const { names, colours } = groupsOf(data.categories, events);
  return names.map((words, group) => ({ sample: "bar", look: { colour: colours[group] }, words }));
}

/**
 * Return the entries of the signs of a section that are in view.
 *
 * @param {Known["data"]} data
 * @param {Shown} shown
 * @param {"places"|"border"} section
 * @returns {Entry[]}
 */
function signEntries(data, { seen, state }, section) {
  return Object.entries(SIGNS).flatMap(([name, sign]) => {
    const states = sign.section === section ? seen.signs[name] : [];
    return states.length > 0 ? sign.entries(states, data, state) : [];
  });
}
