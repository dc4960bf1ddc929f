// Words about a visitor's own events, which are always marked as such.

import { whenWords } from "#timemap/events/eventwords.js";
import { isWebAddress } from "#timemap/panel/sources.js";

/** @import { Events, MapData } from "#timemap/types.d.ts" */

/** How own events are called wherever they are seen. */
export const YOUR_DATA = "Your data";

/** What the choice of own events is called, by its value in the state. */
export const OWN_WORDS = Object.freeze({ alone: "Only your data", none: "Without your data" });

/**
 * @typedef {object} OwnDetails
 * @property {string} table name of the table
 * @property {number} row row of the file, as a spreadsheet counts
 * @property {(number|null)[]} deaths best, low and high figure; empty where none is known
 * @property {string} status
 * @property {string} kind category as it is written in the table
 * @property {string[]} texts sources as they are written
 * @property {string[]} addresses of sources, as they are written
 */

/**
 * Return whether an event is a visitor's own.
 *
 * @param {Pick<Events, "own">} events
 * @param {number} index
 * @returns {boolean}
 */
export function isOwn({ own }, index) {
  return own !== undefined && own[index] > 0;
}

/**
 * Return how many of some events are own ones.
 *
 * @param {Pick<Events, "own">} events
 * @param {ArrayLike<number>} indices
 * @returns {number}
 */
export function countOwn(events, indices) {
  return Array.from(indices).filter((index) => isOwn(events, index)).length;
}

/**
 * Return what only own events have; null for one of ours.
 *
 * @param {Pick<MapData, "own">} data
 * @param {Pick<Events, "own"|"ownAt">} events
 * @param {number} index
 * @returns {OwnDetails|null}
 */
export function detailsOf({ own }, events, index) {
  if (!own || !events.own || !events.ownAt || !isOwn(events, index)) return null;
  const { columns, tables } = own;
  const at = events.ownAt[index];
  const [texts = [], addresses = []] = columns.cited.at(at);
  return {
    table: tables[events.own[index] - 1].name, row: columns.row.at(at), deaths: columns.deaths.at(at),
    status: columns.status.at(at), kind: columns.kind.at(at), texts, addresses,
  };
}

/**
 * Return how an own event is marked: "Your data: my-table.csv, row 7".
 *
 * Empty for one of ours.
 *
 * @param {Pick<MapData, "own">} data
 * @param {Pick<Events, "own"|"ownAt">} events
 * @param {number} index
 * @returns {string}
 */
export function markWords(data, events, index) {
  const details = detailsOf(data, events, index);
  return details === null ? "" : `${YOUR_DATA}: ${details.table}, row ${details.row}`;
}

/**
 * Return the short mark of an own event; empty for one of ours.
 *
 * @param {Pick<Events, "own">} events
 * @param {number} index
 * @returns {string}
 */
export function ownNote(events, index) {
  return isOwn(events, index) ? ` \u00b7 ${YOUR_DATA}` : "";
}

/**
 * Return when an event happened, with the short mark of own ones.
 *
 * @param {Pick<Events, "start"|"end"|"precision"|"own">} events
 * @param {number} index
 * @returns {string}
 */
export function markedWhen(events, index) {
  return `${whenWords(events, index)}${ownNote(events, index)}`;
}

/**
 * Return the deaths that a table gives, in words; empty for none.
 *
 * @param {(number|null)[]} deaths best, low and high figure
 * @returns {string}
 */
export function deathWords([best = null, low = null, high = null]) {
  const number = (/** @type {number} */ count) => new Intl.NumberFormat("en-GB").format(count);
  const isRange = low !== null && high !== null && low !== high;
  const range = isRange ? `${number(low)}\u2013${number(high)}` : "";
  if (best === null) {
    const one = low ?? high;
    return range || (one === null ? "" : number(one));
  }
  return range ? `${number(best)} (${range})` : number(best);
}

/**
 * Return the sources of an own event, with addresses of the web.
 *
 * Where there are as many addresses as texts, each text has its own; any other address stands for itself.
 *
 * @param {Pick<OwnDetails, "texts"|"addresses">} details
 * @returns {{text: string, url: string}[]} an empty `url` for none that may become a link
 */
export function citedIn({ texts, addresses }) {
  const url = (/** @type {string} */ address) => (isWebAddress(address) ? address : "");
  if (texts.length === addresses.length) return texts.map((text, at) => ({ text, url: url(addresses[at]) }));
  const named = texts.map((text) => ({ text, url: url(text) }));
  return [...named, ...addresses.filter((address) => !texts.includes(address))
    .map((text) => ({ text, url: url(text) }))];
}
