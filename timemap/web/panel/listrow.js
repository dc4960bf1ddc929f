// A row of the list: the event's symbol, title, day and place, with the words that were searched for marked.

import { beganWords, categoryWords, whenWords } from "#timemap/events/eventwords.js";
import { symbolElement } from "#timemap/events/symbols.js";
import { markedNodes } from "#timemap/find/marked.js";
import { excerptOf, wordMatches } from "#timemap/find/matches.js";
import { element } from "#timemap/page/nodes.js";
import { sourceItem } from "#timemap/panel/sources.js";

const EXCERPT = 110; // characters

/**
 * Return the row of an event; on paper, where nothing can be opened, its sources stand with it.
 *
 * @param {{data: object, events: object, select: (index: number) => void}} context
 * @param {number} index
 * @param {{selected: number, range: [number, number]}} state
 * @param {{finder: import("#timemap/find/matches.js").Finder, onPaper: boolean}} look
 * @returns {HTMLElement}
 */
export function createRow({ data, events, select }, index, { selected, range }, { finder, onPaper }) {
  const chosen = index === selected;
  const marked = (text) => markedNodes(text, wordMatches(text, finder));
  const look = { type: "button", class: "link", dir: "auto", "aria-current": chosen ? "true" : null };
  const title = element("button", look, ...marked(events.title[index]));
  const facts = [whenWords(events, index), beganWords(events, index, range)].filter(Boolean).join(" \u00b7 ");
  const place = events.place[index] ? [" \u00b7 ", element("bdi", {}, ...marked(events.place[index]))] : [];
  const kinds = ` \u00b7 ${categoryWords(data.categories, events, index)}`;
  const sources = onPaper ? events.sources[index].map((source) => sourceItem(data.sources[source])) : [];
  title.addEventListener("click", () => select(index));
  return element("li", { class: chosen ? "row chosen" : "row", "data-event": events.id[index] },
    symbolElement(data.categories[events.mainCategory(index)]),
    element("div", {}, element("h3", {}, title), element("p", { class: "quiet" }, facts, ...place, kinds),
      ...excerpt(events, index, finder), ...(onPaper ? [element("ul", { class: "sources" }, ...sources)] : [])));
}

/** Where the words stand neither in the title nor in the place, a few words of the text in which they do. */
function excerpt(events, index, finder) {
  const meets = (text) => wordMatches(text, finder).length > 0;
  if (finder.words.length === 0 || meets(events.title[index]) || meets(events.place[index])) return [];
  const text = [events.summary[index], events.contested[index], events.actors[index].join(", ")].find(meets);
  if (text === undefined) return [];
  const part = excerptOf(text, wordMatches(text, finder), EXCERPT);
  return [element("p", { class: "row-excerpt" }, ...markedNodes(part.text, part.matches))];
}
