// Sources as links with their publisher, its kind and to whom it is close.

import { dayWords, isoDay } from "#timemap/time/dates.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Source, SourceTable } from "#timemap/types.d.ts" */

/**
 * Return the sources of the document, each with its publisher and a title.
 *
 * @param {SourceTable} table
 * @returns {Source[]}
 */
export function sourcesOf({ publishers, publisher, title, date, url }) {
  return title.map((words, at) => {
    const [name, kind, basedIn, note] = publishers[publisher[at]];
    return { title: words || url[at], publisher: name, kind, basedIn, note, date: date[at], url: url[at] };
  });
}

/**
 * Return whether an address may become a link: only web addresses may.
 *
 * @param {string} address
 * @returns {boolean}
 */
export function isWebAddress(address) {
  try {
    return ["http:", "https:"].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}

/**
 * Return a list item for a source.
 *
 * @param {Source} source
 * @returns {HTMLElement}
 */
export function sourceItem(source) {
  const title = isWebAddress(source.url)
    ? element("a", { href: source.url, target: "_blank", rel: "noopener noreferrer" }, linkWords(source))
    : element("span", {}, source.title);
  const kind = [source.kind, source.basedIn].filter(Boolean).join(", ");
  const facts = [source.publisher, source.date ? day(source.date) : "", kind, source.note].filter(Boolean);
  return element("li", {}, title, element("span", { class: "quiet" }, ` ${facts.join(" \u00b7 ")}`));
}

/**
 * Return the words of a link. A page whose title is not known goes by its address, which says whose it is.
 *
 * @param {Source} source
 */
function linkWords({ title, url }) {
  return title === url ? url.replace(/^https?:\/\/(www\.)?/, "") : title;
}

/** @param {string} iso */
function day(iso) {
  const number = isoDay(iso);
  return number === null ? iso : dayWords(number);
}
