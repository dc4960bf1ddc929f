// Sources as links with their publisher, its kind and to whom it is close.

import { dayWords, isoDay } from "#timemap/time/dates.js";
import { element } from "#timemap/page/nodes.js";

/** @import { Source, SourceTable } from "#timemap/types.d.ts" */

const LONGEST = 60; // letters of an address that stands for a title

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
  return title === url ? shortAddress(url) : title;
}

/**
 * Return an address as it is read, without what only the browser needs.
 *
 * It has its query only where that names the page. A long one is cut after a word, if there is one in its second half.
 *
 * @param {string} address of the web
 * @returns {string}
 */
export function shortAddress(address) {
  const { hostname, pathname, search } = new URL(address);
  const path = decoded(pathname);
  const site = hostname.replace(/^www\./, "");
  const whole = search && path.endsWith("/") ? `${site}${path}${search}` : `${site}${path}`.replace(/\/+$/, "");
  const letters = [...whole];
  if (letters.length <= LONGEST) return whole;
  const begin = letters.slice(0, LONGEST);
  const wordEnd = Math.max(...["-", "_", "/"].map((sign) => begin.lastIndexOf(sign)));
  return `${begin.slice(0, wordEnd > LONGEST / 2 ? wordEnd : LONGEST - 1).join("")}\u2026`;
}

/** @param {string} path */
function decoded(path) {
  return path.replaceAll(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}

/** @param {string} iso */
function day(iso) {
  const number = isoDay(iso);
  return number === null ? iso : dayWords(number);
}
