// Row of the list: symbol, title, day and place, with matches marked.

import { beganWords, categoryWords, whenWords } from "#timemap/events/eventwords.js";
import { eventSymbol } from "#timemap/events/symbols.js";
import { markedNodes } from "#timemap/find/marked.js";
import { excerptOf, wordMatches } from "#timemap/find/matches.js";
import { element } from "#timemap/page/nodes.js";
import { ownMark, ownSources } from "#timemap/own/owncard.js";
import { sourceItem } from "#timemap/panel/sources.js";

/** @import { Context, Events, MapState } from "#timemap/types.d.ts" */
/** @import { Finder } from "#timemap/find/matches.js" */

const EXCERPT = 110; // characters

/**
 * Return the row of an event.
 *
 * On paper, where nothing opens, it has its sources.
 *
 * @param {Pick<Context, "data"|"events"|"select">} context
 * @param {number} index
 * @param {Pick<MapState, "selected"|"range">} state
 * @param {{finder: Finder, onPaper: boolean}} look
 * @returns {HTMLElement}
 */
export function createRow({ data, events, select }, index, { selected, range }, { finder, onPaper }) {
  const chosen = index === selected;
  const marked = (/** @type {string} */ text) => markedNodes(text, wordMatches(text, finder));
  const look = { type: "button", class: "link", dir: "auto", "aria-current": chosen ? "true" : null };
  const title = element("button", look, ...marked(events.title.at(index)));
  const facts = [whenWords(events, index), beganWords(events, index, range)].filter(Boolean).join(" \u00b7 ");
  const place = events.place.at(index) ? [" \u00b7 ", element("bdi", {}, ...marked(events.place.at(index)))] : [];
  const kinds = ` \u00b7 ${categoryWords(data.categories, events, index)}`;
  const sources = onPaper ? sourceItems(data, events, index) : [];
  title.addEventListener("click", () => select(index));
  return element("li", { class: chosen ? "row chosen" : "row", "data-event": events.id.at(index) },
    eventSymbol(data, events, index),
    element("div", {}, element("h3", {}, title), element("p", { class: "quiet" }, facts, ...place, kinds),
      ...ownMark(data, events, index),
      ...excerpt(events, index, finder), ...(onPaper ? [element("ul", { class: "sources" }, ...sources)] : [])));
}

/** @param {Context["data"]} data @param {Events} events @param {number} index @returns {HTMLElement[]} */
function sourceItems(data, events, index) {
  return ownSources(data, events, index) ?? events.sources.at(index).map((source) => sourceItem(data.sources[source]));
}

/**
 * Return a few words of the text that holds what title and place do not.
 *
 * @param {Events} events
 * @param {number} index
 * @param {Finder} finder
 */
function excerpt(events, index, finder) {
  const meets = (/** @type {string} */ text) => wordMatches(text, finder).length > 0;
  if (finder.words.length === 0 || meets(events.title.at(index)) || meets(events.place.at(index))) return [];
  const text = [events.summary.at(index), events.contested.at(index), events.actors.at(index).join(", ")].find(meets);
  if (text === undefined) return [];
  const part = excerptOf(text, wordMatches(text, finder), EXCERPT);
  return [element("p", { class: "row-excerpt" }, ...markedNodes(part.text, part.matches))];
}
