// A source is shown as a link with its publisher, what kind of publisher that is, and to whom it is known to be close.

import { dayWords, isoDay } from "#timemap/time/dates.js";
import { element } from "#timemap/page/nodes.js";

/** @typedef {{title: string, publisher: string, kind: string, basedIn: string, note: string, date: string, url: string}} Source */

/**
 * Return the sources of the document, in which each publisher stands once and a title that is the address is empty.
 *
 * @param {{publishers: string[][], publisher: number[], title: string[], date: string[], url: string[]}} table
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
    ? element("a", { href: source.url, target: "_blank", rel: "noopener noreferrer" }, source.title === source.url ? withoutScheme(source.url) : source.title)
    : element("span", {}, source.title);
  const kind = [source.kind, source.basedIn].filter(Boolean).join(", ");
  const facts = [source.publisher, source.date ? day(source.date) : "", kind, source.note].filter(Boolean);
  return element("li", {}, title, element("span", { class: "quiet" }, ` ${facts.join(" \u00b7 ")}`));
}

/** A page whose title is not known goes by its address, which says at once whose it is. */
function withoutScheme(address) {
  return address.replace(/^https?:\/\/(www\.)?/, "");
}

function day(iso) {
  const number = isoDay(iso);
  return Number.isInteger(number) ? dayWords(number) : iso;
}
