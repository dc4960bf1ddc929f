// Matches of a search in titles and places, in any spelling of a name.

const SPAN = /[\p{L}\p{N}\p{M}_'\u2019\u2018\u0060\u00b4\u02b0-\u02ff\u00ad\u200c\u200d]+/gu;
const QUOTES = /^['\u2019\u2018\u0060\u00b4]+|['\u2019\u2018\u0060\u00b4]+$/gu;
const BETWEEN = /^[\s\-\u2010-\u2013]$/u;
const SHORTEST = 3; // letters of a word that stands for other spellings of a name, too

/** @typedef {[number, number]} Match first and last place, half-open */
/** @typedef {{start: number, end: number, folded: string}} Span */

/**
 * @typedef {object} Finder what was typed, made ready
 * @property {string[]} words
 * @property {Set<string>} names other spellings that are found by them
 * @property {number} longest words of the longest of these
 * @property {import("#timemap/find/folding.js").Folding} folding
 */

/**
 * Return what a text is looked through for.
 *
 * @param {string} text what was typed
 * @param {import("#timemap/find/searchindex.js").SearchIndex} index
 * @param {string[][]} groups spellings of names that mean one thing, folded
 * @returns {Finder}
 */
export function finderOf(text, { folding, groupsWith }, groups) {
  const words = folding.wordsOf(text);
  const long = words.filter((word) => word.length >= SHORTEST);
  const names = new Set(long.flatMap((word) => groupsWith(word).flatMap((group) => groups[group])));
  const longest = Math.max(1, ...Array.from(names, (name) => name.split(" ").length));
  return { words, names, longest, folding };
}

/**
 * Return the parts of a text in which the words are found, in order.
 *
 * @param {string} text
 * @param {Finder} finder
 * @returns {Match[]}
 */
export function wordMatches(text, { words, names, longest, folding }) {
  if (words.length === 0) return [];
  const spans = spansOf(text, folding);
  const found = spans.map(({ folded }) => words.some((word) => folded.startsWith(word)));
  for (let at = 0; at < spans.length; at += 1) {
    for (let length = Math.min(longest, spans.length - at); length >= 1; length -= 1) {
      if (names.has(nameOf(spans, at, length))) found.fill(true, at, at + length);
    }
  }
  return joined(text, spans.filter((_, at) => found[at]));
}

/**
 * Return the words of a text, each with its place and its folded form.
 *
 * @param {string} text
 * @param {import("#timemap/find/folding.js").Folding} folding
 * @returns {Span[]}
 */
export function spansOf(text, folding) {
  const spans = [];
  for (const { 0: written, index } of text.matchAll(SPAN)) {
    const bare = written.replace(QUOTES, "");
    const start = index + written.indexOf(bare);
    const folded = folding.wordsOf(bare).join(" ");
    if (folded !== "") spans.push({ start, end: start + bare.length, folded });
  }
  return spans;
}

/** @param {Span[]} spans @param {number} at @param {number} length */
function nameOf(spans, at, length) {
  return spans.slice(at, at + length).map(({ folded }) => folded).join(" ");
}

/**
 * Neighbours that only a space or a hyphen parts are one.
 *
 * @param {string} text
 * @param {Span[]} spans
 */
function joined(text, spans) {
  /** @type {Match[]} */
  const all = [];
  for (const { start, end } of spans) {
    const last = all[all.length - 1];
    if (last && BETWEEN.test(text.slice(last[1], start))) last[1] = end;
    else all.push([start, end]);
  }
  return all;
}

/**
 * Return an excerpt round the first match of a text, cut between words.
 *
 * @param {string} text
 * @param {Match[]} matches
 * @param {number} most characters
 * @returns {{text: string, matches: Match[]}}
 */
export function excerptOf(text, matches, most) {
  const [first] = matches;
  if (!first || text.length <= most) return { text, matches };
  const wanted = Math.max(0, Math.min(first[0] - Math.floor(most / 3), text.length - most));
  const from = wanted === 0 ? 0 : Math.min(text.indexOf(" ", wanted - 1) + 1, first[0]);
  const cut = text.lastIndexOf(" ", from + most);
  const to = from + most >= text.length ? text.length : Math.max(cut, first[1]);
  const lead = from > 0 ? "\u2026 " : "";
  const inside = matches.filter(([start, end]) => start >= from && end <= to);
  /** @type {Match[]} */
  const moved = inside.map(([start, end]) => [start - from + lead.length, end - from + lead.length]);
  return { text: lead + text.slice(from, to) + (to < text.length ? " \u2026" : ""), matches: moved };
}
