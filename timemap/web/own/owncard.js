// Parts of the card that only a visitor's own events have.

import { citedIn, deathWords, detailsOf, markWords } from "#timemap/own/ownwords.js";
import { shortAddress } from "#timemap/panel/sources.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Events, MapData } from "#timemap/types.d.ts" */

/**
 * Return the line that marks an own event; nothing for one of ours.
 *
 * @param {Pick<MapData, "own">} data
 * @param {Pick<Events, "own"|"ownAt">} events
 * @param {number} index
 * @returns {HTMLElement[]}
 */
export function ownMark(data, events, index) {
  const words = markWords(data, events, index);
  return words ? [element("p", { class: "own-mark", dir: "auto" }, words)] : [];
}

/**
 * Return what the table says besides: category as written, deaths, status.
 *
 * @param {Pick<MapData, "own"|"categories">} data
 * @param {Pick<Events, "own"|"ownAt"> & {mainCategory: (index: number) => number}} events
 * @param {number} index
 * @returns {HTMLElement[]}
 */
export function ownFacts(data, events, index) {
  const details = detailsOf(data, events, index);
  if (details === null) return [];
  const { name, id } = data.categories[events.mainCategory(index)];
  const facts = [
    ["Category in the table", [name, id].includes(details.kind) ? "" : details.kind],
    ["Deaths", deathWords(details.deaths)],
    ["Status", details.status],
  ];
  const written = facts.filter(([, value]) => value !== "");
  return written.map(([label, value]) => element("p", {}, `${label}: `, element("bdi", {}, value)));
}

/**
 * Return the sources that the table gives; null for an event of ours.
 *
 * @param {Pick<MapData, "own">} data
 * @param {Pick<Events, "own"|"ownAt">} events
 * @param {number} index
 * @returns {HTMLElement[]|null} items of a list
 */
export function ownSources(data, events, index) {
  const details = detailsOf(data, events, index);
  return details && citedIn(details).map(({ text, url }) => {
    const link = { href: url, target: "_blank", rel: "noopener noreferrer" };
    const words = text === url ? shortAddress(url) : text;
    return element("li", {}, url ? element("a", link, words) : element("bdi", {}, text));
  });
}
